"""Totals and the parts that a text lists for them: "27 wells: 14 producers, nine injectors and ...".

A list is told right behind its total (a colon, brackets, "of which", "17 of them"), in the next
sentence ("Nine of the victims"), or before it ("which together make up"). It is *whole* when it
says that nothing is left out; else some may be left out, and the parts may come to less.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.attach.breakdown import forms as patterns
from audit.attach.breakdown import leads, lists, totals
from audit.attach.breakdown.claims import marked, missing
from audit.attach.breakdown.forms import Forms
from audit.attach.breakdown.leads import Lead
from audit.attach.breakdown.lists import Run
from audit.attach.breakdown.shape import BOUNDARY, SHARES, Shape, shapes
from audit.attach.breakdown.told import Breakdown
from audit.attach.sentence import Sentence
from audit.model import Mention
from audit.rulebook.words import Vocabulary

__all__ = ["Finder", "marked", "missing"]

LEAST = 2  # parts of a total


class Finder:
    """Finds the lists of sentences of one language."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.forms: Forms = patterns.of(words.context.breakdown)

    def of(self, sentence: Sentence, before: Sentence | None) -> Iterator[Breakdown]:
        """The lists of a sentence; `before` is the one right before it in its paragraph."""
        mentions, start = sentence.mentions, sentence.span.start
        if len(mentions) > LEAST:
            for shape in shapes(sentence.text, start, mentions):
                yield from self.within(shape)
        if sum(one.kind in SHARES for one in mentions) >= LEAST:
            for shape in shapes(sentence.text, start, mentions, SHARES):
                yield from self.shares(shape)
        if before and before.mentions and len(mentions) >= LEAST:
            yield from self.anew(before, sentence)

    def within(self, shape: Shape) -> Iterator[Breakdown]:
        """Lists whose total stands in the same sentence."""
        taken = 0
        for first in shape.starts:
            run = lists.forward(shape, first, self.forms) if first > taken else None
            lead = leads.of(shape, run, self.forms, self.words) if run else None
            if run and lead:
                taken = run.last
                total = totals.before(shape, run, self.forms, self.words)
                yield from self._told(shape, run, total, lead)
        for last in range(taken + 1, len(shape.numbers) - 1):
            yield from self._behind(shape, last)

    def shares(self, shape: Shape) -> Iterator[Breakdown]:
        """Percentages that are told to be of one whole."""
        taken = -1
        for first in range(len(shape.numbers)):
            run = lists.forward(shape, first, self.forms) if first > taken else None
            lead = leads.shares(shape, run, self.forms) if run else None
            if run and lead and lists.plain(shape, run, self.forms):
                taken = run.last
                yield Breakdown(None, self._parts(shape, run), lead == "whole", run.labelled)

    def anew(self, before: Sentence, sentence: Sentence) -> Iterator[Breakdown]:
        """The list that a sentence opens with, of the only figure before that it can be of."""
        gap = sentence.span.start - before.span.end
        text = f"{before.text}{BOUNDARY:<{gap}}{sentence.text}"
        mentions = [*before.mentions, *sentence.mentions]
        shape = next(shapes(text, before.span.start, mentions))
        own = [i for i, m in enumerate(shape.numbers) if m.start >= sentence.span.start]
        run = lists.forward(shape, own[0], self.forms) if own and own[0] else None
        lead = leads.anew(shape, run, self.forms, self.words) if run else None
        if run and lead:
            parts = self._parts(shape, run)
            fit = [one for one in shape.numbers[: own[0]] if totals.fits(one, parts)]
            yield from self._told(shape, run, fit[0] if len(fit) == 1 else None, lead)

    def _behind(self, shape: Shape, last: int) -> Iterator[Breakdown]:
        """A list whose total stands right behind it."""
        for run in lists.backward(shape, last, self.forms):
            lead = leads.behind(shape, run, self.forms)
            total = shape.numbers[last + 1]
            if lead and totals.fits(total, self._parts(shape, run)):
                yield from self._told(shape, run, total, lead)
                return

    def _parts(self, shape: Shape, run: Run) -> tuple[Mention, ...]:
        return shape.numbers[run.first : run.last + 1]

    def _told(
        self, shape: Shape, run: Run, total: Mention | None, lead: Lead
    ) -> Iterator[Breakdown]:
        if total and lists.plain(shape, run, self.forms):
            yield Breakdown(total, self._parts(shape, run), lead == "whole", run.labelled)
