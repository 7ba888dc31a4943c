"""A whole text in other words: the second paper that took the facts and wrote its own sentences."""

from __future__ import annotations

import random

from injection import kinds
from injection.edits import Edit


def reworded(text: str, seed: int) -> str:
    """As many harmless rewrites as fit beside each other, drawn by the seed."""
    every = [edit for editor in kinds.REWRITES.values() for edit in editor(text)]
    chance = random.Random(f"{seed} {text}")
    kept: list[Edit] = []
    for edit in chance.sample(sorted(every), len(every)):
        if all(edit.end <= other.start or other.end <= edit.start for other in kept):
            kept.append(edit)
    for edit in sorted(kept, reverse=True):
        text = edit.applied(text)
    return text
