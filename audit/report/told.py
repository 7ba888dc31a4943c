"""A finding as plain text for programs that show one message at one place."""

from __future__ import annotations

from audit.model import Claim, Finding
from audit.report import encode, place, quotes, wording
from audit.report.forms import concise

_LINE = 4000  # characters; services refuse or cut messages past 64 kB
_QUOTE = 240  # characters of a sentence: enough to judge it by, and bearable in a margin


def title(finding: Finding) -> str:
    """`D302 definition: companies with foreign participation`, on one line."""
    about = encode.clean(" ".join(finding.claims[0].label.split())) if finding.claims else ""
    return cut(f"{finding.code} {finding.verdict}{f': {about}' if about else ''}")


def lines(finding: Finding) -> list[str]:
    """The message, then every other side with its quote, then why and the way out."""
    others = [f"other side, {side(claim)}" for claim in finding.claims[1:]]
    notes = [f"{label}: {text}" for label, text in wording.notes(finding)]
    return [encode.clean(cut(text)) for text in (concise.message(finding), *others, *notes)]


def cut(text: str) -> str:
    """The text, ended with an ellipsis where it is longer than anyone reads in one place."""
    return text if len(text) <= _LINE else f"{text[: _LINE - 1]}…"


def side(claim: Claim) -> str:
    """`news/a.txt:3: “Around 600 firms ...”`."""
    return f"{place.path(claim.source)}:{claim.line}: {said(claim)}"


def said(claim: Claim) -> str:
    """`“Around 600 firms ...” (about 600 firms; as of 2026)`: the quote around the value, cut."""
    text = quotes.around(claim, _QUOTE)[0]
    about = encode.clean(f"{wording.value(claim)}; {wording.when(claim)}")
    return f"“{text.strip()}” ({about})"
