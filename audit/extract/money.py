"""Currencies: a sign or code before the number, a name, code or part (cents) after it."""

from __future__ import annotations

from msgspec import Struct

from audit.extract.numerals import Numeral
from audit.extract.scan import Sentence
from audit.rulebook.lexicon import Lexicon

HEAVIEST = 1000  # pounds; more of them without a word of weight near are money


class Currency(Struct, frozen=True):
    """An ISO 4217 code and the word index where its words begin (before) or end (after)."""

    code: str
    at: int
    part: float = 1.0  # a cent is 0.01 of its currency


def before(s: Sentence, i: int, lexicon: Lexicon) -> Currency | None:
    """The currency whose sign or code ends just before word `i`."""
    found = lexicon.currency_before.before(s.words, i)
    if found:
        code, at = found
        if _stands(s, at, lexicon):
            return Currency(code, at)
        plain = lexicon.currency_signs.get(s.words[i - 1])
        return (
            Currency(plain, i - 1) if plain and s.words[i - 1] not in lexicon.glued_signs else None
        )
    written = s.written(i - 1)
    if written in lexicon.iso_currencies and (s.glued(i) or written not in lexicon.iso_everyday):
        return Currency(written, i - 1)
    return None


def _stands(s: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether letters in a sign are really a sign: "S$5", "PS6m", but not "a $5 bid"."""
    word = s.words[at]
    if not word.isalpha():
        return True
    if s.glued(at) and s.word(at - 1)[-1:].isalnum():
        return False
    if word in lexicon.glued_signs:
        return s.glued(at + 1) and s.written(at)[0].isupper()
    return len(word) > 1 or s.glued(at + 1) or s.capital(at)


def sign(s: Sentence, i: int, lexicon: Lexicon) -> Currency | None:
    """The currency sign that begins at word `i`; `at` is the index after it."""
    found = lexicon.currency_before.after(s.words, i)
    if found and s.digits(found[1]):
        return Currency(found[0], found[1])
    if s.written(i) in lexicon.iso_currencies and s.digits(i + 1):
        return Currency(s.written(i), i + 1)
    return None


def after(s: Sentence, j: int, lexicon: Lexicon) -> Currency | None:
    """The currency named from word `j`; `at` is the index after its words."""
    word = s.word(j)
    if not word:
        return None
    glued = s.glued(j) and not s.word(j + 1).isdigit()
    small = word not in lexicon.small_parts or s.written(j) == word  # no pence: "2P reserves"
    if glued and small and word in lexicon.glued_parts:
        part, code = lexicon.glued_parts[word]
        return Currency(code, j + 1, part)
    if word in lexicon.currency_parts:
        part, code = lexicon.currency_parts[word]
        return Currency(code, j + 1, part)
    found = lexicon.currency_names.after(s.words, j)
    if found:
        return Currency(found[0], found[1], lexicon.currency_scales.get(word, 1.0))
    if s.written(j) in lexicon.iso_currencies and not s.digits(j + 1):
        if s.glued(j) or s.written(j) not in lexicon.iso_everyday:
            return Currency(s.written(j), j + 1)
        return None
    if word in lexicon.currency_signs and not word.isalpha() and not s.digits(j + 1):
        return Currency(lexicon.currency_signs[word], j + 1)
    return None


def mass(s: Sentence, j: int, n: Numeral, lexicon: Lexicon) -> bool:
    """Whether the pound named at word `j` is a weight, by the company it keeps."""
    if s.word(j) not in lexicon.money_or_mass:
        return False
    if n.scale > 100 or s.word(j + 1) in lexicon.pound_of_money:
        return False
    if s.word(j + 1) == "of" or not lexicon.mass_words.isdisjoint(s.vocabulary):
        return True
    return n.value < HEAVIEST and lexicon.money_signs.isdisjoint(s.vocabulary)
