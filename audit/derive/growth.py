"""A value and its growth give the value of the year before; a base and its growth the next one."""

from __future__ import annotations

from collections.abc import Iterator

from audit.derive.known import Known, amount, derived, written
from audit.model import Claim, Interval, Period
from audit.rulebook import Rulebook
from audit.values import reading

RULE = "growth"
SUFFIX = (
    ".growth"  # a metric of its own for growth ("GDP growth") is in real terms: no base follows
)
YEAR = 366


def derive(known: Known, rulebook: Rulebook) -> Iterator[Claim]:
    for grown in known.claims:
        before = year_before(grown.period)
        if not grown.metric.endswith(SUFFIX) or grown.mention.unit != "percent" or not before:
            continue
        values = _levels(known, grown, grown.period)
        bases = _levels(known, grown, before)
        rate, sign = growth(grown, rulebook), "-" if grown.mention.direction == "down" else "+"
        if values:
            formula = f"{written(values[0])} / (1 {sign} {grown.mention.text})"
            held = amount(values[0], rulebook) / rate
            yield derived(RULE, values[0], [grown], held, formula, period=before)
        elif bases:
            formula = f"{written(bases[0])} x (1 {sign} {grown.mention.text})"
            held = amount(bases[0], rulebook) * rate
            yield derived(RULE, bases[0], [grown], held, formula, period=grown.period)


def _levels(known: Known, grown: Claim, period: Period | None) -> list[Claim]:
    """Values of the metric that grew, in its roles and filters, for this period."""
    metric = grown.metric.removesuffix(SUFFIX)
    found = known.at((metric, grown.roles, period, grown.filters, grown.modality))
    return [c for c in found if c.mention.stated is not None or c.proof]


def year_before(period: Period | None) -> Period | None:
    """The same days of the year before."""
    if not period or not period.first or not period.last or period.first.year < 2:
        return None
    if (period.last - period.first).days > YEAR:
        return None
    return period.moved(-1)


def growth(claim: Claim, rulebook: Rulebook) -> Interval:
    """1 + g as an interval; a fall is below one, and nothing falls below nothing."""
    factor = -0.01 if claim.mention.direction == "down" else 0.01
    change = reading(claim.mention, rulebook.checks.sets, factor).literal
    return Interval(max(0.0, 1 + change.low), max(0.0, 1 + change.high))
