"""Which figure of one text speaks of the same thing as which of the other: each is used once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from audit.comparison import stand
from audit.comparison.axes import EVENT
from audit.comparison.figures import Figure
from audit.comparison.likeness import apart, comparable, likeness
from audit.comparison.stand import Standing
from audit.comparison.vocabulary import Terms
from audit.values import Sets

WELL = 0.4  # least likeness of two figures of one thing
RIVAL = 0.2  # a pair this little less alike that agrees speaks against a conflict
SAME_RIVAL = 0.5  # and one of equal numbers even from this far
OPPOSED = 0.25  # least weight of a word that two events of one date must share


class Pair(Struct, frozen=True):
    score: float
    x: Figure
    y: Figure
    standing: Standing


class _Candidate(Struct, frozen=True):
    score: float
    i: int
    j: int
    standing: Standing
    apart: bool


def pairs(left: Sequence[Figure], right: Sequence[Figure], sets: Sets, terms: Terms) -> list[Pair]:
    """The pairs of one thing, best first; then the events that stand against each other."""
    every = _candidates(left, right, sets)
    found: list[Pair] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for one in every:
        if one.score < WELL or one.i in taken_left or one.j in taken_right:
            continue
        taken_left.add(one.i)
        taken_right.add(one.j)
        if one.standing.relation != "disjoint" or not (one.apart or _explained(one, every)):
            found.append(Pair(one.score, left[one.i], right[one.j], one.standing))
    return found + list(_opposed(left, right, terms))


def _candidates(left: Sequence[Figure], right: Sequence[Figure], sets: Sets) -> list[_Candidate]:
    every = [
        _Candidate(likeness(x, y), i, j, stand.of_figures(x, y, sets), apart(x, y))
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if comparable(x, y)
    ]
    return sorted(every, key=_rank)


def _rank(one: _Candidate) -> tuple[float, int, int, int]:
    """Best first; equals in an order that does not change when the texts change sides."""
    return (-round(one.score, 6), abs(one.i - one.j), one.i + one.j, one.i)


def _explained(conflict: _Candidate, every: Sequence[_Candidate]) -> bool:
    """Whether another pair with one of the two figures explains it without a conflict."""
    for one in every:
        if (one.i == conflict.i) == (one.j == conflict.j) or one.apart:
            continue
        reach = SAME_RIVAL if one.standing.relation == "equal" else RIVAL
        if one.standing.relation not in ("disjoint", "none") and one.score > conflict.score - reach:
            return True
    return False


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
                yield Pair(OPPOSED, x, y, Standing("disjoint", "conflict", f"{a} / {b}"))


def _same_date(x: Figure, y: Figure) -> bool:
    if x.period is None or y.period is None or stand.of_periods(x.period, y.period) != "equal":
        return False
    return any(weight > OPPOSED and word in y.context for word, weight in x.context.items())
