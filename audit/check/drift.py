"""D301 drift (warning outside the metric's yearly band or where it has none, info inside)

Finds: values of one stock, rank or running count that differ, where the dates differ too. The thing
may have changed; the yearly rate that this would take is printed. One text that gives both tells of
the change itself: an info.

Wrong when: nothing is wrong: drift is an explanation. Look twice when the rate is implausible.

Example: "120 companies" (2011) / "around 600 companies" (2024): 13 % a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.context import OF, OFTEN, assumptions
from audit.check.judge import Judgement
from audit.check.quarrel import months, quarrels, told, too_far, widest, yearly_rate
from audit.model import Finding, Severity

CODE = "D301"
SERIES = 4  # dates of one figure
MONTHS = 12


def find(case: Case) -> Iterator[Finding]:
    defined = {group.id for group, _ in quarrels(case, "definition")}  # D302 tells of both
    for group, pairs in quarrels(case, "drift"):
        first = group.claims[0]  # a running total that falls is A206
        if first.is_open or first.kind == "cumulative" or group.id in defined:
            continue
        why = _why(widest(pairs))
        papers = {(c.source, c.item) for j in pairs for c in (j.a, j.b)}
        severity = "info" if len(papers) == 1 or _series(pairs) else _severity(case, pairs)
        yield told(case, group, pairs, CODE, why, severity=severity)


def _series(pairs: list[Judgement]) -> bool:
    """Whether so many figures of so many days are told that they are a series, not one figure and its
    change: the reserves at the end of each month."""
    days = {c.as_of for j in pairs for c in (j.a, j.b)}
    return len(days) > SERIES


def _why(j: Judgement) -> str:
    rate = yearly_rate(j)
    per = " a year" if months(j) >= MONTHS else ""
    pace = f", {100 * rate:+.1f} %{per}" if rate is not None and j.a.kind != "rank" else ""
    return f"the dates are {months(j)} months apart{pace}"


def _step_by_step(j: Judgement) -> bool:
    """Whether a rank moved by no more places than years went by."""
    places = abs((j.left.point or 0.0) - (j.right.point or 0.0))
    return places <= months(j) / MONTHS


def _severity(case: Case, pairs: list[Judgement]) -> Severity:
    metric = case.metric(pairs[0].a)
    band = metric.band_per_year if metric else None
    rates = [yearly_rate(j) for j in pairs]
    if metric and metric.kind == "rank" and all(map(_step_by_step, pairs)):
        return "info"
    pairs = [j for j in pairs if not assumptions(j.a) and not assumptions(j.b)]
    pairs = [j for j in pairs if not any(axis == OF for c in (j.a, j.b) for axis, _ in c.filters)]
    if all(too_far(case, j) for j in pairs):
        return "info"
    moved = band is not None and band >= OFTEN  # a policy rate is another after each meeting
    inside = band is not None and all(rate is not None and abs(rate) <= band for rate in rates)
    return "info" if moved or inside else case.rules.checks.severity[CODE]
