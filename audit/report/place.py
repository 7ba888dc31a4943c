"""Where in a file a character stands, and how other programs name the file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from audit.model import Claim, Document
from audit.report.encode import clean


def of(document: Document, start: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset into the decoded file."""
    before = document.text[: start - document.offset]
    column = len(before) - (before.rfind("\n") + 1) + 1
    return document.line + before.count("\n"), column


def end(claim: Claim) -> tuple[int, int]:
    """Line and column just past the last character of a claim's value."""
    text = claim.mention.text
    lines = text.count("\n")
    if not lines:
        return claim.line, claim.column + len(text)
    return claim.line + lines, len(text) - text.rfind("\n")


def path(source: str) -> str:
    """The source as a path from the root of the repository, where the tool is started."""
    return clean(source).removeprefix("./")


def uri(source: str) -> str:
    """The source as a URI reference (RFC 3986): relative to the root, or `file:///...`."""
    named = path(source)
    return Path(named).as_uri() if Path(named).is_absolute() else quote(named)
