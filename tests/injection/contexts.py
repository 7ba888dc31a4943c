"""Errors of what a figure is said of: its year, its sign, its whole, its rank, its anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from injection import figures
from injection.edits import Edit

OPPOSITES = [
    ("rose", "fell"), ("risen", "fallen"), ("grew", "shrank"), ("increased", "decreased"),
    ("increase", "decrease"), ("increasing", "decreasing"), ("up", "down"), ("more", "less"),
    ("doubled", "halved"),
]  # fmt: skip
OPPOSITE = {a: b for pair in OPPOSITES for a, b in (pair, pair[::-1])}
SIGN = re.compile(rf"(?<!making )\b(?:{'|'.join(sorted(OPPOSITE, key=len, reverse=True))})\b")
PERCENT_NEAR = re.compile(r"^[^.]{0,12}?\d[\d.]*(?:%| per)|^ by approx[^.]{0,20}percent")
PERCENT_BEFORE = re.compile(r"\d(?:%| percent) $")
LISTED_YEAR = re.compile(r"(?:\(|, |and )$")
ORDINALS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"]
RANK = re.compile(rf"\b({'|'.join(ORDINALS)})(?=[- ](?:largest|biggest|investor|partner))")
FIRST_OF_ALL = re.compile(r"(?<=is the )largest(?= in)|(?<=the )first(?= serving)")
ANNIVERSARY = re.compile(r"(\d+)(st|nd|rd|th)(?= anniversary)")
SHARE = re.compile(r"\d+(?=% (?:of|stake))")
PART = re.compile(
    r"(?:\bexports?|\bimports?)\b[^.;\d]{0,45}?\W(?P<a>\d+(?:\.\d+)?) (?:million|billion)"
    r"|months of (?:\d{4}|last year)[^.\d]{0,40}\W(?P<b>\d+(?:\.\d+)?) ?(?:million|billion|bn)"
    r"|January(?: to |-| and )July[^.]{0,60}?\W(?P<c>\d+(?:\.\d+)?) million"
    r"|to (?P<d>\d+(?:\.\d+)?) million[^.]{0,30}months of|(?P<e>\d+)(?= of which)"
)


def years(text: str) -> Iterator[Edit]:
    """A year that stands with a figure or a dated event; not one of a list of years."""
    for found in figures.YEAR.finditer(text):
        if _only_listed(text, found):
            continue
        for shift in (-1, 1, -2, 2):
            yield Edit(*found.span(), str(int(found[0]) + shift))


def _only_listed(text: str, found: re.Match[str]) -> bool:
    start, end = figures.sentence(text, found.start())
    others = re.sub(figures.YEAR, "", text[start:end])
    after = text[found.end() : found.end() + 6]
    listed = LISTED_YEAR.search(text[: found.start()]) and re.match(r"(, |\)| and) ?\d?", after)
    return bool(listed) or not re.search(r"\d|embassy", others, re.IGNORECASE)


def signs(text: str) -> Iterator[Edit]:
    """Rose and fell, where a percentage stands with it (doubled needs none)."""
    for found in SIGN.finditer(text):
        near = PERCENT_NEAR.search(text[found.end() :]) and found[0] not in ("more", "less")
        before = PERCENT_BEFORE.search(text[: found.start()])
        if near or before or found[0] == "doubled":
            yield Edit(*found.span(), OPPOSITE[found[0]])


def wholes(text: str) -> Iterator[Edit]:
    """A part made larger than its whole: months than the year, exports than trade, 114 percent."""
    for found in PART.finditer(text):
        name = next(name for name in "abcde" if found[name])
        for times in (3, 4.5, 7):
            times *= 50 if name == "e" else 1
            new = figures.written(figures.value(found[name]) * times, found[name])
            if "increase" not in text[max(0, found.start() - 20) : found.start()]:
                yield Edit(*found.span(name), new)
    for found in SHARE.finditer(text):
        yield Edit(*found.span(), str(100 + int(found[0])))


def ranks(text: str) -> Iterator[Edit]:
    for found in RANK.finditer(text):
        at = ORDINALS.index(found[1])
        yield from (Edit(*found.span(), other) for i, other in enumerate(ORDINALS) if i != at)
    for found in FIRST_OF_ALL.finditer(text):
        for other in ORDINALS[:3]:
            yield Edit(*found.span(), f"{other}-largest" if found[0] == "largest" else other)


def anniversaries(text: str) -> Iterator[Edit]:
    for found in ANNIVERSARY.finditer(text):
        for shift in (-5, -2, -1, 1, 2, 5):
            number = int(found[1]) + shift
            ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number // 10 != 1 else 0, "th")
            yield Edit(*found.span(), f"{number}{ending}")
