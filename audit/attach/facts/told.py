"""A fact as a sentence tells it, before it becomes a claim."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from audit.model import Mention
from audit.rulebook.facts import Cue

Status = Literal["done", "planned", "announced", "denied"]


class Holder(Struct, frozen=True):
    """Who is said to be it, and by which tense: the past is known to hold only with a date."""

    key: str  # of an entity, else the name as written
    start: int
    end: int
    past: bool = False


class Best(Struct, frozen=True):
    """What is said to be the first, or the most, of its kind."""

    degree: str  # "first", "largest"
    kind: str  # the words for what it is one of
    scope: tuple[str, ...] = ()  # within what: keys of entities, "world"
    known: bool = True  # whether the words say within what; "the country's" leaves it to others
    measure: str | None = None  # "by area"
    since: str | None = None  # the year behind which an earlier one is known
    holder: Holder | None = None


class Counted(Struct, frozen=True):
    """The count that announces a list, and how many members this has."""

    count: Mention
    least: int
    most: int


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
    best: Best | None = None
    counted: Counted | None = None


def overlaps(a: Told, b: Told) -> bool:
    return a.start < b.end and b.start < a.end
