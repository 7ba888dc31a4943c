"""The unit or counted noun of a number that leaves it out: "4,577 points, up from 4,513"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from audit.extract.scan import Sentence
from audit.model import Mention, Rejection
from audit.rulebook.lexicon import Lexicon

Found = Mention | Rejection
LENDERS = frozenset({"money", "percent", "measure", "count", "temperature"})
FAR = 100  # two levels or likes of one thing: seldom a hundred times apart
AROUND = 6  # times and numbers looked over on either side: the work stays linear
NEAR = 6  # words between a level and the number it is told against


def of(s: Sentence, found: list[Found], lexicon: Lexicon) -> list[Found]:
    """The sentence's mentions; a bare number counts what the number it stands beside counts."""
    for k, one in enumerate(found):
        if isinstance(one, Mention) and _bare(one):
            lender = _lender(s, found, k, one, lexicon)
            if lender is not None:
                found[k] = _lent(one, lender)
    return found


def _bare(one: Mention) -> bool:
    counts = one.unit is not None or one.noun is not None
    return one.kind == "number" and not counts and one.stated is not None and one.stated >= 1


def _lender(
    s: Sentence, found: Sequence[Found], k: int, one: Mention, lexicon: Lexicon
) -> Mention | None:
    hedged = one.hedge_span.start if one.hedge_span else one.start
    at, end = bisect_left(s.starts, min(one.start, hedged)), bisect_left(s.starts, one.end)
    if s.word(end)[:1].isalpha() and s.word(end) not in lexicon.ellipsis_ends:
        return None  # what it counts follows, or a word that no reader knows
    before = [m for m in _numbers(reversed(found[max(0, k - AROUND) : k])) if not _is_aside(s, m)][
        :2
    ]
    word = s.word(at - 1)
    told: Sequence[Mention] = ()
    if word in lexicon.led_links:
        told = [m for m in before if _amount(m) or m.change == "from"]
    elif word in lexicon.level_links:
        told = [m for m in before[:1] if _stands_by(s, m, at, lexicon)]
        if s.word(end) in lexicon.led_links:
            told = [*told, *_numbers(found[k + 1 : k + AROUND])[:1]]
    elif one.change == "by":
        told = [m for m in before if m.change == "by"]
    elif word in lexicon.like_links and one.stated != 1:
        told = [m for m in before if m.kind != "percent"]
    return next((m for m in told if _lends(m, one) and _joined(s, m, one)), None)


def _numbers(found: Iterable[Found]) -> list[Mention]:
    return [m for m in found if isinstance(m, Mention) and not m.is_time]


def _is_aside(s: Sentence, m: Mention) -> bool:
    """ "26 of them, or 35 %": the same said in other terms."""
    return s.word(bisect_left(s.starts, m.start) - 1) in ("or", "(")


def _stands_by(s: Sentence, m: Mention, at: int, lexicon: Lexicon) -> bool:
    """Few words before `at`, none of which begins another clause."""
    between = s.words[bisect_left(s.starts, m.end) : at]
    return len(between) <= NEAR and not any(word in lexicon.like_links for word in between)


def _amount(m: Mention) -> bool:
    """ "Rose 64 points to 4,577": what it moved by is counted like what it led to."""
    return m.change == "by" and m.kind != "percent"


def _lends(m: Mention, one: Mention) -> bool:
    if m.kind not in LENDERS or m.stated is None or (m.kind == "count" and not m.noun):
        return False
    if m.kind == "percent" and m.change == "by" and one.change != "by":
        return False  # "grew 114 %, from 2,869 to 6,136", "down 54.4 %, from 68 to 31"
    low, high = sorted((abs(m.stated), abs(one.stated or 0)))
    return _amount(m) or (low > 0 and high / low < FAR)


def _joined(s: Sentence, m: Mention, one: Mention) -> bool:
    low, high = sorted((bisect_left(s.starts, m.start), bisect_left(s.starts, one.start)))
    return not any(word in ";:" for word in s.words[low:high])


def _lent(one: Mention, lender: Mention) -> Mention:
    """The noun stands by the lender, so that the borrower has no span of it."""
    if lender.kind == "count":
        return replace(one, kind="count", noun=lender.noun)
    return replace(one, kind=lender.kind, unit=lender.unit)
