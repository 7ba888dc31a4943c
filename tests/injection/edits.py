"""One change of one text, and how candidates of many kinds are drawn evenly."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest


@dataclass(frozen=True, order=True)
class Edit:
    """`text[start:end]` becomes `new`; offsets are code points into the unchanged text."""

    start: int
    end: int
    new: str

    def applied(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]

    def before(self, position: int) -> int:
        """The place in the unchanged text of a position in the changed one."""
        if position <= self.start:
            return position
        moved = len(self.new) - (self.end - self.start)
        return max(position - moved, self.start)

    @property
    def altered(self) -> tuple[int, int]:
        """Where the new words stand in the changed text."""
        return self.start, self.start + len(self.new)


@dataclass(frozen=True, order=True)
class Change:
    """An edit of one article (by its place in the corpus), and what kind of change it is."""

    kind: str
    article: int
    edit: Edit


def drawn(changes: Iterable[Change], total: int, seed: int) -> list[Change]:
    """At most `total` distinct changes: one of each kind in turn, articles in turn within a kind."""
    chance = random.Random(seed)
    kinds: dict[str, list[Change]] = {}
    for change in sorted(set(changes)):
        kinds.setdefault(change.kind, []).append(change)
    return list(_in_turn([_spread(kinds[kind], chance) for kind in sorted(kinds)]))[:total]


def _spread(changes: list[Change], chance: random.Random) -> list[Change]:
    """Shuffled, and every place in the texts once before any place twice."""
    places: dict[tuple[int, int], list[Change]] = {}
    for change in chance.sample(changes, len(changes)):
        places.setdefault((change.article, change.edit.start), []).append(change)
    return list(_in_turn(list(places.values())))


def _in_turn(lists: list[list[Change]]) -> Iterator[Change]:
    for row in zip_longest(*lists):
        yield from (change for change in row if change is not None)
