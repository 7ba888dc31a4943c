"""What an earlier state knows of the findings, and what came and went since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from audit.gate.accepted import Known
from audit.gate.assertion import Assertion, recognised
from audit.model import Change, Finding, Lapse

Told = Sequence[tuple[Finding, tuple[Assertion, ...]]]
Inside = Callable[[str], bool]  # whether a source, by its name here, is one that a run is about


def matched(told: Told, known: Known, sources: Collection[str]) -> dict[Assertion, Assertion]:
    """What is asserted now -> what knows it; `sources` are those that are there now."""
    every = (one for _, held in told for one in held)
    return recognised(every, known.lines, lambda source: source not in sources)


def change(
    told: Told, known: Known, found: dict[Assertion, Assertion], inside: Inside
) -> tuple[Change, list[Lapse]]:
    """What came and went, and what of a file is in vain. Waived findings are neither."""
    open_ = [held for finding, held in told if finding.status != "waived"]
    remaining = sum(all(one in found for one in held) for held in open_)
    gone = sorted(one for one in set(known.lines).difference(found.values()) if inside(one.source))
    whole = Change(known.name, len(open_) - remaining, remaining, len(gone))
    return whole, list(_stale(known, gone))


def _stale(known: Known, gone: Iterable[Assertion]) -> Iterator[Lapse]:
    """One for each source: whoever mends an article has mended all that goes with it."""
    lines: dict[str, list[int]] = defaultdict(list)
    for one in gone:
        if known.lines[one]:
            lines[one.source].append(known.lines[one])
    for source, at in lines.items():
        number = f"{len(at)} entries of {source} are" if len(at) > 1 else f"an entry of {source} is"
        words = f"{number} no longer found; `claim-audit baseline prune` removes what is"
        yield Lapse("stale", known.name, min(at), words)
