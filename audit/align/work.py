"""How much alignment there is to do: blocks, the largest of them, pairs of phrases scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from audit.align import join, phrase, slots
from audit.align.slots import Slots
from audit.model import Claim
from audit.rulebook import Rulebook


class Work(Struct, frozen=True):
    """`largest` is the number of claims of the largest block; `scored` counts the pairs of phrases
    whose likeness was computed, which is what blocks are there to keep few."""

    claims: int
    blocks: int
    largest: int
    scored: int


def of(claims: Iterable[Claim], rulebook: Rulebook) -> Work:
    """Joins the claims once more, counting."""
    ordered = sorted(claim for claim in claims if not claim.proof)
    blocks: dict[Slots, list[Claim]] = defaultdict(list)
    for claim in ordered:
        blocks[slots.of(claim)].append(claim)
    rarity, scored = join.rarity(join.counted(ordered), len(ordered)), 0

    def counted(a: phrase.Face, b: phrase.Face, rare: Mapping[str, float]) -> float:
        nonlocal scored
        scored += 1
        return phrase.likeness(a, b, rare)

    for key, members in blocks.items():
        join.parts(key, members, rarity, rulebook, counted)
    largest = max(map(len, blocks.values()), default=0)
    return Work(len(ordered), len(blocks), largest, scored)
