"""On which side of each axis a figure stands: born or died, at home or abroad, deaths or cases."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from audit.attach.sentence import TIMES, Sentence
from audit.comparison import lives
from audit.comparison.vocabulary import Terms
from audit.rulebook.phrases import Phrases

REACH = 8.0  # words between a cue and its figure
STOPPED = 3.0  # what a comma or bracket between them counts as
BEHIND = 0.5  # a noun behind its number is nearer than one before the next number
EVENT = "event"


class _Cue(Struct, frozen=True):
    value: str
    first: int  # words of the sentence
    last: int


def of(sentence: Sentence, terms: Terms) -> dict[int, dict[str, str]]:
    """Mention -> axis -> value. Each cue belongs to the figure nearest to it, if one is near."""
    found: dict[int, dict[str, str]] = {i: {} for i in sentence.place}
    for axis, phrases in terms.axes.items():
        nearest: dict[int, float] = {}
        for cue in _cues(sentence, phrases):
            gap, mention = _taker(sentence, cue, axis, terms)
            if gap < nearest.get(mention, REACH):
                nearest[mention] = gap
                found[mention][axis] = cue.value
    _lifespans(sentence, found)
    return found


def _cues(sentence: Sentence, phrases: Phrases[str]) -> Iterator[_Cue]:
    """Phrases as they stand; names of several words are taken apart again for it."""
    words, index = [], []
    for i, word in enumerate(sentence.words):
        for part in word.text.split() if word.mention is None else ["#"]:
            words.append(part)
            index.append(i)
    i = 0
    while i < len(words):
        hit = phrases.after(words, i)
        if hit:
            yield _Cue(hit[0], index[i], index[hit[1] - 1])
        i = hit[1] if hit else i + 1


def _taker(sentence: Sentence, cue: _Cue, axis: str, terms: Terms) -> tuple[float, int]:
    """The figure of these kinds that stands nearest, and how far."""
    gaps = [
        (_gap(sentence, at, cue, terms), mention)
        for mention, at in sentence.place.items()
        if sentence.mentions[mention].kind in terms.words.axes[axis].of
    ]
    return min(gaps, default=(REACH, -1))


def _gap(sentence: Sentence, at: int, cue: _Cue, terms: Terms) -> float:
    """Words between; a comma, a bracket or an "and" keeps cue and figure apart."""
    first, last = (cue.last, at) if cue.last < at else (at, cue.first)
    words = sentence.words[first + 1 : last]
    between = sentence.slice(sentence.words[first].end, sentence.words[last].start)
    stopped = any(mark in between for mark in ",;()–") or any(
        word.text in terms.words.separators for word in words
    )
    return last - first - 1 - (BEHIND if first == at else 0.0) + (STOPPED if stopped else 0.0)


def _lifespans(sentence: Sentence, found: dict[int, dict[str, str]]) -> None:
    """ "(10 February 1894 -- 29 December 1986)": two dates in brackets are a life."""
    for i, j in zip(sorted(sentence.place), sorted(sentence.place)[1:], strict=False):
        a, b = sentence.mentions[i], sentence.mentions[j]
        if a.kind not in TIMES or b.kind not in TIMES:
            continue
        before = sentence.slice(sentence.span.start, a.start).rstrip().lower()
        between = sentence.slice(a.end, b.start).strip()
        if between and set(between) <= lives.DASHES and before.endswith(lives.OPENERS):
            found[i].setdefault(EVENT, "born")
            found[j][EVENT] = "died"
