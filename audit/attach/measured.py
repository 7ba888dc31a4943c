"""What a number measures, as attach decides it."""

from __future__ import annotations

from msgspec import Struct

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


def changes(mention: Mention) -> bool:
    """Whether a percentage is a change ("rose 20 %", "an increase of 20 %"), not a level."""
    return mention.direction is not None and mention.change in (None, "by")
