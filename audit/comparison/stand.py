"""How one figure stands to another of the same thing."""

from __future__ import annotations

from math import isclose

from msgspec import Struct

from audit.comparison.bounds import yearless
from audit.comparison.figures import Figure
from audit.model import Mention, Period, Relation
from audit.rulebook.units import factor
from audit.values import Sets, outcome, reading, relation

_BOUNDS = frozenset(("more_than", "less_than", "at_least", "at_most", "almost"))
_VERDICTS = {"disjoint": "conflict", "equal": "agrees", "overlaps": "agrees"}


class Standing(Struct, frozen=True):
    relation: Relation
    verdict: str  # agrees, refines, tight, tension, conflict, unverifiable
    note: str = ""  # why sets that miss each other are no quarrel


def of_figures(x: Figure, y: Figure, sets: Sets) -> Standing:
    """The relation of y's set to x's; "none" where a negation or a day makes it no quarrel."""
    if x.time:
        found = of_relation(of_periods(x.period or Period(), y.period or Period()))
    else:
        found = of_numbers(x.mention, y.mention, sets)
    if found.relation != "disjoint":
        return found
    note = _excuse(x, y)
    if note:
        return Standing("none", "unverifiable", note)
    if not x.time and (x.day is None) != (y.day is None):
        return Standing("disjoint", "unverifiable", "one of them gives no date")
    return found


def of_relation(relation: Relation) -> Standing:
    return Standing(relation, _VERDICTS.get(relation, "refines"))


def of_numbers(a: Mention, b: Mention, sets: Sets) -> Standing:
    """The relation of b's set to a's; a number against a bound at that very number is a point.

    A rise and a fall have different signs, so "rose 20 %" and "fell 20 %" miss each other.
    """
    scale = factor(b.unit, a.unit) or 1.0
    if (
        a.direction
        and b.direction
        and a.direction != b.direction
        and "to" not in (a.change, b.change)
    ):
        scale = -scale
    elif a.stated is not None and b.stated is not None and isclose(a.stated, b.stated * scale):
        if a.hedge == "exact" and b.hedge in _BOUNDS:
            return _at_bound(b, "a_within_b")
        if b.hedge == "exact" and a.hedge in _BOUNDS:
            return _at_bound(a, "b_within_a")
    found = outcome(reading(a, sets), reading(b, sets, scale), sets)
    return Standing(found.relation, _VERDICTS.get(found.closeness, found.closeness))


def _at_bound(bound: Mention, inside: Relation) -> Standing:
    """Against "more than 38", 38 is outside; but headlines cut "more than 100" down to 100."""
    if bound.hedge in ("at_least", "at_most"):
        return Standing(inside, "refines")
    rounded = bound.hedge == "almost" or (bound.granule or 1.0) > (bound.step or 1.0)
    return Standing("overlaps" if rounded else "disjoint", "tight")


def _excuse(x: Figure, y: Figure) -> str:
    if x.denied != y.denied:
        return "one of them is denied"
    if x.time and x.as_of and y.as_of:
        return "days on which something was counted"
    if not x.time and x.period and y.period and not x.period.meets(y.period):
        return "of another day or period"
    if not x.time and x.part != y.part:
        return "one of them is a part, a rest or a change"
    if x.places and y.places and not (_named(x, y) or _named(y, x)):
        return "of two places"
    if _moved_on(x.mention, y.mention) or _moved_on(y.mention, x.mention):
        return "one of them tells what the other became"
    return "more at a later day" if _grown(x, y) else ""


def _moved_on(old: Mention, new: Mention) -> bool:
    """ "Has risen to 146" does not deny 128."""
    if old.stated is None or new.stated is None or new.change != "to" or old.direction:
        return False
    return (new.stated > old.stated) == (new.direction == "up")


def _named(x: Figure, y: Figure) -> bool:
    return any(place in y.context for place in x.places)


def _grown(x: Figure, y: Figure) -> bool:
    """More at a later day is growth, whatever was counted."""
    a, b = x.mention, y.mention
    if x.time or x.day is None or y.day is None or a.stated is None or b.stated is None:
        return False
    days = (y.day - x.day).days
    return a.unit != "percent" and (b.stated - a.stated) * days > 0


def of_periods(a: Period, b: Period) -> Relation:
    a, b = _in_year(a, b), _in_year(b, a)
    return relation(a, b)


def _in_year(period: Period, other: Period) -> Period:
    """A day without a year is laid into the year of the other."""
    own = period.first or period.last
    year = other.first or other.last
    if own is None or year is None or not yearless(period):
        return period
    return period.moved(year.year - own.year)
