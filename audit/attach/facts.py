"""Facts without a number: signed, opened, held, visited; who holds which office; firsts.

A fact's value is a `Term`: what happened, to what, where, when, and whether it is done, planned or
announced. The cues are data (`facts` in the language's context file).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from hashlib import sha1
from typing import Literal

from audit.attach.sentence import TIMES
from audit.model import Claim, Decision, Document, Mention, Span, Term
from audit.rulebook import Rulebook
from audit.rulebook.words import FactCues, Vocabulary

THING = 14  # words of a thing's name at most
Place = Callable[[int], tuple[int, int]]


class Finder:
    """Finds the facts of a document, sentence by sentence."""

    def __init__(self, document: Document, rules: Rulebook) -> None:
        self.document = document
        self.rules = rules
        self.cues = _cues(rules.words)

    def claims(self, span: Span, mentions: Sequence[Mention], place: Place) -> Iterator[Claim]:
        text = self.document.quote(span.start, span.end)
        seen: list[tuple[int, int]] = []
        for match in self.cues.finditer(text):
            what, status = _kind(self.rules.words, match.group().lower())
            start, end = _thing(text, match)
            if end - start < 4 or any(a < end and start < b for a, b in seen):
                continue
            seen.append((match.start(), end))
            yield self._claim(
                span, text, (match.start(), start, end), (what, status), mentions, place
            )

    def _claim(
        self,
        span: Span,
        text: str,
        where: tuple[int, int, int],
        what: tuple[str, str],
        mentions: Sequence[Mention],
        place: Place,
    ) -> Claim:
        cue, start, end = where
        thing = text[start:end]
        begin, stop = span.start + cue, span.start + end
        dates = [m for m in mentions if m.kind in TIMES and m.period]
        near = min(dates, key=lambda m: abs(m.start - stop), default=None)
        sights = self.rules.atlas.scan(text)
        spot = next(
            (s.key for s in sights if s.start >= cue and text[: s.start].rstrip().endswith(" in")),
            None,
        )
        when = near.period.edtf if near and near.period else None
        terms = tuple(sorted(set(self.rules.words.terms(thing))))
        status: Literal["done", "planned"] = "done" if what[1] == "done" else "planned"
        line, column = place(begin)
        metric = f"fact:{what[0]}"
        key = f"{self.document.source}|{self.document.item}|{begin}|{stop}|{metric}"
        return Claim(
            source=self.document.source, item=self.document.item, start=begin, end=stop,
            metric=metric, id=_identity(key), label=f"{what[0]}: {thing}", kind="status", terms=terms,
            mention=Mention(begin, stop, "fact", text[cue:end]),
            subject=sights[0].key if sights else None,
            object=sights[1].key if len(sights) > 1 else None,
            published=self.document.published, outlet=self.document.outlet,
            modality="planned" if status == "planned" else "actual",
            period=near.period if near else None,
            decided=(Decision("metric", "stated", text[cue:start].strip(), Span(begin, span.start + start)),),
            term=Term(what[0], status, " ".join(terms), spot, when),
            sentence=span, quote=text, line=line, column=column,
        )  # fmt: skip


def _identity(key: str) -> str:
    return "c" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:12]


@cache
def _cues(words: Vocabulary) -> re.Pattern[str]:
    cues: list[FactCues] = list(words.context.facts.values())
    every = {cue for one in cues for cue in (*one.done, *one.planned)}
    ordered = sorted(every, key=lambda cue: (-len(cue), cue))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)


def _kind(words: Vocabulary, cue: str) -> tuple[str, str]:
    for what, cues in words.context.facts.items():
        if cue in cues.done:
            return what, "done"
        if cue in cues.planned:
            return what, "planned"
    return "held", "done"


_STOP = re.compile(
    r"[,;:()“”\"]|\.\s|\.$| – | - |\b(?:that|which|who|during|following|while|through|noting|was|were|is|are|has|have)\b"
)


def _thing(text: str, cue: re.Match[str]) -> tuple[int, int]:
    """The words behind the cue, up to a boundary; those before it when none follow."""
    end = cue.end()
    stop = _STOP.search(text, end)
    last = stop.start() if stop else len(text)
    words = list(re.finditer(r"\S+", text[end:last]))[:THING]
    return (end, end + words[-1].end()) if words else (end, end)
