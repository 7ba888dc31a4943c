"""What a check is about: the sources named, and what of the whole corpus touches them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from audit.model import Claim, Echo, Family, Finding

Inside = Callable[[str], bool]


def inside(paths: Sequence[str]) -> Inside:
    """Whether a source is one of the files named, or lies in a folder named; all, if none is."""
    roots = [Path(path).resolve() for path in paths]

    @cache  # a corpus in one file is one source of thousands of claims
    def named(source: str) -> bool:
        where = Path(source).resolve()
        return not roots or any(where.is_relative_to(root) for root in roots)

    return named


def near(echoes: Sequence[Echo], named: Inside) -> Callable[[Claim], bool]:
    """Whether a claim is of a source that is named, or echoes one that is."""
    echoing = {echo.a.id for echo in echoes if named(echo.b.source)}
    return lambda claim: named(claim.source) or claim.id in echoing


def findings(found: Iterable[Finding], named: Inside) -> Iterator[Finding]:
    """Findings with a claim of a source that is named."""
    return (one for one in found if any(named(claim.source) for claim in one.claims))


def members(family: Family) -> Iterator[Claim]:
    return (claim for group in family.groups for claim in group.claims)
