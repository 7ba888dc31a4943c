"""A205 part-exceeds-whole (error)

Finds: a part larger than what it is a part of: nine months above the year, exports above turnover,
a subset above its set.

Wrong when: the part is not of that whole (another currency, other partners).

Example: "471 million in the first nine months of 2025" / "450 million in 2025".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from audit import figures
from audit.check.case import Case, finding
from audit.check.judge import value
from audit.check.numbers import interval, who
from audit.model import Claim, Finding, Period

CODE = "A205"


def find(case: Case) -> Iterator[Finding]:
    claims = [
        c
        for c in case.claims()
        if c.modality == "actual"
        and not c.term
        and c.mention.kind not in ("percent", "rank", "ordinal")
    ]
    for part, whole in permutations(claims, 2):
        why = _is_part(case, part, whole)
        if why and _exceeds(case, part, whole):
            unit = whole.mention.unit
            yield finding(
                case, CODE, "conflict", [part, whole],
                f"{part.label}: {who(part)} is more than {who(whole)}, of which it is a part ({why})",
                arithmetic=f"{interval(part.mention.literal, part.mention.unit)} > {interval(whole.mention.literal, unit)}",
            )  # fmt: skip


def _is_part(case: Case, part: Claim, whole: Claim) -> str | None:
    """Why one is part of the other: part of its period, or a metric that is part of its metric."""
    if (
        not (part.period and whole.period)
        or part.kind != "flow"
        or whole.kind != "flow"
        or part.mention.unit != whole.mention.unit
    ):
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


def _a_year_at_most(period: Period) -> bool:
    """Longer and open periods are running totals or fiscal years, told in other ways."""
    if period.first is None or period.last is None:
        return False
    return (period.last - period.first).days <= 366


def _exceeds(case: Case, part: Claim, whole: Claim) -> bool:
    one, two = value(part, case.rules), value(whole, case.rules)
    return one is not None and two is not None and one.literal.low > two.literal.high
