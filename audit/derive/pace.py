"""Two running totals from one start give what was added between their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import permutations

from audit.derive.known import Known, amount, derived, written
from audit.model import Claim, Period
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric

RULE = "pace"


def derive(known: Known, rulebook: Rulebook) -> Iterator[Claim]:
    for metric in rulebook.metrics.values():
        flow = _flow(metric, rulebook) if metric.kind == "cumulative" else None
        if flow is None:
            continue
        for before, after in permutations(known.of(metric.key), 2):
            between = _between(before, after)
            if between:
                held = amount(after, rulebook) - amount(before, rulebook)
                formula = f"{written(after)} - {written(before)}"
                yield derived(RULE, after, [before], held, formula, metric=flow, period=between)


def _flow(metric: Metric, rulebook: Rulebook) -> Metric | None:
    """The flow that the total adds up: the one declared to be part of it."""
    return next((m for m in rulebook.metrics.values() if m.part_of == metric.key), None)


def _between(before: Claim, after: Claim) -> Period | None:
    """The days from one total to the next; None unless both count the same thing from one start."""
    same = all(
        getattr(before, name) == getattr(after, name)
        for name in ("roles", "filters", "definition", "modality")
    )
    starts = [c.period.first if c.period else None for c in (before, after)]
    last = [_last(before), _last(after)]
    if not same or starts[0] is None or starts[0] != starts[1]:
        return None
    if last[0] is None or last[1] is None or last[0] >= last[1]:
        return None
    return Period(last[0] + timedelta(1), last[1])


def _last(claim: Claim) -> date | None:
    return claim.as_of.last if claim.as_of else None
