"""Groups whose figures cannot all be true of one thing at one time, whatever is told of them.

A group without a finding is not one that agrees: its figures may hold for different days, or nothing
shows that they are of one thing. A report that files these under what agrees hides what was missed.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.check.judge import by_unit, value
from audit.model import Family, Group
from audit.rulebook import Rulebook
from audit.values import outcome


def differing(families: Iterable[Family], rules: Rulebook) -> tuple[str, ...]:
    """Ids of the groups in which two figures lie apart, in order."""
    groups = (group for family in families for group in family.groups if len(group.claims) > 1)
    return tuple(sorted(group.id for group in groups if _apart(group, rules)))


def _apart(group: Group, rules: Rulebook) -> bool:
    """Intervals on a line have a point in common if the two outermost meet."""
    figures = [c for c in group.claims if c.term is None and c.kind not in ("date", "status")]
    for claims in by_unit(figures, lambda claim: claim.mention.unit):
        unit = claims[0].mention.unit
        said = [found for claim in claims if (found := value(claim, rules, unit))]
        low = min(said, key=lambda one: (one.literal.high, one.literal.low))
        high = max(said, key=lambda one: (one.literal.low, one.literal.high))
        if outcome(low, high, rules.checks.sets).closeness == "disjoint":
            return True
    return False
