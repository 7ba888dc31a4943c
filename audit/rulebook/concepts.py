"""`rules/lang/<language>.concepts.yaml`: words of the press for what figures of any topic measure."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from audit.model import Fault
from audit.rulebook import source
from audit.rulebook.words import Vocabulary


class Together(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs, and objects behind them; words as they are."""

    verbs: frozenset[str]
    objects: frozenset[str]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    events: dict[str, list[str]]
    measures: dict[str, list[str]]
    together: dict[str, Together]
    people: list[str]
    leading: list[str]
    called: dict[str, tuple[str, str]]
    containers: list[str]
    neutral: list[str]
    sharing: list[str]
    shared: list[str]
    sums: list[str]
    statistics: list[str]
    dimensions: list[str]
    anything: list[str]
    occasions: list[str]
    yearly: list[str]
    counters: list[str]
    lasting: list[str]
    mounting: list[str]
    moving: list[str]
    making: list[str]
    scales: list[str]
    units: dict[str, str]


class Concepts(Struct, frozen=True):
    """Which words measure the same; word lists are of normal forms."""

    same: dict[str, str]  # a word in any of its forms -> its concept
    together: dict[str, Together]  # an event -> what is done to what, that it happens
    people: frozenset[str]  # those counted without being named
    leading: frozenset[str]  # words as they are
    called: dict[tuple[str, str], str]  # (of whom, who did) -> what the share of them is
    events: frozenset[str]  # concepts of what is done or happens
    containers: frozenset[str]
    neutral: frozenset[str]
    sharing: frozenset[str]
    shared: frozenset[str]
    sums: frozenset[str]
    statistics: frozenset[str]  # words as they are
    dimensions: frozenset[str]  # words as they are
    named: frozenset[str]  # every concept
    anything: frozenset[str]
    occasions: frozenset[str]
    yearly: frozenset[str]
    counters: frozenset[str]
    lasting: frozenset[str]
    mounting: frozenset[str]
    moving: frozenset[str]
    making: frozenset[str]
    scales: frozenset[str]
    units: dict[str, str]  # a unit -> what it measures where nothing else is said
    hurt: frozenset[str]  # events that go on to mount
    hurting: frozenset[str]  # the words that stand for one of these

    def of(self, text: str, norm: str) -> str:
        """The concept of a word; its normal form where it has none."""
        return self.same.get(text, norm)


IRREGULAR = {"child": ("children",), "woman": ("women",), "lady": ("ladies",), "man": ("men",)}


def _inflected(word: str) -> set[str]:
    """A word with the regular endings of nouns and verbs; what no one writes does no harm."""
    stem = word.removesuffix("e")
    found = {
        word,
        *IRREGULAR.get(word, ()),
        word + "s",
        word + "es",
        word + "ed",
        word + "ing",
        stem + "ing",
        stem + "ed",
    }
    if word.endswith("y"):
        found |= {word[:-1] + "ies", word[:-1] + "ied"}
    return found


def read(path: Path, words: Vocabulary) -> Concepts:
    """Raises Fault where a word stands in two concepts."""
    file = source.read(path, _File)
    same: dict[str, str] = {}
    for concept, forms in (*file.events.items(), *file.measures.items()):
        for form in (concept, *forms):
            for word in _inflected(form):
                if same.setdefault(word, concept) != concept:
                    raise Fault(f"{path}: “{word}” stands for {same[word]} and for {concept}")
    norms = {
        name: frozenset(words.norm(w) for w in getattr(file, name))
        for name in ("containers", "neutral", "people", "sharing", "sums", "scales")
    }
    concepts = {
        name: frozenset(same.get(w, words.norm(w)) for w in getattr(file, name))
        for name in (
            "anything", "counters", "lasting", "making", "mounting", "moving", "occasions", "shared", "yearly"
        )
    }  # fmt: skip
    hurt = concepts["mounting"] & file.events.keys()
    return Concepts(
        hurt=hurt,
        hurting=frozenset(word for word, concept in same.items() if concept in hurt),
        same=same,
        together=file.together,
        leading=frozenset(file.leading),
        called={pair: name for name, pair in file.called.items()},
        events=frozenset(file.events),
        statistics=frozenset(file.statistics),
        dimensions=frozenset(file.dimensions),
        named=frozenset(same.values()),
        units=file.units,
        **norms,
        **concepts,
    )
