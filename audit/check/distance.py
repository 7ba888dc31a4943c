"""How far apart two sets of numbers are, in figures and in words."""

from __future__ import annotations

from math import isfinite

from audit.check.numbers import amount, interval
from audit.model import Interval

TEN_PERCENT = 0.1
TIMES_TEN = 9.0  # ten times a number is nine times it more


def apart(a: Interval, b: Interval) -> float:
    """The gap between two intervals as a share of its lower end; 0 where they meet."""
    common = a & b
    if not common.empty:
        return 0.0
    low = min(abs(common.low), abs(common.high))
    width = abs(common.low - common.high)
    return width / low if low and isfinite(low) else width


def difference(a: Interval, b: Interval) -> str | None:
    """The material difference of two sets of numbers: sign, power of ten, more than 10 %."""
    if a.meets(b):
        return None
    if a.high <= 0 <= b.low or b.high <= 0 <= a.low:
        return "sign"
    gap = apart(a, b)
    return "power of ten" if gap >= TIMES_TEN else "more than 10 %" if gap > TEN_PERCENT else None


def words(a: Interval, b: Interval, unit: str | None) -> str:
    """Both intervals and the gap between them, or their common part."""
    text = f"{interval(a, unit)} / {interval(b, unit)}"
    common = a & b
    if not common.empty:
        return f"{text}: common part {interval(common, unit)}"
    width = abs(common.low - common.high)
    if unit == "percent":
        return f"{text}: {amount(width, None)} percentage points apart"
    share = apart(a, b) if min(abs(common.low), abs(common.high)) else 0.0
    return f"{text}: {amount(width, unit)} apart{_told(share)}"


def _told(share: float) -> str:
    if share >= TIMES_TEN:
        return f" ({amount(float(round(1 + share)), None)} times)"
    return f" ({100 * share:.1f} %)" if share else ""
