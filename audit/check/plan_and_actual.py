"""D308 plan-and-actual (info)

Finds: a thing said to be planned in one place and done in another, or a forecast beside the figure
that came of it.

Wrong when: nothing is wrong: plans are carried out, and forecasts met or missed.

Example: "the planned renewal of the roadmap" / "signed the roadmap".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import event
from audit.check.case import Case, finding
from audit.check.judge import value
from audit.check.numbers import who
from audit.model import Claim, Finding
from audit.values import outcome

CODE = "D308"
MOODS = {
    "planned": "planned", "forecast": "forecast", "target": "the target",
    "conditional": "expected under a condition", "denied": "denied",
}  # fmt: skip
SLACK = 45  # days by which news of a plan may come after news of the deed


def find(case: Case) -> Iterator[Finding]:
    yield from _forecasts(case)
    yield from _carried_out(case)


def _carried_out(case: Case) -> Iterator[Finding]:
    """Events that happen once, planned in one document and done in another."""
    events = case.rules.facts.words.events
    facts = [c for c in case.claims if c.term and c.term.what in events]
    once = [c for c in facts if c.term and events[c.term.what].once]
    planned = [c for c in once if c.term and c.term.status in ("planned", "announced")]
    done = [c for c in once if c.term and c.term.status == "done"]
    pairs = [(a, b) for a in planned for b in done if _later(a, b) and event.one_thing(a, b)]
    if pairs:
        a, b = pairs[0]
        text = f"{a.label}: {who(a)} is planned, {who(b)} is done"
        yield finding(case, CODE, "plan", [c for pair in pairs for c in pair], text)


def _later(plan: Claim, deed: Claim) -> bool:
    """Whether the deed may be the plan carried out: told elsewhere and not long before it."""
    if not event.apart(plan, deed):
        return False
    told = plan.published
    days = [deed.published, deed.period.last if deed.period else None]
    return not told or all(day is None or (told - day).days <= SLACK for day in days)


def _forecasts(case: Case) -> Iterator[Finding]:
    """Forecast and outcome of one metric, roles and period, where the outcome is another."""
    slots: dict[tuple[object, ...], list[Claim]] = {}
    for claim in case.claims:
        if claim.period and not claim.term and not claim.is_open:
            slots.setdefault((claim.metric, claim.roles, claim.period), []).append(claim)
    for members in slots.values():
        planned = [c for c in members if c.modality != "actual"]
        actual = [c for c in members if c.modality == "actual"]
        missed = [(p, a) for p in planned for a in actual if _missed(case, p, a)]
        if missed:
            plan, fact = missed[0]
            text = f"{case.about(plan)}: {who(plan)} was {MOODS[plan.modality]}, {who(fact)} is the outcome"
            yield finding(case, CODE, "plan", [c for pair in missed for c in pair], text)


def _missed(case: Case, plan: Claim, fact: Claim) -> bool:
    """Whether the outcome is none of the values that were looked for."""
    left = value(plan, case.rules, plan.mention.unit)
    right = value(fact, case.rules, plan.mention.unit)
    if left is None or right is None or plan.kind == "ordinal":
        return False
    return outcome(left, right, case.rules.checks.sets).closeness == "disjoint"
