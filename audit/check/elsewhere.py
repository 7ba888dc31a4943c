"""A figure that stands against another, and that a third claim gives for something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isclose

from audit.check.numbers import dated, who
from audit.model import Cause, Claim
from audit.rulebook import Rulebook

TELLING = 10  # written units from which a number is no chance: 1.2 billion is 12
CHANGES = (".growth", ".change")


def found(one: Claim, other: Claim, family: Iterable[Claim], rules: Rulebook) -> Iterator[Cause]:
    """Claims of other documents that give the number of `one` for another period, metric or role:
    it may have been put into the wrong place; never the claim that it is held against."""
    home = (one.source, one.item)
    for claim in sorted(family):
        if claim.id in (one.id, other.id) or claim.proof or (claim.source, claim.item) == home:
            continue
        kind = _same_number(one, claim) and _elsewhere(one, claim, rules)
        if kind:
            text = f"would agree if “{one.mention.text}” were {_place(claim, kind, rules)}, as in {who(claim)}"
            yield Cause(kind, text)


def _same_number(a: Claim, b: Claim) -> bool:
    one, two = a.mention, b.mention
    if one.stated is None or two.stated is None or one.unit != two.unit:
        return False
    telling = abs(one.stated) >= TELLING * (one.step or 1.0)
    return telling and one.hedge == two.hedge and isclose(one.stated, two.stated, rel_tol=1e-9)


def _elsewhere(one: Claim, claim: Claim, rules: Rulebook) -> str | None:
    """In which single slot the claim differs from this one."""
    if one.filters != claim.filters or one.modality != claim.modality:
        return None
    if (one.metric, one.roles) == (claim.metric, claim.roles):
        return "year off by one" if _next_year(one, claim) else None
    if one.period != claim.period or one.period is None:
        return None
    if one.metric == claim.metric:
        swapped = sorted(k for _, k in one.roles) == sorted(k for _, k in claim.roles)
        return "sides swapped" if swapped else None
    if _root(one) == _root(claim) and one.roles == claim.roles:
        return "by or to"
    return "exports and imports swapped" if _siblings(one, claim, rules) else "another metric"


def _next_year(a: Claim, b: Claim) -> bool:
    if a.period is None or b.period is None or a.period.first is None:
        return False
    return b.period in (a.period.moved(1), a.period.moved(-1))


def _root(claim: Claim) -> str:
    for change in CHANGES:
        if claim.metric.endswith(change):
            return claim.metric.removesuffix(change)
    return claim.metric


def _siblings(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether both are parts of one total: exports and imports."""
    wholes = (metric.sum_of for metric in rules.metrics.values())
    return any(a.metric in parts and b.metric in parts for parts in wholes)


def _place(claim: Claim, kind: str, rules: Rulebook) -> str:
    if kind == "year off by one":
        return f"of {dated(claim)}"
    if kind == "sides swapped":
        between = " – ".join(rules.atlas.label(key) for _, key in claim.roles)
        return f"the {claim.label} of {between}"
    return "the change" if kind == "by or to" else f"the {claim.label}"
