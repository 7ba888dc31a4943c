"""What a check is about: the sources named, and what of the whole corpus touches them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from audit.model import Claim, Echo, Family, Finding

Inside = Callable[[str], bool]
_ITEM = re.compile(r" \(item \d+\)\Z")  # of a feed page, behind the source of a finding on it


def inside(paths: Sequence[str]) -> Inside:
    """Whether a source is one of the files named, or lies in a folder named; all, if none is."""
    roots = {Path(path).resolve() for path in paths}

    @cache  # a corpus in one file is one source of thousands of claims
    def named(source: str) -> bool:
        where = Path(source).resolve()
        return not roots or not roots.isdisjoint((where, *where.parents))

    return named


def near(echoes: Sequence[Echo], named: Inside) -> Callable[[Claim], bool]:
    """Whether a claim is of a source that is named, or echoes one that is."""
    echoing = {echo.a.id for echo in echoes if named(echo.b.source)}
    return lambda claim: named(claim.source) or claim.id in echoing


def findings(found: Iterable[Finding], named: Inside) -> Iterator[Finding]:
    """Findings with a claim of a source that is named."""
    return (one for one in found if any(named(claim.source) for claim in one.claims))


def facing(found: Iterable[Finding], first: Callable[[Claim], bool]) -> Iterator[Finding]:
    """Findings with these claims in front: on the first of its claims a finding is told."""
    for one in found:
        yield replace(one, claims=tuple(sorted(one.claims, key=lambda claim: not first(claim))))


def sources(finding: Finding) -> frozenset[str]:
    """Those of its claims, or the one that it is on."""
    own = (finding.source, _ITEM.sub("", finding.source)) if finding.source else ()
    return frozenset((*own, *(claim.source for claim in finding.claims)))


def members(family: Family) -> Iterator[Claim]:
    return (claim for group in family.groups for claim in group.claims)
