"""A passage as the forms of lists see it: "# wells: # producers, # injectors and # others"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from audit.attach.sentence import TIMES
from audit.model import Mention

BOUNDARY = "\x1e"  # between the two sentences of a passage
OTHER = "~"  # a figure that no list of amounts holds: a percentage, a temperature
_WHEN = "then"  # a time is a word like any other: "12 in 2019"
_FIRST = 0xE000  # private characters stand for the numbers, one each
_MARK = re.compile("[\ue000-\uf8ff]")
_BRACKET = re.compile(r"\s?\(([^()]*)\)")
_ALONE = re.compile(r"\(([\ue000-\uf8ff])\)")  # "Rovo (12), Tarn (9) and Ost (4)"
_LOOSE = re.compile(r"\s+(?=[,;:.)])|(?<=\()\s+")  # blanks of tokenised text
AMOUNTS = frozenset({"count", "number", "money", "measure"})
SHARES = frozenset({"percent"})
_PLACED = frozenset({*TIMES, "ordinal", "rank", "duration", "age"})


class Shape(Struct, frozen=True):
    """The text before each number and behind the last: one gap more than numbers."""

    gaps: tuple[str, ...]
    numbers: tuple[Mention, ...]
    starts: range  # the numbers that a list of parts may begin with
    beside: bool = False  # each part in brackets, behind its name


def shapes(
    text: str, offset: int, mentions: Sequence[Mention], kinds: frozenset[str] = AMOUNTS
) -> Iterator[Shape]:
    """The passage without its brackets, then each bracket of two numbers with what leads to it,
    then the passage with the numbers that stand alone in brackets as its only parts."""
    marked = _marked(text, offset, mentions, kinds)
    yield _shape(_BRACKET.sub("", marked), mentions)
    for match in _BRACKET.finditer(marked):
        lead = _BRACKET.sub("", marked[: match.start()])
        opens = len(_MARK.findall(lead))
        if opens and len(_MARK.findall(match[1])) > 1:
            yield _shape(f"{lead}: {match[1]}", mentions, opens)
    alone = [*_ALONE.finditer(marked)]
    opens = len(_MARK.findall(_BRACKET.sub("", marked[: alone[0].start()]))) if alone else 0
    if opens and len(alone) > 1 and not _paired(marked[alone[0].start() : alone[-1].end()]):
        freed = _BRACKET.sub("", _ALONE.sub(r"\1", marked))
        yield _shape(freed, mentions, opens, beside=True)


def _paired(listed: str) -> bool:
    """Whether a bracket is told beside a number: "602 jets (571) and 57 freighters (64)", last year's."""
    return _MARK.search(_ALONE.sub("", listed)) is not None


def _marked(text: str, offset: int, mentions: Sequence[Mention], kinds: frozenset[str]) -> str:
    pieces: list[str] = []
    at = 0
    for index, mention in enumerate(mentions):
        start, end = mention.start - offset, mention.end - offset
        if start >= at:
            pieces += [text[at:start], _mark(mention, index, kinds)]
            at = end
    whole = "".join([*pieces, text[at:]])
    return re.sub(r"[^\S\x1e]+", " ", _LOOSE.sub("", whole))


def _mark(mention: Mention, index: int, kinds: frozenset[str]) -> str:
    changes = mention.change == "from" or (mention.kind in SHARES and mention.direction)
    if mention.kind in kinds and mention.stated is not None and not changes:
        return chr(_FIRST + index)
    return _WHEN if mention.kind in _PLACED else OTHER


def _shape(
    marked: str, mentions: Sequence[Mention], opens: int = 0, *, beside: bool = False
) -> Shape:
    """`opens` is the one number that the list may begin with, if only one may."""
    numbers = tuple(mentions[ord(mark) - _FIRST] for mark in _MARK.findall(marked))
    starts = range(opens, opens + 1) if opens else range(1, len(numbers))
    return Shape(tuple(_MARK.split(marked)), numbers, starts, beside)
