"""How surely two figures are of one thing: the words around them, nouns, axes and the day."""

from __future__ import annotations

from audit.comparison.figures import Figure
from audit.rulebook.units import dimension, factor

SAME_NOUN = 0.15
SAME_AXIS = 0.1
SAME_PLACE = 0.05
OTHER_NOUN = 0.25
OTHER_AXIS = 0.5
ONE_EVENT = 0.1  # one date has an event, the other none
OTHER_DAY = 0.3
LEAST = 1.0  # contexts poorer than one whole word are read as that


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
    return score + _nouns(x, y) + _axes(x, y) + _day(x, y)


def _nouns(x: Figure, y: Figure) -> float:
    if not x.nouns or not y.nouns:
        return 0.0
    return SAME_NOUN if x.nouns & y.nouns else -OTHER_NOUN


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
