"""Hedges: "about", "more than", "up to" before a number, "or so", "-plus" after it."""

from __future__ import annotations

from typing import cast

from msgspec import Struct

from audit.extract.scan import Sentence
from audit.model import Hedge
from audit.rulebook.lexicon import Lexicon

OVER, UP_TO = ["over"], ["up", "to"]


class Hedged(Struct, frozen=True):
    """A hedge and the words that make it: from word `i` up to, not including, word `j`."""

    hedge: Hedge
    i: int
    j: int


def before(s: Sentence, i: int, duration: bool, lexicon: Lexicon) -> Hedged | None:
    """The hedge that ends just before word `i`, over an article or "just" if need be."""
    for _ in range(2):
        found = lexicon.hedge_before.before(s.words, i)
        if found:
            hedge, start = found
            if not _bounds(s, start, i, duration, lexicon):
                return None
            return Hedged(cast(Hedge, hedge), start, i)
        if s.word(i - 1) not in lexicon.hedge_gap:
            return None
        i -= 1
        if s.word(i) in lexicon.articles and s.word(i - 1) in lexicon.hedging_places:
            return None  # "under a 30-year deal"
    return None


def _bounds(s: Sentence, start: int, end: int, duration: bool, lexicon: Lexicon) -> bool:
    """Whether the words are a hedge: not in "handed over 766 jets", "shot up to 25 %".

    "Over five years" states a stretch, unless a verb or preposition before it asks for a length.
    """
    if s.words[start:end] == UP_TO:
        return s.word(start - 1) not in lexicon.up_particles
    if s.words[start:end] != OVER:
        return True
    if s.word(start - 1) in lexicon.over_particles:
        return False
    return not duration or s.word(start - 1) in lexicon.over_verbs


def after(s: Sentence, j: int, lexicon: Lexicon) -> Hedged | None:
    """The hedge that begins at word `j`, just after the number and its unit."""
    found = lexicon.hedge_after.after(s.words, j)
    if not found:
        return None
    if s.word(j) in ("odd", "plus", "+") and not (s.glued(j) or s.word(j) == "odd"):
        return None
    if s.digits(found[1]):  # "200 or greater than 190", "5 + 3"
        return None
    return Hedged(cast(Hedge, found[0]), j, found[1])
