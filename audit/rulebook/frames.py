"""Sentences without their figures: what two copies of one statement share, whatever their numbers.

A figure word is one that makes a number, its hedge, a year, a unit or the way of a change. The
others, in order, are the frame. Which words these are is data (`rules/lang`); what stands in a gap between
two of them is kept as written, so that gaps are compared exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache

from msgspec import Struct

from audit.rulebook.lexicon import Lexicon
from audit.rulebook.phrases import Phrases

SIGNS = "$£€¥₹₸₩₽₺₪₫₦₱฿₴₾"
TOKEN = re.compile(
    rf"\d[\d.,]*\d|\d|[^\W\d_]{{0,3}}[{SIGNS}]|[^\W\d_]+|[^\w\s.,;:!?()\[\]\"'“”‘’–—-]"
)
REMEMBERED = 4096  # sentences: the claims of one follow each other


class Token(Struct, frozen=True):
    """A word in lower case, and where it stands in its sentence."""

    text: str
    start: int
    end: int


class Frame(Struct, frozen=True):
    words: tuple[str, ...]
    starts: tuple[int, ...]  # where they stand in the sentence
    gaps: tuple[tuple[Token, ...], ...]  # before each word, and behind the last
    said: tuple[tuple[str, ...], ...]  # the same, as text alone


class Frames:
    """Sentences to frames."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.words = lru_cache(maxsize=REMEMBERED)(self._words)

    def _words(self, sentence: str) -> tuple[str, ...]:
        """The words of a sentence's frame."""
        texts = TOKEN.findall(_lower(sentence))
        figures = self._figures(texts)
        return tuple(text for text, figure in zip(texts, figures, strict=True) if not figure)

    def place(self, sentence: str, offset: int) -> int:
        """How many words of its frame stand before a place in a sentence."""
        return sum(start < offset for start in self.of(sentence).starts)

    def of(self, sentence: str) -> Frame:
        tokens = [Token(m.group(), *m.span()) for m in TOKEN.finditer(_lower(sentence))]
        words: list[Token] = []
        gaps: list[list[Token]] = [[]]
        for token, figure in zip(tokens, self._figures([t.text for t in tokens]), strict=True):
            if figure:
                gaps[-1].append(token)
            else:
                words.append(token)
                gaps.append([])
        texts, starts = (tuple(getattr(w, name) for w in words) for name in ("text", "start"))
        said = tuple(tuple(token.text for token in gap) for gap in gaps)
        return Frame(texts, starts, tuple(map(tuple, gaps)), said)

    def _figures(self, words: list[str]) -> list[bool]:
        """For each word whether it is a figure word: of itself, or beside a number."""
        found = [w[0].isdecimal() or w[-1] in SIGNS or w in self._plain for w in words]
        numbers = [i for i, word in enumerate(words) if word[0].isdecimal() or word in self._counts]
        for i in numbers:
            behind = self._units.after(words, i + 1)
            for at in range(i + 1, behind[1] if behind else i + 1):
                found[at] = True
            signed = i > 0 and (words[i - 1][-1] in SIGNS or words[i - 1] in self._codes)
            start = i - 1 if signed else i
            hedge = self._lexicon.hedge_before.before(words, start)
            for at in range(hedge[1] if hedge else start, i):
                found[at] = True
        return found

    @cached_property
    def _counts(self) -> frozenset[str]:
        words = self._lexicon
        return frozenset().union(
            words.digits, words.tens, words.hundred, words.dozen, words.scales, words.magnitudes
        )

    @cached_property
    def _plain(self) -> frozenset[str]:
        """Figure words wherever they stand: numerals, ordinals, multiples, ways of a change."""
        words = self._lexicon
        ways = (words.change_verb, words.change_noun, *words.comparatives.values())
        return self._counts.union(words.ordinals, words.multiples, *ways)

    @cached_property
    def shares(self) -> frozenset[str]:
        """Words of which one stands behind a share: "%", "percent", "points"."""
        words = self._lexicon
        names = (*words.percent, *words.percentage_points, *words.points)
        return frozenset(word for name in names for word in name.split())

    @cached_property
    def _units(self) -> Phrases[str]:
        """What may stand behind a number as its unit: "percentage points", "US dollars", "th"."""
        words = self._lexicon
        shares = (*words.percent, *words.percentage_points, *words.basis_points)
        money = (name for names in words.currency_words.values() for name in names)
        units = (name for names in words.units.values() for name in names)
        short = (*words.short_scales, *words.ordinal_endings)
        return _phrases((*shares, *words.points, *money, *units, *self._codes, *short))

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(code.lower() for code in self._lexicon.iso_currencies)


def _lower(sentence: str) -> str:
    """Lower case, letter for letter: offsets stay."""
    lower = sentence.lower()
    if len(lower) == len(sentence):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in sentence)


def _phrases(names: Iterable[str]) -> Phrases[str]:
    """Names as a sentence's tokens have them, without their marks."""
    plain = (" ".join(match.group() for match in TOKEN.finditer(name)) for name in names)
    return Phrases((name, name) for name in sorted(set(plain)) if name)
