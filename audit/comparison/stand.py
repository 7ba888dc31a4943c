"""How one figure stands to another of the same thing."""

from __future__ import annotations

from math import isclose

from audit.comparison.bounds import NO_YEAR
from audit.comparison.figures import Figure
from audit.model import Mention, Period, Relation
from audit.rulebook.units import factor
from audit.values import Sets, outcome, reading

BOUNDS = frozenset(("more_than", "less_than", "at_least", "at_most", "almost"))


def of_figures(x: Figure, y: Figure, sets: Sets) -> Relation:
    if x.time:
        return of_periods(x.period or Period(), y.period or Period())
    return of_numbers(x.mention, y.mention, sets)


def settled(x: Figure, y: Figure, relation: Relation) -> Relation:
    """The relation, or "none" where a negation or another day makes two sets no quarrel."""
    if relation == "disjoint" and (x.denied != y.denied or _counted_on(x, y) or _grown(x, y)):
        return "none"
    return relation


def _counted_on(x: Figure, y: Figure) -> bool:
    """Two days on which counts were taken are no quarrel about a day."""
    return x.time and x.as_of and y.as_of


def _grown(x: Figure, y: Figure) -> bool:
    """More at a later day is growth, whatever was counted."""
    a, b = x.mention, y.mention
    if x.time or x.day is None or y.day is None or a.stated is None or b.stated is None:
        return False
    days = (y.day - x.day).days
    return days != 0 and a.unit != "percent" and (b.stated > a.stated) == (days > 0)


def of_numbers(a: Mention, b: Mention, sets: Sets) -> Relation:
    """The relation of b's set to a's; a number against a bound at that very number is a point."""
    scale = factor(b.unit, a.unit) or 1.0
    if a.stated is not None and b.stated is not None and isclose(a.stated, b.stated * scale):
        if a.hedge == "exact" and b.hedge in BOUNDS:
            return _at_bound(b, "a_within_b")
        if b.hedge == "exact" and a.hedge in BOUNDS:
            return _at_bound(a, "b_within_a")
    return outcome(reading(a, sets), reading(b, sets, scale), sets).relation


def _at_bound(bound: Mention, inside: Relation) -> Relation:
    """Against "more than 38", 38 is outside; but headlines cut "more than 100" down to 100."""
    if bound.hedge in ("at_least", "at_most"):
        return inside
    rounded = bound.hedge == "almost" or (bound.granule or 1.0) > (bound.step or 1.0)
    return "overlaps" if rounded else "disjoint"


def of_periods(a: Period, b: Period) -> Relation:
    a, b = _in_year(a, b), _in_year(b, a)
    if a == b:
        return "equal"
    if not a.meets(b):
        return "disjoint"
    if a.within(b):
        return "a_within_b"
    return "b_within_a" if b.within(a) else "overlaps"


def _in_year(period: Period, other: Period) -> Period:
    """A day without a year is laid into the year of the other."""
    own = period.first or period.last
    year = other.first or other.last
    if own is None or year is None or own.year > NO_YEAR + 1:
        return period
    return period.moved(year.year - own.year)
