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


def families(found: Iterable[Family], echoes: Sequence[Echo], named: Inside) -> Iterator[Family]:
    """Families in which a source that is named has a claim, derived or not, or echoes one."""
    echoed = {echo.a for echo in echoes if named(echo.b.source)}
    for family in found:
        if any(named(c.source) or c in echoed for c in (*members(family), *family.derived)):
            yield family


def findings(found: Iterable[Finding], named: Inside) -> Iterator[Finding]:
    """Findings with a claim of a source that is named."""
    return (one for one in found if any(named(claim.source) for claim in one.claims))


def members(family: Family) -> Iterator[Claim]:
    return (claim for group in family.groups for claim in group.claims)
