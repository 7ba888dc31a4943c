"""The figures of a text: each number or date with the words, the axes and the day it stands by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from audit import extract, read
from audit.attach.sentence import TIMES, Sentence
from audit.comparison import axes, bounds, lives, places, scores
from audit.comparison.vocabulary import Terms
from audit.model import Mention, Period
from audit.rulebook import Rulebook

DECAY = 0.9  # weight of a word one place further off
CROSSED = 0.85  # for each figure that stands between
STOP_WEIGHT = 0.1
COUNTED = frozenset(
    ("number", "count", "money", "percent", "measure", "rank", "duration", "age", "temperature")
) | {"ordinal"}


class Figure(Struct, frozen=True):
    mention: Mention
    context: Mapping[str, float]  # normal form of a word -> weight
    axes: Mapping[str, str]  # axis -> value: "territory" -> "home"
    nouns: frozenset[str]  # normal forms of what is counted
    place: tuple[int, int]  # which of how many
    period: Period | None  # of a date, the days it may be; of a number, those of its only date
    day: date | None  # from when it is told, where its sentence has one date
    part: frozenset[str]  # "other", "more": words beside it that make it a part or a rest
    places: frozenset[str]  # that its sentence names
    spot: str | None  # the place that stands right behind it
    spots: frozenset[str | None]  # and those behind all figures of its sentence
    denied: bool = False  # its clause holds a negation
    as_of: bool = False  # a date that only says from when a count beside it is

    @property
    def time(self) -> bool:
        return self.mention.kind in TIMES


def of_text(text: str, rules: Rulebook, terms: Terms) -> list[Figure]:
    found: list[Figure] = []
    for document in read.text("text", text):
        mentions = [m for m in extract.mentions(document, rules.lexicon) if isinstance(m, Mention)]
        for span in document.sentences:
            inside = [m for m in mentions if span.start <= m.start < span.end]
            inside = [m for m in inside if m.kind in COUNTED or m.kind in TIMES]
            if inside:
                inside = list(lives.read(inside, document.text, document.offset))
                inside = scores.read(inside, document.text, document.offset, terms.words)
                found += _of_sentence(Sentence(document, span, inside, rules), terms)
    return found


def _of_sentence(sentence: Sentence, terms: Terms) -> Iterator[Figure]:
    days = {i: bounds.days(sentence, i, terms) for i in sentence.place}
    told = [day for day in days.values() if day.period]
    only = told[0] if len(told) == 1 else bounds.Days()
    counts = any(m.kind not in TIMES for m in sentence.mentions)
    sides = axes.of(sentence, terms)
    where = places.of(sentence, terms)
    spots = {i: places.behind(sentence, at, terms) for i, at in sentence.place.items()}
    for i in sorted(sentence.place):
        mention = sentence.mentions[i]
        time = mention.kind in TIMES
        yield Figure(
            mention,
            _context(sentence, sentence.place[i], terms),
            sides.get(i, {}),
            frozenset(terms.norms(mention.noun or "")),
            (sorted(sentence.place).index(i), len(sentence.place)),
            days[i].period if time else only.period,
            only.day,
            _part(sentence, sentence.place[i], terms),
            where,
            spots[i],
            frozenset(spots.values()),
            _denied(sentence, sentence.place[i], terms),
            counts and days[i].as_of and axes.EVENT not in sides[i],
        )


def _context(sentence: Sentence, at: int, terms: Terms) -> dict[str, float]:
    weights: dict[str, float] = {}
    for step in (-1, 1):
        weight, i = 1.0, at + step
        while 0 <= i < len(sentence.words):
            word = sentence.words[i]
            if word.mention is not None:
                weight *= CROSSED
            elif word.text not in terms.noise:
                norm = terms.norm(word.text) if word.sighting is None else word.norm
                share = weight * (STOP_WEIGHT if word.text in terms.stop else 1.0)
                weights[norm] = max(weights.get(norm, 0.0), share)
            weight *= DECAY
            i += step
    return weights


def _part(sentence: Sentence, at: int, terms: Terms) -> frozenset[str]:
    near = sentence.words[max(0, at - 1) : at] + sentence.words[at + 1 : at + 2]
    return frozenset(word.text for word in near) & terms.words.narrowing


def _denied(sentence: Sentence, at: int, terms: Terms) -> bool:
    first, last = sentence.clause(at)
    words = sentence.words[first : last + 1]
    return any(word.text in terms.words.negations for word in words)
