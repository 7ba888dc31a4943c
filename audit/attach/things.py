"""Named things that no list knows: companies, bridges, parties, storms, people.

A run of capitalised words is a name unless the capital is only that of a sentence's beginning. What
an open number is *of* is the name that governs its clause, else the thing that the sentence points
back to ("the bridge", "it"), else the one thing that the whole document is about, as a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from audit.attach.sentence import Sentence
from audit.model import ABOUT, Decision, Document, Mention, Span
from audit.rulebook import Rulebook

_SMALL = re.compile(r"\b[^\W\d_A-Z][\w-]+")
_HEAD = re.compile(r"\b[A-Z][\w-]+(?= [A-Z])")
_INNER = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
ARTICLES = ("the", "a", "an")
PRONOUN_REACH = 4  # words from the beginning of a sentence within which "it" is its subject
SHORTEST = 3  # letters: "SD" and "Q3" are no names
TITLE = 3  # a name in the headline counts as much as three in the text
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
        self._pattern = _pattern(tuple(rules.words.context.particles))
        self._plain = frozenset(_SMALL.findall(document.text))
        self._inner = frozenset(_INNER.findall(document.text))
        self._heads = frozenset(_HEAD.findall(document.text))
        self._names = [
            name
            for span in document.sentences
            if not _in_title(document, span.start)
            for name in self._found(document, span)
        ]
        self._keys = self._longest()
        self.main = self._main(document)

    def inside(self, span: Span) -> list[Name]:
        """The names in a stretch of text, in order, under the fullest form that the text gives."""
        return [
            Name(n.start, n.end, self._keys[n.key])
            for n in self._names
            if span.start <= n.start and n.end <= span.end
        ]

    def _found(self, document: Document, span: Span) -> Iterator[Name]:
        text = document.quote(span.start, span.end)
        known = self._rules.atlas.scan(text)
        for match in self._pattern.finditer(text):
            start, end = self._trimmed(text, match.start(), match.end(), not match.start())
            covered = sum(min(s.end, end) - max(s.start, start) for s in known
                          if s.start < end and start < s.end)  # fmt: skip
            if (
                end - start >= SHORTEST
                and covered < (end - start) / 2
                and not self._dated(span, start, end)
            ):
                yield Name(span.start + start, span.start + end, text[start:end])

    def _dated(self, span: Span, start: int, end: int) -> bool:
        """Whether a number or date begins before the end of a name and ends in it or behind."""
        at = bisect_left(self._starts, span.start + end) - 1
        return at >= 0 and self._ends[at] > span.start + start

    def _trimmed(self, text: str, start: int, end: int, opens: bool) -> tuple[int, int]:
        """Without the words before it that are no part of the name."""
        context = self._rules.words.context
        skipped = {*context.titles, *context.honorifics, *self._rules.words.stop}
        while start < end:
            word = re.match(r"[\w&.’'-]+", text[start:end])
            if word is None:
                return start, end
            lower = word.group().lower().removesuffix("'s").removesuffix("’s")
            owns = text[start + word.end() :].split(" ", 2)[1:2] == ["of"]  # "Shares of Norvik"
            unsure = owns and word.group() not in self._inner
            ordinary = opens and (lower in self._plain or unsure)
            if not (lower in skipped or ordinary):
                break
            start = min(end, start + word.end() + 1)
        opens = opens and start == 0 and " " not in text[:end]
        return (end, end) if opens and not self._proper(text, end) else (start, end)

    def _proper(self, text: str, end: int) -> bool:
        """A single word that opens a sentence is a name if another sentence has it in its middle,
        or if it owns something."""
        word = text[:end]
        return word in self._inner or word in self._heads or (text[end : end + 2] in ("'s", "’s"))

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
            counted[key] += TITLE * any(n in title for n, full in self._keys.items() if full == key)
        best = counted.most_common(2)
        if not best or (len(best) == 2 and best[0][1] < MAIN * best[1][1]):
            return None
        return best[0][0] if best[0][1] > 1 else None


def of(sentence: Sentence, index: int, things: Things) -> tuple[str, Decision] | None:
    """What an open number is of, and how that was decided; None where the text names nothing."""
    at = sentence.place[index]
    names = things.inside(sentence.span)
    governing = _governing(sentence, at, names)
    if governing:
        return governing.key, Decision(
            ABOUT, "stated", governing.key, Span(governing.start, governing.end)
        )
    back = _points_back(sentence, at, things.main) if things.main else None
    if things.main is None or (names and not back):
        return None
    words = f"“{back}” for {things.main}" if back else "what the document is about"
    return things.main, Decision(ABOUT, "inherited" if back else "assumed", words)


def unnamed(sentence: Sentence, index: int) -> Decision | None:
    """What an open number is of where the sentence points to a thing that was named before, and
    nothing says which: "the company posted a profit of"."""
    back = _points_back(sentence, sentence.place[index], "")
    return Decision(ABOUT, "unknown", f"“{back}” for a thing named before") if back else None


def _governing(sentence: Sentence, at: int, names: Sequence[Name]) -> Name | None:
    """The name that stands free of prepositions before the number, else "of" one behind it."""
    number = sentence.words[at]
    before = [n for n in names if n.end <= number.start]
    free = [n for n in before if not _led(sentence, n)]
    behind = [n for n in names if n.start >= number.end and _reached(sentence, number.end, n)]
    bound = [n for n in before if _led(sentence, n) in sentence.rules.words.context.owning]
    return next(iter([*free[-1:], *behind[:1], *bound[-1:]]), None)


def _led(sentence: Sentence, name: Name) -> str:
    """The preposition right before a name; "" when it stands free."""
    lead = [w.lower() for w in sentence.slice(sentence.span.start, name.start).split()]
    while lead and lead[-1] in ARTICLES:
        lead.pop()
    last = lead[-1] if lead else ""
    return last if last in sentence.rules.words.context.prepositions else ""


def _reached(sentence: Sentence, number_end: int, name: Name) -> bool:
    """Whether a name behind a number is its noun's, or what it is "of"."""
    gap = sentence.slice(number_end, name.start)
    return bool(re.fullmatch(r"[\w\s-]{0,40}", gap)) and (
        not gap.strip() or _led(sentence, name) in sentence.rules.words.context.owning
    )


def _points_back(sentence: Sentence, at: int, main: str) -> str | None:
    """The words that stand for the document's thing: "it", "the bridge", "the company"."""
    context = sentence.rules.words.context
    heads = {*main.lower().split()[-1:], *context.bodies}
    for i, word in enumerate(sentence.words[:at]):
        if word.text in context.pronouns and i < PRONOUN_REACH:
            return word.text
        if word.text == "the" and sentence.words[i + 1].text in heads:
            return f"the {sentence.words[i + 1].text}"
    return None


@cache
def _pattern(particles: tuple[str, ...]) -> re.Pattern[str]:
    """Capitalised words, with particles between them: "Bank of Ghana", "Charles de Gaulle"."""
    word = r"(?:[A-Z][’'])?[A-Z][\w&-]*"
    return re.compile(rf"\b{word}(?:\s(?:(?:{'|'.join(particles)})\s)?{word})*")


def _in_title(document: Document, offset: int) -> bool:
    return any(p.kind == "title" and p.start <= offset < p.end for p in document.parts)
