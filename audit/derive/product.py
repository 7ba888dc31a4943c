"""A value for each and a number of them give the total: GDP per capita times population."""

from __future__ import annotations

from collections.abc import Iterator

from audit.derive.known import Known, amount, derived, written
from audit.model import Claim
from audit.rulebook import Rulebook

RULE = "product"


def derive(known: Known, rulebook: Rulebook) -> Iterator[Claim]:
    for metric in rulebook.metrics.values():
        if len(metric.product_of) != 2:
            continue
        for each in known.of(metric.product_of[0]):
            for units in known.of(metric.product_of[1]):
                if _of_one_thing(each, units):
                    held = amount(each, rulebook) * amount(units, rulebook)
                    formula = f"{written(each)} x {written(units)}"
                    yield derived(
                        RULE, each, [units], held, formula,
                        metric=metric, period=each.period, as_of=each.as_of,
                    )  # fmt: skip


def _of_one_thing(each: Claim, units: Claim) -> bool:
    """Of one country; a head count moves slowly, so its own date may be another."""
    keys = {key for _, key in each.roles} == {key for _, key in units.roles}
    plain = not each.filters and not units.filters
    return keys and plain and bool(each.roles) and each.modality == units.modality == "actual"
