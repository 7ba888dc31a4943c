"""D306 quote-edit (info)

Finds: one speaker's words quoted in two sources with the same figure and other words around it:
something was cut, added or put differently.

Wrong when: the speaker said it twice.

Example: "we take 60 % of all investment," / "we take 60 % of all investment, the region's hub,".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Claim, Finding

CODE = "D306"
EDITED = 3  # content words that stand in one of the quotations alone
SAME = 0.5  # share of words that both have: below this they are two statements


def find(case: Case) -> Iterator[Finding]:
    for _, judgements in case.judgements:
        pairs = [(j.a, j.b) for j in judgements if j.outcome.relation == "equal"]
        edited = [(a, b, words) for a, b in pairs if (words := _edits(case, a, b))]
        if edited:
            a, b, words = edited[0]
            members = [claim for one, two, _ in edited for claim in (one, two)]
            text = f"{case.about(a)}: {who(a)} and {who(b)} - the words of {a.speaker} are quoted in two ways"
            yield finding(
                case,
                CODE,
                "quote edit",
                members,
                text,
                arithmetic=f"only in one: {', '.join(words)}",
            )


def _edits(case: Case, a: Claim, b: Claim) -> list[str]:
    """The words that one quotation has and the other has not; none unless they are one quotation."""
    quoted = a.voice == b.voice == "quoted" and a.speaker and a.speaker == b.speaker
    if not quoted or a.source == b.source:
        return []
    one, two = (set(case.rules.words.terms(c.quote)) for c in (a, b))
    only = sorted(one ^ two)
    same = len(one & two) >= SAME * len(one | two)
    return only if same and len(only) >= EDITED else []
