"""Which figure of one text speaks of the same thing as which of the other: each is used once."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from audit.comparison import stand
from audit.comparison.figures import Figure
from audit.comparison.likeness import comparable, likeness
from audit.model import Relation
from audit.values import Sets

WELL = 0.45  # least likeness of two figures of one thing
RIVAL = 0.2  # a pair this little less alike that agrees speaks against a conflict


class Pair(Struct, frozen=True):
    score: float
    x: Figure
    y: Figure
    relation: Relation


def pairs(left: Sequence[Figure], right: Sequence[Figure], sets: Sets) -> list[Pair]:
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
        if relation == "disjoint" and any(r != "disjoint" for r in rivals):
            continue
        found.append(Pair(score, left[i], right[j], relation))
    return found
