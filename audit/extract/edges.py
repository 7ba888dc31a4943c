"""Times told from an edge: "the end of the year", "a year ago", "year to date"."""

from __future__ import annotations

from datetime import date

from audit.extract import dates, periods
from audit.extract.dates import RELATIVE, STATED, UNDATED, Moment
from audit.extract.scan import Sentence
from audit.model import Period
from audit.rulebook.lexicon import Lexicon

ENDS = ("", ",", ".", ";", ")", "and", "to")  # behind "the year before"


def read(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """The expression that begins, or whose last word stands, at word `i`."""
    word = s.words[i]
    if word in lexicon.edges:
        return _edge(s, i, lexicon)
    if word in lexicon.ago:
        return _ago(s, i, lexicon)
    if word in lexicon.to_date:
        return _to_date(s, i)
    return None


def _edge(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """The end of the year, month or decade in which the text was published."""
    unit = lexicon.time_units.get(s.word(i + 3))
    if s.words[i + 1 : i + 3] != ["of", "the"] or unit is None or s.word(i + 3).endswith("s"):
        return None
    if unit == "half" or s.word(i + 4) == "of":
        return None
    if s.published is None:
        return Moment(i, i + 4, None, UNDATED)
    found = Moment(i, i + 4, periods.around(s.published, unit, 0), RELATIVE)
    return periods.opened(s, found, lexicon)


def _ago(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """A year ago, from publication; a year earlier, from the year that the sentence named."""
    unit = lexicon.time_units.get(s.word(i - 1))
    ahead = s.words[i] == "later"
    article = s.word(i - 2) in lexicon.articles or _the_year_before(s, i)
    if unit is None or not article or ahead or unit == "half":
        return None
    told = periods.told_year(s, i) if s.words[i] != "ago" else None
    if told and unit == "year":
        return Moment(i - 2, i + 1, Period.year(told - 1), STATED)
    if s.published is None:
        return Moment(i - 2, i + 1, None, UNDATED)
    return Moment(i - 2, i + 1, periods.around(s.published, unit, -1), RELATIVE)


def _the_year_before(s: Sentence, i: int) -> bool:
    """ "2 billion the year before", but "the year before the war" is of the war."""
    return s.words[i - 2 : i] == ["the", "year"] and s.word(i + 1) in ENDS and s.words[i] != "ago"


def _to_date(s: Sentence, i: int) -> Moment | None:
    """Year to date: from the first of January to publication."""
    words = [word for word in s.words[max(0, i - 4) : i] if word != "-"]
    if words[-2:] != ["year", "to"]:
        return None
    first = i - (4 if s.word(i - 1) == "-" else 2)
    if s.published is None:
        return Moment(first, i + 1, None, dates.UNDATED)
    return Moment(first, i + 1, Period(date(s.published.year, 1, 1), s.published), RELATIVE)
