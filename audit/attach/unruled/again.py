"""The measure of the number before, for a figure that only says it again or what it was."""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach.measured import Measure, changes
from audit.model import Claim, Decision, Mention
from audit.rulebook.units import dimension

AMOUNTS = frozenset({"count", "number"})


def of(mention: Mention, before: Sequence[Claim]) -> Measure | None:
    """ "from 72.4 %", "for the year it was $1.62 billion": the last open claim of the same dimension.

    A percentage that grows takes any measure, but no other percentage's: a rate does not say of
    what 2 % it is a change.
    """
    grows = mention.kind == "percent" and changes(mention)
    for claim in reversed(before):
        if not claim.is_open or claim.mention.is_time or not (grows or _alike(claim, mention)):
            continue
        if grows and claim.mention.kind == "percent" and not claim.metric.endswith(".growth"):
            return None
        base = claim.metric.removesuffix(".growth").removesuffix(".change")
        return Measure(
            base + (".growth" if grows else ""),
            "rate" if grows else claim.kind,
            claim.label,
            claim.terms,
            Decision("metric", "inherited", "the number before"),
            claim.definition,
            tuple(f for f in claim.filters if f[0] != "value"),
        )
    return None


def _alike(claim: Claim, mention: Mention) -> bool:
    kinds = AMOUNTS if mention.kind in AMOUNTS else {mention.kind}
    return claim.mention.kind in kinds and dimension(claim.mention.unit) == dimension(mention.unit)
