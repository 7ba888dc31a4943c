"""Where two prints of one sentence differ: in a figure, its unit, a year, a sign or a place in a row."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from audit.check.judge import value
from audit.check.printed import Printed
from audit.model import Claim
from audit.rulebook import Rulebook
from audit.rulebook.frames import SIGNS, Token
from audit.rulebook.units import factor
from audit.values import outcome

What = Literal["figure", "unit", "year", "sign", "place", "word"]
Tokens = tuple[Token, ...]
LEAD = 4  # words quoted before the one that differs
CENTURIES = ("19", "20")
TIMES = frozenset({"date", "period"})


class Misprint(Struct, frozen=True, order=True):
    what: What
    a: Claim
    b: Claim
    said: tuple[str, str]  # the words that differ, with some around them


class Comparison(Struct, frozen=True):
    """How many figures of two prints agree and how many differ; the one that does, if it is one."""

    agree: int
    apart: int
    misprint: Misprint | None = None


def compared(a: Printed, b: Printed, rules: Rulebook) -> Comparison:
    """Two prints of one frame, gap by gap."""
    said = zip(a.frame.said, b.frame.said, strict=True)
    other = [i for i, (one, two) in enumerate(said) if one != two]
    apart = [i for i in other if not _says_the_same(a, b, i, rules)]
    agree = sum(any(word[0].isdigit() for word in gap) for gap in a.frame.said)
    agree -= sum(any(word[0].isdigit() for word in a.frame.said[i]) for i in apart)
    found = _misprint(a, b, apart[0], rules) if len(apart) == 1 else None
    return Comparison(agree, len(apart), found)


def _says_the_same(a: Printed, b: Printed, gap: int, rules: Rulebook) -> bool:
    """Whether other words write the same values: "seven" and "7", "$1.2bn" and "1.2 billion dollars",
    "2 million tons" and "2 million metric tons"."""
    one, two = _only(a.frame.gaps[gap], b.frame.gaps[gap])
    if _years(one, two):
        return False
    if len(one) == len(two) == 1 and (way := _way(one[0].text, rules)):
        return way == _way(two[0].text, rules)
    if not (one and two) and not any(_counts(token, rules) for token in (*one, *two)):
        one, two = a.frame.gaps[gap], b.frame.gaps[gap]
    left, right = a.figures(one), b.figures(two)
    known = len(left) == len(right) > 0
    return known and not any(_apart(*pair, rules) for pair in zip(left, right, strict=True))


def _counts(token: Token, rules: Rulebook) -> bool:
    """Whether a word alone can make another value: a number, a place in a row, a way."""
    word, words = token.text, rules.lexicon
    return word[0].isdigit() or word in words.triggers or _way(word, rules) is not None


def _misprint(a: Printed, b: Printed, gap: int, rules: Rulebook) -> Misprint | None:
    one, two = _only(a.frame.gaps[gap], b.frame.gaps[gap])
    left, right = a.figures(one), b.figures(two)
    what: What | None = None
    pair = (a.near(one, _place(a, gap)), b.near(two, _place(b, gap)))
    if _opposite(one, two, rules):
        what = "sign"
    elif _years(one, two) and all(c.mention.kind in TIMES for c in (*left, *right)):
        what = "year"
    elif _placed(a, one, two, gap, rules):
        what = "place"
    elif len(left) == len(right):
        for first, second in zip(left, right, strict=True):
            what = what or _apart(first, second, rules)
            pair = (first, second) if what else pair
    if what is None and not (left and right):
        here, there = (_amounts(printed.frame.gaps[gap], rules) for printed in (a, b))
        if here != there and len(here) == len(there):
            what = "word"  # one of them was not read: "135 % of the shares"
    if what is None:
        return None
    said = (_words(a, one, _place(a, gap)), _words(b, two, _place(b, gap)))
    return Misprint(what, *pair, said)


def _only(a: Tokens, b: Tokens) -> tuple[Tokens, Tokens]:
    """What stands in one gap and not in the other: without the words that both begin and end with."""
    first = 0
    while first < min(len(a), len(b)) and a[first].text == b[first].text:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last].text == b[-1 - last].text:
        last += 1
    return a[first : len(a) - last], b[first : len(b) - last]


def _amounts(tokens: Tokens, rules: Rulebook) -> list[float]:
    """The numbers of a gap that have a scale, a currency or a share: no counters and names."""
    scales = rules.lexicon.scales | rules.lexicon.short_scales
    texts = [token.text for token in tokens]
    if not any(t in scales or t in rules.frames.shares or t[-1] in SIGNS for t in texts):
        return []
    found: list[float] = []
    for text in texts:
        if text[0].isdigit():
            found.append(float(text.replace(",", "").rstrip(".")) if text.count(".") < 2 else 0.0)
        elif text in scales and found:
            found[-1] *= scales[text]
    return found


def _place(printed: Printed, gap: int) -> int:
    """Where an empty gap is: before the word that follows it."""
    starts = printed.frame.starts
    return starts[gap] if gap < len(starts) else len(printed.claims[0].quote)


def _words(printed: Printed, tokens: Tokens, place: int) -> str:
    """ "the port opened in 1992"."""
    quote = printed.claims[0].quote
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (place, place)
    before, behind = quote[:start].split()[-LEAD:], quote[end:].split(" ", 1)[0]
    return " ".join((*before, quote[start:end] + behind)).strip(" ,;:.")


def _opposite(a: Tokens, b: Tokens, rules: Rulebook) -> bool:
    if len(a) != 1 or len(b) != 1:
        return False
    ways = {_way(a[0].text, rules), _way(b[0].text, rules)}
    return ways == {"up", "down"}


def _way(word: str, rules: Rulebook) -> str | None:
    words = rules.lexicon
    if word in words.multiples_down or word in words.comparatives["less"]:
        return "down"
    if word in words.multiples_up or word in words.comparatives["more"]:
        return "up"
    return words.change_verb.get(word) or words.change_noun.get(word)


def _years(a: Tokens, b: Tokens) -> bool:
    return len(a) == len(b) == 1 and all(_year(token.text) for token in (*a, *b))


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.startswith(CENTURIES)


def _placed(a: Printed, one: Tokens, two: Tokens, gap: int, rules: Rulebook) -> bool:
    """ "The largest" and "the second-largest"."""
    longer = one or two
    ordinal = len(longer) == 1 and not (one and two) and longer[0].text in rules.lexicon.ordinals
    behind = a.frame.words[gap] if gap < len(a.frame.words) else ""
    return ordinal and rules.lexicon.superlative(behind)


def _apart(a: Claim, b: Claim, rules: Rulebook) -> What | None:
    """In what two figures differ that stand in one place; None where both can be true, or where one
    may be the other in another unit."""
    one, two = a.mention, b.mention
    if one.kind in TIMES or two.kind in TIMES:
        return "year" if _first_year(a) != _first_year(b) else None
    if one.direction and two.direction and one.direction != two.direction:
        return "sign"
    if one.unit != two.unit and factor(one.unit, two.unit) is None:
        range_of = (one.low, one.high) == (two.low, two.high)
        return "unit" if one.stated == two.stated and (one.stated is not None or range_of) else None
    left, right = value(a, rules, one.unit), value(b, rules, one.unit)
    if left is None or right is None:
        return None
    if one.hedge == two.hedge != "exact" and left.point is not None and right.point is not None:
        # "over 62 million" and "over 62 billion" may both be true, and one is no copy
        return "figure" if abs(left.point - right.point) > max(left.step, right.step) else None
    found = outcome(left, right, rules.checks.sets, rules.checks.tight_overlap)
    return "figure" if found.closeness == "disjoint" else None


def _first_year(claim: Claim) -> int | None:
    period = claim.mention.period
    return period.first.year if period and period.first else None
