"""claims -> claims that follow from them, each with its proof.

Derived values carry their intervals outward and name the claims they came from; a check never lets
one confirm what it came from. Here: growth and value give the value of the year before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.figures import interval
from audit.model import Claim, Interval, Mention, Period
from audit.rulebook import Rulebook
from audit.values import reading

GROWTH = ".growth"


def claims(claims: Iterable[Claim], rulebook: Rulebook) -> Iterator[Claim]:
    """Derived claims of one document: the base of each value that stands with its growth."""
    ordered = sorted(claims)
    levels = {_slot(c, c.metric): c for c in ordered if not c.proof}
    for grown in ordered:
        if not grown.metric.endswith(GROWTH) or grown.mention.unit != "percent":
            continue
        value = levels.get(_slot(grown, grown.metric.removesuffix(GROWTH)))
        before = year_before(grown.period)
        if value and before and value.mention.stated:
            yield _base(value, grown, before, rulebook)


def _slot(claim: Claim, metric: str) -> tuple[object, ...]:
    """What a value and its growth must share."""
    return (metric, claim.roles, claim.period, claim.filters, claim.modality)


def year_before(period: Period | None) -> Period | None:
    """The same days of the year before."""
    if not period or not period.first or not period.last or period.first.year < 2:
        return None
    if (period.last - period.first).days > 366:
        return None
    return period.moved(-1)


def growth(claim: Claim, rulebook: Rulebook) -> Interval:
    """1 + g as an interval; a fall is below one."""
    factor = -0.01 if claim.mention.direction == "down" else 0.01
    change = reading(claim.mention, rulebook.checks.sets, factor).literal
    return Interval(1 + change.low, 1 + change.high, change.low_open, change.high_open)


def _base(value: Claim, grown: Claim, before: Period, rulebook: Rulebook) -> Claim:
    level = reading(value.mention, rulebook.checks.sets).literal
    rate = growth(grown, rulebook)
    low = level.low / rate.high if rate.high > 0 else 0.0
    high = level.high / rate.low if rate.low > 0 else float("inf")
    sign = "-" if grown.mention.direction == "down" else "+"
    text = f"{value.mention.text} / (1 {sign} {grown.mention.text})"
    mention = Mention(
        value.start, value.end, value.mention.kind, value.mention.text,
        low=low, high=high, hedge="range", unit=value.mention.unit,
        step=value.mention.step, granule=value.mention.granule,
    )  # fmt: skip
    return Claim(
        source=value.source, item=value.item, start=value.start, end=value.end, metric=value.metric,
        id=f"d{value.id[1:]}", mention=mention, label=value.label, kind=value.kind, terms=value.terms,
        subject=value.subject, object=value.object, roles=value.roles, filters=value.filters,
        definition=value.definition, period=before, published=value.published, outlet=value.outlet,
        modality=value.modality, sentence=value.sentence, quote=value.quote, line=value.line,
        column=value.column, decided=(*value.decided, *grown.decided), proof=(value.id, grown.id),
        arithmetic=f"{text} = {interval(Interval(low, high), value.mention.unit or '')}",
    )  # fmt: skip
