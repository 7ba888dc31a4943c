"""Groups whose figures cannot all be true of one thing at one time, whatever is told of them.

A group without a finding is not one that agrees: its figures may hold for different days, or nothing
shows that they are of one thing. A report that files these under what agrees hides what was missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.check.judge import comparable, value
from audit.model import Claim, Family, Group
from audit.rulebook import Rulebook
from audit.values import outcome


def differing(families: Iterable[Family], rules: Rulebook) -> tuple[str, ...]:
    """Ids of the groups in which two figures lie apart, in order."""
    groups = (group for family in families for group in family.groups if len(group.claims) > 1)
    return tuple(sorted(group.id for group in groups if _apart(group, rules)))


def _apart(group: Group, rules: Rulebook) -> bool:
    """Intervals on a line have a point in common if the two outermost meet."""
    for claims in _by_unit(group.claims):
        unit = claims[0].mention.unit
        said = [found for claim in claims if (found := value(claim, rules, unit))]
        low = min(said, key=lambda one: (one.literal.high, one.literal.low))
        high = max(said, key=lambda one: (one.literal.low, one.literal.high))
        if outcome(low, high, rules.checks.sets).closeness == "disjoint":
            return True
    return False


def _by_unit(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """The figures that can be held against each other: dollars with dollars, tons with kilograms."""
    rest = [
        claim for claim in claims if claim.term is None and claim.kind not in ("date", "status")
    ]
    while rest:
        unit = rest[0].mention.unit
        yield [claim for claim in rest if comparable(claim.mention.unit, unit)]
        rest = [claim for claim in rest if not comparable(claim.mention.unit, unit)]
