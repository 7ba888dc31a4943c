"""What a check is about: the sources named, and what of the whole corpus touches them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from audit.model import Claim, Echo, Family, Finding

Items = Mapping[str, frozenset[int]]  # source -> numbers of its items


class Inside(Protocol):
    """Whether a source, or one item of it, is what a check is about."""

    def __call__(self, source: str, item: int = 0) -> bool: ...


def inside(paths: Sequence[str], items: Items = MappingProxyType({})) -> Inside:
    """Whether a source is one of the files named, or lies in a folder named; all, if none is.

    Of a source with `items`, these alone are meant.
    """
    roots = {Path(path).resolve() for path in paths}

    @cache  # a corpus in one file is one source of thousands of claims
    def within(source: str) -> bool:
        where = Path(source).resolve()
        return not roots or not roots.isdisjoint((where, *where.parents))

    def named(source: str, item: int = 0) -> bool:
        few = items.get(source) if item else None
        return within(source) and (few is None or item in few)

    return named


def near(echoes: Sequence[Echo], named: Inside) -> Callable[[Claim], bool]:
    """Whether a claim is of a source that is named, or echoes one that is."""
    echoing = {echo.a.id for echo in echoes if named(echo.b.source, echo.b.item)}
    return lambda claim: named(claim.source, claim.item) or claim.id in echoing


def findings(found: Iterable[Finding], named: Inside) -> Iterator[Finding]:
    """Findings with a claim of a source that is named."""
    return (one for one in found if any(named(claim.source, claim.item) for claim in one.claims))


def members(family: Family) -> Iterator[Claim]:
    return (claim for group in family.groups for claim in group.claims)
