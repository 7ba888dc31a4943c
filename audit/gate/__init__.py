"""findings + what was accepted before -> what is new, and the exit code.

Accepted is what a comment in an article covers, what a waiver names with a reason, and what an
earlier state knows: a baseline, or the findings of another commit. All of it is data here; who
reads the files gives it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from audit.config import FailOn
from audit.gate import acceptance, known, waiving
from audit.gate.accepted import Accepted, Known
from audit.gate.assertion import Assertion, Naming, asserted, naming
from audit.gate.linking import linking
from audit.model import Article, Change, Claim, Finding, Lapse

__all__ = [
    "Accepted",
    "Assertion",
    "Known",
    "asserted",
    "code",
    "facing",
    "linking",
    "naming",
    "remaining",
    "ruled",
    "state",
]

Inside = Callable[[str], bool]  # whether a source is one that a run is about
_ORDER = ("error", "warning", "info")


class Ruled(Struct, frozen=True):
    findings: tuple[Finding, ...]  # in the order given, each with its status
    changes: tuple[Change, ...]  # one for each earlier state
    lapses: tuple[Lapse, ...]


def code(findings: Iterable[Finding], fail_on: FailOn) -> int:
    """1 when a new finding is at least as severe as `fail_on`, else 0."""
    if fail_on == "never":
        return 0
    loud = _ORDER[: _ORDER.index(fail_on) + 1]
    return int(any(one.status == "new" and one.severity in loud for one in findings))


def ruled(
    findings: Sequence[Finding],
    accepted: Accepted,
    articles: Sequence[Article],
    sources: Iterable[str],
    inside: Inside,
    linked: Collection[waiving.Place] = (),
    *,
    whole: bool = True,
) -> Ruled:
    """Each finding new, known or waived; what came and went; what was accepted in vain.

    `articles` are all that have comments, `sources` all of the corpus; the run is about those
    `inside`: findings are told on their side, and what was accepted of others is not looked at.
    A waiver can only be unused in a run over the `whole` corpus; `linked` are the places of those
    that had a say already when claims were linked.
    """
    rules = waiving.rules(articles, accepted)
    sifted, used = waiving.sifted(findings, rules)
    name = naming(accepted.folder)
    told = _told(sifted, inside, name)
    here = frozenset(map(name, sources)) if accepted.known else frozenset()
    states = [(one, known.matched(told, one, here)) for one in accepted.known]
    every = frozenset(assertion for _, found in states for assertion in found)
    used = used.union(linked)
    near = [rule for rule in rules if whole or rule.place in used or inside(rule.place[0])]
    lapses = set(waiving.lapses(near, used))

    def placed(source: str) -> bool:
        return inside(os.path.join(accepted.folder, source))

    for one, found in states:
        lapses.update(known.stale(one, found, placed))
    return Ruled(
        tuple(_turned(_judged(each, every), each.every, every, inside) for each in told),
        tuple(known.change(told, one, found, placed) for one, found in states),
        tuple(sorted(lapses)),
    )


def state(name: str, findings: Sequence[Finding], folder: Path) -> Known:
    """What these findings, of a commit or of another run, assert: all of it is known from then on.

    What was waived then was not told, and is none of it.
    """
    told = zip(findings, asserted(findings, naming(folder)), strict=True)
    return Known(name, {a: 0 for one, held in told if one.status != "waived" for a in held})


def remaining(
    findings: Sequence[Finding], one: Known, sources: Iterable[str], name: Naming
) -> dict[Assertion, Assertion]:
    """What is asserted now -> what knows it; the source of the two differs where a file was renamed."""
    told = [known.Told(*pair, ()) for pair in zip(findings, asserted(findings, name), strict=True)]
    return known.matched(told, one, frozenset(map(name, sources)))


def _told(sifted: Sequence[waiving.Sifted], inside: Inside, name: Naming) -> list[known.Told]:
    held = asserted([one.finding for one in sifted], name)
    return [
        known.Told(_waived(one, inside), every, tuple(_left(one, every)))
        for one, every in zip(sifted, held, strict=True)
    ]


def _left(one: waiving.Sifted, every: Sequence[Assertion]) -> Iterator[Assertion]:
    for assertion, claim in zip_longest(every, one.finding.claims):
        if claim is None or claim.id not in one.out:
            yield assertion


def _waived(one: waiving.Sifted, inside: Inside) -> Finding:
    """Waived where no quarrel is left, or none that the run is about."""
    if one.by is None:
        return one.finding
    left = [c for c in one.finding.claims if c.id not in one.out]
    if acceptance.quarrels(one.finding, one.out) and any(inside(c.source) for c in left):
        return one.finding
    return replace(one.finding, status="waived", suppression=one.by)


def _judged(one: known.Told, every: Collection[Assertion]) -> Finding:
    if one.finding.status == "waived" or not one.known(every):
        return one.finding
    return replace(one.finding, status="known")


def _turned(
    finding: Finding,
    held: Sequence[Assertion],
    every: Collection[Assertion],
    inside: Inside,
) -> Finding:
    """The side that the run is about first, then what is new: there the finding is shown."""

    def old(at: int) -> tuple[bool, bool, int]:
        return (not inside(finding.claims[at].source), held[at] in every, at)

    return _ordered(finding, sorted(range(len(finding.claims)), key=old))


def facing(finding: Finding, first: Callable[[Claim], bool]) -> Finding:
    """The finding with these claims in front: there it is shown."""
    order = sorted(range(len(finding.claims)), key=lambda at: not first(finding.claims[at]))
    return _ordered(finding, order)


def _ordered(finding: Finding, order: Sequence[int]) -> Finding:
    if order == sorted(order):
        return finding
    return replace(
        finding,
        claims=tuple(finding.claims[at] for at in order),
        fingerprints=tuple(finding.fingerprints[at] for at in order),
    )
