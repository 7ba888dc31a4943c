"""Where a figure is: the places its sentence names, and the one that stands right behind it."""

from __future__ import annotations

from itertools import pairwise

from audit.attach.sentence import Sentence, Word
from audit.comparison.vocabulary import Terms

HEADLINE = 0.5  # share of words with a capital from which capitals tell no names
REACH = 6  # words from a figure to the place behind it
STOPS = frozenset(",;()–—")


def of(sentence: Sentence, terms: Terms) -> frozenset[str]:
    """Names behind a preposition of place, and countries; a headline in capitals names nothing."""
    words = [word for word in sentence.words if word.mention is None]
    names = [word for word in words if _is_name(sentence, word)]
    found = {word.norm for word in names if word.sighting and word.sighting.kind == "country"}
    if len(names) <= HEADLINE * len(words):
        found |= {
            _norm(word, terms)
            for before, word in pairwise(words)
            if before.text in terms.words.places and _is_name(sentence, word)
        }
    return frozenset(found)


def behind(sentence: Sentence, at: int, terms: Terms) -> str | None:
    """ "45 cases in Sofia": the place of the figure at word `at`, before the next mark or figure."""
    words = sentence.words
    for i in range(at + 1, min(at + 1 + REACH, len(words) - 1)):
        gap = sentence.slice(words[i - 1].end, words[i].start)
        if words[i].mention is not None or not STOPS.isdisjoint(gap):
            return None
        if words[i].text in terms.words.places:
            word = words[i + 1]
            named = word.mention is None and _is_name(sentence, word)
            return _norm(word, terms) if named else None
    return None


def _is_name(sentence: Sentence, word: Word) -> bool:
    return word.sighting is not None or sentence.slice(word.start, word.end)[0].isupper()


def _norm(word: Word, terms: Terms) -> str:
    return word.norm if word.sighting else terms.norm(word.text)
