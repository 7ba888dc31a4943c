"""Where in a file a character stands."""

from __future__ import annotations

from audit.model import Document


def of(document: Document, start: int) -> tuple[int, int]:
    """Line and column, both from 1, of an offset into the decoded file."""
    before = document.text[: start - document.offset]
    column = len(before) - (before.rfind("\n") + 1) + 1
    return document.line + before.count("\n"), column
