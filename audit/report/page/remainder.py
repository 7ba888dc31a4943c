"""What the page tells beside its findings: groups that agree or differ, and claims that met nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from audit.model import Claim, Family, Group, Result
from audit.report import untold
from audit.report.look import Look
from audit.report.page.entries import Chip, outlet, values


class Parallel(Struct, frozen=True):
    label: str
    chips: tuple[Chip, ...]
    claims: tuple[Claim, ...]
    voices: int  # independent testimonies
    outlets: tuple[str, ...]


class Alone(Struct, frozen=True):
    """A claim that was compared with none, and why."""

    claim: Claim
    why: str


def parallel(result: Result, look: Look) -> tuple[list[Parallel], list[Parallel]]:
    """Groups of two claims and more of which nothing is told: those that agree, the most told first,
    and those that differ, the likeliest to have been missed first."""
    agreeing, differing = untold.groups(result, look.hidden)
    found = map(_parallel, agreeing)
    most = sorted(found, key=lambda a: (-a.voices, -len(a.claims), a.label, a.claims[0].id))
    return most, [_parallel(group) for group in differing]


def _parallel(group: Group) -> Parallel:
    return Parallel(
        label=" ".join(group.label.split()),
        chips=values(group.claims),
        claims=group.claims,
        voices=len(group.testimonies),
        outlets=tuple(sorted({outlet(claim) for claim in group.claims})),
    )


def alone(result: Result) -> list[Alone]:
    """In the order of the sources."""
    found = [
        Alone(group.claims[0], _why(group.claims[0], family))
        for family in result.families
        for group in family.groups
        if len(group.claims) == 1 and not group.claims[0].proof
    ]
    return sorted(found, key=lambda one: one.claim)


def _why(claim: Claim, family: Family) -> str:
    unknown = sorted({one.slot.replace("_", " ") for one in claim.decided if one.how == "unknown"})
    if unknown:
        return f"not said: {', '.join(unknown)}"
    if len(family.groups) == 1:
        return "nothing else measures this"
    return "others of this metric speak of another period or part"


def reasons(found: Iterable[Alone]) -> list[tuple[str, int]]:
    """Why claims were alone, the most frequent first."""
    return sorted(Counter(one.why for one in found).items(), key=lambda pair: (-pair[1], pair[0]))
