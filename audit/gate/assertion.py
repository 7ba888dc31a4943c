"""What findings assert, in a form that outlives moved text and another run.

A conflict is made of assertions: one for each claim, under the check that tells of it. Its
fingerprint is made of what is said; the source stands beside it, and the occurrence tells equal
assertions of one source apart. Neither line nor time is in it.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path, PurePath

from msgspec import Struct

from audit.model import Finding

Naming = Callable[[str], str]
Place = tuple[
    int, int, str
]  # where in its source: item, offset or line, and a name that is its own


class Assertion(Struct, frozen=True, order=True):
    source: str  # from the folder of the config, whatever folder the tool was started in
    check: str
    fingerprint: str
    occurrence: int = 1  # among equal ones of its source, from its beginning


def asserted(findings: Sequence[Finding], name: Naming) -> list[tuple[Assertion, ...]]:
    """What each finding asserts, in the order of its claims."""
    placed = [list(_placed(one, name)) for one in findings]
    places: dict[Assertion, set[Place]] = defaultdict(set)
    for each in placed:
        for first, place in each:
            places[first].add(place)
    numbered = {
        (first, place): Assertion(first.source, first.check, first.fingerprint, number)
        for first, every in places.items()
        for number, place in enumerate(sorted(every), 1)
    }
    return [tuple(numbered[one] for one in each) for each in placed]


def _placed(finding: Finding, name: Naming) -> Iterator[tuple[Assertion, Place]]:
    if not finding.claims:
        for held in finding.fingerprints:
            first = Assertion(name(finding.source or ""), finding.code, held)
            yield first, (0, finding.line, finding.id)
    for claim, held in zip(finding.claims, finding.fingerprints, strict=False):
        first = Assertion(name(claim.source), finding.code, held)
        yield first, (claim.item, claim.start, claim.id)


def naming(folder: Path) -> Naming:
    """Names sources from this folder, as they are named in files that are kept beside the config."""
    root = os.path.abspath(folder)

    @cache
    def named(source: str) -> str:
        try:
            path = os.path.relpath(source, root)
        except ValueError:  # on another drive
            path = source
        return PurePath(path).as_posix().encode("utf-8", "replace").decode()

    return named


def recognised(
    told: Iterable[Assertion], known: Iterable[Assertion], gone: Callable[[str], bool]
) -> dict[Assertion, Assertion]:
    """What is told and known already -> what knows it.

    Equal source, fingerprint and occurrence; of what is left, an equal fingerprint whose source is
    gone: the file was renamed, or its text moved. While the source is there, another that says the
    same says something new.
    """
    every, held = sorted(set(told)), set(known)
    found = {one: one for one in every if one in held}
    left: dict[str, list[Assertion]] = defaultdict(list)
    for one in sorted(held.difference(found), reverse=True):
        if gone(one.source):
            left[one.fingerprint].append(one)
    for one in every:
        if one not in found and left.get(one.fingerprint):
            found[one] = left[one.fingerprint].pop()
    return found
