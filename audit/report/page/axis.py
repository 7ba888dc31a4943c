"""Where a value stands on a line from 0 to 100 percent of its width, and the ticks under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil, floor, isfinite, log10

from msgspec import Struct

from audit import figures

_LOG_FROM = 1e3  # past this ratio a straight axis shows the small values as one point
_MARGIN = 0.08  # of the width, on both sides
_TICKS = 5  # at most about so many: labels must not meet on a phone
_SHORT = ((" trillion", " tn"), (" billion", " bn"), (" million", " m"))


class Tick(Struct, frozen=True):
    x: float
    label: str


class Numbers(Struct, frozen=True):
    """Numbers on a straight or a logarithmic axis; ranks run backwards, the first to the right."""

    low: float
    high: float
    log: bool = False
    backwards: bool = False

    @property
    def note(self) -> str:
        parts = ["logarithmic axis"] if self.log else []
        return ", ".join(parts + (["better ranks to the right"] if self.backwards else []))

    def x(self, value: float) -> float:
        low, high, at = self.low, self.high, min(max(value, self.low), self.high)
        if self.log:
            low, high, at = log10(low), log10(high), log10(at)
        share = (at - low) / (high - low)
        return round(100 * (1 - share if self.backwards else share), 1)

    def ticks(self) -> Iterator[Tick]:
        steps = _decades(self.low, self.high) if self.log else _round_steps(self.low, self.high)
        labels = {short(step): step for step in steps}  # past seven digits two would read the same
        return (Tick(self.x(step), label) for label, step in labels.items())


class Days(Struct, frozen=True):
    """Days as ordinals (`date.toordinal`), with years or months as ticks."""

    low: float
    high: float
    note: str = ""
    backwards: bool = False

    def x(self, value: float) -> float:
        at = min(max(value, self.low), self.high)
        return round(100 * (at - self.low) / (self.high - self.low), 1)

    def ticks(self) -> Iterator[Tick]:
        first, last = date.fromordinal(ceil(self.low)), date.fromordinal(floor(self.high))
        months = (last.year - first.year) * 12 + last.month - first.month
        every = next(
            (n for n in (1, 3, 12, 24, 60, 120, 240, 600) if months / n <= _TICKS + 1), 1200
        )
        begin = (first.year * 12 + first.month - 1) // every * every
        for month in range(begin, last.year * 12 + last.month, every):
            day = date(max(1, month // 12), month % 12 + 1, 1)
            if first <= day <= last:
                yield Tick(self.x(day.toordinal()), f"{day:%Y}" if every >= 12 else f"{day:%b %Y}")


def numbers(values: Iterable[float], *, backwards: bool = False) -> Numbers:
    """An axis that holds these values with room on both sides; infinite ones are not counted."""
    held = sorted(value for value in values if isfinite(value)) or [0.0]
    low, high = held[0], held[-1]
    if low > 0 and high / low > _LOG_FROM:
        room = (high / low) ** _MARGIN
        return Numbers(low / room, high * room, log=True, backwards=backwards)
    room = (high - low or abs(high) or 1.0) * _MARGIN
    return Numbers(low - room, high + room, backwards=backwards)


def days(ordinals: Iterable[int]) -> Days:
    """An axis that holds these days, and a month at least."""
    held = sorted(ordinals)
    room = max(30.0, (held[-1] - held[0]) * _MARGIN)
    return Days(max(1.0, held[0] - room), min(float(date.max.toordinal()), held[-1] + room))


def short(value: float) -> str:
    """`1.62 bn`, `500 m`, `-36`: as it fits under a tick."""
    text = figures.number(value)
    for long, brief in _SHORT:
        text = text.replace(long, brief)
    return text.replace("-", "−")


def _round_steps(low: float, high: float) -> Iterator[float]:
    rough = (high - low) / _TICKS
    power: float = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= rough * 0.999)
    return (n * step for n in range(ceil(low / step), floor(high / step) + 1))


def _decades(low: float, high: float) -> Iterator[float]:
    first, last = ceil(log10(low)), floor(log10(high))
    every = max(1, ceil((last - first) / _TICKS))
    return (10.0**power for power in range(first, last + 1, every))
