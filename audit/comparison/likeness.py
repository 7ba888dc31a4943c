"""How surely two figures are of one thing: the words around them, nouns and axes."""

from __future__ import annotations

from math import isclose

from audit.comparison.bounds import yearless
from audit.comparison.figures import Figure
from audit.model import Period
from audit.rulebook.units import dimension, factor

SAME_NOUN = 0.15
SAME_AXIS = 0.3
SAME_NUMBER = 0.25  # a number that both texts hold is the same one
SAME_DAY = 0.15  # both numbers are told of one day
SAME_PLACE = 0.05  # the same turn among as many figures
SAME_SPOT = 0.2
BOTH_CHANGE = 0.15  # both are a rise or a fall
OTHER_NOUN = 0.25
NO_NOUN = 0.1
OTHER_AXIS = 0.5
OTHER_PART = 0.3  # "other", "more", "original" beside one of the two
ONE_AXIS = 0.1  # one figure has a side, the other none
FAR = 0.15  # numbers of another order of magnitude
FAR_TIMES = 5.0
OF_ANOTHER_PLACE = 0.4  # one has a place that the other text gives to another figure
MONTHS = 100  # days: the longest period that a day without a year may be laid into
LEAST = 1.5  # contexts poorer than this many words are read as that


def comparable(x: Figure, y: Figure) -> bool:
    a, b = x.mention, y.mention
    ranked = ("rank", "ordinal")
    if x.time != y.time or (a.kind in ranked) != (b.kind in ranked):
        return False
    if x.time:
        return x.period is not None and y.period is not None and _in_one_year(x.period, y.period)
    if a.kind == "ordinal" and x.nouns and y.nouns and not x.nouns & y.nouns:
        return False
    return dimension(a.unit) == dimension(b.unit) and factor(a.unit, b.unit) is not None


def _in_one_year(a: Period, b: Period) -> bool:
    """A day without a year says nothing of a year, or of more."""
    if yearless(a) == yearless(b):
        return True
    told = b if yearless(a) else a
    return told.first is None or told.last is None or (told.last - told.first).days < MONTHS


def likeness(x: Figure, y: Figure) -> float:
    shared = sum(min(w, y.context[t]) for t, w in x.context.items() if t in y.context)
    least = max(LEAST, min(sum(x.context.values()), sum(y.context.values())))
    score = shared / least + (SAME_PLACE if x.place == y.place else 0.0)
    if x.part != y.part:
        score -= OTHER_PART
    if _elsewhere(x, y) or _elsewhere(y, x):
        score -= OF_ANOTHER_PLACE
    if x.spot and x.spot == y.spot:
        score += SAME_SPOT
    if not x.time and x.day and x.day == y.day:
        score += SAME_DAY
    return score + _nouns(x, y) + _axes(x, y) + _numbers(x, y)


def apart(x: Figure, y: Figure) -> bool:
    """Whether an axis says that the two are of two things."""
    return any(y.axes.get(axis, value) != value for axis, value in x.axes.items())


def _elsewhere(x: Figure, y: Figure) -> bool:
    return x.spot is not None and x.spot != y.spot and x.spot in y.spots


def _nouns(x: Figure, y: Figure) -> float:
    if x.nouns & y.nouns:
        return SAME_NOUN
    if x.time or any(y.axes.get(axis) == value for axis, value in x.axes.items()):
        return 0.0
    if x.nouns and y.nouns:
        return -OTHER_NOUN
    return -NO_NOUN if x.nouns or y.nouns else 0.0


def _axes(x: Figure, y: Figure) -> float:
    total = 0.0
    for axis in sorted(x.axes.keys() | y.axes.keys()):
        if axis not in x.axes or axis not in y.axes:
            total -= ONE_AXIS
        else:
            total += SAME_AXIS if x.axes[axis] == y.axes[axis] else -OTHER_AXIS
    return total


def _numbers(x: Figure, y: Figure) -> float:
    if x.time:
        return SAME_NUMBER if x.period == y.period else 0.0
    a, b = x.mention.stated, y.mention.stated
    if a is None or b is None:
        return 0.0
    change = BOTH_CHANGE if x.mention.direction and y.mention.direction else 0.0
    b *= factor(y.mention.unit, x.mention.unit) or 1.0
    if isclose(a, b, rel_tol=1e-9):
        return change + SAME_NUMBER
    far = min(abs(a), abs(b)) * FAR_TIMES < max(abs(a), abs(b))
    return change - (FAR if far else 0.0)
