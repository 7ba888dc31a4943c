"""Near-identical texts: the one number that was written anew, with its hedge.

Where all other words are the same, no alignment is needed and numbers are compared as written:
a writer who changes "8" to "more than 8" and nothing else means another set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from audit.model import Hedge, Interval, Mention, Relation
from audit.rulebook.lexicon import Lexicon
from audit.values import relation

COMMON = 4  # least words that both texts share
SHARE = 0.5  # and least share of the longer one
WORD = re.compile(r"[0-9]++(?:[.,][0-9]++)*|[^\W\d_]++(?:['’][^\W\d_]++)*+|[^\w\s]|_")
_HEDGED: dict[Hedge, Callable[[float], Interval]] = {
    "more_than": lambda v: Interval(low=v, low_open=True),
    "at_least": lambda v: Interval(low=v),
    "less_than": lambda v: Interval(high=v, high_open=True),
    "at_most": lambda v: Interval(high=v),
    "exact": lambda v: Interval(v, v),
}


class Written(Struct, frozen=True):
    """A number as it stands, with its hedge."""

    value: float
    decimals: int
    hedge: Hedge
    text: str

    @property
    def mention(self) -> Mention:
        """As a number that commits to what is written, without widening."""
        held = _HEDGED[self.hedge](self.value)
        step = 10.0**-self.decimals
        return Mention(
            0, 0, "number", self.text, stated=self.value, low=held.low, high=held.high,
            low_open=held.low_open, high_open=held.high_open, hedge=self.hedge, step=step, granule=step,
        )  # fmt: skip


class Change(Struct, frozen=True):
    relation: Relation
    a: Mention
    b: Mention


def change(a: str, b: str, lexicon: Lexicon) -> Change | None:
    """The one number that tells the texts apart; None if they differ otherwise, or not at all."""
    left, right = (WORD.findall(text.lower()) for text in (a, b))
    head = _common(left, right)
    tail = _common(left[head:][::-1], right[head:][::-1])
    if left == right or head + tail < max(COMMON, SHARE * max(len(left), len(right))):
        return None
    x = _number(left, head, len(left) - tail, lexicon)
    y = _number(right, head, len(right) - tail, lexicon)
    if x is None or y is None:
        return None
    return Change(_relation(x, y), x.mention, y.mention)


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for x, y in zip(left, right, strict=False):
        if x != y:
            break
        count += 1
    return count


def _number(words: list[str], first: int, last: int, lexicon: Lexicon) -> Written | None:
    """The only number in the changed words, or the one that they hedge; None if they say more."""
    at = [i for i in range(first, last) if _value(words[i], lexicon) is not None]
    if not at:
        at = [i for i in (last, last + 1) if _value(_word(words, i), lexicon) is not None][:1]
    if len(at) != 1:
        return None
    i = at[0]
    start, hedge = _hedge(words, i, lexicon)
    end = i + 1
    if hedge == "exact" and (behind := lexicon.hedge_after.after(words, end)):
        hedge, end = behind
    said = [j for j in range(first, last) if not (start <= j < end or _sign(words[j], lexicon))]
    if said or hedge not in _HEDGED:
        return None
    value = _value(words[i], lexicon)
    decimals = len(words[i].partition(".")[2])
    text = " ".join(words[start:end])
    return None if value is None else Written(value, decimals, hedge, text)


def _hedge(words: list[str], i: int, lexicon: Lexicon) -> tuple[int, str]:
    """Where the number begins with its hedge, which may stand before the currency sign."""
    while i > 0 and _sign(words[i - 1], lexicon):
        found = lexicon.hedge_before.before(words, i)
        if found:
            break
        i -= 1
    found = lexicon.hedge_before.before(words, i)
    return (found[1], found[0]) if found else (i, "exact")


def _word(words: Sequence[str], i: int) -> str:
    return words[i] if i < len(words) else ""


def _sign(word: str, lexicon: Lexicon) -> bool:
    return lexicon.currency_before.after([word], 0) is not None or word in lexicon.articles


def _value(word: str, lexicon: Lexicon) -> float | None:
    if word[:1].isdigit():
        try:
            return float(word.replace(",", ""))
        except ValueError:  # "10.3.1"
            return None
    return lexicon.digits.get(word, lexicon.tens.get(word))


def _relation(x: Written, y: Written) -> Relation:
    if x.hedge == y.hedge == "exact" and x.decimals != y.decimals and _rounds(x, y):
        return "a_within_b" if x.decimals > y.decimals else "b_within_a"
    a, b = _HEDGED[x.hedge](x.value), _HEDGED[y.hedge](y.value)
    return relation(a, b)


def _rounds(x: Written, y: Written) -> bool:
    """Whether the finer of two numbers is written as the other where fewer digits are given."""
    fine, coarse = (x, y) if x.decimals > y.decimals else (y, x)
    return abs(fine.value - coarse.value) <= 0.5 * 10.0**-coarse.decimals
