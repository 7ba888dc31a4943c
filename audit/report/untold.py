"""Groups of two claims and more of which no finding tells: those that agree, and those that do not."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Finding, Group, Result


def groups(result: Result, hidden: Sequence[Finding] = ()) -> tuple[list[Group], list[Group]]:
    """(agreeing in the order of the families, differing with those first that are worth a look);
    `hidden` findings are told elsewhere."""
    told = {group for finding in (*result.findings, *hidden) for group in finding.groups}
    every = [
        group
        for family in result.families
        for group in family.groups
        if len(group.claims) > 1 and group.id not in told
    ]
    apart = set(result.differing)
    differing = sorted((g for g in every if g.id in apart), key=_likely)
    return [g for g in every if g.id not in apart], differing


def _likely(group: Group) -> tuple[bool, bool, int, int, str, str]:
    """A metric of the rulebook at a known time that many tell of comes first."""
    first = group.claims[0]
    undated = not any(one.period or one.as_of for one in group.claims)
    told = (-len(group.testimonies), -len(group.claims))
    return (first.is_open, undated, *told, group.label, group.id)
