"""All that the figures of a list may stand for, so that no sum is missed by rounding alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from audit.model import Interval
from audit.values import Reading

EXACT = 100  # written units below which nobody rounds beside exact parts: "30: 14, 12 and five"
ROUND = 0.1  # of a number, at most, that its rounding may hide


def slack(reading: Reading, finest: float = inf) -> Interval:
    """A number rounded, cut off, or round itself ("600 workers").

    One below a hundred written units is as exact as it looks, and one of several that are told
    together is as exact as the `finest` of them.
    """
    point = reading.point
    if reading.hedge != "exact" or point is None:
        return reading.literal
    ends = (reading.literal, reading.truncation)
    place = min(_place(reading), finest)
    reach = min(place / 2, ROUND * abs(point)) if place > reading.step else 0.0
    low, high = min(one.low for one in ends), max(one.high for one in ends)
    return Interval(min(low, point - reach), max(high, point + reach))


def added(parts: Sequence[Reading]) -> Interval:
    """All that the parts of one list can come to."""
    finest = min((_place(part) for part in parts if part.hedge == "exact"), default=inf)
    return sum((slack(part, finest) for part in parts), Interval(0.0, 0.0))


def written(parts: Sequence[Reading]) -> Interval:
    """What they come to as far as their last digits go."""
    return sum((part.literal for part in parts), Interval(0.0, 0.0))


def _place(reading: Reading) -> float:
    """The place of the last digit that is not zero: 10 of 640, 100 of 600."""
    units = round(abs(reading.point or 0.0) / reading.step) if reading.step else 0
    zeros = len(str(units)) - len(str(units).rstrip("0")) if units >= EXACT else 0
    return reading.step * 10.0**zeros
