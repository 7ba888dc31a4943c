"""What a written number commits to, and how two written numbers stand to each other.

Four sets, after the design of values: the *literal* set decides a conflict; *rounding* and
*truncation* are the two ways in which a last written digit may have come about; the *pragmatic*
set is what a reader would take a hedge to mean, and may raise no more than a tension.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isclose, log10
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from audit.model import Interval, Mention, Period, Relation

Extent = TypeVar("Extent", Interval, Period)
Closeness = Literal["agrees", "refines", "tight", "tension", "disjoint"]


class About(Struct, frozen=True, forbid_unknown_fields=True):
    literal: float
    pragmatic: float


class Bound(Struct, frozen=True, forbid_unknown_fields=True):
    pragmatic: float


class BareRound(Struct, frozen=True, forbid_unknown_fields=True):
    literal: float
    share: float


class Sets(Struct, frozen=True, forbid_unknown_fields=True):
    """Widths of the sets, in granules; data in `rules/checks.yaml`."""

    about: About
    bound: Bound
    almost: About
    below: Bound
    bare_round: BareRound
    scaled_round: BareRound


class Reading(Struct, frozen=True):
    """A number as it is compared: signed, and in the unit of the comparison."""

    literal: Interval
    pragmatic: Interval
    truncation: Interval
    point: float | None  # the written number, if one is written
    step: float
    granule: float
    hedge: str


class Outcome(Struct, frozen=True):
    relation: Relation  # of the literal sets
    closeness: Closeness
    reading: Literal["written", "rounding", "truncation"] = "written"  # the one that was needed


TEN = 10
MULTIPLE = "times"  # unit of a growth that is told in multiples


def held_in(unit: str | None) -> str | None:
    """The unit in which figures told in `unit` are held against others: multiples as percent."""
    return "percent" if unit == MULTIPLE else unit


def in_percent(mention: Mention) -> Mention:
    """A growth in multiples as one in percent: what grew 2.5 times grew by 150 %, or, as many
    write it, by 250 %; others are returned as they are."""
    if mention.unit != MULTIPLE or mention.stated is None:
        return mention
    low = None if mention.low is None else 100 * (mention.low - 1)
    high = None if mention.high is None else 100 * mention.high
    return replace(
        mention, unit="percent", stated=100 * (mention.stated - 1), low=low, high=high,
        step=100 * (mention.step or 1.0), granule=100 * (mention.granule or 1.0),
    )  # fmt: skip


def reading(mention: Mention, sets: Sets, factor: float = 1.0) -> Reading:
    """The sets of a mention times `factor` (a unit conversion, or -1 for a fall).

    A mention without a number (a date, "dozens") reads as the whole line.
    """
    mention = in_percent(mention)
    step = abs((mention.step or 0.0) * factor)
    granule = abs((mention.granule or mention.step or 0.0) * factor)
    literal = scaled(mention.literal, factor)
    point = None if mention.stated is None else mention.stated * factor
    if point is None:
        return Reading(literal, literal, literal, None, step, granule, mention.hedge)
    if mention.hedge in ("exact", "about") and 0 < literal.width < inf:
        low, high = (point, point + step) if point >= 0 else (point - step, point)
        if mention.hedge == "about":
            low, high = min(low, literal.low), max(high, literal.high)
        truncation = Interval(low, high, high_open=True)
    else:
        truncation = literal
    pragmatic = _pragmatic(mention.hedge, literal, point, granule, sets, factor < 0)
    return Reading(literal, pragmatic, truncation, point, step, granule, mention.hedge)


def scaled(interval: Interval, factor: float) -> Interval:
    if factor >= 0:
        return Interval(
            interval.low * factor, interval.high * factor, interval.low_open, interval.high_open
        )
    return Interval(
        interval.high * factor, interval.low * factor, interval.high_open, interval.low_open
    )


def _pragmatic(
    hedge: str, literal: Interval, point: float, granule: float, sets: Sets, falls: bool
) -> Interval:
    """Where a reader would look for the number: near the bound, not anywhere beyond it."""
    if hedge == "about":
        reach = granule * sets.about.pragmatic
        return Interval(point - reach, point + reach)
    above = hedge in ("more_than", "at_least")
    below = hedge in ("less_than", "at_most", "almost")
    width = {"almost": sets.almost.pragmatic, "less_than": 1.0, "at_most": 1.0}.get(
        hedge, sets.bound.pragmatic
    )
    if (above and not falls) or (below and falls):
        return literal & Interval(high=point + granule * width)
    if below or above:
        return literal & Interval(low=point - granule * width)
    return literal


def outcome(a: Reading, b: Reading, sets: Sets, tight_overlap: float = 0.25) -> Outcome:
    """How b's number stands to a's, their contexts being the same."""
    left, right = _against(a, b, sets), _against(b, a, sets)
    if _same(a, b):
        return Outcome("equal", "agrees")
    if left.meets(right):
        lie = relation(left, right)
        if lie == "overlaps" and _thin(left, right, tight_overlap) and _points_miss(a, b):
            return Outcome(lie, "tight", "rounding")
        if not a.pragmatic.meets(b.pragmatic) and a.hedge != "exact":
            return Outcome(lie, "tension")
        if not a.pragmatic.meets(b.pragmatic) and b.hedge != "exact":
            return Outcome(lie, "tension")
        return Outcome(lie, "refines" if lie != "overlaps" else "agrees")
    if _neighbours(a, b) or _at_the_bound(a, b):
        return Outcome("disjoint", "tight", "rounding")
    if a.truncation.meets(b.truncation) or a.truncation.meets(right) or left.meets(b.truncation):
        return Outcome("overlaps", "tight", "truncation")
    return Outcome("disjoint", "disjoint")


def _same(a: Reading, b: Reading) -> bool:
    if a.point is not None and b.point is not None:
        return a.hedge == b.hedge and isclose(a.point, b.point, rel_tol=1e-9)
    return a.literal == b.literal


def _against(a: Reading, b: Reading, sets: Sets) -> Interval:
    """The literal set of a; a round number gives way to a number that is less round."""
    if b.hedge != "exact" or a.granule <= max(b.granule, 1.0):
        return a.literal
    return loose(a, sets) if _bare(a) else _rounded(a, sets)


def loose(a: Reading, sets: Sets) -> Interval:
    """What a bare round number stands for beside less round ones; of others, the literal set."""
    return _about(a, sets.bare_round) if _bare(a) else a.literal


def _bare(a: Reading) -> bool:
    counted = a.hedge == "exact" and a.literal.width == 0 and a.point is not None
    return counted or _round_thousands(a)


def _rounded(a: Reading, sets: Sets) -> Interval:
    """ "$900 million" has zeros beyond its last place, and stands for what rounds to it."""
    zeros = a.hedge == "exact" and a.granule >= TEN * a.step > 0 and a.point is not None
    wide = _about(a, sets.scaled_round) if zeros else a.literal
    return wide if wide.width > a.literal.width else a.literal


def _about(a: Reading, how: BareRound) -> Interval:
    assert a.point is not None  # noqa: S101 - for the type checker: who asks has looked
    reach = min(a.granule * how.literal, abs(a.point) * how.share)
    return Interval(a.point - reach, a.point + reach)


def beside(readings: Sequence[Reading], sets: Sets) -> list[Reading]:
    """Readings as they stand in one sum: what is round gives way to what is less round."""
    finest = min((r.granule for r in readings if r.hedge == "exact"), default=0.0)
    return [
        replace(r, literal=loose(r, sets)) if r.granule > max(finest, 1.0) else r for r in readings
    ]


def _round_thousands(a: Reading) -> bool:
    """ "1,200 million" is as round as a bare count: its zeros need not have been measured."""
    exact = a.hedge == "exact" and a.point is not None and a.step > 0
    return exact and abs(a.point or 0.0) / a.step >= 1000 and a.granule > a.step


def power_of_ten(left: float, right: float) -> int:
    """The power of ten between two numbers of the same digits; 0 if there is none."""
    if left * right <= 0:
        return 0
    power = round(log10(abs(left / right)))
    return power if power and abs(left / right / 10**power - 1) < 0.005 else 0


def relation(a: Extent, b: Extent) -> Relation:
    """How one interval, or one period, lies to another."""
    if a == b:
        return "equal"
    if not a.meets(b):
        return "disjoint"
    if a.within(b):
        return "a_within_b"
    return "b_within_a" if b.within(a) else "overlaps"


def _thin(a: Interval, b: Interval, share: float) -> bool:
    narrow = min(a.width, b.width)
    return 0 < narrow < inf and (a & b).width < share * narrow


def _points_miss(a: Reading, b: Reading) -> bool:
    return (a.point is None or a.point not in b.literal) and (
        b.point is None or b.point not in a.literal
    )


def _at_the_bound(a: Reading, b: Reading) -> bool:
    """ "30 delegates", "up to 30" and "more than 30 delegates": apart in logic, and no quarrel."""
    same = a.point is not None and b.point is not None and isclose(a.point, b.point, rel_tol=1e-9)
    return same and a.granule > 1


def _neighbours(a: Reading, b: Reading) -> bool:
    """Equal precision and one unit apart in the last place: 702 million and 703 million."""
    if a.point is None or b.point is None or {a.hedge, b.hedge} != {"exact"}:
        return False
    if a.literal.width == 0 or not isclose(a.step, b.step, rel_tol=1e-9):
        return False
    return isclose(abs(a.point - b.point), a.step, rel_tol=1e-6)
