"""A201 sum (error; for lists of things that no rule names a warning; info when only the rounding decides)

Finds: a total and the parts that its source gives for it, which do not add up. Each number counts
with its rounding: 1.5 billion and 384.3 million make 1.8 billion if the first is below 1.4657. Also
a total and one part against the other part as another source gives it (info), and, of any topic, a
total and the list of its parts in one sentence, or in the one right behind it (warning).

Wrong when: the list of parts is open ("including"), a part is of another period, or one thing is
counted in two parts.

Example: "turnover of 2.5 billion (exports 1.5 billion, imports 0.6 billion)"; "31 bridges: 17 road
bridges, nine rail bridges and four footbridges".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import isfinite

from audit.check import derived, listed, summed
from audit.check.case import Case, finding
from audit.check.distance import apart, difference
from audit.check.judge import value
from audit.check.numbers import amount, interval, said, who
from audit.model import Claim, Finding, Interval
from audit.rulebook import Rulebook
from audit.values import Reading, beside

CODE = "A201"
FEW = 4  # figures of one part that are looked over
TWICE = 1.0  # as a share of the lesser: a total twice its parts, or half of them
SCALE = 99.0
Key = tuple[object, ...]


def find(case: Case) -> Iterator[Finding]:
    for total in case.claims:
        metric = case.metric(total)
        if metric and metric.sum_of and total.metric == metric.key and total.modality == "actual":
            parts = [_told(case, total, key) for key in metric.sum_of]
            if all(parts):
                yield from _nearest(case, total, parts)
    for clash in derived.clashes(case, "residual"):
        papers = {(c.source, c.item) for c in (*clash.proof, *clash.stated)}
        yield derived.told(case, CODE, clash, "info" if len(papers) > 1 else None)


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    """Totals and parts as a text lists them, of any topic; `find` tells those that a metric declares."""
    case = Case.across(rules)
    for one in listed.lists(claims):
        metric = case.metric(one.total) if one.total else None
        if one.total and not (metric and {part.metric for part in one.parts} <= set(metric.sum_of)):
            yield from summed.told(case, CODE, one)


def keys(claim: Claim, _rules: Rulebook) -> Iterator[Key]:
    """One article."""
    if claim.mention.stated is not None:
        yield ("article", claim.source, claim.item)


def _nearest(case: Case, total: Claim, parts: Sequence[Sequence[Claim]]) -> Iterator[Finding]:
    """What the parts nearest to a total say of it; where the text gives several figures for one part, of
    which some make it ("exports of 1.6 billion", and all exports), nothing."""
    first, *others = ([*_added(case, total, list(some))] for some in product(*parts))
    if all(others):
        yield from first


def _told(case: Case, total: Claim, metric: str) -> list[Claim]:
    """The figures for a part that the same document gives for the same time, the nearest first."""
    same = [
        c
        for c in case.claims
        if c.metric == metric and (c.source, c.item, c.modality) == (total.source, total.item, "actual")
        and c.filters == total.filters  # the exports of wine are no part of these
        and c.period == total.period and c.period is not None and c.mention.unit in (total.mention.unit, None)
    ]  # fmt: skip
    return sorted(same, key=lambda c: (abs(c.start - total.start), c))[:FEW]


def _added(case: Case, total: Claim, parts: list[Claim]) -> Iterator[Finding]:
    unit = total.mention.unit
    whole = value(total, case.rules)
    found = [value(part, case.rules) for part in parts]
    readings = [r for r in found if r is not None and r.point is not None]
    if whole is None or whole.point is None or len(readings) < len(parts):
        return
    whole, *readings = beside([whole, *readings], case.rules.checks.sets)
    low, high = (sum(getattr(r.literal, end) for r in readings) for end in ("low", "high"))
    summed = Interval(low, high)
    text = " + ".join(amount(r.point or 0.0, unit) for r in readings)
    arithmetic = f"{text} = {amount(sum(r.point or 0.0 for r in readings), unit)}: {interval(summed, unit)} / {interval(whole.literal, unit)}"
    message = f"{case.about(total)}: {who(total)} against its parts, {' and '.join(f'{p.label} of {said(p)}' for p in parts)}"
    if not summed.meets(whole.literal) and not summed.meets(whole.truncation):
        yield finding(
            case, CODE, "conflict", [total, *parts], message,
            arithmetic=arithmetic, material=difference(summed, whole.literal),
            severity="info" if _far(summed, whole.literal) else None,
        )  # fmt: skip
    elif not _comfortable(summed, whole, readings):
        yield finding(
            case, CODE, "tight", [total, *parts], message, arithmetic=arithmetic,
            escape=_escape(parts, readings, whole, unit), severity="info",
        )  # fmt: skip


def _far(summed: Interval, whole: Interval) -> bool:
    """Whether a total is so far from its parts that it is rather of another time: "October's trade"
    beside the exports of ten months. A hundred times are a slip of scale."""
    return TWICE < apart(summed, whole) < SCALE


def _comfortable(summed: Interval, whole: Reading, parts: list[Reading]) -> bool:
    """Whether the written sum rounds to the written total, or the intervals share enough."""
    written = sum(part.point or 0.0 for part in parts)
    if written in whole.literal:
        return True
    common, narrow = summed & whole.literal, min(summed.width, whole.literal.width)
    return common.width >= 0.25 * narrow


def _escape(parts: list[Claim], readings: list[Reading], whole: Reading, unit: str | None) -> str:
    """Where the loosest part must lie for the sum to hold, the others being as written."""
    loose = max(range(len(parts)), key=lambda i: readings[i].literal.width)
    rest = sum(r.point or 0.0 for i, r in enumerate(readings) if i != loose)
    name = parts[loose].label
    point = readings[loose].point or 0.0
    if isfinite(whole.literal.high) and point + rest > whole.literal.high:
        return f"consistent if {name} are below {amount(whole.literal.high - rest, unit)}"
    return f"consistent if {name} are above {amount(whole.literal.low - rest, unit)}"
