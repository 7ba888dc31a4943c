"""What is said of two figures: the sentence, the arithmetic and the way out, as in a report."""

from __future__ import annotations

from msgspec import Struct

from audit import figures
from audit.check import causes, distance, slips, tension
from audit.check.numbers import MOVED
from audit.check.quarrel import NOT_RECONCILABLE
from audit.comparison.pairing import Pair
from audit.comparison.stand import Standing
from audit.model import Mention, Relation
from audit.rulebook import Rulebook
from audit.rulebook.units import factor
from audit.values import Reading, reading

_SAID = {
    "agrees": "they agree",
    "refines": "one lies inside the other",
    "tight": "they agree only just",
    "tension": tension.WHY,
    "conflict": NOT_RECONCILABLE,
    "unverifiable": "cannot be checked",
}


class Comparison(Struct, frozen=True):
    relation: Relation  # of a's claim to b's values
    verdict: str  # agrees, refines, tight, tension, conflict, unverifiable, not comparable
    why: str  # why these two were compared
    message: str = ""  # both in their own words, and what to say of them
    arithmetic: str = ""
    escape: str = ""  # "would agree if ..."
    material: str | None = None  # "sign", "power of ten", "more than 10 %"


def of_pair(pair: Pair, a: str, b: str, rulebook: Rulebook) -> Comparison:
    x, y = pair.x, pair.y
    why = f"“{x.mention.text}” / “{y.mention.text}”, likeness of the words around them {pair.score:.2f}"
    if pair.standing.note:
        why = f"{why}; {pair.standing.note}"
    quotes = (_said(a, x.mention), _said(b, y.mention))
    if x.time or y.time:
        days = " / ".join(figures.period(one.period) for one in (x, y) if one.period)
        return _comparison(pair.standing, why, quotes, days)
    return of_numbers(x.mention, y.mention, quotes, pair.standing, why, rulebook)


def of_numbers(
    a: Mention,
    b: Mention,
    quotes: tuple[str, str],
    standing: Standing,
    why: str,
    rulebook: Rulebook,
) -> Comparison:
    left, right = _readings(a, b, rulebook)
    arithmetic = distance.words(left.literal, right.literal, a.unit)
    if standing.relation != "disjoint" or left.literal.meets(right.literal):
        return _comparison(standing, why, quotes, arithmetic)
    found = list(slips.between(a, b, left, right, rulebook.lexicon))
    material = distance.difference(left.literal, right.literal)
    return _comparison(standing, why, quotes, arithmetic, causes.escape(found), material)


def _readings(a: Mention, b: Mention, rulebook: Rulebook) -> tuple[Reading, Reading]:
    """Both in a's unit; a fall against a rise has the other sign."""
    opposed = a.direction and b.direction and a.direction != b.direction
    sign = -1.0 if opposed and "to" not in (a.change, b.change) else 1.0
    sets = rulebook.checks.sets
    return reading(a, sets), reading(b, sets, sign * (factor(b.unit, a.unit) or 1.0))


def _comparison(
    standing: Standing,
    why: str,
    quotes: tuple[str, str],
    arithmetic: str,
    escape: str = "",
    material: str | None = None,
) -> Comparison:
    said = standing.note or _SAID.get(standing.verdict, standing.verdict)
    message = f"{quotes[0]} against {quotes[1]} - {said}"
    return Comparison(
        standing.relation, standing.verdict, why, message, arithmetic, escape, material
    )


def _said(text: str, mention: Mention) -> str:
    """The number with its hedge and noun, as written."""
    spans = [span for span in (mention.hedge_span, mention.noun_span) if span]
    start = min([mention.start, *(span.start for span in spans)])
    end = max([mention.end, *(span.end for span in spans)])
    change = mention.unit == "percent" and mention.change != "to"
    moved = MOVED.get(mention.direction or "", "") if change else ""
    return f"{moved}“{' '.join(text[start:end].split())}”"
