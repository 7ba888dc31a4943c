"""How surely two figures are of one thing: the words around them, nouns, axes and the day."""

from __future__ import annotations

from math import isclose

from audit.comparison.figures import Figure
from audit.rulebook.units import dimension, factor

SAME_NOUN = 0.15
SAME_AXIS = 0.3
SAME_NUMBER = 0.25  # a number that both texts hold is the same one
SAME_PLACE = 0.05
OTHER_NOUN = 0.25
NO_NOUN = 0.1
OTHER_AXIS = 0.5
OTHER_PLACES = 0.3  # countries named by each, none by both
OTHER_PART = 0.5  # "other", "more", "original" beside one of the two
ONE_EVENT = 0.1  # one date has an event, the other none
OTHER_DAY = 0.5
FAR = 0.15  # numbers of another order of magnitude
FAR_TIMES = 5.0
LEAST = 2.5  # contexts poorer than this many words are read as that


def comparable(x: Figure, y: Figure) -> bool:
    a, b = x.mention, y.mention
    ranked = ("rank", "ordinal")
    if x.time != y.time or (a.kind in ranked) != (b.kind in ranked):
        return False
    if x.time:
        return x.period is not None and y.period is not None
    if a.kind == "ordinal" and x.nouns and y.nouns and not x.nouns & y.nouns:
        return False
    return dimension(a.unit) == dimension(b.unit) and factor(a.unit, b.unit) is not None


def likeness(x: Figure, y: Figure) -> float:
    shared = sum(min(w, y.context[t]) for t, w in x.context.items() if t in y.context)
    least = max(LEAST, min(sum(x.context.values()), sum(y.context.values())))
    score = shared / least + (SAME_PLACE if x.place == y.place else 0.0)
    return score + _nouns(x, y) + _axes(x, y) + _day(x, y) + _numbers(x, y) + _part(x, y)


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
    for axis, value in x.axes.items():
        if axis in y.axes:
            total += SAME_AXIS if y.axes[axis] == value else -OTHER_AXIS
    if x.time and ("event" in x.axes) != ("event" in y.axes):
        total -= ONE_EVENT
    return total


def _day(x: Figure, y: Figure) -> float:
    """Counts of two days are two counts."""
    if x.time or x.period is None or y.period is None:
        return 0.0
    return 0.0 if x.period.meets(y.period) else -OTHER_DAY


def _numbers(x: Figure, y: Figure) -> float:
    if x.time:
        return SAME_NUMBER if x.period == y.period else 0.0
    a, b = x.mention.stated, y.mention.stated
    if a is None or b is None:
        return 0.0
    b *= factor(y.mention.unit, x.mention.unit) or 1.0
    if isclose(a, b, rel_tol=1e-9):
        return SAME_NUMBER
    far = min(abs(a), abs(b)) * FAR_TIMES < max(abs(a), abs(b))
    return -FAR if far else 0.0


def _part(x: Figure, y: Figure) -> float:
    total = -OTHER_PART if x.part != y.part else 0.0
    if x.countries and y.countries and not x.countries & y.countries:
        total -= OTHER_PLACES
    return total
