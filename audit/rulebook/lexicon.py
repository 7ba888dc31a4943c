"""The words of a language as the extractor needs them: everything compiled once, then frozen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from audit.rulebook import source
from audit.rulebook.phrases import Phrases, grouped

Words = frozenset[str]


class Vocabulary(Struct, frozen=True):
    """`rules/lang/<language>.yaml` as written; see the comments there."""

    # numbers
    digits: dict[str, int]
    tens: dict[str, int]
    hundred: dict[str, int]
    dozen: dict[str, int]
    scales: dict[str, float]
    short_scales: dict[str, float]
    short_scales_of_money: Words
    short_scale_words: Words
    length_words: Words
    ordinals: dict[str, float]
    ordinal_endings: Words
    fractions: dict[str, float]
    vulgar: dict[str, float]
    magnitudes: dict[str, float]
    vague: Words
    vague_before: Words
    multiples: dict[str, float]
    multiples_up: Words
    multiples_down: Words
    twice_words: Words
    twice_before: Words
    twice_after: Words
    signs: Words
    point: Words
    articles: Words
    one_of_it: Words
    ratio_words: Words
    one_links: Words
    list_links: Words
    bound_links: Words
    led_links: Words
    level_links: Words
    like_links: Words
    ellipsis_ends: Words
    # hedges and directions
    hedges_before: dict[str, tuple[str, ...]]
    hedges_after: dict[str, tuple[str, ...]]
    comparatives: dict[str, tuple[str, ...]]
    comparative_forms: dict[str, dict[str, str]]
    tolerances: tuple[str, ...]
    range_gap: Words
    hedge_gap: Words
    over_verbs: Words
    over_particles: Words
    up_particles: Words
    hedging_places: Words
    direction_verbs: dict[str, tuple[str, ...]]
    direction_nouns: dict[str, tuple[str, ...]]
    phrasal_verbs: Words
    reaching: Words
    paces: Words
    pace_words: Words
    percent_words: Words
    direction_gap: Words
    # dates and periods
    months: dict[str, int]
    ambiguous_months: Words
    month_before: Words
    ahead: Words
    weekdays: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    thirds: dict[str, tuple[int, int]]
    opening: Words
    closing: Words
    days: dict[str, int]
    relatives: dict[str, int]
    time_units: dict[str, str]
    since: Words
    until: Words
    edges: Words
    to_date: Words
    anaphoric: Words
    spans_before: Words
    windows: Words
    time_adverbs: Words
    stretch_links: Words
    stretch_past: Words
    stretch_gap: Words
    stretch_lead: Words
    old_year_before: Words
    date_joiners: dict[str, tuple[str, ...]]
    year_lead: Words
    date_lead: Words
    year_hedges: Words
    year_compares: Words
    year_verbs: Words
    year_in: Words
    year_nouns: Words
    year_owners: Words
    fiscal: Words
    ago: Words
    # quantities
    percent: tuple[str, ...]
    percentage_points: tuple[str, ...]
    points: Words
    basis_points: tuple[str, ...]
    per: Words
    per_nouns: Words
    ages: tuple[str, ...]
    age_before: tuple[str, ...]
    degrees: tuple[str, ...]
    scales_of_heat: dict[str, str]
    times: Words
    units: dict[str, tuple[str, ...]]
    symbols: dict[str, str]
    glued_symbols: Words
    spaced_symbols: Words
    scaled_units: dict[str, tuple[float, str]]
    money_signs: Words
    pound_of_money: Words
    money_or_mass: Words
    mass_words: Words
    compound_units: dict[str, str]
    squared: dict[str, str]
    cubed: dict[str, str]
    unit_kinds: dict[str, str]
    currency_words: dict[str, tuple[str, ...]]
    currency_signs: dict[str, str]
    iso_everyday: Words
    glued_signs: Words
    currency_parts: dict[str, tuple[float, str]]
    glued_parts: dict[str, tuple[float, str]]
    small_parts: Words
    currency_scales: dict[str, float]
    currency_everyday: Words
    # ranks, nouns, look-alikes
    rank_top: Words
    rank_among: Words
    rank_gap: Words
    rank_places: Words
    rank_places_in: Words
    rank_worldwide: Words
    rank_worlds: Words
    rank_moves: Words
    rank_ends: Words
    single_before: Words
    rank_verbs: Words
    rank_nouns: Words
    superlatives_irregular: Words
    not_superlative: Words
    ordinal_nouns: Words
    plurals: dict[str, str]
    singular_endings: tuple[str, ...]
    noun_stops: Words
    owners: Words
    noun_participles: Words
    object_openers: Words
    plural_modifiers: Words
    pronoun_one_before: Words
    one_before: Words
    pronoun_one_after: Words
    reference_words: Words
    phone_words: Words
    street_words: Words
    score_words: Words
    clock_words: tuple[str, ...]
    idioms: tuple[str, ...]
    fraction_hedges: Words
    fraction_of: Words
    phrase_before: Words
    web: Words
    name_before: tuple[str, ...]
    heat_words: Words


class Lexicon(Vocabulary, frozen=True, kw_only=True):
    """A vocabulary with its look-up tables."""

    hedge_before: Phrases[str]
    hedge_after: Phrases[str]
    change_verb: dict[str, str]  # word -> "up" | "down"
    change_noun: dict[str, str]
    unit_words: Phrases[str]  # words -> unit key
    scaled: Phrases[tuple[float, str]]  # "bcm" -> 1e9 cubic metres
    currency_nouns: frozenset[str]  # "crowns", "francs", whoever's
    currency_names: Phrases[str]  # words after a number -> ISO 4217
    currency_before: Phrases[str]  # signs before a number -> ISO 4217
    iso_currencies: Words
    age_words: Phrases[str]  # "months old" -> "month"
    aged: Phrases[str]
    degree_words: Phrases[str]
    clock: Phrases[str]
    idiom: Phrases[str]
    tolerance: Phrases[str]
    names: Phrases[str]  # "iphone", "s & p": digits after these belong to them
    denominators: dict[str, float]  # "fifth", "fifths" -> 5
    triggers: Words  # a word that may begin or be a number, date or period
    unit_file: Path  # definitions in pint's format, read when a unit must be converted

    def superlative(self, word: str) -> bool:
        """Whether a lower-case word is one: "largest", "best"."""
        ends = word.endswith("est") and len(word) > 4 and word not in self.not_superlative
        return ends or word in self.superlatives_irregular

    def __repr__(self) -> str:
        return f"Lexicon({len(self.triggers)} triggers)"


def read(path: Path, units: Path) -> Lexicon:
    """The language file at `path` with the unit definitions at `units`. Raises Fault on bad ones."""
    words = source.read(path, Vocabulary)
    hedges = [*_pairs(words.hedges_before), *_comparisons(words)]
    return Lexicon(
        **msgspec.structs.asdict(words),
        hedge_before=Phrases(hedges),
        hedge_after=grouped(words.hedges_after),
        change_verb={word: way for way, all_ in words.direction_verbs.items() for word in all_},
        change_noun={word: way for way, all_ in words.direction_nouns.items() for word in all_},
        unit_words=Phrases([*_pairs(words.units), *_shares(words)]),
        scaled=Phrases(words.scaled_units.items()),
        currency_names=Phrases([*_long_names(words), *_pairs(words.currency_words)]),
        currency_before=Phrases(words.currency_signs.items()),
        iso_currencies=frozenset(_currencies()),
        currency_nouns=_nouns(words),
        age_words=Phrases(_ages(words)),
        aged=Phrases((phrase, "year") for phrase in words.age_before),
        degree_words=Phrases((phrase, "degree") for phrase in words.degrees),
        clock=Phrases((phrase, "clock time") for phrase in words.clock_words),
        idiom=Phrases((phrase, "idiom") for phrase in words.idioms),
        tolerance=Phrases((phrase, "tolerance") for phrase in words.tolerances),
        names=Phrases((phrase, "part of a name") for phrase in words.name_before),
        denominators=_denominators(words),
        triggers=_triggers(words),
        unit_file=units,
    )


def _pairs(table: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((phrase, value) for value, phrases in table.items() for phrase in phrases)


def _comparisons(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for way, comparatives in words.comparatives.items():
        for form, hedge in words.comparative_forms[way].items():
            yield from ((form.format(comparative), hedge) for comparative in comparatives)


def _shares(words: Vocabulary) -> Iterator[tuple[str, str]]:
    yield from ((phrase, "percent") for phrase in words.percent)
    yield from ((phrase, "percentage_point") for phrase in words.percentage_points)
    yield from ((phrase, "basis_point") for phrase in words.basis_points)


def _ages(words: Vocabulary) -> Iterator[tuple[str, str]]:
    for phrase in words.ages:
        parts = phrase.replace("-", " ").split()
        unit = next((words.time_units[part] for part in parts if part in words.time_units), "year")
        yield phrase, unit


def _denominators(words: Vocabulary) -> dict[str, float]:
    """A fraction's lower half: third(s), fifth(s) ... but never `second`, which is a time."""
    parts = {word: value for word, value in words.ordinals.items() if value > 2}
    return parts | {f"{word}s": value for word, value in parts.items()} | {"quarters": 4.0}


def _triggers(words: Vocabulary) -> Words:
    tables = (
        words.digits, words.tens, words.hundred, words.dozen, words.scales, words.ordinals,
        words.fractions, words.vulgar, words.magnitudes, words.multiples, words.months,
        words.weekdays, words.days, words.relatives,
    )  # fmt: skip
    return (
        frozenset(word for table in tables for word in table)
        | words.windows
        | words.opening
        | words.closing
        | words.edges
        | words.to_date
        | words.ago
    )


def _long_names(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """CLDR's plural names, and their last word alone where no other currency or noun shares it."""
    single: dict[str, str | None] = {}
    for code, name in _currencies().items():
        plural, last = name.lower(), name.lower().split()[-1]
        yield plural, code
        if plural.endswith("s"):
            yield plural[:-1], code
        single[last] = None if last in single else code
    for last, owner in single.items():
        if (
            owner
            and last not in words.currency_everyday
            and last[:-1] not in words.currency_everyday
        ):
            yield last, owner


def _nouns(words: Vocabulary) -> frozenset[str]:
    """The last words of the names of currencies that are paid with: no gold, no units of account."""
    paid = (name for code, name in _currencies().items() if code[0] != "X" and "unit" not in name)
    told = (name for names in words.currency_words.values() for name in names)
    return frozenset(name.split()[-1].lower() for name in (*paid, *told)) - {"gold"}  # Zimbabwe's


@cache
def _currencies() -> dict[str, str]:
    """ISO 4217 code -> plural English name, from CLDR; historic ones (their years are named) left out."""
    from babel import Locale  # 25 ms: only when a lexicon is really built

    locale = Locale.parse("en")
    plurals = locale._data["currency_names_plural"]
    names = {
        code: plurals.get(code, {}).get("other", name) for code, name in locale.currencies.items()
    }
    return {code: name for code, name in names.items() if "(" not in name}
