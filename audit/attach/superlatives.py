"""Ranks that are said without a number: "is the largest investor" is the first in its row.

Only what a sentence says of a subject counts, never a name for it ("the world's largest economy
grew"), and only in a row that a metric of the rulebook knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.attach.sentence import mentions_one
from audit.model import Document, Mention, Span
from audit.rulebook.words import Superlatives

_BETWEEN = r"(?:(?:the|its|their|our|his|her|[A-Z][\w-]*(?:\s[A-Z][\w-]*)?['’]s?|single)\s+){1,3}"


def of(document: Document, span: Span, words: Superlatives) -> Iterator[Mention]:
    """First places in a sentence."""
    text = document.quote(span.start, span.end)
    if not mentions_one(text, words.first):
        return
    for found in _pattern(tuple(words.copulas), tuple(words.first)).finditer(text):
        start, end = (span.start + offset for offset in found.span("first"))
        yield Mention(
            start, end, "rank", found["first"], stated=1.0, low=1.0, high=1.0, step=1.0, granule=1.0
        )  # fmt: skip


def among(mentions: Sequence[Mention], one: Mention) -> list[Mention]:
    """The mentions of a sentence with that of a first place, as an empty stretch before its word:
    the word itself belongs to the name of what is ranked."""
    place = Mention(one.start, one.start, "rank", "", stated=1.0)
    return sorted([*mentions, place])


@cache
def _pattern(copulas: tuple[str, ...], firsts: tuple[str, ...]) -> re.Pattern[str]:
    """ "Is the largest", "remains Chile's single biggest"."""
    verb, first = ("|".join(map(re.escape, words)) for words in (copulas, firsts))
    return re.compile(rf"\b(?:{verb})\s+{_BETWEEN}(?P<first>{first})\b(?!-)")
