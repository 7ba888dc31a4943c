"""Claims -> camps: the fewest groups in each of which all can be true, and how they are told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from itertools import groupby
from math import inf
from operator import and_

from audit.check.judge import value, when
from audit.check.numbers import dated, outlet, who, worded
from audit.model import Camp, Claim, Group, Interval
from audit.rulebook import Rulebook
from audit.values import Closeness, Reading, Sets, outcome

NAMED = 4  # sources named of one camp; the rest is counted
WORDINGS = 2  # different words of one camp that are quoted
DISJOINT: frozenset[Closeness] = frozenset({"disjoint"})


def split(
    claims: Iterable[Claim], rules: Rulebook, apart: Collection[Closeness] = DISJOINT
) -> list[list[Claim]]:
    """The camps of claims of one thing, those of most sources first; `apart` is what divides two."""
    every = sorted(set(claims))
    unit = every[0].mention.unit
    found = [(c, held) for c in every if (held := value(c, rules, unit))]
    camps = partition([held for _, held in found], rules.checks.sets, apart)
    named = [sorted(found[i][0] for i in camp) for camp in camps]
    return sorted(named, key=lambda camp: (-len(_documents(camp)), min(when(c) for c in camp)))


def partition(
    readings: Sequence[Reading], sets: Sets, apart: Collection[Closeness] = DISJOINT
) -> list[list[int]]:
    """The fewest sets of readings no two of which are `apart`, as indices.

    By upper end each reading joins a set all of whose members it stands with, the one nearest to
    its own number, else it opens one: for intervals on a line this is the least number of points
    that pierce them all (Gupta et al. 1979), whichever of the open sets it joins.
    """
    order = sorted(range(len(readings)), key=lambda i: (_upper(readings[i]), i))
    found: list[list[int]] = []
    for i in order:
        one = readings[i]
        fits = [
            camp
            for camp in found
            if all(outcome(one, readings[j], sets).closeness not in apart for j in camp)
        ]
        if fits:
            min(fits, key=lambda camp: min(_far(one, readings[j]) for j in camp)).append(i)
        else:
            found.append([i])
    return found


def _upper(reading: Reading) -> tuple[float, bool, float, bool]:
    held = reading.literal
    return (held.high, not held.high_open, held.low, held.low_open)


def _far(a: Reading, b: Reading) -> tuple[bool, float]:
    """Nearest is what also meets by the hedges' sense, then by the written number."""
    gap = abs(a.point - b.point) if a.point is not None and b.point is not None else inf
    return (not a.pragmatic.meets(b.pragmatic), gap)


def of(camps: Sequence[Sequence[Claim]], group: Group, rules: Rulebook) -> tuple[Camp, ...]:
    unit = camps[0][0].mention.unit
    return tuple(_camp(camp, group, rules, unit) for camp in camps)


def _camp(claims: Sequence[Claim], group: Group, rules: Rulebook, unit: str | None) -> Camp:
    ids = {claim.id for claim in claims}
    held = [reading.literal for c in claims if (reading := value(c, rules, unit))]
    common: Interval = reduce(and_, held)
    return Camp(
        claims=tuple(sorted(ids)),
        says=" / ".join(_wordings(claims)),
        common=None if common.empty else common,
        sources=len(_documents(claims)),
        testimonies=sum(1 for voice in group.testimonies if ids & set(voice)) or 1,
    )


def told(camps: Sequence[Sequence[Claim]], group: Group) -> str:
    """“a” (A, 2023) against “b” (B, 2023); or how many sources say what, camp by camp."""
    if len(camps) == 2 and all(len(camp) == 1 for camp in camps):
        a, b = sorted((camps[0][0], camps[1][0]), key=lambda c: (str(c.published or ""), c))
        same = (a.source, a.item) == (b.source, b.item)
        return f"{who(a)} against {f'{worded(b)} in the same article' if same else who(b)}"
    number = f"{len(camps)} camps: " if len(camps) > 2 else ""
    return number + ", ".join(_told(camp, group, i == 0) for i, camp in enumerate(camps))


def _told(camp: Sequence[Claim], group: Group, first: bool) -> str:
    many = len(_documents(camp))
    ids = {claim.id for claim in camp}
    voices = sum(1 for voice in group.testimonies if ids & set(voice))
    noun = f"{'source' if many == 1 else 'sources'} " if first else ""
    copied = "(one testimony) " if many > 1 and voices == 1 else ""
    verb = "says" if many == 1 else "say"
    return f"{many} {noun}{copied}{verb} {' / '.join(_wordings(camp))} ({_sources(camp)})"


def _wordings(claims: Sequence[Claim]) -> list[str]:
    words = {worded(claim).lower(): worded(claim) for claim in reversed(claims)}
    return list(reversed(words.values()))[:WORDINGS]


def _documents(claims: Sequence[Claim]) -> set[tuple[str, int]]:
    return {(claim.source, claim.item) for claim in claims}


def _sources(claims: Sequence[Claim]) -> str:
    """Outlets by date, so that a date that several share is said once."""
    ordered = sorted({(dated(c), outlet(c)) for c in claims})
    named = [
        f"{_listed([name for _, name in same])}, {time}"
        for time, same in groupby(ordered[:NAMED], key=lambda one: one[0])
    ]
    more = len(ordered) - NAMED
    return "; ".join(named) + (f"; {more} more" if more > 0 else "")


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
