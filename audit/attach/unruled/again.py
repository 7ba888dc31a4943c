"""The measure of the number before, for a figure that only says it again or what it was."""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach.measured import Measure, changes
from audit.attach.unruled.found import suffix
from audit.model import NUMBER_BEFORE, Claim, Decision, How, Mention
from audit.rulebook.units import dimension

AMOUNTS = frozenset({"count", "number"})


def of(mention: Mention, before: Sequence[Claim], reached: bool) -> Measure | None:
    """ "from 72.4 %", "for the year it was $1.62 billion": the last open claim of the same dimension.

    A percentage that grows takes any measure, but no other percentage's: a rate does not say of
    what 2 % it is a change. What growth reached ("rose 2 % to $31 million") is of what grew.
    """
    grows = mention.kind == "percent" and changes(mention)
    level = _level(before) if reached and mention.kind != "percent" else None
    if level is not None:
        return _measure(level, "", "stock")
    for claim in reversed(before):
        if not claim.is_open or claim.mention.is_time or not (grows or _alike(claim, mention)):
            continue
        if grows and claim.mention.kind == "percent" and not claim.metric.endswith(".growth"):
            return None
        return _measure(claim, suffix(mention), "rate" if grows else claim.kind)
    return None


def _level(before: Sequence[Claim]) -> Claim | None:
    """The growth told right before, of which the figure is the level."""
    last = before[-1] if before else None
    return last if last and last.is_open and last.metric.endswith(".growth") else None


def _measure(claim: Claim, ending: str, kind: str) -> Measure:
    base = claim.metric.removesuffix(".growth").removesuffix(".change")
    how: How = "assumed" if claim.decided_as("metric", "assumed") else "inherited"
    return Measure(
        base + ending,
        kind,
        claim.label,
        claim.terms,
        Decision("metric", how, NUMBER_BEFORE),
        claim.definition,
        tuple(f for f in claim.filters if f[0] != "value"),
    )


def _alike(claim: Claim, mention: Mention) -> bool:
    kinds = AMOUNTS if mention.kind in AMOUNTS else {mention.kind}
    return claim.mention.kind in kinds and dimension(claim.mention.unit) == dimension(mention.unit)
