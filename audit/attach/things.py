"""Named things that no list knows: companies, bridges, parties, storms, people.

A run of capitalised words is a name unless the capital is only that of a sentence's beginning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from audit.attach.parts import in_title
from audit.model import Document, Mention, Span
from audit.rulebook import Rulebook

_SMALL = re.compile(r"\b[^\W\d_A-Z][\w-]+")
_HEAD = re.compile(r"\b[A-Z][\w-]+(?= [A-Z])")
_CAPITALS = re.compile(r"\b[A-Z][\w-]+")
_INNER = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_FOLLOWING = re.compile(r"\s([A-Z][a-z]+)\b")
_WRITTEN = re.compile(r"[\w&.’'-]+")
_LABEL = re.compile(r"\s?[–—:-]\s?[\d$€£]")
OPENERS = ("–", "—", " -", ":", "“", '"', "‘")  # of a sentence: datelines end, speech begins
SHORTEST = 3  # letters: "SD" and "Q3" are no names
TITLE = 3  # a name in the headline counts as much as three in the text
SETTING = 10  # names kept of what a document is about
BASED = ("-based", "-owned", "-led", "-backed", "-listed", "-born")  # where from, and no name
TELLING = 4  # letters of a word that may say what a text is about
MAIN = 2  # the one thing of a document is named this much more often than any other


class Name(Struct, frozen=True, order=True):
    """`text[start:end]` of a document, without articles, titles and possessives."""

    start: int
    end: int
    key: str


class Things:
    """The names in one document, found once."""

    def __init__(self, document: Document, rules: Rulebook, mentions: Sequence[Mention]) -> None:
        self._rules = rules
        self._starts = [m.start for m in mentions]
        self._ends = [m.end for m in mentions]
        context = rules.words.context
        self._bodies = {*context.bodies, *context.legal_forms} - {*context.places_as_bodies}
        self._skipped = (
            _skipped(tuple(context.titles), tuple(context.honorifics), tuple(context.agencies))
            | rules.words.stop
        )
        self._pattern = _pattern(tuple(rules.words.context.particles))
        self._plain = frozenset(_SMALL.findall(document.text))
        self._inner = frozenset(_INNER.findall(document.text))
        self._heads = frozenset(_HEAD.findall(document.text))
        title = [s for s in document.sentences if in_title(document, s.start)]
        body = [s for s in document.sentences if not in_title(document, s.start)]
        self._names = [name for span in body for name in self._found(document, span)]
        self._keys = self._longest()
        self.main = self._main(document)
        self.setting = self._setting(document, title, body[:1])
        self.topic = self._topic(document, body[:1])
        self.leads = self.main is not None and self.setting[:1] == (self.main,)

    def inside(self, span: Span) -> list[Name]:
        """The names in a stretch of text, in order, under the fullest form that the text gives."""
        first = bisect_left(self._names, span.start, key=_start)
        last = bisect_left(self._names, span.end, key=_start)
        return [
            Name(n.start, n.end, self._keys[n.key])
            for n in self._names[first:last]
            if n.end <= span.end
        ]

    def _found(self, document: Document, span: Span) -> Iterator[Name]:
        text = document.quote(span.start, span.end)
        known = self._rules.atlas.scan(text)
        for match in self._pattern.finditer(text):
            opens = not match.start() or _opened(text, match.start())
            last = self._cut(text, match.start(), match.end())
            start, end = self._trimmed(text, match.start(), last, opens)
            covered = sum(min(s.end, end) - max(s.start, start) for s in known
                          if s.start < end and start < s.end)  # fmt: skip
            if (
                end - start >= SHORTEST
                and not text[start:end].lower().endswith(BASED)
                and text[start:end].lower() not in self._rules.words.context.institutions
                and (covered < (end - start) / 2 or self._body(text[start:end], covered))
                and not self._dated(span, start, end)
            ):
                yield Name(span.start + start, span.start + end, text[start:end])

    def _body(self, name: str, covered: int) -> bool:
        """ "Emirates Group", "Turkish Airlines": a body with a country in its name."""
        last = name.split()[-1].lower()
        return covered < len(name) and bool({last, last.removesuffix("s")} & self._bodies)

    def _dated(self, span: Span, start: int, end: int) -> bool:
        """Whether a number or date begins before the end of a name and ends in it or behind."""
        at = bisect_left(self._starts, span.start + end) - 1
        return at >= 0 and self._ends[at] > span.start + start

    def _cut(self, text: str, start: int, end: int) -> int:
        """Where a name ends that runs into the next sentence: "KAZINFORM Since the beginning"."""
        for match in _FOLLOWING.finditer(text, start, end):
            ended = match[1].lower() in self._rules.words.stop or match[1].endswith("ing")
            if ended and match[1] not in self._inner:
                return match.start()
        return end

    def _trimmed(self, text: str, start: int, end: int, opens: bool) -> tuple[int, int]:
        """Without the words before it that are no part of the name."""
        first = start
        while start < end:
            word = _WRITTEN.match(text, start, end)
            if word is None:
                return start, end
            lower = word.group().lower().removesuffix("'s").removesuffix("’s")
            owns = text[word.end() :].split(" ", 2)[1:2] == ["of"]  # "Shares of Norvik"
            unsure = owns and word.group() not in self._inner
            ordinary = opens and (lower in self._plain or unsure)
            if not (lower in self._skipped or ordinary):
                break
            start = min(end, word.end() + 1)
        opens = opens and start == first and " " not in text[start:end]
        return (end, end) if opens and not self._proper(text, start, end) else (start, end)

    def _proper(self, text: str, start: int, end: int) -> bool:
        """A single word that opens a sentence is a name if another sentence has it in its middle, if
        it owns something, or if it labels a figure ("Odinga – 48.5 %")."""
        word = text[start:end]
        labels = _LABEL.match(text, end) and word.lower() not in self._rules.concepts.same
        owns = text[end : end + 2] in ("'s", "’s")
        return word in self._inner or word in self._heads or owns or bool(labels)

    def _longest(self) -> dict[str, str]:
        """Each name to the fullest one that begins with it, without its legal form: "Acme" and
        "Acme Motors Corp" are "Acme Motors"."""
        every = sorted({name.key for name in self._names}, key=lambda key: (-len(key), key))
        full = {key: next(k for k in every if (k + " ").startswith(key + " ")) for key in every}
        return {key: self._without_form(name) for key, name in full.items()}

    def _without_form(self, name: str) -> str:
        words = name.split()
        while (
            len(words) > 1 and words[-1].lower().strip(".") in self._rules.words.context.legal_forms
        ):
            words.pop()
        return " ".join(words)

    def _main(self, document: Document) -> str | None:
        counted = Counter(self._keys[name.key] for name in self._names)
        title = document.title or ""
        for key in counted:
            forms = [name for name, full in self._keys.items() if full == key]
            counted[key] += TITLE * any(_within(form, title) for form in forms)
        best = counted.most_common(2)
        if not best or (len(best) == 2 and best[0][1] < MAIN * best[1][1]):
            return None
        return best[0][0] if best[0][1] > 1 else None

    def _setting(
        self, document: Document, title: Sequence[Span], lead: Sequence[Span]
    ) -> tuple[str, ...]:
        """The names that tell this document's subject from others, the most telling first."""
        counted = Counter(self._keys[name.key] for name in self._names)
        for key, full in self._keys.items():
            counted[full] += TITLE * _within(key, document.title or "")
        for key in self._headline(document, title):
            every = self._keys.items()
            known = next((full for name, full in every if name in key or _begins(name, key)), key)
            counted[known] += TITLE * (known not in counted or not counted[known])
        for span in lead:
            for name in self.inside(span):
                counted[name.key] += 1
        return tuple(key for key, _ in counted.most_common(SETTING))

    def _topic(self, document: Document, lead: Sequence[Span]) -> tuple[str, ...]:
        """The words, names apart, of the headline and those that the text comes back to."""
        vocabulary = self._rules.words
        counted: Counter[str] = Counter()
        words: Counter[str] = Counter()
        for part in document.parts:
            if part.kind != "meta":
                inside = _SMALL.findall(document.quote(part.start, part.end))
                words.update(inside * (TITLE if part.kind == "title" else 1))
        for span in lead:
            words.update(_SMALL.findall(document.quote(span.start, span.end)))
        for word, count in words.items():
            if (
                len(word) >= TELLING
                and word not in vocabulary.stop
                and word not in vocabulary.verbs
            ):
                counted[vocabulary.norm(word)] += count
        kept = [(word, n) for word, n in counted.most_common(SETTING) if n > 1]
        return tuple(word for word, _ in kept)

    def _headline(self, document: Document, title: Sequence[Span]) -> Iterator[str]:
        """Names of a headline that is not set in capitals throughout."""
        for span in title:
            words = document.quote(span.start, span.end).split()
            small = sum(word[:1].islower() for word in words)
            if small * 3 >= len(words):
                yield from (name.key for name in self._found(document, span))


def _opened(text: str, start: int) -> bool:
    """Whether what stands before a word opens a sentence."""
    end = start
    while end and text[end - 1].isspace():
        end -= 1
    return text.endswith(OPENERS, 0, end)


def _start(name: Name) -> int:
    return name.start


def _within(name: str, title: str) -> bool:
    """Whether a headline has a name, or the word that it begins with: "Pannon" for "Pannon Air"."""
    return name in title or (" " in name and _begins(name, title))


def _begins(name: str, text: str) -> bool:
    first = name.split()[0]
    return len(first) > SHORTEST and first in _CAPITALS.findall(text)


@cache
def _skipped(*lists: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for words in lists for word in words)


@cache
def _pattern(particles: tuple[str, ...]) -> re.Pattern[str]:
    """Capitalised words, with particles between them: "Bank of Ghana", "Charles de Gaulle"."""
    word = r"(?:[A-Z][’'])?[A-Z][\w&-]*"
    return re.compile(rf"\b{word}(?:\s(?:(?:{'|'.join(particles)})\s)?{word})*")
