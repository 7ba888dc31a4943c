"""Which figure of one text speaks of the same thing as which of the other: each is used once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from audit.comparison import stand
from audit.comparison.axes import EVENT
from audit.comparison.figures import Figure
from audit.comparison.likeness import comparable, likeness
from audit.comparison.vocabulary import Terms
from audit.model import Relation
from audit.values import Sets

WELL = 0.45  # least likeness of two figures of one thing
RIVAL = 0.2  # a pair this little less alike that agrees speaks against a conflict
OPPOSED = 0.25  # least share of words of two events that one day cannot hold both of


class Pair(Struct, frozen=True):
    score: float
    x: Figure
    y: Figure
    relation: Relation


def pairs(left: Sequence[Figure], right: Sequence[Figure], sets: Sets, terms: Terms) -> list[Pair]:
    """The pairs of one thing, best first; then the events that stand against each other."""
    every = [
        (likeness(x, y), i, j, stand.of_figures(x, y, sets))
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if comparable(x, y)
    ]
    found: list[Pair] = []
    used: set[tuple[str, int]] = set()
    for score, i, j, relation in sorted(every, key=lambda one: (-one[0], one[1], one[2])):
        if score < WELL or ("l", i) in used or ("r", j) in used:
            continue
        used |= {("l", i), ("r", j)}
        rivals = [r for s, k, m, r in every if (k == i) != (m == j) and s > score - RIVAL]
        settled = stand.settled(left[i], right[j], relation)
        if settled == "none" or (relation == "disjoint" and any(r != "disjoint" for r in rivals)):
            continue
        found.append(Pair(score, left[i], right[j], settled))
    return found + list(_opposed(left, right, terms))


def _opposed(left: Sequence[Figure], right: Sequence[Figure], terms: Terms) -> Iterator[Pair]:
    """One date, told of two events of which a subject has one: born, and graduated, that day."""
    events = [{one.axes.get(EVENT) for one in side} for side in (left, right)]
    for x in left:
        for y in right:
            a, b = x.axes.get(EVENT), y.axes.get(EVENT)
            if a is None or b is None or a in events[1] or b in events[0]:
                continue
            rivals = any(a in group and b in group for group in terms.words.opposed)
            if rivals and comparable(x, y) and _same_date(x, y):
                yield Pair(OPPOSED, x, y, "disjoint")


def _same_date(x: Figure, y: Figure) -> bool:
    if x.period is None or y.period is None or stand.of_periods(x.period, y.period) != "equal":
        return False
    shared = sum(weight > OPPOSED for word, weight in x.context.items() if word in y.context)
    return shared > 0
