"""The baseline: assertions that were there when the tool was adopted, one a line, sorted.

    {"source":"news/a.md","check":"C101","fingerprint":"9f...","claim":"trade turnover: $8.9 billion","quote":"..."}

`source`, `check`, `fingerprint` and `occurrence` (1 where it is left out) say what is known; `claim`
and `quote` are for whoever reads a diff.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from audit.gate.assertion import Assertion, Naming, asserted
from audit.model import Claim, Fault, Finding

FILE = "claim-audit-baseline.jsonl"
_LAPSES = "W"  # what is said of comments, waivers and this file is never old debt
_QUOTE = 160  # characters of a sentence: enough to know it again
_EXPECTED = "expected an object with source, check and fingerprint"


class Entry(Struct, frozen=True, order=True, omit_defaults=True, forbid_unknown_fields=True):
    """A line of the file."""

    source: str
    check: str
    fingerprint: str
    occurrence: int = 1
    claim: str = ""
    quote: str = ""

    @property
    def assertion(self) -> Assertion:
        return Assertion(self.source, self.check, self.fingerprint, self.occurrence)


_decode = msgspec.json.Decoder(Entry).decode


def read(text: str, name: str) -> tuple[tuple[int, Entry], ...]:
    """The entries with their lines. Raises Fault with file, line and what was expected."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append((number, _decode(line)))
        except (msgspec.MsgspecError, UnicodeError) as error:
            raise Fault(f"{name}:{number}: {_EXPECTED}: {_why(line, error)}") from error
    return tuple(found)


def _why(line: str, error: Exception) -> str:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return "a merge that was not finished: keep the lines of both sides"
    return str(error)


def text(entries: Iterable[Entry]) -> str:
    """The file's text: sorted, so that two branches touch the same line only for the same thing."""
    return "".join(f"{msgspec.json.encode(one).decode()}\n" for one in sorted(set(entries)))


def entries(findings: Sequence[Finding], name: Naming) -> list[Entry]:
    """What the findings assert; what is waived has a reason of its own, and needs no entry."""
    found = {
        assertion: _entry(assertion, finding, claim)
        for finding, every in zip(findings, asserted(findings, name), strict=True)
        if finding.status != "waived" and not finding.code.startswith(_LAPSES)
        for assertion, claim in zip(every, finding.claims or (None,), strict=True)
    }
    return sorted(found.values())


def _entry(one: Assertion, finding: Finding, claim: Claim | None) -> Entry:
    said = f"{claim.label}: {claim.mention.text}" if claim else finding.verdict
    quote = _words(claim.quote)[:_QUOTE] if claim else ""
    return Entry(one.source, one.check, one.fingerprint, one.occurrence, _words(said), quote)


def _words(text: str) -> str:
    """On one line, and in UTF-8 whatever an article holds."""
    return " ".join(text.split()).encode("utf-8", "replace").decode()
