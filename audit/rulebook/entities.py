"""Names of countries, blocs, regions, cities and organisations, found in text by one automaton."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct, field

from audit.model import Fault
from audit.rulebook import places, source

Kind = Literal["country", "bloc", "region", "city", "organisation"]
Form = Literal["name", "demonym", "capital", "code"]
KEPT = 4096  # texts whose sightings are kept: each room asks for those of its sentence
LONGEST_PREFIX = 5  # letters: "Trans-", "North-"
_WORD_AT_END = re.compile(r"[^\W\d_]+\Z")


class Sighting(Struct, frozen=True, order=True):
    """An entity's name in a text: `text[start:end]`, without possessives."""

    start: int
    end: int
    key: str  # ISO 3166-1 alpha-2 for countries, else the canonical name
    kind: Kind
    form: Form  # "capital": a word that stands for a government (London, the Kremlin)


class _Entry(Struct, frozen=True, forbid_unknown_fields=True):
    label: str | None = None
    names: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    capitals: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    within: list[str] = field(default_factory=list)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    countries: dict[str, _Entry] = field(default_factory=dict)
    blocs: dict[str, _Entry] = field(default_factory=dict)
    regions: dict[str, _Entry] = field(default_factory=dict)
    organisations: dict[str, _Entry] = field(default_factory=dict)
    cities: dict[str, list[str]] = field(default_factory=dict)
    dependent: list[str] = field(default_factory=list)
    official: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    shields: list[str] = field(default_factory=list)
    currencies: list[str] = field(default_factory=list)


_Meaning = tuple[str, Kind, Form]


class Atlas:
    """What names mean. Immutable once built; safe to share between threads."""

    def __init__(
        self,
        names: dict[str, _Meaning | None],  # None: a shield, seen so that nothing shorter is
        labels: dict[str, str],
        parts: dict[str, frozenset[str]],
        currencies: frozenset[str],
    ) -> None:
        self._meanings = list(names.values())
        self._find = AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest)
        self._labels = labels
        self._parts = parts
        self._currencies = currencies
        self.scan = lru_cache(maxsize=KEPT)(self._scan)

    def _scan(self, text: str) -> tuple[Sighting, ...]:
        """Sightings from left to right, never overlapping; offsets in code points."""
        every = self._find.find_matches_as_indexes(text.replace("’", "'"))
        ends = {end for _, _, end in every}
        return tuple(
            Sighting(start, end, *meaning)
            for pattern, start, end in every
            if (meaning := self._meanings[pattern])
            and not (start and _wordly(text[start - 1]))
            and not (end < len(text) and _wordly(text[end]) and _wordly(text[end - 1]))
            and not (meaning[2] != "capital" and self._priced(text, end))
            and not (start > 1 and text[start - 1] == "-" and _in_a_name(text, start, ends))
        )

    def part_of(self, key: str) -> frozenset[str]:
        """Everything that the entity lies in or belongs to, near and far, without itself."""
        return self._parts.get(key, frozenset())

    def label(self, key: str) -> str:
        """The entity's name for readers; an unknown key is its own label."""
        return self._labels.get(key, key)

    def _priced(self, text: str, end: int) -> bool:
        """Whether a currency follows: "US dollars" says nothing of the US."""
        after = text[end : end + 12].lstrip(" -\u00a0").split(" ", 1)[0].strip(".,;:)'\"\n")
        return after.split("\n", 1)[0] in self._currencies


def _in_a_name(text: str, start: int, ends: Collection[int]) -> bool:
    """Whether a hyphen ties a place to a name before it: "Interfax-Kazakhstan" is an agency, where
    "China-Europe" are two places and "Sino-Kazakh" and "pro-Russian" tell of one."""
    before = _WORD_AT_END.search(text[max(0, start - 25) : start - 1])
    if before is None or start - 1 in ends:
        return False
    word = before[0]
    return word[:1].isupper() and len(word) > LONGEST_PREFIX and not word.endswith("o")


def read(*folders: Path) -> Atlas:
    """The packaged countries with every `*.yaml` of the folders laid over them.

    Raises Fault naming file and line. Later folders win over earlier ones.
    """
    paths = [path for folder in folders for path in sorted(folder.glob("*.yaml"))]
    packaged = places.countries()
    known = {country.key for country in packaged}
    files = [_file(path, known) for path in paths]
    own = {key: entry.label or key for _, key, entry in _entries(files)}
    return Atlas(
        _names(packaged, files),
        own | {country.key: country.label for country in packaged},
        _closure(_parents(packaged, files)),
        frozenset(word for file in files for word in file.currencies),
    )


def _file(path: Path, known: set[str]) -> _File:
    file = source.read(path, _File)
    named = [*file.countries, *file.cities, *file.dependent]
    named += [key for _, _, entry in _entries([file]) for key in entry.members]
    for key in named:
        if key not in known:
            raise Fault(f"{path}:1: expected an ISO 3166-1 alpha-2 code of a country, not `{key}`")
    return file


def _wordly(character: str) -> bool:
    return character.isalnum() or character == "_"


def _entries(files: list[_File]) -> Iterator[tuple[Kind, str, _Entry]]:
    for file in files:
        sections: tuple[tuple[Kind, dict[str, _Entry]], ...] = (
            ("country", file.countries),
            ("bloc", file.blocs),
            ("region", file.regions),
            ("organisation", file.organisations),
        )
        for kind, section in sections:
            for key, entry in section.items():
                yield kind, key, entry
        for country, cities in file.cities.items():
            for city in cities:
                yield "city", city, _Entry(within=[country])


def _names(packaged: list[places.Country], files: list[_File]) -> dict[str, _Meaning | None]:
    """Every spelling with its one meaning: shields first, then the overlay, then the packages."""
    names: dict[str, _Meaning | None] = {word: None for file in files for word in file.shields}
    for word, meaning in _overlaid(files):
        names.setdefault(word, meaning)
    dropped = {word for file in files for word in file.dropped}
    seen: dict[str, set[_Meaning]] = {}
    for word, meaning in _given(packaged, files):
        seen.setdefault(word, set()).add(meaning)
    for word, meanings in seen.items():
        least = min(meanings, key=_standing)
        if word not in dropped or least[2] == "name":
            same = {m[0] for m in meanings if m[2] == least[2]}
            if len(same) == 1:  # a demonym of two countries says neither
                names.setdefault(word, least)
    return names | {w: m for word, m in names.items() for w in _loud(word) if w not in names}


def _standing(meaning: _Meaning) -> tuple[int, str]:
    return ("name", "code", "demonym", "capital").index(meaning[2]), meaning[0]


def _overlaid(files: list[_File]) -> Iterator[tuple[str, _Meaning]]:
    for kind, key, entry in reversed(list(_entries(files))):
        own = [] if kind == "country" or key in entry.codes else [key]
        forms: tuple[tuple[Form, list[str]], ...] = (
            ("name", own + entry.names),
            ("code", entry.codes),
            ("demonym", [*entry.demonyms, *_people(entry.demonyms)]),
            ("capital", entry.capitals),
        )
        for form, words in forms:
            for word in words:
                yield word, (key, kind, form)


def _given(packaged: list[places.Country], files: list[_File]) -> Iterator[tuple[str, _Meaning]]:
    official = {word for file in files for word in file.official}
    dependent = {key for file in files for key in file.dependent}
    for country in packaged:
        aliases = [
            a for a in country.aliases if " " in a and official & set(a.split()) and a.isascii()
        ]
        for word in (*country.names, *aliases):
            for spelling in {word, _unaccented(word)}:
                yield spelling, (country.key, "country", "name")
        if country.key not in dependent:
            for word in (*country.demonyms, *_people(country.demonyms)):
                yield word, (country.key, "country", "demonym")
            for word in country.capitals:
                for spelling in {word, _unaccented(word)}:
                    yield spelling, (country.key, "country", "capital")


def _people(demonyms: Iterable[str]) -> list[str]:
    """ "Kazakhs", "Americans"; not of adjectives such as "Chinese", "British" or "French"."""
    return [word + "s" for word in demonyms if not word.endswith(("s", "se", "sh", "ch", "x"))]


def _loud(word: str) -> list[str]:
    """Capitals as in headlines and datelines; short words in capitals are codes of other things."""
    return [word.upper()] if len(word) >= 4 and word[0].isupper() else []


def _unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def _parents(packaged: list[places.Country], files: list[_File]) -> dict[str, set[str]]:
    parents = {country.key: set(country.regions) for country in packaged}
    for _, key, entry in _entries(files):
        parents.setdefault(key, set()).update(entry.within)
        for member in entry.members:
            parents.setdefault(member, set()).add(key)
    return parents


def _closure(parents: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    def above(key: str, seen: frozenset[str]) -> frozenset[str]:
        nearest = frozenset(parents.get(key, ())) - seen
        return nearest.union(*(above(parent, seen | nearest) for parent in nearest))

    return {key: above(key, frozenset({key})) for key in parents}
