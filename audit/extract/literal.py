"""The literal set of a statement: which numbers its words commit it to (design, section 4)."""

from __future__ import annotations

from math import log10

from audit.extract.numerals import Numeral, undusted
from audit.model import Hedge

Bounds = tuple[float | None, float | None, bool, bool]  # low, high, low_open, high_open


def granule(value: float, step: float) -> float:
    """Place of the last non-zero digit; half of the next place when that digit is a 5 (85, 650).

    A 5 that stands alone (5, 500) says no more than its place: "more than 500" suggests 500 to 550.
    """
    count = round(abs(value) / step) if step else 0
    if not count:
        return step
    place = step
    while count % 10 == 0:
        count //= 10
        place *= 10
    place = _clean(place)
    return place * 5 if count % 10 == 5 and count > 5 else place


def _clean(place: float) -> float:
    """Powers of ten without the dust of repeated multiplication."""
    power = log10(place) if place > 0 else 0.5
    return 10.0 ** round(power) if abs(power - round(power)) < 1e-9 else place


def bounds(n: Numeral, value: float, step: float, hedge: Hedge, continuous: bool) -> Bounds:
    """The set for a number `value` read to `step`; a `continuous` one was rounded to be written."""
    fine = granule(value, step)
    if hedge == "exact":
        rounded = continuous or n.decimals or n.scale > 100
        half = step / 2 if rounded else 0.0
        return undusted(value - half), undusted(value + half), False, False
    if hedge == "about":
        return undusted(value - fine / 2), undusted(value + fine / 2), False, False
    if hedge == "almost":
        return undusted(value - fine), value, True, True
    if hedge in ("more_than", "at_least"):
        return value, None, hedge == "more_than", False
    if hedge in ("less_than", "at_most"):
        return None, value, False, hedge == "less_than"
    return None, None, False, False
