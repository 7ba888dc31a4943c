"""Numbers and intervals in words that a reader takes in at once."""

from __future__ import annotations

from math import inf, isfinite

from audit.model import Interval

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
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
