"""How pairs of one verdict become one finding: the members, the wording, the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from audit.check import camps, causes, review
from audit.check.case import Case, finding
from audit.check.context import gap
from audit.check.judge import Judgement, Verdict
from audit.check.numbers import amount, interval
from audit.model import Claim, Finding, Group, Interval, Severity
from audit.values import Closeness, power_of_ten

DAYS_A_MONTH = 30.44
# Both can be true: what parts such claims for a reader is less than what parts camps.
APART: dict[Verdict, frozenset[Closeness]] = {
    "tension": frozenset({"tension", "disjoint"}),
    "tight": frozenset({"tight", "disjoint"}),
}
TELLING = ("C106", "C107", "C102", "C101")
TEN_PERCENT = 0.1


def quarrels(case: Case, verdict: Verdict) -> Iterator[tuple[Group, list[Judgement]]]:
    """Groups with their pairs of this verdict; two claims of one sentence quarrel with no one."""
    for group, judgements in case.judgements:
        pairs = [j for j in judgements if j.verdict == verdict]
        if pairs:
            yield group, pairs


def conflicts(case: Case, code: str) -> Iterator[Finding]:
    """One finding for each group in conflict, under the most telling code of its pairs."""
    for group, pairs in quarrels(case, "conflict"):
        if min((kind_of_conflict(j) for j in pairs), key=TELLING.index) == code:
            lead = widest([j for j in pairs if kind_of_conflict(j) == code])
            yield told(case, group, pairs, code, "not reconcilable under any reading", lead=lead)


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
    quarrel = camps.of(parted, group, case.rules) if j.verdict not in APART else ()
    why_apart = causes.of(_between_camps(j, pairs, parted), case.claims(), case.rules)
    return finding(
        case,
        code,
        j.verdict,
        members,
        f"{group.label}: {camps.told(parted, group)} - {why}",
        arithmetic=arithmetic(j),
        escape=escape or causes.escape(why_apart),
        severity=severity,
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
        pairs, key=lambda j: (distance(j), apart(j.left.pragmatic, j.right.pragmatic), j.a, j.b)
    )


def distance(j: Judgement) -> float:
    """How far apart two readings are, as a share of the smaller: 0 where they meet."""
    return apart(j.left.literal, j.right.literal)


def apart(a: Interval, b: Interval) -> float:
    """The gap between two intervals as a share of its lower end; 0 where they meet."""
    common = a & b
    if not common.empty:
        return 0.0
    low = min(abs(common.low), abs(common.high))
    width = abs(common.low - common.high)
    return width / low if low and isfinite(low) else width


def material(j: Judgement) -> str | None:
    """In which way the two differ that changes a story; None for less than a tenth."""
    if j.a.kind == "rank":
        return "rank order" if distance(j) else None
    return difference(j.left.literal, j.right.literal)


def difference(a: Interval, b: Interval) -> str | None:
    """The material difference of two sets of numbers: sign, power of ten, more than 10 %."""
    if a.meets(b):
        return None
    if a.high <= 0 <= b.low or b.high <= 0 <= a.low:
        return "sign"
    gap = apart(a, b)
    return "power of ten" if gap >= 9 else "more than 10 %" if gap > TEN_PERCENT else None


def arithmetic(j: Judgement) -> str:
    """Both intervals and the gap between them."""
    unit = j.a.mention.unit
    text = f"{interval(j.left.literal, unit)} / {interval(j.right.literal, unit)}"
    common = j.left.literal & j.right.literal
    if not common.empty:
        return f"{text}: common part {interval(common, unit)}"
    width = abs(common.low - common.high)
    share = f" ({100 * distance(j):.1f} %)" if min(abs(common.low), abs(common.high)) else ""
    return f"{text}: {amount(width, unit)} apart{share}"


def months(j: Judgement) -> int:
    return round(gap(j.a, j.b) / DAYS_A_MONTH)


def yearly_rate(j: Judgement) -> float | None:
    """The yearly change that would explain the gap between two dates: (later / earlier)^(1/years) - 1."""
    years = gap(j.a, j.b) / 365.25
    left, right = j.left.point, j.right.point
    if not left or not right or years <= 0 or left * right < 0:
        return None
    return float((right / left) ** (1 / years) - 1)
