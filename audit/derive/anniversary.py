"""The nth anniversary in a year gives the year of the founding."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from audit.derive.known import Known, derived
from audit.model import Claim, Interval, Period
from audit.rulebook import Rulebook

RULE = "anniversary"


def derive(known: Known, rulebook: Rulebook) -> Iterator[Claim]:
    for claim in known.claims:
        metric = rulebook.metrics.get(claim.metric)
        stated = claim.mention.stated
        first = claim.period.first if claim.period else None
        if metric is None or not metric.counts_from or not first or not stated:
            continue
        year = first.year - int(stated)
        if not year >= 1:
            continue
        founding = derived(
            RULE, claim, [], Interval(), f"{first.year} - {int(stated)}",
            metric=rulebook.metrics[metric.counts_from], period=Period.year(first.year),
        )  # fmt: skip
        mention = replace(
            claim.mention, kind="period", stated=None, low=None, high=None, unit=None, noun=None,
            period=Period.year(year),
        )  # fmt: skip
        text = f"{first.year} - {int(stated)} = {year}"
        yield replace(founding, mention=mention, period=None, arithmetic=text)
