"""Figures in a row, each with a place or a time of its own.

Either right behind it ("5.1 % in Chad and 4.2 % in Peru"), or before its bracket, or in a row of their own in the same order
("Chad and Peru grew by 5.1 and 4.2 %", "3 and 2 billion in 2022 and 2023").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from audit.attach.sentence import TIMES, Sentence
from audit.model import Mention

PLACES = frozenset({"country", "bloc", "region", "city"})
NOUN = 2  # words of what is counted between a figure and its preposition
SHORTEST = 2  # of a row
KEPT = 16  # sentences: the figures of one follow each other
_JOINT = re.compile(r"(?:,|,? and|,? while|,? as well as)?(?: the)? ?")

_BRACKET = re.compile(r"\s?\((?:[a-z]+ ){0,3}[^\w\s()]?")


class Own(NamedTuple):
    """The word that names whose a figure is, and the one whose surroundings tell as what."""

    word: int
    led: int


@lru_cache(maxsize=KEPT)
def places(sentence: Sentence) -> dict[int, Own]:
    """By mention, the place that is its own; nothing for those that are in no row."""
    named = [i for i, w in enumerate(sentence.words) if w.sighting and w.sighting.kind in PLACES]
    if len(named) < SHORTEST:
        return {}
    behind = dict(_behind(sentence))
    if len(behind) >= SHORTEST:
        return {index: Own(i, i) for index, i in behind.items()}
    bracketed = dict(_bracketed(sentence, named))
    if len(bracketed) >= SHORTEST:
        return {index: Own(i, min(bracketed.values())) for index, i in bracketed.items()}
    if _in_turn(sentence, times_of(sentence)):
        return {}  # of which row the figures are, no words tell
    words = sentence.words
    runs = _runs(named, lambda a, b: sentence.slice(words[a].end, words[b].start))
    long = [run for run in runs if len(run) >= SHORTEST]
    if len(long) != 1 or _between(sentence, long[0][0]):
        return {}
    return {index: Own(i, long[0][0]) for index, i in _in_turn(sentence, long[0]).items()}


@lru_cache(maxsize=KEPT)
def times(sentence: Sentence) -> dict[int, int]:
    """By mention, the date or period that is its own."""
    return _in_turn(sentence, times_of(sentence))


def times_of(sentence: Sentence) -> list[int]:
    """The times of a sentence, by mention, if all of them stand in one row."""
    mentions = sentence.mentions
    every = [i for i, m in enumerate(mentions) if m.kind in TIMES]
    runs = _runs(every, lambda a, b: sentence.slice(mentions[a].end, mentions[b].start))
    return runs[0] if len(runs) == 1 else []


def _in_turn(sentence: Sentence, owners: Sequence[int]) -> dict[int, int]:
    """The one row of figures of a sentence, if it is as long as this one, each with its owner."""
    mentions = sentence.mentions
    every = [i for i, m in enumerate(mentions) if not m.is_time]
    runs = _runs(every, lambda a, b: sentence.slice(mentions[a].end, mentions[b].start))
    long = [run for run in runs if len(run) >= SHORTEST]
    if len(long) != 1 or len(long[0]) != len(owners) or not _alike(mentions, long[0]):
        return {}
    return dict(zip(long[0], owners, strict=True))


def _alike(mentions: Sequence[Mention], every: Sequence[int]) -> bool:
    return len({(mentions[i].kind, mentions[i].change) for i in every}) == 1


def _runs(items: Sequence[int], gap: Callable[[int, int], str]) -> list[list[int]]:
    """Items between which nothing but a joint stands, together."""
    found: list[list[int]] = []
    for item in items:
        if found and _JOINT.fullmatch(gap(found[-1][-1], item).lower().replace("\n", " ")):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def _between(sentence: Sentence, i: int) -> bool:
    """ "Between Chad and Peru": both have part in one thing."""
    return "between" in [w.text for w in sentence.words[max(0, i - 2) : i]]


def _bracketed(sentence: Sentence, named: Sequence[int]) -> Iterator[tuple[int, int]]:
    """ "To Chad (a record 6.4 million tons) and Peru (3.5 million tons)"."""
    for index, mention in enumerate(sentence.mentions):
        before = [i for i in named if i < sentence.place[index]]
        if before and not mention.is_time:
            gap = sentence.slice(sentence.words[before[-1]].end, mention.start)
            if _BRACKET.fullmatch(gap):
                yield index, before[-1]


def _behind(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Figures of one kind with a place right behind, all led by one preposition."""
    found = [one for index in range(len(sentence.mentions)) for one in _led(sentence, index)]
    for index, i, led, kind in found:
        if sum((led, kind) == other[2:] for other in found) >= SHORTEST:
            yield index, i


def _led(sentence: Sentence, index: int) -> Iterator[tuple[int, int, str, str]]:
    """A figure's mention, the place right behind it, the preposition between, and the figure's kind."""
    mention, words = sentence.mentions[index], sentence.words
    if mention.is_time:
        return
    prepositions = sentence.rules.words.context.prepositions
    at = sentence.place[index]
    for led in range(at + 1, min(at + 2 + NOUN, len(words) - 1)):
        word = words[led]
        if word.mention is not None or word.sighting or sentence.barrier(at, led):
            return
        if word.text in prepositions:
            i = led + 2 if words[led + 1].text == "the" and led + 2 < len(words) else led + 1
            sighting = words[i].sighting
            if sighting and sighting.kind in PLACES and not sentence.barrier(led, i):
                yield index, i, word.text, mention.kind
            return
