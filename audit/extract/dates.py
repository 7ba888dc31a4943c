"""Calendar dates, months and years as written: "26.02.2026", "March 2, 2026", "25-26 February", "2024"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from audit.extract.scan import Sentence
from audit.model import Period
from audit.rulebook.lexicon import Lexicon

AHEAD = 92  # days
FIRST_YEAR, LAST_YEAR = 1500, 2100
_NUMERIC = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4})")
DASHES = ("-", "–", "—")
STATED, RELATIVE, UNDATED, YEARLESS = "stated", "relative to publication", "undated", "no year"


class Moment(Struct, frozen=True):
    """A time expression from word `i` up to, not including, `j`; no period when it cannot be dated."""

    i: int
    j: int
    period: Period | None
    how: str = STATED
    day: bool = False  # one day or a few days of a month


def moment(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """The date, month or year that begins at word `i`."""
    word = s.word(i)
    if word in lexicon.months:
        return _month(s, i, lexicon)
    if not word[:1].isdecimal():
        return None
    return numeric(s, i) or _day_first(s, i, lexicon) or year(s, i)


def numeric(s: Sentence, i: int) -> Moment | None:
    """2026-03-02, 26.02.2026, 5/17/2018 (month first only where it must be)."""
    match = _NUMERIC.match(s.words[i])
    if not match:
        return None
    y, m, d, first, second, last = match.groups()
    try:
        if y:
            found = date(int(y), int(m), int(d))
        elif int(second) > 12:
            found = date(int(last), int(first), int(second))
        else:
            found = date(int(last), int(second), int(first))
    except ValueError:
        return None
    return Moment(i, i + 1, Period(found, found), day=True)


def year_number(s: Sentence, i: int) -> int | None:
    """A token of four digits that can be a year."""
    word = s.word(i)
    if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def year(s: Sentence, i: int) -> Moment | None:
    """2024, 2026-2027, 2024/25, the 1990s."""
    if s.glued(i) and s.word(i - 1)[-1:].isalpha():
        return None
    return years(s, i)


def years(s: Sentence, i: int) -> Moment | None:
    """The same, whatever touches it in front: "FY2022-23"."""
    number = year_number(s, i)
    if number is None:
        return None
    at = i + 1
    if s.word(at) in ("s", "'s") and s.glued(at) and number % 10 == 0:
        span = 99 if number % 100 == 0 and number < 2000 else 9
        return Moment(i, at + 1, Period(date(number, 1, 1), date(number + span, 12, 31)))
    if s.word(at) in (*DASHES, "/") and (last := _last_year(s, number, at + 1)):
        return Moment(i, at + 2, Period(date(number, 1, 1), date(last, 12, 31)))
    return Moment(i, at, Period.year(number))


def _last_year(s: Sentence, first: int, at: int) -> int | None:
    """The second year of 2026-2027 or 2024-25."""
    last = year_number(s, at)
    word = s.word(at)
    if last is None and len(word) == 2 and word.isdecimal() and s.glued(at):
        last = first - first % 100 + int(word)
        return last if last == first + 1 else None
    return last if last is not None and last > first else None


def _month(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    month, at = lexicon.months[s.words[i]], i + 1
    if s.word(at) == "." and len(s.words[i]) < 5:
        at += 1
    days = _days(s, at, lexicon)
    if days:
        first, last, at = days
        skip = 1 if s.word(at) == "," and year_number(s, at + 1) else 0
        stated = year_number(s, at + skip)
        return _dated(s, i, at + skip + 1 if stated else at, stated, month, first, last)
    skip = 1 if s.word(at) in (",", "of") and year_number(s, at + 1) else 0
    stated = year_number(s, at + skip)
    if stated:
        return Moment(i, at + skip + 1, Period.month(stated, month))
    if not _is_month(s, i, lexicon):
        return None
    return _yearless_month(s, i, i + 1, month, lexicon)


def _is_month(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """May, march and mar are other words too: a capital and a preposition of time decide."""
    if not s.capital(i):
        return False
    return s.words[i] not in lexicon.ambiguous_months or s.word(i - 1) in lexicon.month_before


def _yearless_month(s: Sentence, i: int, j: int, month: int, lexicon: Lexicon) -> Moment:
    """December (this year): the one nearest to publication where no year is named. What lies many months
    ahead is told with a word for it ("will", "by"); without one it is the month gone by."""
    shift = lexicon.relatives.get(s.word(j)) if s.word(j + 1) == "year" else None
    end = j if shift is None else j + 2
    if s.published is None:
        return Moment(i, end, None, YEARLESS)
    if shift is not None:
        return Moment(i, end, Period.month(s.published.year + shift, month), RELATIVE)
    start = nearest(s.published, month, 1)
    far = (start - s.published).days > AHEAD and lexicon.ahead.isdisjoint(s.words)
    return Moment(i, end, Period.month(start.year - far, month), RELATIVE)


def nearest(published: date, month: int, day: int) -> date:
    """The day of that month that lies nearest to publication; 29 February may move to the 28th."""
    near = [
        date(y, month, min(day, monthrange(y, month)[1]))
        for y in (published.year - 1, published.year, published.year + 1)
    ]
    return min(near, key=lambda found: (abs(found - published), found))


def _days(s: Sentence, at: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """First day, last day and the word after: 2, 2nd, 25-26, 25 and 26."""
    first = _day(s, at)
    if first is None:
        return None
    end = _after_ending(s, at + 1, lexicon)
    if s.word(end) in (*DASHES, "and", "to"):
        last = _day(s, end + 1)
        if last is not None and last > first and s.word(end + 2) not in lexicon.unit_words:
            return first, last, _after_ending(s, end + 2, lexicon)
    return first, first, end


def _day(s: Sentence, at: int) -> int | None:
    word = s.word(at)
    if len(word) < 3 and word.isdecimal() and 1 <= int(word) <= 31 and s.word(at + 1) != "%":
        return int(word)
    return None


def _after_ending(s: Sentence, at: int, lexicon: Lexicon) -> int:
    return at + 1 if s.word(at) in lexicon.ordinal_endings and s.glued(at) else at


def _day_first(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """25-26 February 2026, the 5th of May."""
    days = _days(s, i, lexicon)
    if not days:
        return None
    first, last, at = days
    at = at + 1 if s.word(at) == "of" else at
    month = lexicon.months.get(s.word(at))
    if month is None or not (s.capital(at) or s.word(at) not in lexicon.ambiguous_months):
        return None
    at = at + 2 if s.word(at + 1) == "." and len(s.word(at)) < 5 else at + 1
    skip = 1 if s.word(at) == "," and year_number(s, at + 1) else 0
    stated = year_number(s, at + skip)
    return _dated(s, i, at + skip + 1 if stated else at, stated, month, first, last)


def _dated(
    s: Sentence, i: int, j: int, stated: int | None, month: int, first: int, last: int
) -> Moment | None:
    how = STATED if stated else RELATIVE
    if stated is None and s.published is None:
        return Moment(i, j, None, YEARLESS, day=True)
    if stated is None and s.published:
        stated = nearest(s.published, month, first).year
    try:
        start = date(stated or 1, month, first)
        return Moment(i, j, Period(start, start + timedelta(last - first)), how, day=True)
    except ValueError:
        return None
