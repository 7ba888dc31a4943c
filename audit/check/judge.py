"""Two claims of one group: their context, their values, and the verdict between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Literal, TypeVar

from msgspec import Struct
from rapidfuzz import fuzz

from audit.check import one_thing
from audit.check.context import Axis, assumptions, axes, complete, left_out
from audit.check.sentence import before
from audit.model import SOME, Claim, Group, days_apart
from audit.rulebook import Rulebook
from audit.rulebook.units import factor
from audit.values import Outcome, Reading, held_in, outcome, power_of_ten, reading

SAME_FRAME = 90  # ratio of words at which two sentences are nearly one
WEEKS = 60  # days in which two papers tell of one plan
MOVED = 2  # words by which an edit may have moved a figure in its sentence
FLOWS = ("flow", "rate")  # of which there is one with all others, too
UNVALUED = ("date", "status", "ordinal")  # kinds whose values are not held against each other here
LEVELS = ("from", "to")  # roles of the two levels of a change, which have no direction of their own
T = TypeVar("T")
Verdict = Literal[
    "agrees",
    "refines",
    "tight",
    "tension",
    "conflict",
    "drift",
    "definition",
    "contains",
    "plan",
    "unverifiable",
]


class Judgement(Struct, frozen=True):
    """`a` is the earlier claim by as-of date, then by place; readings are in a's unit."""

    a: Claim
    b: Claim
    left: Reading
    right: Reading
    outcome: Outcome
    verdict: Verdict
    axes: tuple[Axis, ...]
    vague: bool = False  # of two open claims that may be of two things

    def axis(self, name: str) -> Axis:
        return next(axis for axis in self.axes if axis.name == name)


def judged(group: Group, rules: Rulebook) -> list[Judgement]:
    """Every pair of a group whose values can be compared, with its verdict."""
    claims = sorted(group.claims, key=when)
    unsure = _unsure(claims, rules)
    able = [c for c in claims if c.id not in unsure and _valued(c, rules)]
    found = [j for a, b in combinations(able, 2) if (j := _held(a, b, rules))]
    return one_thing.settled(claims, found, rules) if claims[0].is_open else found


def _unsure(claims: Iterable[Claim], rules: Rulebook) -> set[str]:
    """Claims beside which their own text gives another value for the same, and either leaves out of
    whom one is ("imports from Chad fell by 16 %. Imports rose by 1.3 %" may be those from all), or
    gives both in one sentence ("11.1 %, up by 1 %"): which is the group's was not understood."""
    papers: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.is_open and claim.kind not in UNVALUED:
            papers[claim.source, claim.item].append(claim)
    return {
        c.id
        for told in papers.values()
        for a, b in combinations(told, 2)
        for c in (a, b)
        if (_one_sentence(a, b) or (_flows(a, b) and left_out(c))) and _quarrel(a, b, rules)
    }


def _flows(a: Claim, b: Claim) -> bool:
    return all(c.kind in FLOWS and not c.heading for c in (a, b))


def _quarrel(a: Claim, b: Claim, rules: Rulebook) -> bool:
    left, right = (value(c, rules, a.mention.unit) for c in (a, b))
    if left is None or right is None or (a.period, a.as_of) != (b.period, b.as_of):
        return False
    sets = rules.checks.sets
    return outcome(left, right, sets, rules.checks.tight_overlap).closeness == "disjoint"


def when(claim: Claim) -> tuple[str, Claim]:
    """Sorts claims by the time for which they hold, then by place."""
    return (claim.as_of.edtf if claim.as_of else str(claim.published or ""), claim)


def comparable(a: str | None, b: str | None) -> bool:
    """Whether figures in these two units can be held against each other."""
    one, two = held_in(a), held_in(b)
    return one == two or factor(one, two) is not None


def by_unit(items: Iterable[T], unit: Callable[[T], str | None]) -> list[list[T]]:
    """Those that can be held against each other together: dollars with dollars, tons with kilograms."""
    found: list[list[T]] = []
    for item in items:
        same = (some for some in found if comparable(unit(some[0]), unit(item)))
        home = next(same, None)
        if home is None:
            found.append([item])
        else:
            home.append(item)
    return found


def value(claim: Claim, rules: Rulebook, unit: str | None = None) -> Reading | None:
    """A claim's reading, signed by its direction where it is a change, in `unit`."""
    wanted = held_in(unit)
    scale = factor(held_in(claim.mention.unit), wanted) if wanted is not None else 1.0
    if scale is None:
        return None
    metric = rules.metrics.get(claim.metric)
    grows = bool(metric and metric.growth_of)
    change = claim.metric.endswith((".growth", ".change")) or grows
    sign = (
        -1.0
        if change
        and claim.mention.direction == "down"
        and (claim.mention.stated or 0) > 0
        and not (grows and claim.mention.change in LEVELS)  # "growth slipped from 6 to 5.6 %"
        else 1.0
    )
    return reading(claim.mention, rules.checks.sets, scale * sign)


def pair(a: Claim, b: Claim, rules: Rulebook) -> Judgement | None:
    """How two figures stand to each other; None where they cannot be held against each other."""
    return _held(a, b, rules) if _valued(a, rules) and _valued(b, rules) else None


def _valued(claim: Claim, rules: Rulebook) -> bool:
    return not claim.term and complete(claim, rules)


def _held(a: Claim, b: Claim, rules: Rulebook) -> Judgement | None:
    if a.kind in ("date", "status") or _one_sentence(a, b):
        return None
    if _one_article(a, b) and any(assumptions(c) or left_out(c) for c in (a, b)):
        return None  # two figures of one article: what tells them apart may be what was guessed
    if SOME in {*a.filters, *b.filters} and not _one_article(a, b):
        return None  # "4,000 of the companies": some of them, in each text others
    if a.is_open and not one_thing.comparable(a, b, rules):
        return None
    left, right = value(a, rules, a.mention.unit), value(b, rules, a.mention.unit)
    if left is None or right is None:
        return None
    if a.kind == "ordinal" or (
        left.point is None and right.point is None and left.literal.low == float("-inf")
    ):
        return None
    found = outcome(left, right, rules.checks.sets, rules.checks.tight_overlap)
    context = axes(a, b, rules)
    verdict = _verdict(a, b, left, right, found, context)
    if a.kind == "rate" and found.closeness == "disjoint" and one_thing.prints_both(a, b):
        return None
    if verdict not in ("agrees", "refines") and _of_two_places(a, b, rules):
        return None
    grown = a.kind == "cumulative" and right.literal.low >= left.literal.low
    if grown and verdict in ("drift", "definition"):
        verdict = "contains"  # a running total that grew
    vague = a.is_open and not one_thing.sure(a, b, left, right, rules)
    if vague and one_thing.far_apart(a, b, left, right):
        return None
    return Judgement(a, b, left, right, found, verdict, context, vague)


def _of_one_plan(a: Claim, b: Claim) -> bool:
    """Whether two figures to come are of one time, or told in the same weeks: plans change."""
    if a.period and a.period == b.period:
        return True
    return days_apart(a.published, b.published) <= WEEKS


def _at_one_time(context: tuple[Axis, ...]) -> bool:
    """Hedges and last digits are held against each other only where nothing else is open."""
    open_axes = {axis.name for axis in context if axis.stand not in ("same", "disjoint")}
    return not open_axes & {"filter", "period", "as_of", "entity"}


def _one_article(a: Claim, b: Claim) -> bool:
    return (a.source, a.item) == (b.source, b.item) and a.heading == b.heading


def _one_sentence(a: Claim, b: Claim) -> bool:
    """Two numbers of one sentence are two things, however alike their words."""
    return (a.source, a.item, a.sentence) == (b.source, b.item, b.sentence)


def _of_two_places(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Nor are those of two places of one sentence that two articles print, or nearly print."""
    frames = rules.frames
    one, two = (frames.place(claim.quote, len(before(claim))) for claim in (a, b))
    if one == two:
        return False
    left, right = frames.words(a.quote), frames.words(b.quote)
    near = abs(one - two) > MOVED and fuzz.ratio(left, right, score_cutoff=SAME_FRAME) > 0
    return left == right or near


def _verdict(
    a: Claim, b: Claim, left: Reading, right: Reading, found: Outcome, context: tuple[Axis, ...]
) -> Verdict:
    """The table of the design: the most severe difference of context names the verdict."""
    slip = power_of_ten(left.point or 0.0, right.point or 0.0)
    if found.closeness == "tension" and a.kind in ("rank", "cumulative") and not slip:
        return "agrees"  # "sixth" is among the top ten; a running total goes on
    if found.closeness in ("tension", "tight"):
        said = all(c.modality == "actual" for c in (a, b)) and _at_one_time(context)
        return found.closeness if said else "agrees"
    if found.closeness != "disjoint":
        return found.closeness
    stand = {axis.name: axis.stand for axis in context}
    if stand["modality"] == "disjoint" or any(c.modality != "actual" for c in (a, b)):
        apart = stand["modality"] == "disjoint" or not _of_one_plan(a, b)
        return "plan" if apart or not slip else "conflict"
    if stand["filter"] == "part_of" or stand["as_of"] == "part_of":
        return "contains"
    if a.kind == "rank" and stand["filter"] != "same":
        return "contains"
    if stand["filter"] == "disjoint" or stand["entity"] == "unknown" or stand["period"] != "same":
        return "unverifiable"
    if stand["definition"] == "disjoint":
        return "definition"
    if stand["as_of"] == "disjoint":
        return "drift"
    if stand["as_of"] == "unknown" and not (a.is_open and slip):
        return "unverifiable"
    return "conflict"
