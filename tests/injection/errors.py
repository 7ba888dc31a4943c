"""Errors of value: the ways a figure itself goes wrong on its way from one paper to another.

Each function yields the edits one text allows. What cannot contradict is left out: a bound with
another bound ("more than 120", "more than 210"), "one of the top ten" made "one of the top five".
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from injection import figures
from injection.edits import Edit

OTHER_SCALE = {
    "million": "billion", "billion": "million", "thousand": "million", "trillion": "billion",
    "mln": "bln", "bln": "mln", "bn": "m", "m": "bn",
}  # fmt: skip
OTHER_MARK = {
    "US$": "€", "USD": "EUR", "EUR": "USD", "GBP": "USD", "$": "€", "€": "$", "£": "$",
}  # fmt: skip
NO_FIGURE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)\b|[- ](?:years?|months?|top)\b|-\d|[.,]?\d| (?:{figures.SHORT_MONTHS})\b"
)
NO_FIGURE_BEFORE = re.compile(rf"(?:[\d.,-]|top |Oct\.|(?:{figures.SHORT_MONTHS}) )$")
TOTAL_WITH_PARTS = re.compile(
    r"(?:amounted to|totall?ed|reached)\D{1,6}(\d[\d.]*)[^.]*?\bexports?\b\D{1,8}(\d[\d.]*)"
    r".{1,20}?\bimports?\b\D{1,8}(\d[\d.]*\d)"
)
NUMBER = re.compile(figures.NUMBER)


def factor(text: str) -> Iterator[Edit]:
    for found in figures.SCALED.finditer(text):
        yield Edit(*found.span("scale"), OTHER_SCALE[found["scale"]])


def digits(text: str) -> Iterator[Edit]:
    for found in NUMBER.finditer(text):
        if not _swappable(text, found):
            continue
        for swapped in _swaps(found["number"]):
            yield Edit(*found.span(), swapped)


def _swappable(text: str, found: re.Match[str]) -> bool:
    return not (
        figures.YEAR.fullmatch(found["number"])
        or figures.bounded(text, found.start())
        or NO_FIGURE_AFTER.match(text, found.end())
        or NO_FIGURE_BEFORE.search(text[: found.start()])
    )


def _swaps(number: str) -> Iterator[str]:
    """Two neighbouring digits exchanged, wherever that leaves a well-formed other number."""
    places = [i for i, sign in enumerate(number) if sign.isdigit()]
    for a, b in itertools.pairwise(places):
        signs = list(number)
        signs[a], signs[b] = signs[b], signs[a]
        swapped = "".join(signs)
        if signs[a] != signs[b] and (signs[0] != "0" or swapped.startswith("0.")):
            yield swapped


def currency(text: str) -> Iterator[Edit]:
    for found in figures.MONEY.finditer(text):
        yield Edit(*found.span("mark"), OTHER_MARK[found["mark"]])
    for found in figures.MONEY_IN_WORDS.finditer(text):
        yield Edit(*found.span("word"), "dollars" if found["word"] == "euros" else "euros")


def points(text: str) -> Iterator[Edit]:
    """Growth only: a share in percentage points would be no error but nonsense."""
    for found in figures.PERCENT.finditer(text):
        near = text[max(0, found.start() - 50) : found.end() + 20]
        if figures.GROWTH.search(near):
            for name in (" percentage points", " points", " pp"):
                yield Edit(*found.span("sign"), name)


def sums(text: str) -> Iterator[Edit]:
    """A total and its parts in one sentence: one of the three moved by at least a fifth."""
    for found in TOTAL_WITH_PARTS.finditer(text):
        for part in (1, 2, 3):
            for times in (0.5, 0.7, 1.4, 1.6, 1.9):
                new = figures.written(figures.value(found[part]) * times, found[part])
                yield Edit(*found.span(part), new)
