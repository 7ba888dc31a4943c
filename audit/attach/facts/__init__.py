"""Facts without a number: signed, opened, held, visited; who holds which office; firsts; lists.

A fact's value is a `Term`: what happened, to what, where, when, and whether it is done or planned.
The words are data (`rules/lang/<language>.facts.yaml`); a sentence is scanned for them once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from audit.attach.facts import counted, events, firsts, lists, offices
from audit.attach.facts.claim import claim
from audit.attach.facts.setting import Setting
from audit.attach.facts.told import Told, overlaps
from audit.model import Claim, Document, Mention, Span
from audit.rulebook import Rulebook
from audit.rulebook.facts import Cue, FactWords

_LOWER = re.compile(r"(?<![\w’'-])[a-z]{3,}(?![\w’'-])")
_MARKS = re.compile(r"[–—:(]|\s-")  # what may open a list
Place = Callable[[int], tuple[int, int]]


class Finder:
    """Finds the facts of a document, sentence by sentence; what was told once is not told again."""

    def __init__(self, document: Document, rules: Rulebook) -> None:
        self.document = document
        self.rules = rules
        self._told: set[tuple[str, object]] = set()

    def claims(self, span: Span, mentions: Sequence[Mention], place: Place) -> Iterator[Claim]:
        """`place` gives line and column of an offset."""
        text = self.document.quote(span.start, span.end)
        cues = list(self.rules.facts.cues(text))
        if not cues and not _MARKS.search(text):
            return
        setting = Setting(self.document, span, text, mentions, self.rules, cues)
        kept: list[Told] = []
        for told in self._found(setting, cues):
            if not any(overlaps(told, other) and not _nested(told, other) for other in kept):
                kept.append(told)
        for told in kept:
            made = claim(told, setting, *place(span.start + told.start))
            held = (told.holder, told.cue.what) if told.holder else None
            key = (told.what, held or (told.status, made.terms, made.subject, made.object))
            if key not in self._told:
                self._told.add(key)
                yield made

    @cached_property
    def _own(self) -> FactWords:
        """The words, where what the document also writes in lower case is no part of a name."""
        words = self.rules.facts.words
        common = frozenset(_LOWER.findall(self.document.text))
        offices = replace(words.offices, institutions=words.offices.institutions | common)
        return replace(words, offices=offices)

    def _found(self, setting: Setting, cues: Sequence[Cue]) -> Iterator[Told]:
        for cue in cues:
            told = self._of(cue, setting)
            if told:
                yield told
        yield from counted.told(setting)
        yield from lists.in_dashes(setting.text, self.rules.facts.words)

    def _of(self, cue: Cue, setting: Setting) -> Told | None:
        text, words = setting.text, self.rules.facts.words
        if cue.form == "office":
            return offices.told(text, cue, self._own, setting.known)
        if cue.form == "list":
            found = lists.after_intro(text, cue, words)
            return None if found and _places(found, setting) else found
        if cue.form == "first":
            return firsts.first(cue, setting)
        if cue.form == "superlative":
            return firsts.superlative(cue, setting)
        return events.told(text, cue, words, setting.dates)


def _places(told: Told, setting: Setting) -> bool:
    """Whether most of a list are countries and cities: news give those as examples, not members."""
    inside = [s for s in setting.sights if told.start <= s.start < told.end]
    named = lists.members(setting.text[told.start : told.end])
    return 2 * len(inside) > len(named)


def _nested(a: Told, b: Told) -> bool:
    """Facts of two kinds may share words: "hosted by Foreign Secretary A B"."""
    return a.what != b.what
