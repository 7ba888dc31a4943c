"""A204 growth (error if all three are stated in one source, else warning)

Finds: a value, its growth and the value of the year before, which do not fit:
base x (1 + growth) against value, each with its rounding.

Wrong when: the base was revised, or the growth is in real terms and the values are not.

Example: "rose 20 % to 1.2 billion" / "0.6 billion the year before".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, finding
from audit.check.context import assumptions
from audit.check.judge import value
from audit.check.numbers import interval, who
from audit.model import Claim, Finding, Severity

CODE = "A204"


def find(case: Case) -> Iterator[Finding]:
    """Derived bases of the family against the values stated for that time."""
    for derived in case.family.derived:
        stated = [c for c in case.claims() if _same_slot(derived, c)]
        disjoint = [c for c in stated if _misses(case, derived, c)]
        if disjoint:
            yield _told(case, derived, disjoint)


def _same_slot(derived: Claim, claim: Claim) -> bool:
    """Whether a claim states what was derived, without having gone into it."""
    sure = not assumptions(claim) and not assumptions(derived)
    return sure and _slot(derived) == _slot(claim) and claim.id not in derived.proof


def _slot(claim: Claim) -> tuple[object, ...]:
    return (claim.metric, claim.roles, claim.filters, claim.period, claim.modality)


def _misses(case: Case, derived: Claim, claim: Claim) -> bool:
    one, two = value(derived, case.rules), value(claim, case.rules, derived.mention.unit)
    if one is None or two is None:
        return False
    return not one.literal.meets(two.literal) and not one.literal.meets(two.truncation)


def _told(case: Case, derived: Claim, stated: list[Claim]) -> Finding:
    proof = [c for c in case.claims() if c.id in derived.proof]
    home = {(c.source, c.item) for c in (*proof, *stated)}
    severity: Severity = "error" if len(home) == 1 else "warning"
    unit = derived.mention.unit
    text = f"{derived.label}: {' and '.join(who(c) for c in proof)} put the year before at {interval(derived.mention.literal, unit)}; {who(min(stated))} differs"
    return finding(
        case,
        CODE,
        "conflict",
        [*proof, *stated],
        text,
        arithmetic=derived.arithmetic or "",
        severity=severity,
    )
