"""A205 part-exceeds-whole (error; info where one of two texts leaves out of whom it speaks)

Finds: a part larger than what it is a part of: nine months above the year, exports above turnover,
one year's inflow above the running total since before it, or above what two totals leave for it.

Wrong when: the part is not of that whole (another currency, other partners).

Example: "471 million in the first nine months of 2025" / "450 million in 2025".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from audit import figures
from audit.check.case import Case, finding, of_two_scales
from audit.check.judge import value
from audit.check.numbers import interval, of, who
from audit.model import Claim, Finding, Period, Severity

CODE = "A205"
ABOVE = 5.0  # times: by which a part that is one may exceed its whole by a slip of the pen
SCALE = 100.0
SHORTER = 2  # times that a whole is longer than a part which its own figure cannot bear out
SIGN = "sign"
SPLIT = ("sector", "sign", "crop", "source")  # axes that stand among the roles


def find(case: Case) -> Iterator[Finding]:
    claims = [
        c
        for c in case.claims
        if c.modality == "actual"
        and not c.term
        and c.mention.kind not in ("percent", "rank", "ordinal")
        and not c.metric.endswith(".change")  # it fell in April, and rose in the year
        and SIGN not in dict(c.filters)  # a surplus of three months, a deficit of the year
    ]
    yield from _over_time(case)
    for part, whole in permutations(claims, 2):
        why = _is_part(case, part, whole)
        if why and _exceeds(case, part, whole):
            unit = whole.mention.unit
            yield finding(
                case, CODE, "conflict", [part, whole],
                f"{case.about(part)}: {who(part)} is more than {_whole(part, whole)}, of which it is a part ({why})",
                severity=_weight(case, part, whole),
                arithmetic=f"{interval(part.mention.literal, part.mention.unit)} > {interval(whole.mention.literal, unit)}",
            )  # fmt: skip


def _weight(case: Case, part: Claim, whole: Claim) -> Severity | None:
    """Whole and part in two texts, of which one leaves out of whom it speaks, are rather of two things:
    another definition, another place. So are a month and the year that it is said to exceed. Of a
    running total, which may be net of what flowed back, only one text that gives both says enough."""
    apart = (part.source, part.item) != (whole.source, whole.item)
    if apart and (whole.kind == "cumulative" or not all(map(_named, (part, whole)))):
        return "info"
    in_two = apart or part.metric != whole.metric
    misread = (in_two and _far_above(case, part, whole)) or (
        apart and _far_shorter(part.period, whole.period)
    )
    if misread and not of_two_scales(part, whole):
        return "info"
    return "warning" if whole.kind == "cumulative" else None


def _far_shorter(part: Period | None, whole: Period | None) -> bool:
    """Whether the time of one is less than half of that of the other: a figure above all of it is rather
    of a time that was misread."""
    days = [(p.last - p.first).days if p and p.first and p.last else 0 for p in (part, whole)]
    return SHORTER * days[0] < days[1]


def _far_above(case: Case, part: Claim, whole: Claim) -> bool:
    """Whether a part is so much more than its whole that it is rather no part of it: the imports from
    all countries beside the trade with one. A hundred times more is a slip of scale."""
    one, two = (value(c, case.rules) for c in (part, whole))
    if one is None or two is None:
        return False
    return ABOVE * two.literal.high < one.literal.low < SCALE * two.literal.high


def _named(claim: Claim) -> bool:
    """Whether a sentence itself says of whom its figure is, or between whom."""
    told = {d.slot for d in claim.decided if d.how == "stated"}
    return all(role.rstrip("2") in told for role, _ in claim.roles if role not in SPLIT)


def _over_time(case: Case) -> Iterator[Finding]:
    """Flows of a year against what was added between two running totals of one source."""
    for flow in case.claims:
        for added in case.family.derived:
            if added.rule == "pace" and _within_pace(flow, added) and _exceeds(case, flow, added):
                totals = [case.proofs[name] for name in added.proof]
                unit = added.mention.unit
                yield finding(
                    case, CODE, "conflict", [flow, *totals],
                    f"{case.about(flow)}: {who(flow)} is more than {' and '.join(who(c) for c in totals)} leave for all the time between them",
                    arithmetic=f"{added.arithmetic}; stated {interval(flow.mention.literal, unit)}",
                    severity="warning",
                )  # fmt: skip


def _within_pace(flow: Claim, added: Claim) -> bool:
    same = (flow.metric, flow.roles, flow.filters, flow.definition, flow.modality) == (
        added.metric, added.roles, added.filters, added.definition, added.modality,
    )  # fmt: skip
    inside = flow.period and added.period and flow.period.within(added.period)
    return bool(same and inside) and flow.id not in added.proof


def _whole(part: Claim, whole: Claim) -> str:
    return who(whole) if part.metric == whole.metric else of(whole)


def _is_part(case: Case, part: Claim, whole: Claim) -> str | None:
    """Why one is part of the other: part of its period, or a metric that is part of its metric."""
    if not (part.period and whole.period) or part.kind != "flow":
        return None
    if part.mention.unit != whole.mention.unit or "/" in (part.mention.unit or ""):
        return None  # barrels a day of a month are no part of those of a year
    if whole.kind == "cumulative":
        return _added_to(case, part, whole)
    if whole.kind != "flow":
        return None
    if part.metric == whole.metric and part.roles == whole.roles and part.filters == whole.filters:
        inside = part.period != whole.period and part.period.within(whole.period)
        if inside and _a_year_at_most(whole.period):
            return f"{figures.period(part.period)} lies in {figures.period(whole.period)}"
        return None
    metric = case.metric(part)
    same_time = part.period == whole.period
    same_scope = part.filters == whole.filters
    known = metric and metric.part_of == whole.metric and part.metric == metric.key
    if known and same_time and same_scope:
        return f"{part.label} are part of {whole.label}"
    return None


def _added_to(case: Case, part: Claim, whole: Claim) -> str | None:
    """A flow inside the time of a running total of the same thing, by the same words."""
    metric = case.metric(part)
    declared = metric and metric.part_of == whole.metric and part.metric == metric.key
    same = (part.roles, part.filters) == (whole.roles, whole.filters)
    defined = part.definition == whole.definition
    if not (declared and same and defined and part.period and whole.period and whole.as_of):
        return None
    start, end = part.period.first, part.period.last
    if not (start and end and whole.period.first and whole.as_of.last):
        return None
    inside = whole.period.first <= start and end <= whole.as_of.last
    words = f"{figures.period(part.period)} lies in the time {figures.period(whole.period)}"
    return words if inside else None


def _a_year_at_most(period: Period) -> bool:
    """Longer and open periods are running totals or fiscal years, told in other ways."""
    if period.first is None or period.last is None:
        return False
    return (period.last - period.first).days <= 366


def _exceeds(case: Case, part: Claim, whole: Claim) -> bool:
    one, two = value(part, case.rules), value(whole, case.rules)
    return one is not None and two is not None and one.literal.low > two.literal.high
