"""Stretches told by their length and last day: "the 12 months to March 2025", "the year ended 30 June"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec.structs import replace

from audit.extract import periods
from audit.extract.dates import RELATIVE, Moment
from audit.extract.scan import Sentence
from audit.model import Period
from audit.rulebook.lexicon import Lexicon

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
LONGEST = 60  # months
CALENDAR = 300  # days: a last "day" longer than this is a year, and ends no stretch


def read(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """The stretch whose count of months begins at word `i`, or that is one quarter or half."""
    if s.word(i) in MONTHS:
        return _to(s, i, i, 1, lexicon)
    count, unit = periods.counted(s, i, lexicon)
    return _to(s, i, unit, count, lexicon) if unit > i else None


def ended(s: Sentence, last: int, lexicon: Lexicon) -> Moment | None:
    """The year, half or quarter before the date at word `last`: "in the year to March"."""
    at = last - 1
    while at > 0 and s.words[at] in lexicon.stretch_gap:
        at -= 1
    plural = s.word(at - 1).endswith("s")
    if at < 1 or s.words[at] not in lexicon.stretch_links or plural:
        return None
    return _to(s, at - 1, at - 1, 1, lexicon)


def _to(s: Sentence, i: int, unit: int, count: int, lexicon: Lexicon) -> Moment | None:
    months = MONTHS.get(lexicon.time_units.get(s.word(unit), ""), 0) * count
    link = s.word(unit + 1)
    if not 0 < months <= LONGEST or link not in lexicon.stretch_links:
        return None
    if link in lexicon.led_links and not _placed(s, i, lexicon):
        return None  # "it took two months to March on Rome"
    at = unit + 2
    while s.word(at) in lexicon.stretch_gap:
        at += 1
    end = periods.part(s, at, lexicon)
    if end is None or end.period is None or end.period.first is None or end.period.last is None:
        return None
    last = end.period.last
    if (last - end.period.first).days > CALENDAR:
        return None
    if end.how == RELATIVE and s.published and last > s.published and link in lexicon.stretch_past:
        last = _whole(last.year - 1, last.month) if _is_whole(last) else last - timedelta(365)
    return replace(end, i=i, period=Period(_first(last, months), last), day=False)


def _placed(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    while s.word(i - 1) in lexicon.fiscal or s.word(i - 1) in lexicon.stretch_lead:
        i -= 1
    return s.word(i - 1) == "the" or s.word(i - 1) in lexicon.spans_before


def _is_whole(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _whole(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _first(last: date, months: int) -> date:
    """The day on which `months` months begin that end with `last`."""
    after = last + timedelta(1)
    at = after.year * 12 + after.month - 1 - months
    year, month = at // 12, at % 12 + 1
    return date(year, month, min(after.day, monthrange(year, month)[1]))
