"""Which way a value moved, and whether the number is the change, where it led or where it began."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from msgspec import Struct

from audit.extract.scan import Sentence
from audit.model import Direction, Mention, Rejection
from audit.rulebook.lexicon import Lexicon

Change = Literal["by", "to", "from"]
OBJECT = 9  # words of what a verb of change moves
NEAR = 90  # letters from one percentage to the "and" of the next
REACH = 8  # words that may stand between a verb of change and the level it led to
_ROLES: dict[str, Change] = {
    "by": "by",
    "of": "by",
    "to": "to",
    "at": "to",
    "from": "from",
    "above": "to",
    "past": "to",
    "beyond": "to",
    "below": "to",
}  # "climbed above 35,000"


class Move(Struct, frozen=True):
    direction: Direction
    change: Change


def of(
    s: Sentence, i: int, j: int, done: Sequence[Mention | Rejection], lexicon: Lexicon
) -> Move | None:
    """The move that words before `i` or after `j` give to the quantity between them."""
    role: Change | None = None
    paced = False  # "shrank at an annual rate of"
    for k in range(i - 1, max(-1, i - 7), -1):
        word = s.words[k]
        if word in lexicon.paces and s.word(k + 1) == "of":
            role, paced = None, True
            continue
        way = lexicon.change_verb.get(word)
        if word in ("up", "down") and s.word(k - 1) in lexicon.phrasal_verbs:
            break
        if way is None and role and word in lexicon.change_noun:
            way = lexicon.change_noun[word]
        if way and not (role is None and word in lexicon.change_noun and k < i - 1):
            return Move(cast(Direction, way), role or "by")
        if word not in lexicon.direction_gap and not (paced and word in lexicon.pace_words):
            break
        role = role or ("by" if paced and word == "at" else _ROLES.get(word))
    if role and s.word(i - 1) == "by":
        return _moved_by(s, i, lexicon)
    if role in ("to", "from"):
        return _led(s, i, role, done, lexicon)
    return _named(s, j, lexicon) or _joined(s, i, j, done, lexicon)


def _joined(
    s: Sentence, i: int, j: int, done: Sequence[Mention | Rejection], lexicon: Lexicon
) -> Move | None:
    """ "Contracted 4.2 % in December and 2.1 % in all of 2022": by the verb of the percentage before."""
    last = next((m for m in reversed(done) if not _passed_over(m)), None)
    if not isinstance(last, Mention) or last.kind != "percent" or last.change != "by":
        return None
    percent = any(word in lexicon.percent_words for word in s.words[i : j + 1])
    near = s.word(i - 1) == "and" and 0 <= s.starts[i] - last.end < NEAR
    if not (near and percent and last.direction) or s.word(j) == "of":
        return None
    return Move(last.direction, "by")


def _passed_over(m: Mention | Rejection) -> bool:
    """A time, or what was only compared with: "shrank 3.8 %, less than the 5.6 % of spring, and 2.1 %"."""
    return isinstance(m, Mention) and (
        m.is_time or (m.hedge == "less_than" and m.change != "by") or m.change == "from"
    )


def _led(
    s: Sentence, i: int, role: Change, done: Sequence[Mention | Rejection], lexicon: Lexicon
) -> Move | None:
    """ "Gained 0.68 per cent to 3,005.47": the change stands further back, or had an amount of its own."""
    for k in range(i - 2, max(-1, i - 2 - REACH), -1):
        word = s.words[k]
        if word in ";.:()":
            return None
        if word in lexicon.change_verb:
            return Move(cast(Direction, lexicon.change_verb[word]), role)
    numbers = (m for m in reversed(done) if not (isinstance(m, Mention) and m.is_time))
    last = next(numbers, None)  # "from $1.08 billion in 2010 to"
    if isinstance(last, Mention) and last.direction and last.start >= s.starts[0]:
        near = s.starts[i] - last.end < 40
        return Move(last.direction, role) if near else None
    return None


def _moved_by(s: Sentence, i: int, lexicon: Lexicon) -> Move | None:
    """ "Cut the repo rate by 25 basis points": what moved stands between the verb and its amount."""
    for k in range(i - 2, max(-1, i - 2 - OBJECT), -1):
        word = s.words[k]
        if word in lexicon.change_verb:
            return Move(cast(Direction, lexicon.change_verb[word]), "by")
        if not word[0].isalpha() or s.digits(k):
            return None
    return None


def _named(s: Sentence, j: int, lexicon: Lexicon) -> Move | None:
    """A 4.2 percent drop; a 5 % pay rise."""
    at = j if s.word(j) in lexicon.change_noun else j + 1
    word = s.word(at)
    if at > j and not s.word(j)[:1].isalpha() and s.word(j) != "-":
        return None  # "6.9 billion dollars, growth of 4.8 percent"
    if word not in lexicon.change_noun or (at > j and s.word(j) in lexicon.noun_stops):
        return None
    return Move(cast(Direction, lexicon.change_noun[word]), "by")
