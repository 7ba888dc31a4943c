"""One metric over the times it is told of: a box for each claim, as wide as its period and as high
as its interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import isfinite

from msgspec import Struct

from audit.model import Claim, Family, Result
from audit.report import wording
from audit.report.page import axis, numberline

HEIGHT = 190  # of the plot, in pixels
_TIMES = 2  # fewer are no course
_CLAIMS = 3
Days = tuple[int, int]  # first and last, as ordinals


class Box(Struct, frozen=True):
    left: float  # percent of the width
    width: float
    top: float  # pixels
    height: float
    point: float | None  # pixels
    planned: bool
    claim: Claim


class Mark(Struct, frozen=True):
    y: float
    label: str


class Timeline(Struct, frozen=True):
    label: str
    unit: str
    note: str
    boxes: tuple[Box, ...]  # in order of time
    times: tuple[axis.Tick, ...]
    marks: tuple[Mark, ...]


def timelines(result: Result, most: int) -> list[Timeline]:
    """Those with most claims first, at most so many."""
    found = filter(None, map(_timeline, result.families))
    return sorted(found, key=lambda t: (-len(t.boxes), t.label))[:most]


def _timeline(family: Family) -> Timeline | None:
    claims = _of_one_measure(family)
    unit = Counter(c.mention.unit for c in claims).most_common(1)[0][0] if claims else None
    drawn = [(c, t, v) for c in claims if (t := _time(c)) and (v := numberline.value(c, unit))]
    if len(drawn) < _CLAIMS or len({t for _, t, _ in drawn}) < _TIMES:
        return None
    across = axis.days([day for _, t, _ in drawn for day in t])
    ends = [e for _, _, v in drawn for e in (v.held.low, v.held.high, v.point) if e is not None]
    up = axis.numbers(ends, backwards=claims[0].kind == "rank")
    return Timeline(
        label=_label(family),
        unit=wording.unit(claims[0].mention),
        note=up.note.replace("to the right", "at the top"),
        boxes=tuple(sorted(_boxes(drawn, across, up), key=lambda b: (b.left, b.top))),
        times=tuple(across.ticks()),
        marks=tuple(Mark(_y(tick.x), tick.label) for tick in up.ticks()),
    )


def _of_one_measure(family: Family) -> list[Claim]:
    """The family's own claims of the whole: not its growth, not a sector's part, nothing derived."""
    every = [c for g in family.groups for c in g.claims if c.metric == family.metric]
    return [c for c in every if not (c.filters or c.proof or c.term or c.is_open)]


def _time(claim: Claim) -> Days | None:
    time = claim.period or claim.as_of
    if time is None or time.first is None or time.last is None:
        return None
    return time.first.toordinal(), time.last.toordinal()


def _boxes(
    drawn: Sequence[tuple[Claim, Days, numberline.Value]], across: axis.Days, up: axis.Numbers
) -> Iterator[Box]:
    for claim, time, value in drawn:
        left, right = across.x(time[0]), across.x(time[1] + 1)
        ends = (value.held.low, value.held.high)
        low, high = (up.x(e) if isfinite(e) else 100.0 * (e > 0) for e in ends)
        top, bottom = sorted((_y(low), _y(high)))
        yield Box(
            left=left,
            width=round(max(right - left, 0.8), 2),
            top=top,
            height=round(max(bottom - top, 2.0), 1),
            point=None if value.point is None else _y(up.x(value.point)),
            planned=claim.modality != "actual",
            claim=claim,
        )


def _y(share: float) -> float:
    return round(HEIGHT * (1 - share / 100), 1)


def _label(family: Family) -> str:
    """The family's name: what the labels of its own groups share, so without their time."""
    own = [g for g in family.groups if g.claims[0].metric == family.metric]
    labels = [" ".join(group.label.split()).split(", ") for group in own]
    shared = [parts[0] for parts in zip(*labels, strict=False) if len(set(parts)) == 1]
    return ", ".join(shared or labels[0])
