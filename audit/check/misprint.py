"""Where two prints of one sentence differ: in a figure, its unit, a year, a sign or a place in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from audit.check import gaps
from audit.check.gaps import Tokens
from audit.check.judge import value
from audit.check.printed import Printed
from audit.model import Claim
from audit.rulebook import Rulebook
from audit.rulebook.units import factor
from audit.values import Reading, outcome

What = Literal["figure", "unit", "year", "sign", "place", "word"]
LEAD = 4  # words quoted before the one that differs
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
    numbers = [i for i, gap in enumerate(a.frame.said) if any(w[0].isdecimal() for w in gap)]
    found = _misprint(a, b, apart[0], rules) if len(apart) == 1 else None
    return Comparison(len(set(numbers) - set(apart)), len(apart), found)


def _says_the_same(a: Printed, b: Printed, gap: int, rules: Rulebook) -> bool:
    """Whether other words write the same values: "seven" and "7", "$1.2bn" and "1.2 billion dollars",
    "2 million tons" and "2 million metric tons"."""
    one, two = gaps.only(a.frame.gaps[gap], b.frame.gaps[gap])
    if gaps.years(one, two):
        return False
    for reading in (gaps.hedge, gaps.way):
        if said := reading(one, rules):
            return said == reading(two, rules)
    if not (one and two) and not any(gaps.counts(token, rules) for token in (*one, *two)):
        one, two = a.frame.gaps[gap], b.frame.gaps[gap]
    left, right = a.figures(one), b.figures(two)
    known = len(left) == len(right) > 0
    return known and not any(_apart(*pair, rules) for pair in zip(left, right, strict=True))


def _misprint(a: Printed, b: Printed, gap: int, rules: Rulebook) -> Misprint | None:
    one, two = gaps.only(a.frame.gaps[gap], b.frame.gaps[gap])
    left, right = a.figures(one), b.figures(two)
    read = _of_figures(left, right, rules)
    what = _of_words(a, one, two, gap, rules) or (read[0] if read else None)
    if what is None and gaps.years(one, two):
        what = "year"
    if what is None and not (left and right) and _unread(a, b, gap, rules):
        what = "word"
    if what is None:
        return None
    pair = (a.near(one, _place(a, gap)), b.near(two, _place(b, gap)))
    if read and what == read[0]:
        pair = read[1:]
    return Misprint(what, *pair, (_words(a, one, gap), _words(b, two, gap)))


def _of_words(a: Printed, one: Tokens, two: Tokens, gap: int, rules: Rulebook) -> What | None:
    """A difference that the words alone show: "rose" and "fell", "the largest" and "the second-largest"."""
    if {gaps.way(one, rules), gaps.way(two, rules)} == {"up", "down"}:
        return "sign"
    longer = one or two
    ordinal = len(longer) == 1 and not (one and two) and longer[0].text in rules.lexicon.ordinals
    behind = a.frame.words[gap] if gap < len(a.frame.words) else ""
    return "place" if ordinal and rules.lexicon.superlative(behind) else None


def _of_figures(
    left: Sequence[Claim], right: Sequence[Claim], rules: Rulebook
) -> tuple[What, Claim, Claim] | None:
    """The first two figures, in order, that cannot both stand in this place."""
    if len(left) != len(right):
        return None
    pairs = ((_apart(a, b, rules), a, b) for a, b in zip(left, right, strict=True))
    return next(((what, a, b) for what, a, b in pairs if what), None)


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
    if one.hedge == two.hedge != "exact":
        # "over 62 million" and "over 62 billion" may both be true, and one is no copy
        return "figure" if _ends_apart(left, right) else None
    found = outcome(left, right, rules.checks.sets, rules.checks.tight_overlap)
    return "figure" if found.closeness == "disjoint" else None


def _ends_apart(a: Reading, b: Reading) -> bool:
    """Whether two numbers under one hedge, or the ends of two ranges, are not the same."""
    ends = [(a.point, b.point)]
    if a.point is None:
        ends = [(a.literal.low, b.literal.low), (a.literal.high, b.literal.high)]
    least = max(a.step, b.step)
    return any(x is not None and y is not None and abs(x - y) > least for x, y in ends)


def _first_year(claim: Claim) -> int | None:
    period = claim.mention.period
    return period.first.year if period and period.first else None


def _unread(a: Printed, b: Printed, gap: int, rules: Rulebook) -> bool:
    """Whether amounts differ of which not both were read: "135 % of the shares"."""
    here, there = (gaps.amounts(printed.frame.gaps[gap], rules) for printed in (a, b))
    return here != there and len(here) == len(there)


def _place(printed: Printed, gap: int) -> int:
    """Where an empty gap is: before the word that follows it."""
    starts = printed.frame.starts
    return starts[gap] if gap < len(starts) else len(printed.claims[0].quote)


def _words(printed: Printed, tokens: Tokens, gap: int) -> str:
    """ "the port opened in 1992"."""
    quote, place = printed.claims[0].quote, _place(printed, gap)
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (place, place)
    before, behind = quote[:start].split()[-LEAD:], quote[end:].split(" ", 1)[0]
    return " ".join((*before, quote[start:end] + behind)).strip(" ,;:.")
