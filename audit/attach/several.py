"""Figures of several countries at once: "killed in Chad, Niger and Mali"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from audit.attach.sentence import Sentence

TOGETHER = "together"  # the filter's axis
CODE = 2  # letters of a country's key
_JOINED = re.compile(r"\s*(?:,|&|,?\s+and)\s+(?:the\s+)?", re.IGNORECASE)


def of(sentence: Sentence, index: int, keys: Collection[str]) -> Iterator[tuple[str, str]]:
    """The filter of a figure that is told of a list of countries, one of which is among `keys`.

    A figure "between" two countries is no sum of theirs.
    """
    context = sentence.rules.words.context
    for run in _runs(sentence):
        named = sorted({sentence.words[i].norm.removeprefix("@") for i in run})
        led = sentence.words[run[0] - 1].text if run[0] else ""
        near = sentence.barrier(run[0], sentence.place[index]) < 1
        if len(named) > 1 and near and led not in context.pairing and set(named) & set(keys):
            yield TOGETHER, ", ".join(named)
            return


def _runs(sentence: Sentence) -> Iterator[Sequence[int]]:
    """The places of names that only commas and "and" part."""
    run: list[int] = []
    for i, word in enumerate(sentence.words):
        if word.sighting is None or len(word.sighting.key) != CODE:
            continue
        if run and not _JOINED.fullmatch(_gap(sentence, run[-1], i)):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _gap(sentence: Sentence, i: int, j: int) -> str:
    return sentence.slice(sentence.words[i].end, sentence.words[j].start)
