"""What a number measures, as attach decides it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from audit.model import Decision, Mention


class Measure(Struct, frozen=True):
    metric: str
    kind: str
    label: str
    terms: tuple[str, ...]
    decision: Decision
    definition: str | None = None
    filters: tuple[tuple[str, str], ...] = ()
    place: tuple[int, int] | None = None  # words of the name, for the roles around it
    roles: tuple[tuple[str, str], ...] = ()  # of the claim that it was carried over from
    mention: Mention | None = None  # as this measure reads it, where that is not as written


def changes(mention: Mention) -> bool:
    """Whether a percentage is a change ("rose 20 %", "an increase of 20 %"), not a level."""
    return mention.direction is not None and mention.change in (None, "by")


def in_points(mention: Mention, points: frozenset[str]) -> Mention:
    """ "Rose 3 points", of what has no index of its own: percentage points."""
    if mention.noun not in points or not changes(mention):
        return mention
    return replace(mention, kind="percent", unit="percentage_point")
