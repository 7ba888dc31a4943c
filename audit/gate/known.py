"""What an earlier state knows of the findings, and what came and went since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from audit.gate.accepted import Known
from audit.gate.assertion import Assertion, recognised
from audit.model import Change, Finding, Lapse

Inside = Callable[[str], bool]  # whether a source, as it is named here, is one that a run is about


class Told(Struct, frozen=True):
    """A finding and what it asserts."""

    finding: Finding
    every: tuple[Assertion, ...]  # by claim
    left: tuple[Assertion, ...]  # those of claims that no comment and no waiver takes out

    def known(self, found: Collection[Assertion]) -> bool:
        """Known only if all that it asserts is: one new side of an old quarrel is news."""
        return bool(self.left) and all(one in found for one in self.left)


def matched(
    told: Iterable[Told], known: Known, sources: Collection[str]
) -> dict[Assertion, Assertion]:
    """What is asserted now -> what knows it; `sources` are those that are there now."""
    every = (one for each in told for one in each.every)
    return recognised(every, known.lines, lambda source: source not in sources)


def change(
    told: Iterable[Told], known: Known, found: Mapping[Assertion, Assertion], inside: Inside
) -> Change:
    """What came and went; what is waived did neither."""
    open_ = [one for one in told if one.finding.status != "waived"]
    remaining = sum(one.known(found) for one in open_)
    gone = sum(1 for _ in _gone(known, found, inside))
    return Change(known.name, len(open_) - remaining, remaining, gone)


def stale(known: Known, found: Mapping[Assertion, Assertion], inside: Inside) -> Iterator[Lapse]:
    """One for each source: whoever mends an article has mended all that goes with it."""
    lines: dict[str, list[int]] = defaultdict(list)
    for one in _gone(known, found, inside):
        if known.lines[one]:
            lines[one.source].append(known.lines[one])
    for source, at in lines.items():
        number = f"{len(at)} entries of {source} are" if len(at) > 1 else f"an entry of {source} is"
        words = f"{number} no longer found; `claim-audit baseline prune` removes what is mended"
        yield Lapse("stale", known.name, min(at), words)


def _gone(
    known: Known, found: Mapping[Assertion, Assertion], inside: Inside
) -> Iterator[Assertion]:
    used = frozenset(found.values())
    return (one for one in sorted(known.lines) if one not in used and inside(one.source))
