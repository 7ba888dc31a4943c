"""`rules/lang/<language>.compare.yaml`: the words by which two texts are laid side by side."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from audit.model import Kind
from audit.rulebook import source


class Axis(Struct, frozen=True, forbid_unknown_fields=True):
    """One respect in which figures of these kinds differ: value -> words that tell it."""

    of: frozenset[Kind]
    values: dict[str, tuple[str, ...]]


class Likeness(Struct, frozen=True, forbid_unknown_fields=True):
    """Words without weight, words of one meaning, and the axes that keep two figures apart."""

    noise: frozenset[str]
    same: dict[str, tuple[str, ...]]
    before: tuple[str, ...]
    after: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    as_of: tuple[str, ...]
    score_scales: frozenset[float]
    score_words: tuple[str, ...]
    narrowing: frozenset[str]
    places: frozenset[str]
    separators: frozenset[str]
    negations: frozenset[str]
    opposed: tuple[frozenset[str], ...]
    axes: dict[str, Axis]


def read(path: Path) -> Likeness:
    """The file of one language. Raises Fault."""
    return source.read(path, Likeness)
