"""On which side of each axis a figure stands: born or died, at home or abroad, deaths or cases."""

from __future__ import annotations

from audit.attach.sentence import TIMES, Sentence
from audit.comparison.vocabulary import Terms

REACH = 6  # words between a cue and its figure
EVENT = "event"


def of(sentence: Sentence, terms: Terms) -> dict[int, dict[str, str]]:
    """Mention -> axis -> value. Each cue belongs to the figure nearest to it, if one is near."""
    words = [word.text for word in sentence.words]
    found: dict[int, dict[str, str]] = {i: {} for i in sentence.place}
    nearest: dict[tuple[int, str], int] = {}
    for axis, phrases in terms.axes.items():
        for i in range(len(words)):
            hit = phrases.after(words, i)
            if hit is None:
                continue
            value, end = hit
            for gap, mention in _takers(sentence, i, end, axis == EVENT):
                if gap < nearest.get((mention, axis), REACH):
                    nearest[mention, axis] = gap
                    found[mention][axis] = value
    _lifespans(sentence, found)
    return found


def _takers(sentence: Sentence, i: int, end: int, time: bool) -> list[tuple[int, int]]:
    """The nearest figure of the right kind on either side; the second only for shared verbs."""
    gaps = [
        (i - at - 1 if at < i else at - end, mention)
        for mention, at in sentence.place.items()
        if (sentence.mentions[mention].kind in TIMES) == time
    ]
    return sorted(gaps)[:1]


def _lifespans(sentence: Sentence, found: dict[int, dict[str, str]]) -> None:
    """ "(10 February 1894 -- 29 December 1986)": two dates in brackets are a life."""
    for i, j in zip(sorted(sentence.place), sorted(sentence.place)[1:], strict=False):
        a, b = sentence.mentions[i], sentence.mentions[j]
        if a.kind not in TIMES or b.kind not in TIMES:
            continue
        between = sentence.slice(a.end, b.start).strip()
        if between and set(between) <= set("-–—−"):
            found[i].setdefault(EVENT, "born")
            found[j][EVENT] = "died"
