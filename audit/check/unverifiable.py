"""D307 unverifiable (warning if the values are far apart, else info)

Finds: values that differ where something that decides is not said: a date, a period, of whom. What
is missing is named. Also an anniversary in an undated text, with the year in which it would agree.

Wrong when: the missing word is plain to a reader.

Example: "the 34th anniversary this year" in a text without a date / "established in 1992".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.anniversary import founding_years, undated
from audit.check.case import Case, finding
from audit.check.judge import Judgement
from audit.check.numbers import who
from audit.check.quarrel import gap, guessed, quarrels, told, widest
from audit.model import Claim, Finding, Severity

CODE = "D307"
OPEN = {
    "entity": "of whom", "filter": "of which part", "period": "of which period",
    "as_of": "when each holds", "definition": "by which definition", "modality": "planned or done",
}  # fmt: skip


FISCAL = "fiscal year"


def find(case: Case) -> Iterator[Finding]:
    for group, pairs in quarrels(case, "unverifiable"):
        known = [j for j in pairs if _worth_telling(j)]
        if known:
            why = _missing(widest(known))
            yield told(case, group, known, CODE, why, severity=_severity(case, known))
    yield from _anniversaries(case)


def _worth_telling(j: Judgement) -> bool:
    """Of one thing for certain, and only the time of one side is missing."""
    stand = {axis.name: axis.stand for axis in j.axes}
    sure = not j.a.is_open and stand["entity"] == "same"
    placed = not any(_of_an_unplaced_time(c) for c in (j.a, j.b))
    neither = "neither" in j.axis("as_of").words
    return sure and stand["filter"] == "same" and placed and not neither


def _of_an_unplaced_time(claim: Claim) -> bool:
    """ "In the third quarter", of a fiscal year: its own time is said, and it is not the other's."""
    return any(
        d.slot in ("period", "as_of") and d.how == "unknown" and FISCAL in d.words
        for d in claim.decided
    )


def _missing(j: Judgement) -> str:
    axes = [axis for axis in j.axes if axis.stand in ("unknown", "disjoint")]
    said = (f"{OPEN[axis.name]} ({axis.words})" for axis in axes)
    return f"cannot be checked: {'; '.join(said)}"


def _severity(case: Case, pairs: list[Judgement]) -> Severity:
    gaps = [gap(j) for j in pairs if j.a.kind != "rank"]  # the first and the second are neighbours
    far = max(gaps, default=0.0) > case.rules.checks.far_apart
    return "warning" if far and not all(guessed(case, j) for j in pairs) else "info"


def _anniversaries(case: Case) -> Iterator[Finding]:
    for founded in founding_years(case)[:1]:
        for claim in undated(case):
            year = founded.year + int(claim.mention.stated or 0)
            text = f"{case.about(claim)}: {who(claim)} against {who(founded.claim)} - cannot be checked: the text that counts the years has no date"
            yield finding(
                case, CODE, "unverifiable", [claim, founded.claim], text, severity="info",
                arithmetic=f"{founded.year} + {int(claim.mention.stated or 0)} = {year}",
                escape=f"would agree if that text is of {year}",
            )  # fmt: skip
