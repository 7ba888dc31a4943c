"""Links that must, or must not, be made: what people decided, against which likeness has no say."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from msgspec import Struct

from audit.model import Claim


def _none(_claim: Claim) -> tuple[int, ...]:
    return ()


class Links(Struct, frozen=True):
    sides: Callable[[Claim], tuple[int, ...]] = _none  # claims of different sides: must not
    ties: Callable[[Claim], tuple[int, ...]] = _none  # claims of a common tie: must


def tied(
    parts: Sequence[list[Claim]], ties: Callable[[Claim], Sequence[Hashable]]
) -> list[list[Claim]]:
    """The parts of a block, those that share a tie as one. Typed slots stay hard: parts of two
    blocks are never one."""
    found: list[tuple[set[Hashable], list[Claim]]] = []
    for part in parts:
        own = {tie for claim in part for tie in ties(claim)}
        if not own:  # as nearly all: a block has thousands of parts
            found.append((own, sorted(part)))
            continue
        joined = [one for one in found if own & one[0]]
        found = [one for one in found if not own & one[0]]
        members = [claim for _, claims in joined for claim in claims]
        found.append((own.union(*(held for held, _ in joined)), sorted([*members, *part])))
    return [claims for _, claims in found]
