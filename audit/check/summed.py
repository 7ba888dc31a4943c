"""Whether the parts that a text lists make the total that it states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.check.case import Case, finding
from audit.check.distance import difference
from audit.check.judge import value
from audit.check.listed import Listed
from audit.check.numbers import amount, rough, who
from audit.model import Finding, Interval
from audit.values import Reading

SHORT = 0.1  # what a list may fall short of its total by, and still be the list of its parts
EXACT = 100  # written units below which nobody rounds beside exact parts: "30: 14, 12 and five"
ROUND = 0.1  # of a number, at most, that its rounding may hide
ZERO = Interval(0.0, 0.0)


def told(case: Case, code: str, one: Listed) -> Iterator[Finding]:
    """A finding if no rounding makes the sum, and no misreading of the list explains it."""
    unit = one.total.mention.unit
    whole = value(one.total, case.rules)
    parts = [found for part in one.parts if (found := value(part, case.rules))]
    if whole is None or whole.point is None or len(parts) < len(one.parts):
        return
    points = [part.point or 0.0 for part in parts]
    held, gap = _sum(parts), sum(points) - whole.point
    if held.meets(slack(whole)) or abs(gap) > SHORT * whole.point:
        return
    if (gap > 0 and _one_too_many(parts, whole)) or (gap < 0 and not _all_told(case, one, held)):
        return
    yield finding(
        case, code, "conflict", [one.total, *one.parts],
        f"{case.about(one.total)}: {who(one.total)} against its parts, {one.words}",
        arithmetic=_arithmetic(points, held, whole, unit), escape=_escape(gap, sum(points), unit),
        severity="warning", material=difference(held, whole.literal),
    )  # fmt: skip


def _arithmetic(points: Sequence[float], held: Interval, whole: Reading, unit: str | None) -> str:
    written = " + ".join(amount(point, unit) for point in points)
    text = f"{written} = {amount(sum(points), unit)}; stated {amount(whole.point or 0.0, unit)}"
    stated = slack(whole)
    if not held.width and not stated.width:
        return text
    return f"{text}; with rounding {rough(held, unit)} / {rough(stated, unit)}"


def slack(reading: Reading) -> Interval:
    """All that a number in a list may stand for: rounded, cut off, or round itself ("600 workers").

    A number below a hundred written units is as exact as it looks.
    """
    point, step = reading.point, reading.step
    if reading.hedge != "exact" or point is None:
        return reading.literal
    ends = (reading.literal, reading.truncation)
    low, high = min(one.low for one in ends), max(one.high for one in ends)
    units = abs(point) / step if step else 0.0
    if units >= EXACT:
        reach = min(_place(round(units)) * step / 2, ROUND * abs(point))
        low, high = min(low, point - reach), max(high, point + reach)
    return Interval(low, high)


def _place(units: int) -> int:
    """The place of the last digit that is not zero: 10 of 640, 100 of 600."""
    place = 1
    while units and units % 10 == 0:
        units, place = units // 10, place * 10
    return place if place > 1 else 0


def _sum(parts: Sequence[Reading]) -> Interval:
    return sum((slack(part) for part in parts), ZERO)


def _one_too_many(parts: Sequence[Reading], whole: Reading) -> bool:
    """Whether the list adds up without one of its numbers, which is then a part of another."""
    rest = (_sum([*parts[:i], *parts[i + 1 :]]) for i in range(len(parts)))
    return any(held.meets(slack(whole)) for held in rest)


def _all_told(case: Case, one: Listed, held: Interval) -> bool:
    """Whether the list leaves nothing out, and no figure beside it is what it lacks."""
    total = value(one.total, case.rules)
    others = (value(claim, case.rules) for claim in one.beside
              if claim.mention.unit in (one.total.mention.unit, None))  # fmt: skip
    return one.whole and not any(
        other and total and (held + other.literal).meets(total.literal) for other in others
    )


def _escape(gap: float, summed: float, unit: str | None) -> str:
    off = amount(abs(gap), unit)
    less = f"less, or if {off} were counted in two of them"
    way = f"more, or if the list left {off} out" if gap < 0 else less
    return f"consistent if the total were {amount(summed, unit)}, if the parts were {off} {way}"
