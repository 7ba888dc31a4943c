"""The slips of a pen between two figures of one thing, each only where it explains the whole gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isclose

from audit.model import Cause, Mention
from audit.rulebook.lexicon import Lexicon
from audit.values import Reading, power_of_ten

_NUMERAL = re.compile(r"\d[\d.,\s]*")
_WORD = re.compile(r"[^\W\d_]+")
PERCENT_OR_POINTS = Cause(
    "percent or points", "would agree if both are percent, or both percentage points"
)
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,])")


def between(
    a: Mention, b: Mention, left: Reading, right: Reading, lexicon: Lexicon
) -> Iterator[Cause]:
    """Causes of the gap between two figures, the likeliest first; readings are in one unit."""
    if a.stated == b.stated and {a.unit, b.unit} == {"percent", "percentage_point"}:
        yield PERCENT_OR_POINTS
    if left.point is None or right.point is None:
        return
    if left.point == -right.point:
        yield Cause("rise or fall", "would agree if both were a rise, or both a fall")
    power = _power(left, right)
    if power:
        yield _scale(a, b, power, lexicon)
    if swapped(left, right):
        yield Cause(
            "digits swapped", f"would agree if two digits changed places (“{a.text}” / “{b.text}”)"
        )


def _power(left: Reading, right: Reading) -> int:
    """The power of ten that makes one the other, as written or as the coarser one rounds it."""
    if left.point is None or right.point is None or left.hedge != right.hedge:
        return 0
    power = power_of_ten(left.point, right.point)
    raised = right.point * 10.0**power
    step = max(left.step, right.step * 10.0**power)
    exact = isclose(left.point, raised, rel_tol=1e-9)
    return power if power and (exact or abs(left.point - raised) <= step / 2) else 0


def _scale(a: Mention, b: Mention, power: int, lexicon: Lexicon) -> Cause:
    one, two = (_scale_word(m, lexicon) for m in (a, b))
    if one and two and one != two:
        text = f"would agree if both were in {one}s, or both in {two}s"
        return Cause("million or billion", text)
    small = b if power > 0 else a
    mark = _THOUSANDS.search(small.text)
    if abs(power) == 3 and mark:
        text = f"would agree if the mark in “{mark.group()}” parted thousands"
        return Cause("thousands separator", text)
    times = f"{10 ** abs(power):,}"
    return Cause("power of ten", f"would agree if “{small.text}” were {times} times as much")


def _scale_word(mention: Mention, lexicon: Lexicon) -> str | None:
    """ "million" of "$1.2mn"; None where no such word follows the numeral."""
    numeral = _NUMERAL.search(mention.text)
    word = _WORD.search(mention.text, numeral.end()) if numeral else None
    scales = lexicon.scales | lexicon.short_scales
    size = scales.get(word.group().lower()) if word else None
    return next((name for name, value in scales.items() if value == size), None)


def swapped(left: Reading, right: Reading) -> bool:
    """Whether two neighbouring digits of equally fine numbers changed places: 1.26 and 1.62."""
    if left.point is None or right.point is None or left.hedge != right.hedge:
        return False
    step = max(left.step, right.step)
    if step <= 0 or left.point * right.point < 0:
        return False
    one, two = (_digits(reading.point or 0.0, step) for reading in (left, right))
    if one is None or two is None or len(one) != len(two):
        return False
    apart = [i for i, (x, y) in enumerate(zip(one, two, strict=True)) if x != y]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == two[apart[1]]
        and one[apart[1]] == two[apart[0]]
    )


def _digits(number: float, step: float) -> str | None:
    """The written digits; None if the number is finer than the step."""
    count = abs(number) / step
    return f"{round(count)}" if isclose(count, round(count), rel_tol=1e-9) else None
