"""A fact as a sentence tells it, before it becomes a claim."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from audit.rulebook.facts import Cue

Status = Literal["done", "planned", "announced", "denied"]


class Told(Struct, frozen=True):
    """`start:end` covers the words of the fact; all offsets are inside the sentence."""

    what: str
    status: Status
    start: int
    end: int
    thing: tuple[int, int]
    cue: Cue
    holder: str | None = None  # the person who has an office
    open: bool = False  # a list that may have more members


def overlaps(a: Told, b: Told) -> bool:
    return a.start < b.end and b.start < a.end
