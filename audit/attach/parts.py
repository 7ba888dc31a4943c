"""The parts of a claim that are put together from what the rooms of this stage read."""

from __future__ import annotations

import re
from bisect import bisect_left
from hashlib import sha1

from audit.attach.fitting import Roles
from audit.attach.measured import Measure
from audit.attach.sentence import Sentence, phrase_in
from audit.model import Decision, Document, Period
from audit.rulebook.metrics import Metric

_BREAK = re.compile("\n")
VERB = 3  # words behind an organisation in which "has said" stands
LED = 3
LEADS = ("according to ", "according to the ", "by the ", "says the ", "said the ")
SEVERAL_YEARS = 400  # days


def order_of(sentence: Sentence) -> Decision | None:
    """ "10, 12 and 15 million respectively": which number is of which is not taken apart here."""
    words = phrase_in(sentence.text, sentence.rules.words.context.respectively)
    return Decision("order", "assumed", words) if words else None


def in_title(document: Document, offset: int) -> bool:
    return any(p.kind == "title" and p.start <= offset < p.end for p in document.parts)


def reaches_far(sentence: Sentence, index: int, period: Period | None) -> bool:
    """Whether a figure is a running total: "since 2005", "over the past 12 years", "in total"."""
    if (
        period
        and period.first
        and (period.last is None or (period.last - period.first).days > SEVERAL_YEARS)
    ):
        return True
    segment = sentence.segment(sentence.place[index])
    return phrase_in(segment, sentence.rules.words.context.cumulative) is not None


def entities_of(sentence: Sentence, index: int, upstream: str) -> list[str]:
    """Countries and blocs of the sentence, nearest to the mention first, without whom it cites."""
    at = sentence.place[index]
    found = [
        (abs(i - at) + 8 * sentence.barrier(i, at), word.sighting.key)
        for i, word in enumerate(sentence.words)
        if word.sighting and word.text not in upstream and not _tells(sentence, i)
    ]
    return list(dict.fromkeys(key for _, key in sorted(found)))


def _tells(sentence: Sentence, i: int) -> bool:
    """ "The World Health Organization said": who tells of a figure is not of it."""
    sighting, context = sentence.words[i].sighting, sentence.rules.words.context
    if sighting is None or sighting.kind != "organisation":
        return False
    behind = [w.text for w in sentence.words[i + 1 : i + 1 + VERB]]
    told = {*context.telling, *context.tellers}
    return any(text in told for text in behind) or sentence.before(i, LED).endswith(LEADS)


def two_of(
    filled: Roles, wanted: dict[str, str], entities: list[str]
) -> tuple[str | None, str | None]:
    """Subject and object of a claim: its first two roles, else the entities of the sentence."""
    if "pair" in filled:
        return filled["pair"][0], filled["pair2"][0]
    if wanted:
        keys = [filled[role][0] for role in wanted if role in filled]
        return (*keys, None, None)[0], (*keys, None, None)[1]
    return (*entities, None, None)[0], (*entities, None, None)[1]


def roles_of(filled: Roles, metric: Metric | None, what: Measure) -> tuple[tuple[str, str], ...]:
    """Who plays which part, and of which kind a thing is where that makes two things: tin, zinc."""
    split = [pair for pair in what.filters if metric and pair[0] in metric.splits]
    return tuple(sorted({*((role, key) for role, (key, _) in filled.items()), *split}))


def decisions_of(
    what: Measure, filled: Roles, when: Decision, *others: Decision | None
) -> tuple[Decision, ...]:
    said = [decision for _, decision in filled.values()]
    return tuple(sorted([what.decision, when, *said, *filter(None, others)], key=_slot))


def _slot(decision: Decision) -> tuple[str, str]:
    return (decision.slot, decision.words)


class Lines:
    """Line and column (from 1) of an offset into the decoded file."""

    def __init__(self, document: Document) -> None:
        self._offset, self._line = document.offset, document.line
        self._breaks = [found.start() for found in _BREAK.finditer(document.text)]

    def at(self, offset: int) -> tuple[int, int]:
        local = offset - self._offset
        row = bisect_left(self._breaks, local)
        start = self._breaks[row - 1] + 1 if row else 0
        return self._line + row, local - start + 1


def identity(document: Document, start: int, end: int, metric: str) -> str:
    """A claim's id: stable as long as its file, place and metric are."""
    key = f"{document.source}|{document.item}|{start}|{end}|{metric}"
    return "c" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:12]
