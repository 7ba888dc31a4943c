"""families -> findings; one file per check, named for what is wrong.

A check is a module with CODE, a docstring that is its manual page, and `find(case)`. A new check is
a new file in this folder: nothing here names them. A check that looks across families has
`across(claims, rulebook)` and `keys(claim, rulebook)`: what claims must share, one key at least, to
stand in one of its findings. A run with a focus gives it only claims that share a key with it. A
check of the sources themselves has `sources(seen, rulebook)`; one of comments, waivers and the
baseline `lapses(lapses, rulebook)`.
What another check may tell better has `told_by(finding, other)`: then its own finding is left out.
ONE_THING says of a check across families that it holds its claims to be of one thing.
"""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from audit.check.agreement import differing as differing
from audit.check.case import Case
from audit.check.on_source import Seen
from audit.model import Claim, Echo, Family, Finding, Lapse
from audit.rulebook import Rulebook

PAIR = 2  # sides
PARTS = 16  # of the families, of which some take a hundred times as long as others
Sides = Callable[[Claim], object]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of this folder that has a CODE, by code."""
    found = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    return tuple(sorted((m for m in found if hasattr(m, "CODE")), key=lambda m: str(m.CODE)))


def pages() -> dict[str, str]:
    """Code -> manual page."""
    return {code: inspect.getdoc(m) or "" for m in modules() for code in _codes(m)}


def _codes(module: ModuleType) -> tuple[str, ...]:
    return tuple(getattr(module, "CODES", (module.CODE,)))


def jobs(
    families: Sequence[Family],
    echoes: Sequence[Echo],
    claims: Sequence[Claim],
    crossing: Sequence[Claim],
    rulebook: Rulebook,
    sides: Sides,
) -> list[Callable[[], list[Finding]]]:
    """What every check says of every family and across families, in no particular order and in parts
    that need not wait for each other.

    `claims` are those of the whole corpus: a derived value may rest on another family's. `crossing`
    are those that may meet claims of other families.
    """
    parts = [families[at::PARTS] for at in range(PARTS) if at < len(families)]
    return [
        *(partial(_across, module, crossing, rulebook, sides) for module in _with("across")),
        *(partial(_findings, part, echoes, claims, rulebook) for part in parts),
    ]


def _findings(
    families: Sequence[Family], echoes: Sequence[Echo], claims: Iterable[Claim], rulebook: Rulebook
) -> list[Finding]:
    named = {name for family in families for derived in family.derived for name in derived.proof}
    proofs = {claim.id: claim for claim in claims if claim.id in named}
    by_claim: dict[Claim, list[Echo]] = defaultdict(list)
    for echo in echoes:
        by_claim[echo.a].append(echo)
    found: list[Finding] = []
    for family in families:
        own = [e for g in family.groups for c in g.claims for e in by_claim.get(c, ())]
        case = Case(family, own, rulebook, proofs)
        for module in _with("find"):
            found += module.find(case)
    return found


def _across(
    module: ModuleType, claims: Sequence[Claim], rulebook: Rulebook, sides: Sides
) -> list[Finding]:
    """What a check says of claims that no one family holds: offices, series, shares of a whole.

    Claims of different `sides` were set apart by hand: no check takes them for one thing.
    """
    found = module.across(claims, rulebook)
    if not getattr(module, "ONE_THING", False):
        return list(found)
    return [f for f in found if len({sides(claim) for claim in f.claims}) < PAIR]


@cache
def _with(part: str) -> tuple[ModuleType, ...]:
    return tuple(module for module in modules() if hasattr(module, part))


def once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings without those that another one tells better: a check that has `told_by(finding,
    other)` says which of its own these are."""
    every = list(findings)
    holding: dict[Claim, list[Finding]] = defaultdict(list)
    for one in every:
        for claim in one.claims:
            holding[claim].append(one)
    better = {m.CODE: m.told_by for m in modules() if hasattr(m, "told_by")}
    for one in every:
        others = [f for c in one.claims for f in holding[c]] if one.code in better else ()
        if not any(better[one.code](one, other) for other in others if other is not one):
            yield one


def keys(claim: Claim, rulebook: Rulebook) -> Iterator[tuple[object, ...]]:
    """By what a claim can meet claims of other families; equal keys have equal representations."""
    for module in _with("across"):
        for key in module.keys(claim, rulebook):
            yield (module.CODE, *key)


def source_findings(seen: Seen, rulebook: Rulebook) -> Iterator[Finding]:
    """What there is to say of the sources themselves: unreadable, guessed, undated, empty."""
    for module in _with("sources"):
        yield from module.sources(seen, rulebook)


def lapse_findings(lapses: Sequence[Lapse], rulebook: Rulebook) -> Iterator[Finding]:
    """What there is to say of comments, waivers and baseline entries that do nothing."""
    for module in _with("lapses"):
        yield from module.lapses(lapses, rulebook)
