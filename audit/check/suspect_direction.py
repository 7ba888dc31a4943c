"""A208 suspect-direction (warning; the assumption is printed)

Finds: "grew to" a figure that, against the figure of the year before, looks like a fall: for part
of a year the year before is taken pro rata.

Wrong when: the year was uneven, or the growth is against another base.

Example: "grew to 879 million in January-August" after 1.8 billion in the whole year before.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from audit.check.case import Case, finding
from audit.check.distance import difference
from audit.check.judge import value
from audit.check.numbers import amount, interval, rough, who
from audit.model import Claim, Finding, Interval, Period
from audit.values import scaled

CODE = "A208"
CLEAR = 0.95  # a fall under 5 % pro rata may be the season


def find(case: Case) -> Iterator[Finding]:
    levels = [
        c
        for c in case.claims
        if c.period and c.mention.kind != "percent" and c.modality == "actual"
    ]
    for claim in levels:
        before = [c for c in levels if _year_before(claim, c)]
        if claim.mention.direction != "up" or claim.mention.change != "to" or not before:
            continue
        if _by_how_much(case, claim):
            continue
        found = _compared(case, claim, min(before))
        if found:
            yield found


def _by_how_much(case: Case, claim: Claim) -> bool:
    """Whether its sentence says by how much it grew: then its direction is no slip of a word."""
    return any(
        c.metric == f"{claim.metric}.growth" and c.sentence == claim.sentence
        and (c.source, c.item) == (claim.source, claim.item)
        for c in case.claims
    )  # fmt: skip


def _year_before(claim: Claim, other: Claim) -> bool:
    """Whether the other is of the whole year before, on the same metric and roles."""
    first = claim.period.first if claim.period else None
    return (
        first is not None
        and (other.metric, other.roles, other.filters) == (claim.metric, claim.roles, claim.filters)
        and other.period == Period.year(first.year - 1)
    )


def _compared(case: Case, claim: Claim, before: Claim) -> Finding | None:
    unit = claim.mention.unit
    new, old = value(claim, case.rules, unit), value(before, case.rules, unit)
    share = _share(claim.period)
    if new is None or old is None or share is None:
        return None
    expected: Interval = scaled(old.literal, share)
    if new.literal.high >= CLEAR * expected.low:
        return None
    months = round(12 * share)
    part = f" x {months}/12" if months < 12 else ""
    return finding(
        case, CODE, "conflict", [claim, before],
        f"{case.about(claim)}: {who(claim)} is told as growth, and beside {who(before)} it looks like a fall",
        arithmetic=f"{amount(old.point or old.literal.low, unit)}{part} = {rough(expected, unit)}; stated {interval(new.literal, unit)}",
        escape=f"consistent if the same months of the year before came to less than {amount(new.literal.high, unit)}" + (" (assumption: the year before was even)" if part else ""),
        material=difference(new.literal, expected),
    )  # fmt: skip


def _share(period: Period | None) -> float | None:
    """Whole months of a period as a share of a year; None for odd lengths."""
    if not period or not period.first or not period.last or period.first.year != period.last.year:
        return None
    months = period.last.month - period.first.month + 1
    whole = period.first.day == 1 and (period.last + timedelta(days=1)).day == 1
    return months / 12 if whole else None
