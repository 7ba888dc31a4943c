"""Numbers in words: "one hundred and twenty-three thousand", "two thirds", "zero point zero eight"."""

from __future__ import annotations

from msgspec import Struct

from audit.extract.scan import Sentence
from audit.rulebook.lexicon import Lexicon


class Spelled(Struct, frozen=True):
    """A cardinal in words up to, not including, word `end`; `step` is its smallest named place."""

    end: int
    value: float
    step: float


def cardinal(s: Sentence, i: int, lexicon: Lexicon) -> Spelled | None:
    """The number that begins at word `i`, or None."""
    total, part, step, last, at = 0.0, 0.0, 1.0, "", i
    while True:
        at_word = _joined(s, at, last, lexicon) if at > i else at
        word = s.word(at_word)
        kind, value = _kind(word, lexicon)
        if not kind or not _follows(kind, value, last, part):
            break
        if kind == "scale":
            part = part or (1.0 if not total else 0.0)
            total, part, step = _scaled(total, part, value), 0.0, value
        elif kind in ("hundred", "dozen"):
            part, step = (part or 1.0) * value, 1.0
        else:
            part, step = part + value, 1.0
        last, at = kind if not (kind == "unit" and value >= 10) else "teen", at_word + 1
    return Spelled(at, total + part, step) if at > i else None


def _kind(word: str, lexicon: Lexicon) -> tuple[str, float]:
    for kind, table in (("unit", lexicon.digits), ("tens", lexicon.tens)):
        if word in table:
            return kind, table[word]
    if word in lexicon.hundred:
        return "hundred", 100.0
    if word in lexicon.dozen:
        return "dozen", 12.0
    if word in lexicon.scales and word not in lexicon.magnitudes:
        return "scale", lexicon.scales[word]
    return "", 0.0


def _follows(kind: str, value: float, last: str, part: float) -> bool:
    """Whether a word of this kind may continue the number: "twenty one", but not "one twenty"."""
    if last == "":
        return True
    if kind == "unit":
        return last in ("hundred", "scale") or (last == "tens" and 0 < value < 10)
    if kind == "tens":
        return last in ("hundred", "scale")
    if kind in ("hundred", "dozen"):
        return last in ("unit", "teen", "tens") and 0 < part < 100
    return True


def _scaled(total: float, part: float, scale: float) -> float:
    if part:
        return total + part * scale
    return total * scale  # "three lakh crore"


def _joined(s: Sentence, at: int, last: str, lexicon: Lexicon) -> int:
    """Steps over the hyphen of "twenty-three" and the "and" of "hundred and five"."""
    word = s.word(at)
    if word == "-" and s.glued(at) and s.glued(at + 1):
        following = _kind(s.word(at + 1), lexicon)[0]
        return at + 1 if following in ("unit", "hundred", "scale") else at
    if word == "and" and last in ("hundred", "scale"):
        kind, _ = _kind(s.word(at + 1), lexicon)
        after, _ = _kind(s.word(at + 2), lexicon)
        if kind in ("unit", "tens") and (after != "scale" or last == "hundred"):
            return at + 1
    return at


def decimals(s: Sentence, at: int, lexicon: Lexicon) -> tuple[int, float, float] | None:
    """What "point zero eight" after a number adds: next word, value, step."""
    if s.word(at) not in lexicon.point:
        return None
    value, step, end = 0.0, 1.0, at + 1
    while (digit := lexicon.digits.get(s.word(end), 99)) < 20:
        step /= 100 if digit >= 10 else 10
        value, end = value + digit * step, end + 1
    return (end, value, step) if end > at + 1 else None
