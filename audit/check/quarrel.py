"""How pairs of one verdict become one finding: the members, the wording, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations

from audit.check import camps, causes, distance, one_thing, review, slips
from audit.check.case import RANK, Case, finding, loose, weighed
from audit.check.context import assumptions, converted, unsaid
from audit.check.context import gap as as_of_gap
from audit.check.judge import Judgement, Verdict, by_unit
from audit.check.numbers import worded
from audit.model import Claim, Finding, Group, Severity, days_apart
from audit.values import MULTIPLE, Closeness, power_of_ten

DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25
# Both can be true: what parts such claims for a reader is less than what parts camps.
APART: dict[Verdict, frozenset[Closeness]] = {
    "tension": frozenset({"tension", "disjoint"}),
    "tight": frozenset({"tight", "disjoint"}),
}
POINTS = 10  # percentage points: "0.5 %" and "2 %" may well be one rate
NOT_RECONCILABLE = "not reconcilable under any reading"
UNSURE = "but their sentences say too little to be sure that they are of one thing"
CURRENCIES = "but each is the growth of a sum in another currency"
GIVES_BOTH = "one text gives both, each of its own"
ALIKE = "but one may be the other, hedged or in another currency"
SEVERAL = "as many figures as these are rather of several things"
TWO = 2  # camps that a quarrel over one thing has, where no metric says what it is
GOES_ON = "such a count goes on from hour to hour: only the later text can be right now"
FRESH = 7  # days between two texts in which a count is still told anew
GROWTH = ".growth"
FLAT = ("conflict", "drift", "tension")  # what is of one thing is seldom tenfold apart
TELLING = ("C106", "C107", "C102", "C101")


def quarrels(case: Case, verdict: Verdict) -> Iterator[tuple[Group, list[Judgement]]]:
    """Groups with their pairs of this verdict; what only a guess adds to a group comes apart."""
    for group, judgements in case.judgements:
        told = [j for j in judgements if j.verdict == verdict]
        for pairs in by_unit(told, lambda j: j.a.mention.unit):  # dollars and yuan: two quarrels
            yield from ((group, some) for some in _by_ground(case, pairs) if some)


def _by_ground(case: Case, pairs: Sequence[Judgement]) -> tuple[list[Judgement], list[Judgement]]:
    """The quarrel of claims that guess nothing, with the guesses that stand on one of its sides; and
    the rest. One guess more must not hush a quarrel that stands without it."""
    sure = [j for j in pairs if not guessed(case, j)]
    if not sure:
        return [], list(pairs)
    known = {claim for j in sure for claim in (j.a, j.b)}
    against: dict[Claim, set[Claim]] = {}
    for j in pairs:
        against.setdefault(j.a, set()).add(j.b)
        against.setdefault(j.b, set()).add(j.a)
    beside = {claim for claim in against if not known <= against[claim]}
    joined = [j for j in pairs if j.a in beside and j.b in beside]
    return joined, [j for j in pairs if j.a not in beside or j.b not in beside]


def guessed(case: Case, j: Judgement) -> bool:
    """Whether a pair rests on a guess, or on sentences that say too little."""
    assumed = assumptions(j.a) or assumptions(j.b)
    return bool(assumed) or _thin(case, j) or loose((j.a, j.b), case.rules)


def _thin(case: Case, j: Judgement) -> bool:
    """Whether the two sentences say too little, or too nearly the same, to be held against each other."""
    return j.vague or _unsaid(case, j) or _told_alike(j) or _in_two_currencies(case, j)


def _in_two_currencies(case: Case, j: Judgement) -> bool:
    """ "1.67 trillion yuan, up 15.3 %", "235 billion dollars, up 14 %": the rates of two currencies
    differ by what one of them fell against the other."""
    if not j.a.metric.endswith(GROWTH):
        return False
    one, two = (case.currencies.get((c.source, c.item, c.sentence), set()) for c in (j.a, j.b))
    return bool(one and two) and one.isdisjoint(two)


def _unsaid(case: Case, j: Judgement) -> bool:
    """Whether of one of two figures it is a guess between whom it is, and no slip explains them."""
    left, right = j.left.point, j.right.point
    slip = left and right and (power_of_ten(left, right) or slips.swapped(j.left, j.right))
    return not slip and (
        any(unsaid(claim, case.rules) for claim in (j.a, j.b)) or _goes_on_to_another(j)
    )


def _goes_on_to_another(j: Judgement) -> bool:
    """Whether one text carries a measure on to a figure that differs: "3.5 % over a year. Month on month
    it fell by 0.2 %". Who gives both tells them apart, by words that were not read."""
    one_text = (j.a.source, j.a.item) == (j.b.source, j.b.item)
    return one_text and any(c.decided_as("metric", "inherited") for c in (j.a, j.b))


def weight(case: Case, code: str, pairs: Sequence[Judgement]) -> Severity:
    """That of the pair that stands on the firmest ground."""
    full = case.rules.checks.severity[code]
    found = (
        "info" if _thin(case, j) or too_far(case, j) else weighed((j.a, j.b), full, case.rules)
        for j in pairs
    )
    return min(found, key=RANK.__getitem__, default="info")


def _told_alike(j: Judgement) -> bool:
    """The same number, once with "over" before it ("331,602 students"); or a sum that an outlet has from
    another currency, at its own rate."""
    hedged = {j.a.mention.hedge, j.b.mention.hedge} in (
        {"exact", "more_than"},
        {"exact", "less_than"},
    )
    same = (
        hedged and j.a.mention.stated == j.b.mention.stated and j.a.mention.unit == j.b.mention.unit
    )
    return same or converted(j.a) or converted(j.b)


def too_far(case: Case, j: Judgement) -> bool:
    """Whether two figures, told in two ways, are so far apart that one of them is rather of another
    thing, unless a slip of the pen or the sign parts them: 393 dollars beside 5 billion."""
    left, right = j.left.point, j.right.point
    if j.verdict not in FLAT or not left or not right or left * right < 0 or j.a.kind == "rank":
        return False
    one, two = sorted((abs(left), abs(right)))
    told = {j.a.mention.unit, j.b.mention.unit}
    if (
        two <= one_thing.TENFOLD * one
        or MULTIPLE in told
        or (told == {"percent"} and two - one < POINTS)
    ):
        return False
    frames = case.rules.frames
    slip = power_of_ten(left, right) or slips.swapped(j.left, j.right)
    one_sentence = frames.words(j.a.quote) == frames.words(j.b.quote)
    return not slip and not one_sentence


def conflicts(case: Case, code: str) -> Iterator[Finding]:
    """One finding for each group in conflict, under the most telling code of its pairs."""
    for group, pairs in quarrels(case, "conflict"):
        if min((kind_of_conflict(j) for j in pairs), key=TELLING.index) == code:
            alike = [j for j in pairs if kind_of_conflict(j) == code]
            lead = widest([j for j in alike if not guessed(case, j)] or alike)
            known = _told_apart(case, pairs)
            severity: Severity | None = "info" if known else None
            why = known or _why(case, lead)
            yield told(case, group, pairs, code, why, lead=lead, severity=severity)


def _why(case: Case, j: Judgement) -> str:
    if _in_two_currencies(case, j):
        return CURRENCIES
    if _told_alike(j):
        return ALIKE
    if ((j.a.is_open or _unsaid(case, j)) and guessed(case, j)) or too_far(case, j):
        return UNSURE
    return GOES_ON if _goes_on(case, j) else NOT_RECONCILABLE


def _goes_on(case: Case, j: Judgement) -> bool:
    """Whether a pair is of the dead, or the cases, of an event that both texts tell as news."""
    toll = all(c.is_open and one_thing.head(c) in case.rules.concepts.mounting for c in (j.a, j.b))
    return toll and days_apart(j.a.published, j.b.published) <= FRESH


def _leaps(tolls: Sequence[Claim]) -> bool:
    """Whether of some tolls one is so much higher than another that they are rather of two places."""
    told = [c.mention.stated or 0.0 for c in tolls]
    return max(told) >= one_thing.LEAP * min(told)


def _told_apart(case: Case, pairs: Sequence[Judgement]) -> str:
    """By what the first of the pairs is told apart, where each of them is."""
    first = ""
    for j in pairs:
        why = _gives_both(case, j)
        if not why:
            return ""
        first = first or why
    return first


def _gives_both(case: Case, j: Judgement) -> str:
    """By what a text that gives both figures tells them apart: "102 % over a year, 6.6 % a month", or that
    it gives both; of two that one text gives, that text alone is no witness."""
    papers: dict[tuple[str, int], list[Claim]] = {}
    for claim in case.claims:
        if (claim.metric, claim.roles) == (j.a.metric, j.a.roles) and (
            _alike(claim, j.a) or _alike(claim, j.b)
        ):
            papers.setdefault((claim.source, claim.item), []).append(claim)
    own = (j.a.source, j.a.item) if (j.a.source, j.a.item) == (j.b.source, j.b.item) else None
    for paper, some in papers.items():
        for one, two in permutations(some, 2):
            if not (_alike(one, j.a) and _alike(two, j.b)):
                continue
            if one.period == two.period == j.a.period and one.filters != two.filters:
                other = sorted({f"{k}: {v}" for k, v in set(one.filters) ^ set(two.filters)})
                return f"one text gives both, and tells them apart by {', '.join(other)}"
            if paper != own and _at_its_time(one, j.a) and _at_its_time(two, j.b):
                return GIVES_BOTH
    return ""


def _at_its_time(claim: Claim, other: Claim) -> bool:
    """Whether a figure may be that of another claim as far as their times go."""
    one, two = claim.period or claim.as_of, other.period or other.as_of
    return one is None or two is None or one.meets(two)


def _alike(a: Claim, b: Claim) -> bool:
    one, two = a.mention, b.mention
    return one.unit == two.unit and one.stated is not None and one.stated == two.stated


def kind_of_conflict(j: Judgement) -> str:
    """C106 for opposite signs, C107 for ranks, C102 for a power of ten, else C101."""
    left, right = j.left.point, j.right.point
    if j.a.kind == "rank":
        return "C107"
    if left is not None and right is not None:
        if j.a.kind == "rate" and left * right < 0:
            return "C106"
        if left * right > 0 and power_of_ten(left, right):
            return "C102"
    return "C101"


def told(
    case: Case,
    group: Group,
    pairs: Sequence[Judgement],
    code: str,
    why: str,
    *,
    lead: Judgement | None = None,
    severity: Severity | None = None,
    escape: str = "",
) -> Finding:
    """One finding for the pairs of a group; `lead` is the pair whose values the message quotes."""
    j = lead or widest(pairs)
    members = [claim for pair in pairs for claim in (pair.a, pair.b)]
    parted = camps.split(members, case.rules, APART.get(j.verdict, camps.DISJOINT))
    if len(parted) > TWO and j.verdict in APART:  # these hold of two of them alone
        why = f"{worded(j.a)} and {worded(j.b)}: {why}"
    several = j.a.is_open and len(parted) > TWO and not severity
    if several and (why != GOES_ON or _leaps(members)):
        why, severity = SEVERAL, "info"
    quarrel = camps.of(parted, group, case.rules) if j.verdict not in APART else ()
    why_apart = causes.of(_between_camps(j, pairs, parted), case.claims, case.rules)
    return finding(
        case,
        code,
        j.verdict,
        members,
        f"{group.label}: {camps.told(parted, group)} - {why}",
        arithmetic=distance.words(j.left.literal, j.right.literal, j.a.mention.unit),
        escape=escape or causes.escape(why_apart),
        severity=severity or weight(case, code, pairs),
        camps=quarrel,
        causes=why_apart,
        review=review.of(quarrel, members, j.verdict, case.rules),
        material=material(j),
    )


def _between_camps(
    lead: Judgement, pairs: Sequence[Judgement], parted: Sequence[Sequence[Claim]]
) -> list[Judgement]:
    """The pair that leads, then one for each two camps."""
    home = {claim: i for i, camp in enumerate(parted) for claim in camp}
    first = {frozenset((home[j.a], home[j.b])): j for j in reversed(pairs)}
    return [lead, *first.values()]


def widest(pairs: Sequence[Judgement]) -> Judgement:
    """The pair furthest apart; of those that meet, by what their hedges suggest."""
    return max(
        pairs, key=lambda j: (gap(j), distance.apart(j.left.pragmatic, j.right.pragmatic), j.a, j.b)
    )


def gap(j: Judgement) -> float:
    """How far apart two readings are, as a share of the smaller: 0 where they meet."""
    return distance.apart(j.left.literal, j.right.literal)


def material(j: Judgement) -> str | None:
    """In which way the two differ that changes a story; None for less than a tenth."""
    if j.a.kind == "rank":
        return "rank order" if gap(j) else None
    return distance.difference(j.left.literal, j.right.literal)


def months(j: Judgement) -> int:
    return round(as_of_gap(j.a, j.b) / DAYS_A_MONTH)


def _until(claim: Claim) -> date:
    """The last day of a claim's date: "by the end of 2023" is later than November."""
    at = claim.as_of
    return (at.last or at.first or date.min) if at else date.min


def yearly_rate(j: Judgement) -> float | None:
    """The yearly change that would explain the gap between two dates: (later / earlier)^(1/years) - 1.

    What changed within a year is not spun out to one."""
    days = as_of_gap(j.a, j.b)
    left, right = j.left.point, j.right.point
    if _until(j.a) > _until(j.b):
        left, right = right, left
    if not left or not right or days <= 0 or left * right < 0:
        return None
    return float((right / left) ** (1 / max(1.0, days / DAYS_A_YEAR)) - 1)
