"""The normal form of words: stems, synonyms, and the language's context words."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path

import Stemmer
from msgspec import Struct

from audit.rulebook import source

WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*", re.UNICODE)
KEPT = 20_000  # phrases whose terms are kept: a sentence stands against many


class RoleCues(Struct, frozen=True, forbid_unknown_fields=True):
    before: list[str]
    acts: list[str] = []  # verbs whose subject fills the role: "received" a guest, an amount
    adjective: bool = False
    subject: bool = False
    regions: bool = False  # "exports to Europe": a region may stand where a country does


class Breakdown(Struct, frozen=True, forbid_unknown_fields=True):
    """The words around a total and the list of its parts."""

    leads: tuple[str, ...]
    joins: tuple[str, ...]
    of_which: tuple[str, ...]
    led_by: tuple[str, ...]
    of: tuple[str, ...]
    of_named: tuple[str, ...]
    made_of: tuple[str, ...]
    comprising: tuple[str, ...]
    they_are: tuple[str, ...]
    makeup: tuple[str, ...]
    rest: tuple[str, ...]
    together: tuple[str, ...]
    for_a: tuple[str, ...]
    sums: tuple[str, ...]
    in_all: tuple[str, ...]
    of_all: tuple[str, ...]
    opens: tuple[str, ...]
    overlaps: tuple[str, ...]
    places: tuple[str, ...]
    halves: tuple[tuple[str, ...], ...]
    labels: tuple[str, ...]
    counts: tuple[str, ...]
    shared: tuple[str, ...]


class Superlatives(Struct, frozen=True, forbid_unknown_fields=True):
    copulas: list[str]
    first: list[str]


class Context(Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/lang/<language>.context.yaml` as it stands in the file."""

    language: str
    stemmer: str
    stop: list[str]
    capitals: dict[str, str]
    generic: list[str]
    harmless: list[str]
    opposites: list[list[str]]
    two_sides: list[str]
    partners: list[str]
    past_verbs: list[str]
    so_far: list[str]
    count_verbs: list[str]
    of_all: list[str]
    besides: list[str]
    with_some: list[str]
    says: list[str]
    steps: list[str]
    adding: list[str]
    outranking: list[str]
    opining: list[str]
    founded: list[str]
    pairing: list[str]
    peoples: list[str]
    yearly_change: list[str]
    nearer_levels: list[str]
    multiples: list[str]
    places_as_bodies: list[str]
    year_before: list[str]
    aims: list[str]
    fiscal_countries: list[str]
    fields: list[str]
    offices: list[str]
    behind_as: list[str]
    which_was: list[str]
    beating: list[str]
    following: tuple[str, ...]
    workforce: list[str]
    a_year_on: list[str]
    expected_by: list[str]
    is_now: list[str]
    stretches: list[str]
    fiscal: list[str]
    from_abroad: list[str]
    tranches: list[str]
    levels_of: list[str]
    before_then: list[str]
    previous: tuple[str, ...]
    quarters: list[str]
    within_phrases: list[str]
    include: list[str]
    of_the_sum: list[str]
    foreseen: list[str]
    unreached: list[str]
    until_now: list[str]
    progress: list[str]
    by_now: list[str]
    tellers: list[str]
    exceeding: list[str]
    raising: list[str]
    bringing: list[str]
    towards: list[str]
    achieved: list[str]
    inhabited: list[str]
    bearings: list[str]
    more_of: list[str]
    prepositions: list[str]
    to_all: list[str]
    recent_years: list[str]
    partly_counted: list[str]
    bearers: list[str]
    provinces: list[str]
    including: list[str]
    foreign: list[str]
    anaphora: list[str]
    pronouns: list[str]
    bodies: list[str]
    particles: list[str]
    legal_forms: list[str]
    honorifics: list[str]
    first_person: list[str]
    country_nouns: list[str]
    no_stand_ins: list[str]
    clause_openers: list[str]
    verbs: list[str]
    verb_endings: tuple[str, ...]
    light: list[str]
    levels: list[str]
    ending_at: list[str]
    relative_adverbs: list[str]
    coming_to: list[str]
    hedging: list[str]
    auxiliaries: list[str]
    joiners: list[str]
    base_cues: list[str]
    contrasts: list[str]
    value_bases: list[str]
    same_period: list[str]
    that_period: list[str]
    cumulative: list[str]
    modality: dict[str, list[str]]
    tenses: list[str]
    more: list[str]
    less: list[str]
    than: list[str]
    respectively: list[str]
    corrections: list[str]
    wholes: list[str]
    no_wholes: list[str]
    share_levels: list[str]
    portions: list[str]
    change_nouns: list[str]
    time_nouns: list[str]
    other_times: list[str]
    other_terms: list[str]
    agencies: dict[str, str]
    domains: dict[str, str]
    worldwide_domains: list[str]
    undated_years: list[str]
    institutions: list[str]
    telling: list[str]
    determiners: list[str]
    partition_verbs: list[str]
    part_links: list[str]
    holding: list[str]
    subsets: list[str]
    alternatives: list[str]
    for_each: list[str]
    in_total: list[str]
    meetings: list[str]
    anniversaries: list[str]
    celebrated: list[str]
    paces: dict[str, list[str]]
    rank_nouns: list[str]
    superlatives: Superlatives
    attribution: list[str]
    upstream: list[str]
    titles: list[str]
    place_nouns: list[str]
    relatives: list[str]
    worldwide: list[str]
    roles: dict[str, RoleCues]
    breakdown: Breakdown


class Vocabulary:
    """Words to normal forms; every answer is remembered, since news repeat themselves."""

    def __init__(self, context: Context, synonyms: dict[str, list[str]]) -> None:
        self.context = context
        self._stem = Stemmer.Stemmer(context.stemmer)
        self._seen: dict[str, str] = {}
        self._same: dict[str, str] = {}
        for word, others in synonyms.items():
            target = self._stem.stemWord(word)
            for other in others:
                self._same[self._stem.stemWord(other)] = target
        self.stop = frozenset(context.stop)
        self.terms = lru_cache(maxsize=KEPT)(self._terms)

    def norm(self, word: str) -> str:
        """The normal form of one lower-case word."""
        known = self._seen.get(word)
        if known is None:
            bare = word.removesuffix("'s").removesuffix("’s")
            stem = self._stem.stemWord(bare)
            known = self._seen[word] = self._same.get(stem, stem)
        return known

    def _terms(self, phrase: str) -> tuple[str, ...]:
        """Normal forms of the content words of a phrase, in order."""
        words = (match.group().lower() for match in WORD.finditer(phrase))
        return tuple(self.norm(word) for word in words if word not in self.stop)

    @cached_property
    def generic(self) -> frozenset[str]:
        return frozenset(self.norm(word) for word in self.context.generic)

    @cached_property
    def opposites(self) -> tuple[frozenset[str], ...]:
        """Sets of words of which two alike phrases must not hold different ones."""
        return tuple(frozenset(words) for words in self.context.opposites)

    @cached_property
    def harmless(self) -> frozenset[str]:
        """Modifiers that narrow nothing: "total", "annual", "bilateral"."""
        return frozenset(self.norm(word) for word in self.context.harmless) | self.generic

    @cached_property
    def light(self) -> frozenset[str]:
        """Verbs that say that there is a figure, not of what."""
        return frozenset(self.context.light)

    @cached_property
    def verbs(self) -> frozenset[str]:
        return frozenset(self.context.verbs)

    def is_verb(self, word: str) -> bool:
        """Whether a lower-case word is a known verb, or looks like one: "gained"."""
        return word in self.verbs or word.endswith(self.context.verb_endings)


def phrases(words: list[str]) -> re.Pattern[str]:
    """One pattern for whole-word phrases, longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def read(context: Path, synonyms: Path) -> Vocabulary:
    """The context words and synonyms of one language, each from its own file. Raises Fault."""
    return Vocabulary(source.read(context, Context), source.read(synonyms, dict[str, list[str]]))
