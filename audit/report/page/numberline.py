"""Competing values on one line: bars for intervals, dots for written numbers, arrows for half-lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, isfinite

from msgspec import Struct

from audit import figures
from audit.model import Claim, Interval
from audit.report import wording
from audit.report.page import axis, evidence
from audit.report.page.evidence import Lettered
from audit.rulebook.units import factor

Across = axis.Numbers | axis.Days
_LANES = 12  # more values than these are in the table only


class Value(Struct, frozen=True):
    """What is drawn of a claim: an interval and a point, in numbers or in days."""

    held: Interval
    point: float | None
    excluded: bool = False  # the written number is a bound that is not reached itself


class Lane(Struct, frozen=True):
    letters: str
    label: str
    left: float  # percent of the width
    right: float
    point: float | None
    arrows: str  # "", "left", "right": where the values go on without end
    hollow: bool  # the point itself is not among the values
    derived: bool


class Stretch(Struct, frozen=True):
    """A part of the line that is shaded: what all values share, or what keeps them apart."""

    kind: str  # "common" or "gap"
    left: float
    width: float
    label: str


class Line(Struct, frozen=True):
    lanes: tuple[Lane, ...]
    ticks: tuple[axis.Tick, ...]
    unit: str
    note: str
    stretch: Stretch | None
    left_out: tuple[str, ...]  # letters of claims in another unit, or past the last lane


def line(claims: Sequence[Lettered], *, one_thing: bool) -> Line | None:
    """The claims on one line; None where none of them has a value that can be drawn.

    `one_thing`: the claims speak of the same thing, so their common part or gap means something.
    """
    unit, drawn = _measured([one for one in claims if not one.claim.term])
    if not drawn:
        return None
    kinds = {one.claim.mention.kind for one, _ in drawn}
    dated = kinds <= {"date", "period"}
    across = _axis([value for _, value in drawn], dated=dated, ranks=kinds <= {"rank"})
    lanes = tuple(_lanes(drawn, across))[:_LANES]
    seen = {letter for lane in lanes for letter in lane.letters.split()}
    return Line(
        lanes=lanes,
        ticks=tuple(across.ticks()),
        unit="time" if dated else unit,
        note=across.note,
        stretch=_stretch([v.held for _, v in drawn], across, unit)
        if one_thing and not dated
        else None,
        left_out=tuple(one.letter for one in claims if one.letter not in seen),
    )


def value(claim: Claim, unit: str | None) -> Value | None:
    """The claim in `unit`, a fall below zero; a date as its days; None where neither is meant."""
    mention = claim.mention
    if mention.kind in {"date", "period"} and mention.stated is None:
        return _days(claim)
    scale = factor(mention.unit, unit)
    if scale is None or (mention.low is None and mention.high is None and mention.stated is None):
        return None
    falls = claim.kind == "rate" or claim.metric.endswith(".change")
    if falls and mention.direction == "down" and (mention.stated or 0) > 0:
        scale = -scale
    low, high = sorted((mention.literal.low * scale, mention.literal.high * scale))
    if mention.stated is None:
        return Value(Interval(low, high), None)
    return Value(Interval(low, high), mention.stated * scale, mention.stated not in mention.literal)


def _days(claim: Claim) -> Value | None:
    period = claim.mention.period
    if period is None or (period.first is None and period.last is None):
        return None
    first = period.first.toordinal() if period.first else -inf
    last = period.last.toordinal() if period.last else inf
    return Value(Interval(first, last), float(first) if first == last else None)


def _measured(claims: Sequence[Lettered]) -> tuple[str, list[tuple[Lettered, Value]]]:
    """The unit that most claims can be told in, and the claims with their values in it."""
    best: tuple[str, list[tuple[Lettered, Value]]] = ("", [])
    for unit in dict.fromkeys(one.claim.mention.unit for one in claims):
        found = [(one, v) for one in claims if (v := value(one.claim, unit))]
        if len(found) > len(best[1]):
            best = (wording.unit(found[0][0].claim.mention), found)
    return best


def _axis(values: Sequence[Value], *, dated: bool, ranks: bool) -> Across:
    ends = [end for v in values for end in (v.held.low, v.held.high, v.point) if end is not None]
    finite = [end for end in ends if isfinite(end)]
    if dated:
        return axis.days([int(end) for end in finite])
    return axis.numbers(finite, backwards=ranks)


class _Key(Struct, frozen=True):
    """Claims of one value and time share a lane."""

    middle: float
    when: str
    value: Value


def _lanes(drawn: Sequence[tuple[Lettered, Value]], across: Across) -> list[Lane]:
    shared: dict[_Key, list[Lettered]] = {}
    times = {evidence.time(one.claim) for one, _ in drawn}
    for one, v in drawn:
        when = evidence.time(one.claim) if len(times) > 1 else ""
        shared.setdefault(_Key(_middle(v), when, v), []).append(one)
    return [_lane(key, shared[key], across) for key in sorted(shared, key=_lowest_first)]


def _lowest_first(key: _Key) -> tuple[float, str, Interval]:
    return key.middle, key.when, key.value.held


def _middle(v: Value) -> float:
    if v.point is not None:
        return v.point
    return v.held.low if isfinite(v.held.low) else v.held.high


def _lane(key: _Key, claims: Sequence[Lettered], across: Across) -> Lane:
    held, point = key.value.held, key.value.point
    ends = (_end(held.low, across), _end(held.high, across))
    open_ends = [
        end for end, at in zip(ends, (held.low, held.high), strict=True) if not isfinite(at)
    ]
    return Lane(
        letters=" ".join(one.letter for one in claims),
        label=", ".join(filter(None, (wording.value(claims[0].claim), key.when))),
        left=min(ends),
        right=max(ends),
        point=None if point is None else across.x(point),
        arrows="".join("right" if end > 50 else "left" for end in open_ends),
        hollow=key.value.excluded,
        derived=all(one.claim.proof for one in claims),
    )


def _end(value: float, across: Across) -> float:
    """Where an interval ends on the line; one without end reaches the edge."""
    if isfinite(value):
        return across.x(value)
    return 100.0 if (value > 0) != across.backwards else 0.0


def _stretch(held: Sequence[Interval], across: Across, unit: str) -> Stretch | None:
    """What the values have in common, else the widest gap: absolute, and as a share of the lower."""
    low, high = max(v.low for v in held), min(v.high for v in held)
    if len(held) < 2 or low == -inf or high == inf:
        return None
    if low <= high:
        text = f"common part: {figures.interval(Interval(low, high), unit)}"
        return _shaded("common", low, high, text, across)
    size = figures.number(low - high)
    share = min(abs(low), abs(high))
    of = "percentage points" if unit == "%" else unit
    relative = f" ({100 * (low - high) / share:.1f} %)" if share and unit != "%" else ""
    return _shaded("gap", high, low, f"{size} {of}".rstrip() + f" apart{relative}", across)


def _shaded(kind: str, low: float, high: float, text: str, across: Across) -> Stretch:
    ends = (across.x(low), across.x(high))
    return Stretch(kind, min(ends), round(max(abs(ends[1] - ends[0]), 0.4), 1), text)
