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
from audit.check.numbers import who
from audit.model import Claim, Finding

CODE = "D308"
SLACK = 45  # days by which news of a plan may come after news of the deed


def find(case: Case) -> Iterator[Finding]:
    yield from _forecasts(case)
    yield from _carried_out(case)


def _carried_out(case: Case) -> Iterator[Finding]:
    """Events that happen once, planned in one document and done in another."""
    events = case.rules.facts.words.events
    facts = [c for c in case.claims() if c.term and c.term.what in events]
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
    """Forecast and outcome of one metric, roles and period."""
    slots: dict[tuple[object, ...], list[Claim]] = {}
    for claim in case.claims():
        if claim.period and not claim.term and not claim.is_open:
            slots.setdefault((claim.metric, claim.roles, claim.period), []).append(claim)
    for members in slots.values():
        moods = {c.modality != "actual" for c in members}
        if len(moods) == 2:
            plan = min(c for c in members if c.modality != "actual")
            fact = min(c for c in members if c.modality == "actual")
            text = f"{plan.label}: {who(plan)} was {plan.modality}, {who(fact)} is the outcome"
            yield finding(case, CODE, "plan", members, text)
