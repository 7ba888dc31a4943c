"""`rules/lang/<language>.facts.yaml`: by which words a sentence states a fact without a number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct, field

from audit.rulebook import source

Form = Literal["base", "past", "gerund", "noun", "office", "first", "superlative", "list"]
CONTRACTED = ("'t", "’t")  # "won't" is no victory
EVENT_FORMS = frozenset({"base", "past", "gerund", "noun"})


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    base: list[str] = field(default_factory=list)
    past: list[str] = field(default_factory=list)
    gerund: list[str] = field(default_factory=list)
    noun: list[str] = field(default_factory=list)
    things: frozenset[str] = frozenset()
    single: bool = False
    subject: bool = False
    place: bool = False
    once: bool = False
    named: bool = True
    sole: dict[str, int] = field(default_factory=dict)


class Offices(Struct, frozen=True, forbid_unknown_fields=True):
    heads: list[str]
    unique: frozenset[str]
    modifiers: frozenset[str]
    passing: frozenset[str]
    lower: frozenset[str]
    reach: frozenset[str]
    courtesy: frozenset[str]
    particles: frozenset[str]
    institutions: frozenset[str]
    bodies: frozenset[str]
    same: dict[str, list[str]]


class Firsts(Struct, frozen=True, forbid_unknown_fields=True):
    words: list[str]
    plain: list[str]
    never: frozenset[str]
    superlatives: dict[str, list[str]]
    vague: frozenset[str]
    people: frozenset[str]
    beside: frozenset[str]
    partly: tuple[str, ...]
    beyond: frozenset[str]
    world: frozenset[str]
    here: frozenset[str]
    within: frozenset[str]
    members: frozenset[str]
    measures: tuple[str, ...]
    lasting: frozenset[str]
    spells: frozenset[str]
    since: tuple[str, ...]
    open: frozenset[str]
    pointing: frozenset[str]
    unsure: frozenset[str]
    present: tuple[str, ...]
    past: tuple[str, ...]
    lightly: tuple[str, ...]
    which: frozenset[str]
    fronting: frozenset[str]
    openers: frozenset[str]
    determiners: frozenset[str]


class Lists(Struct, frozen=True, forbid_unknown_fields=True):
    intro: list[str]
    open: frozenset[str]
    loose: frozenset[str]
    namely: tuple[str, ...]
    joins: tuple[str, ...]
    least: int


class FactWords(Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it stands."""

    events: dict[str, Event]
    plans: frozenset[str]
    preparing: list[str]
    undone: list[str]
    adjectives: frozenset[str]
    stops: frozenset[str]
    links: frozenset[str]
    trailing: frozenset[str]
    loose: frozenset[str]
    after_participle: frozenset[str]
    places: frozenset[str]
    validity: frozenset[str]
    origins: frozenset[str]
    ago: frozenset[str]
    dating: frozenset[str]
    remembered: frozenset[str]
    subordinate: frozenset[str]
    pronouns: frozenset[str]
    offices: Offices
    firsts: Firsts
    lists: Lists


class Cue(Struct, frozen=True, order=True):
    """A word or phrase that may state a fact, found at `start:end` of a sentence."""

    start: int
    end: int
    form: Form
    what: str


class Facts:
    """The words with all their cues in one automaton, so that a sentence is scanned once."""

    def __init__(self, words: FactWords) -> None:
        self.words = words
        entries = dict(_entries(words))
        self._meanings = list(entries.values())
        self._find = AhoCorasick(list(entries), matchkind=MatchKind.LeftmostLongest)

    def cues(self, text: str) -> Iterator[Cue]:
        """Cues from left to right as whole words; offsets in code points."""
        low = text.lower()
        if len(low) != len(text):  # a capital dotted I is two letters in lower case
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for pattern, start, end in self._find.find_matches_as_indexes(low):
            whole = not (start and _wordly(low[start - 1])) and not _wordly(low[end : end + 1])
            if whole and low[end : end + 2] not in CONTRACTED:
                yield Cue(start, end, *self._meanings[pattern])


def read(path: Path) -> Facts:
    return Facts(source.read(path, FactWords))


def _entries(words: FactWords) -> Iterator[tuple[str, tuple[Form, str]]]:
    for what, event in words.events.items():
        forms: tuple[tuple[Form, list[str]], ...] = (
            ("base", event.base),
            ("past", event.past),
            ("gerund", event.gerund),
            ("noun", event.noun),
        )
        for form, phrases in forms:
            for phrase in phrases:
                yield phrase, (form, what)
    for head in words.offices.heads:
        yield head, ("office", head)
    for word in (*words.firsts.words, *words.firsts.plain):
        yield word, ("first", word)
    for degree, superlatives in words.firsts.superlatives.items():
        for word in superlatives:
            yield word, ("superlative", degree)
    for intro in words.lists.intro:
        yield intro, ("list", intro)


def _wordly(character: str) -> bool:
    return character.isalnum() or character in ("-", "_") if character else False
