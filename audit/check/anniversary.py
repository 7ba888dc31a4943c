"""A203 anniversary (error)

Finds: the nth anniversary in a year, and a founding date, that do not add up; or two anniversaries
that imply two founding years.

Wrong when: the anniversaries are of different things.

Example: "2022 marks the 30th anniversary" / "relations were established in 1993".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from audit.check.case import Case, finding
from audit.check.context import OF, assumptions
from audit.check.framed import framed
from audit.check.numbers import who
from audit.check.one_thing import of_one_name
from audit.model import Cause, Claim, Finding

CODE = "A203"


FIRST_YEAR = Cause(
    "year off by one", "would agree if one of them counts the founding year as the first"
)


class Founding(Struct, frozen=True, order=True):
    year: int
    claim: Claim


def find(case: Case) -> Iterator[Finding]:
    """One finding for the first founding year that another contradicts; guesses only if alone."""
    yield from _of_one_season(case)
    implied = sorted([*founding_years(case), *_implied(case)], key=lambda f: f.claim)
    plain = {f.claim.sentence for f in implied if OF not in dict(f.claim.filters)}
    implied = [  # "the 32nd, and the 5th of the strategic partnership": of that
        f for f in implied if OF not in dict(f.claim.filters) or f.claim.sentence not in plain
    ]
    sure = [f for f in implied if not assumptions(f.claim)]
    told = sure if len({f.year for f in sure}) > 1 else implied
    years = sorted({f.year for f in told})
    if len(years) < 2 or all(f.claim.kind == "date" for f in told):
        return  # two stated dates are C104's
    first = [next(f for f in told if f.year == year) for year in years]
    text = " against ".join(_said(f) for f in first[:2])
    causes = (FIRST_YEAR,) if years[1] - years[0] == 1 else ()
    yield finding(
        case, CODE, "conflict", [f.claim for f in told], f"{case.about(first[0].claim)}: {text}",
        arithmetic="; ".join(_sum(f) for f in first),
        escape=causes[0].text if causes else "", causes=causes,
    )  # fmt: skip


def _said(founded: Founding) -> str:
    counted = founded.claim.kind != "date"
    return who(founded.claim) + (f", which puts it in {founded.year}" if counted else "")


def _of_one_season(case: Case) -> Iterator[Finding]:
    """Two counts of one anniversary in like words a few days apart, or of one thing by its name in
    one year: whatever the year, one is off."""
    counted = [c for c in case.claims if c.kind == "ordinal" and _celebrates(case, c)]
    pairs = [
        (a, b)
        for a, b in combinations(counted, 2)
        if a.mention.stated != b.mention.stated
        and (framed(a, b, case.rules) or (a.is_open and of_one_name(a, b, case.rules)))
    ]
    if pairs:
        a, b = pairs[0]
        text = f"{case.about(a)}: {who(a)} against {who(b)}, told in the same days"
        yield finding(case, CODE, "conflict", [a, b], text, severity="warning")


def _celebrates(case: Case, claim: Claim) -> bool:
    noun = (claim.mention.noun or "").split()
    return bool(noun) and noun[-1] in case.rules.words.context.anniversaries


def founding_years(case: Case) -> list[Founding]:
    """Years stated outright by date claims of the family."""
    dates = [
        c
        for c in case.claims
        if c.kind == "date"
        and c.mention.period
        and c.modality == "actual"
        and not c.definition  # "restored in 1990" is no founding
    ]
    return [
        Founding(c.mention.period.first.year, c)
        for c in dates
        if c.mention.period and c.mention.period.first and c.mention.period.last
        and c.mention.period.first.year == c.mention.period.last.year
    ]  # fmt: skip


def _anniversaries(case: Case) -> list[Claim]:
    counted = [c for c in case.claims if c.kind == "ordinal" and c.mention.stated]
    return [c for c in counted if (metric := case.metric(c)) and metric.counts_from]


def _implied(case: Case) -> list[Founding]:
    """What the family's anniversaries put it in, as derived from each."""
    known = {claim.id: claim for claim in case.claims}
    return [
        Founding(derived.mention.period.first.year, known[derived.proof[0]])
        for derived in case.family.derived
        if derived.rule == "anniversary" and derived.proof[0] in known
        and derived.mention.period and derived.mention.period.first
    ]  # fmt: skip


def undated(case: Case) -> list[Claim]:
    """Anniversaries whose year is not known."""
    return [c for c in _anniversaries(case) if c.period is None]


def _sum(founded: Founding) -> str:
    claim = founded.claim
    if claim.kind == "date" or not claim.period or not claim.period.first:
        return f"stated {founded.year}"
    return f"{claim.period.first.year} - {int(claim.mention.stated or 0)} = {founded.year}"
