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
from audit.rulebook.words import WORD

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
                arithmetic=f"words in only one of them: {', '.join(words)}",
            )


def _edits(case: Case, a: Claim, b: Claim) -> list[str]:
    """The words that one quotation has and the other has not; none unless they are one quotation."""
    quoted = a.voice == b.voice == "quoted" and a.speaker and a.speaker == b.speaker
    if not quoted or a.source == b.source:
        return []
    one, two = (_words(case, claim) for claim in (a, b))
    only = sorted(one.keys() ^ two.keys())
    same = len(one.keys() & two.keys()) >= SAME * len(one.keys() | two.keys())
    return [(one | two)[term] for term in only] if same and len(only) >= EDITED else []


def _words(case: Case, claim: Claim) -> dict[str, str]:
    """Normal form of each content word of a quotation -> the word as written."""
    vocabulary = case.rules.words
    words = [match.group().lower() for match in WORD.finditer(claim.quote)]
    return {vocabulary.norm(word): word for word in words if word not in vocabulary.stop}
