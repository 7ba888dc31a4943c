"""Numbers and intervals in words that a reader takes in at once."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from math import ceil, floor, inf, isclose, isfinite, log10

from audit.model import Interval, Period

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def number(value: float) -> str:
    """`1.62 billion`, `10,000`, `83.6`: at most seven significant digits, none of them padding."""
    for scale, name in _SCALES:
        if scale <= abs(value) < inf:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    if not isfinite(value):
        return "unbounded"
    digits = f"{value:,.7g}"
    if "e" in digits:
        digits = f"{value:,.7f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def ordinal(rank: float) -> str:
    """`34th`, `1st`; a rank that is no whole number stays a number."""
    if rank != int(rank):
        return number(rank)
    teens = 10 <= int(rank) % 100 < 20
    return f"{int(rank):,}{'th' if teens else _ENDINGS.get(int(rank) % 10, 'th')}"


def outward(held: Interval, digits: int = 4) -> Interval:
    """The interval with ends of so many significant digits, rounded away from its middle."""
    return Interval(
        _cut(held.low, digits, floor), _cut(held.high, digits, ceil), held.low_open, held.high_open
    )


def _cut(value: float, digits: int, away: Callable[[float], int]) -> float:
    if value == 0 or not isfinite(value):
        return value
    place = digits - 1 - floor(log10(abs(value)))
    moved = value * 10.0**place
    whole = round(moved) if isclose(moved, round(moved), rel_tol=1e-9) else away(moved)
    return whole / 10.0**place


def interval(held: Interval, of: str = "") -> str:
    """The set of numbers, in words: `1.615 billion to 1.625 billion USD`, `more than 500`."""
    tail = f" {of}" if of else ""
    if held.low == held.high:
        return number(held.low) + tail
    if held.low == -inf and held.high == inf:
        return "any number"
    if held.high == inf:
        return f"{'more than' if held.low_open else 'at least'} {number(held.low)}{tail}"
    if held.low == -inf:
        return f"{'less than' if held.high_open else 'at most'} {number(held.high)}{tail}"
    return f"{number(held.low)} to {number(held.high)}{tail}"


def period(held: Period) -> str:
    """`2023`, `January-August 2023`, `2026-02-23 to 2026-03-01`, `since December 1991`."""
    first, last = held.first, held.last
    if first is None or last is None:
        return _open(first, last)
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return f"{first} to {last}"
    begin, end = _MONTHS[first.month - 1], f"{_MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{begin} {first.year} to {end}"
    return end if first.month == last.month else f"{begin}-{end}"


def _open(first: date | None, last: date | None) -> str:
    """An end that falls on the first day of a year or month says no more than these."""
    day, word = (first, "since") if first else (last, "until")
    if day is None:
        return "at any time"
    if (day.month, day.day) in ((1, 1), (12, 31)):
        return f"{word} {day.year}"
    whole = day.day == 1 if first else day.day == monthrange(day.year, day.month)[1]
    return f"{word} {_MONTHS[day.month - 1]} {day.year}" if whole else f"{word} {day}"
