"""Who says it: quoted speaker, upstream source, own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from audit.attach.sentence import beginning, mentions_one
from audit.model import Document, Span, Voice
from audit.rulebook.words import Context

_LINE = re.compile(r"[^\n]+")
_QUOTE = re.compile(r"[“\"]([^“”\"]{3,2000})[”\"]")
_NAME = r"(?:[A-Z][\w.’'-]+\s+){0,6}[A-Z][\w’'-]+"


class Speech(Struct, frozen=True):
    speaker: str | None
    upstream: str | None
    voice: Voice


class Voices:
    """The quotations of a document with their speakers, found once."""

    def __init__(self, document: Document, context: Context) -> None:
        self._quotes: list[tuple[Span, str | None]] = []
        self._upstream = _upstream(tuple(context.upstream))
        verbs = _attribution(tuple(context.attribution))
        named: str | None = None
        for line in _LINE.finditer(document.text):
            told = mentions_one(line.group(), context.attribution)
            names = verbs.finditer(line.group()) if told else iter(())
            speaker = next((surname(m["after"] or m["before"] or "") for m in names), None)
            if speaker in _PRONOUNS:
                speaker = named
            for quote in _QUOTE.finditer(line.group()):
                start = document.offset + line.start() + quote.start(1)
                self._quotes.append((Span(start, start + len(quote.group(1))), speaker))
            named = speaker or _titled(line.group(), context.titles) or named

    def at(self, span: Span, sentence: str) -> Speech:
        """The voice of a stretch of text, given the sentence that it stands in."""
        match = self._upstream.search(sentence)
        upstream = " ".join(match["who"].split()) if match else None
        for quote, speaker in self._quotes:
            if quote.start <= span.start and span.end <= quote.end:
                return Speech(speaker, upstream, "quoted")
        return Speech(None, upstream, "reported" if upstream else "own")


_PRONOUNS = frozenset({"he", "she", "He", "She", "they", "They"})


def surname(name: str) -> str | None:
    """The last word of a name, without which titles make one man into several."""
    words = name.split()
    return words[-1].removesuffix("’s").removesuffix("'s") if words else None


@cache
def _attribution(verbs: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(re.escape(verb) for verb in verbs if verb != "according to")
    return re.compile(
        rf"\b(?P<before>{_NAME}|[Hh]e|[Ss]he)\s+(?:also\s+)?(?:{said})\b|"
        rf"\b(?:{said})\s+(?:the\s+)?(?P<after>{_NAME}|he|she)"
    )


@cache
def _upstream(cues: tuple[str, ...]) -> re.Pattern[str]:
    cue = "|".join(re.escape(c) for c in sorted(cues, key=len, reverse=True))
    return re.compile(
        rf"\b(?i:{cue})\s+(?:the\s+)?(?:latest\s+)?(?P<who>[A-Z][\w’'-]*(?:\s+(?:of|for|the|and|[A-Z][\w’'-]*))*)"
    )


@cache
def _title_pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(title) for title in titles)
    return re.compile(
        rf"\b(?i:{words})(?:\s+of\s+(?:[A-Z]\w+\s?)+)?\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,2}})"
    )


def people(text: str, context: Context) -> Iterator[tuple[str, str]]:
    """Surnames with the words of their title and the few before it, in order."""
    for match in beginning(_title_pattern(tuple(context.titles)), text, context.titles):
        name = surname(match["name"])
        if name:
            start = max(0, match.start() - 40)
            yield name, text[start : match.start("name")].rpartition("\n")[2]


def _titled(line: str, titles: Sequence[str]) -> str | None:
    found = [match["name"] for match in beginning(_title_pattern(tuple(titles)), line, titles)]
    return surname(found[-1]) if found else None
