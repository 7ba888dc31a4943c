"""D308 plan-and-actual (info)

Finds: a thing said to be planned in one place and done in another, or a forecast beside the figure
that came of it.

Wrong when: nothing is wrong: plans are carried out, and forecasts met or missed.

Example: "the planned renewal of the roadmap" / "signed the roadmap".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, finding
from audit.check.quarrel import who
from audit.model import Claim, Finding

CODE = "D308"


def find(case: Case) -> Iterator[Finding]:
    yield from _forecasts(case)
    facts = [c for c in case.claims() if c.term]
    planned = [c for c in facts if c.term and c.term.status != "done"]
    done = [c for c in facts if c.term and c.term.status == "done"]
    if planned and done:
        text = f"{planned[0].label}: {who(planned[0])} is planned, {who(done[0])} is done"
        yield finding(case, CODE, "plan", [*planned, *done], text)


def _forecasts(case: Case) -> Iterator[Finding]:
    """Forecast and outcome of one metric, roles and period."""
    slots: dict[tuple[object, ...], list[Claim]] = {}
    for claim in case.claims():
        if claim.period and not claim.term and not claim.metric.startswith("open:"):
            slots.setdefault((claim.metric, claim.roles, claim.period), []).append(claim)
    for members in slots.values():
        moods = {c.modality != "actual" for c in members}
        if len(moods) == 2:
            plan = min(c for c in members if c.modality != "actual")
            fact = min(c for c in members if c.modality == "actual")
            text = f"{plan.label}: {who(plan)} was {plan.modality}, {who(fact)} is the outcome"
            yield finding(case, CODE, "plan", members, text)
