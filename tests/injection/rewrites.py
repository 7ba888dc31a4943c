"""Harmless rewrites: the same statement in other words. None of them may raise a new alarm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from injection import figures
from injection.edits import Edit

Names = list[str]
SAME = [
    ("amounted to", "came to", "reached", "totalled"),
    ("rose", "grew", "increased"),
    ("decreased", "fell", "declined"),
    ("compared to", "compared with"),
    ("companies", "firms"),
    ("transported", "carried"),
    ("said", "stated"),
    ("noted", "pointed out"),
    ("currently", "at present"),
    ("at the same time", "meanwhile"),
]  # fmt: skip
MARKS = {"US$": "US dollars", "USD": "US dollars", "$": "US dollars", "£": "pounds", "€": "euros"}
CODES = {"US$": "USD", "USD": "USD", "$": "USD", "£": "GBP", "€": "EUR"}
SIGNS = {"US$": "$", "USD": "$", "$": "$", "£": "£", "€": "€"}
SHORT = {
    "million": "m", "billion": "bn", "thousand": "k", "mln": "m", "bln": "bn", "bn": "bn", "m": "m",
    "trillion": "tn",
}  # fmt: skip
BOUNDS = ["more than", "over", "in excess of", "upwards of"]
ABOUTS = ["about", "around", "approximately", "roughly", "some"]
BRITAIN = ["the UK", "the United Kingdom", "Britain", "Great Britain", "the U.K."]
TRADE = ["trade turnover", "bilateral trade", "bilateral trade turnover", "mutual trade"]
TRADES = re.compile(
    r"\b(?:bilateral trade turnover|trade turnover|bilateral trade|mutual trade|[Tt]wo-way trade)\b"
)
COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
COUNT = re.compile(
    rf"(?<![\d.,])\b({'|'.join(COUNTS)}|[2-9]|1[01])(?= (?!million|billion|thousand)[a-z])"
)
DAY = re.compile(rf"\b(\d\d?) ({figures.MONTHS}) (\d{{4}})")
TONS = re.compile(r"\bmillion (?:tons|tonnes)\b")


def money(text: str) -> Iterator[Edit]:
    for found in figures.MONEY.finditer(text):
        mark, number, scale = found["mark"], found["number"], found["scale"]
        after = text[found.end() : found.end() + 9]
        if scale is None or after.lstrip("- ").startswith(("dollars", "economy")):
            continue
        yield Edit(*found.span(), f"{number} {_long(scale)} {MARKS[mark]}")
        yield Edit(*found.span(), f"{SIGNS[mark]}{number}{SHORT[scale]}")
        yield Edit(*found.span(), f"{CODES[mark]} {number} {_long(scale)}")
        if scale in ("billion", "bn", "bln"):
            millions = f"{figures.value(number) * 1000:,.0f}"
            yield Edit(*found.span(), f"{CODES[mark]} {millions} million")
    for found in figures.MONEY_IN_WORDS.finditer(text):
        if found["scale"] and found["word"].endswith("dollars"):
            yield Edit(*found.span(), f"${found['number']} {found['scale']}")


def _long(scale: str) -> str:
    return {"bn": "billion", "bln": "billion", "m": "million", "mln": "million"}.get(scale, scale)


def percents(text: str) -> Iterator[Edit]:
    for found in figures.PERCENT.finditer(text):
        for sign in ("%", " percent", " per cent"):
            if sign != found["sign"]:
                yield Edit(*found.span("sign"), sign)


def bounds(text: str) -> Iterator[Edit]:
    yield from _synonyms(
        text, re.compile(r"\b(?:more than|[Oo]ver)(?= (?:US)?[$£€]?(?!20\d\d)\d)"), BOUNDS
    )


def abouts(text: str) -> Iterator[Edit]:
    near = re.compile(r"\b(?:about|around|approximately)(?= (?:US)?[$£€]?\d)")
    yield from _synonyms(text, near, ABOUTS)


def dates(text: str) -> Iterator[Edit]:
    for found in DAY.finditer(text):
        yield Edit(*found.span(), f"{found[2]} {found[1]}, {found[3]}")
        yield Edit(*found.span(), f"{found[1]} {found[2][:3]} {found[3]}")


def counts(text: str) -> Iterator[Edit]:
    for found in COUNT.finditer(text):
        word = found[1]
        if word.isdigit():
            yield Edit(*found.span(), COUNTS[int(word) - 2])
        else:
            yield Edit(*found.span(), str(COUNTS.index(word) + 2))


def countries(text: str) -> Iterator[Edit]:
    name = r"\bthe (?:UK|United Kingdom)\b(?! Parliament)|\bGreat Britain\b|(?<!Great )\bBritain\b"
    yield from _synonyms(text, re.compile(rf"(?:{name})(?!['’]s)"), BRITAIN)


def trades(text: str) -> Iterator[Edit]:
    yield from _synonyms(text, TRADES, TRADE)


def wording(text: str) -> Iterator[Edit]:
    """Words of reporting and of change, each for one that means the same."""
    for words in SAME:
        yield from _synonyms(text, re.compile(rf"\b(?:{'|'.join(words)})\b"), list(words))


def tons(text: str) -> Iterator[Edit]:
    for found in TONS.finditer(text):
        for other in ("million tons", "million tonnes", "mln tons", "million metric tons"):
            if other != found[0]:
                yield Edit(*found.span(), other)


def _synonyms(text: str, pattern: re.Pattern[str], words: Names) -> Iterator[Edit]:
    for found in pattern.finditer(text):
        for other in words:
            doubled = other.endswith(".") and text.startswith(".", found.end())
            if other.lower() != found[0].lower() and not doubled:
                opens = _opens(text, found.start())
                yield Edit(*found.span(), other[0].upper() + other[1:] if opens else other)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence opens here, so that its first letter is a capital."""
    return start == 0 or text[:start].rstrip(' \n“"')[-1:] in ".!?" or text[start - 1] == "\n"
