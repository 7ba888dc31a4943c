"""A total and all its parts but one give the one that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import add

from audit.derive.known import Known, amount, derived, written
from audit.model import Claim
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric

RULE = "residual"


def derive(known: Known, rulebook: Rulebook) -> Iterator[Claim]:
    for total in known.claims:
        metric = rulebook.metrics.get(total.metric)
        if metric is None or not metric.sum_of or total.period is None:
            continue
        parts = {key: _part(known, total, key) for key in metric.sum_of}
        missing = [rulebook.metrics[key] for key, part in parts.items() if part is None]
        found = [part for part in parts.values() if part is not None]
        roles = _roles(missing, found, rulebook)
        if len(missing) != 1 or not found or roles is None:
            continue
        held = amount(total, rulebook) - reduce(add, (amount(p, rulebook) for p in found))
        if held.low > 0:  # else the total is told too roughly to leave anything
            formula = " - ".join(written(c) for c in (total, *found))
            yield derived(
                RULE, total, found, held, formula,
                metric=missing[0], roles=roles, period=total.period,
            )  # fmt: skip


def _part(known: Known, total: Claim, metric: str) -> Claim | None:
    """The part of the same countries, time, unit and mood."""
    return next(
        (
            c
            for c in known.of(metric)
            if (c.period, c.modality, c.mention.unit, c.filters)
            == (total.period, total.modality, total.mention.unit, total.filters)
            and {key for _, key in c.roles} == {key for _, key in total.roles}
        ),
        None,
    )


def _roles(
    missing: list[Metric], found: list[Claim], rulebook: Rulebook
) -> tuple[tuple[str, str], ...] | None:
    """The missing part's home is that of the part that is known: who exports also imports."""
    if len(missing) != 1 or not found:
        return None
    metric, other = missing[0], rulebook.metrics[found[0].metric]
    filled = dict(found[0].roles)
    if not metric.home or not other.home or set(filled) != set(metric.roles) or len(filled) != 2:
        return None
    home = filled.pop(other.home)
    (partner,) = filled.values()
    return tuple(sorted((role, home if role == metric.home else partner) for role in metric.roles))
