"""Figures as regular expressions see them: on purpose none of the tool's own reading of numbers."""

from __future__ import annotations

import re

NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)"
DIGITS = re.compile(NUMBER)
SCALE = r"(?P<scale>million|billion|thousand|trillion|mln|bln|bn|m)"
MARK = r"(?P<mark>US\$|USD|EUR|GBP|\$|£|€)"
WORD = r"(?P<word>(?:US |U\.S\. )?dollars|euros|pounds)"
MONEY = re.compile(rf"(?:{MARK} ?{NUMBER}(?: ?{SCALE}\b)?)")
MONEY_IN_WORDS = re.compile(rf"{NUMBER} (?:{SCALE} )?{WORD}\b")
SCALED = re.compile(rf"{NUMBER} ?{SCALE}\b")
PERCENT = re.compile(rf"{NUMBER}(?P<sign>%| percent\b| per cent\b)")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTHS = MONTHS + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
BOUND = re.compile(
    r"(?:more than|over|in excess of|upwards of|exceed\w*|surpass\w*|less than|under|up to|at least"
    r"|possibly reaching)"
    r" (?:(?:US)?[$£€]|USD|EUR|GBP)? ?$",
    re.IGNORECASE,
)
GROWTH = re.compile(
    r"\b(?:rose|risen|fell|grew|(?<!making )up|down|increas\w+|decreas\w+|more (?:than|compared)|less than)\b"
)
SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


def sentence(text: str, position: int) -> tuple[int, int]:
    """The sentence around a position, roughly: enough to say which words stand together."""
    edges = [0, *(m.end() for m in SENTENCE.finditer(text)), len(text)]
    start = max(edge for edge in edges if edge <= position)
    return start, min(edge for edge in edges if edge > position or edge == len(text))


def value(number: str) -> float:
    return float(number.replace(",", ""))


def written(amount: float, like: str) -> str:
    """An amount in the format of another: as many decimals, separators if it had them."""
    decimals = len(like.partition(".")[2])
    return f"{amount:,.{decimals}f}" if "," in like else f"{amount:.{decimals}f}"


def bounded(text: str, start: int) -> bool:
    """Whether the figure that starts here is one end only ("more than 500")."""
    return bool(BOUND.search(text[max(0, start - 30) : start]))
