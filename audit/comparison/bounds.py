"""The days that a date may be, with the word before it: "before 2018" ends in 2017."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from audit.attach.sentence import TIMES, Sentence
from audit.comparison.vocabulary import Terms
from audit.model import Mention, Period

NO_YEAR = 4  # stands for a year not given; a leap year, so that 29 February is a day of it
_PLURAL = ("'s", "’s")
_DAY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


class Days(Struct, frozen=True):
    period: Period | None = None  # the days it may be
    day: date | None = None  # the day from which a count with it is told
    as_of: bool = False


def days(sentence: Sentence, index: int, terms: Terms) -> Days:
    """Of the mention `index`; nothing for what is no date."""
    mention = sentence.mentions[index]
    if mention.kind not in TIMES:
        return Days()
    at = sentence.place[index]
    words = [word.text for word in sentence.words[max(0, at - 4) : at]]
    inner = _WORD.findall(mention.text.lower())
    as_of = terms.as_of.before(words, len(words)) or terms.as_of.after(inner, 0)
    period = _decade(sentence, mention) or mention.period or _day(mention, terms)
    if period is None:
        return Days()
    own = terms.edges.after(inner, 0)
    side = own or terms.edges.before(words, len(words))
    if side:
        period = _bounded(period, side[0], bool(own), mention, terms)
    return Days(period, period.last or period.first, bool(as_of))


def _decade(sentence: Sentence, mention: Mention) -> Period | None:
    """ "1970 's" is ten years."""
    behind = sentence.slice(mention.end, sentence.span.end).lstrip()
    year = mention.text
    if not (year.isdigit() and year.endswith("0") and len(year) == 4 and behind[:2] in _PLURAL):
        return None
    return Period(date(int(year), 1, 1), date(int(year) + 9, 12, 31))


def _bounded(period: Period, side: str, own: bool, mention: Mention, terms: Terms) -> Period:
    """The half-line on that side; `own` when extraction has opened the period already."""
    if side == "until":
        return Period(None, period.last)
    if side == "since":
        return Period(period.first, None)
    if side == "after":
        return Period(_beside(period.last, 1) if period.last else period.first, None)
    first = period.first
    if own and first is None and period.last:
        first = _start(period.last, mention, terms)
    return Period(None, _beside(first, -1) if first else period.last)


def _beside(day: date, step: int) -> date:
    """The next day or the one before; the calendar's own ends stay."""
    return day if day in (date.min, date.max) else day + timedelta(step)


def yearless(period: Period) -> bool:
    day = period.first or period.last
    return day is not None and day.year <= NO_YEAR + 1


def _start(last: date, mention: Mention, terms: Terms) -> date:
    """The first day of the year, month or day whose last day is known."""
    words = set(_WORD.findall(mention.text.lower()))
    if not words & terms.rules.lexicon.months.keys():
        return last.replace(month=1, day=1)
    whole = last.day == monthrange(last.year, last.month)[1]
    return last.replace(day=1) if whole and str(last.day) not in words else last


def _day(mention: Mention, terms: Terms) -> Period | None:
    """ "26 February", in the year that stands for no year."""
    months = terms.rules.lexicon.months
    named = [months[word] for word in _WORD.findall(mention.text.lower()) if word in months]
    day = _DAY.search(mention.text)
    if len(named) != 1 or day is None or not 1 <= int(day[1]) <= monthrange(NO_YEAR, named[0])[1]:
        return None
    found = date(NO_YEAR, named[0], int(day[1]))
    return Period(found, found)
