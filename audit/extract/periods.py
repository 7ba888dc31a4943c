"""Stretches of time: quarters, halves, "first nine months of 2025", "last year", "since", "by", "from ... to"."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, timedelta

from msgspec.structs import replace

from audit.extract import dates, spelled
from audit.extract.dates import DASHES, RELATIVE, STATED, UNDATED, YEARLESS, Moment
from audit.extract.scan import Sentence
from audit.model import Period
from audit.rulebook.lexicon import Lexicon

YEAR, SHORT_YEAR, CENTURY = 12, 2, 2000
HALF, MIDDLE = "half", 15  # of a month
LONGEST_MONTH = 31  # days
SO_FAR = 3  # months from which "the past n months" may be those of this year
_MONTHS = {"month": 1, "quarter": 3, "half": 6}


def read(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """The time expression that begins at word `i`, with "since", "by" or "from" before it."""
    found = part(s, i, lexicon)
    if found is None:
        return None
    found = _joined(s, found, lexicon)
    return opened(s, found, lexicon)


def part(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """One expression without its preposition."""
    word = s.word(i)
    if word in lexicon.days:
        return _day_word(s, i, lexicon)
    if word in lexicon.weekdays:
        return _weekday(s, i, lexicon)
    if word in lexicon.relatives or word in lexicon.windows or word in lexicon.closing:
        return _relative(s, i, lexicon)
    return (
        _numbered(s, i, lexicon)
        or _short(s, i, lexicon)
        or _months_so_far(s, i)
        or _month_span(s, i, lexicon)
        or _third(s, i, lexicon)
        or dates.moment(s, i, lexicon)
    )


def _day_word(s: Sentence, i: int, lexicon: Lexicon) -> Moment:
    if s.published is None:
        return Moment(i, i + 1, None, UNDATED, day=True)
    day = s.published + timedelta(lexicon.days[s.words[i]])
    return Moment(i, i + 1, Period(day, day), RELATIVE, day=True)


def _weekday(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """The day of that name nearest before publication, or the full date that follows it."""
    at = i + 1 if s.word(i + 1) != "," else i + 2
    if s.word(at) in lexicon.months or s.digits(at):
        full = dates.moment(s, at, lexicon)
        if full and full.day:
            return replace(full, i=i)
    if not s.capital(i):
        return None
    if s.published is None:
        return Moment(i, i + 1, None, UNDATED, day=True)
    back = (s.published.weekday() - lexicon.weekdays[s.words[i]]) % 7
    day = s.published - timedelta(back)
    if s.word(i - 1) == "next":
        day += timedelta(7)
    return Moment(i, i + 1, Period(day, day), RELATIVE, day=True)


def _relative(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """Last year, this week, next month; `past 25 years` is a duration and left to it."""
    unit = lexicon.time_units.get(s.word(i + 1).removesuffix("'s"))
    closes = s.words[i] in lexicon.closing and s.word(i + 2) == "of"
    if closes and unit and unit != "half" and (y := dates.year_number(s, i + 3)):
        return Moment(i, i + 4, _end_of(y, unit))
    shift = lexicon.relatives.get(s.words[i])
    month = lexicon.months.get(s.word(i + 1))
    if shift is None or (s.word(i + 1) in lexicon.ambiguous_months and not s.capital(i + 1)):
        return None
    if month:
        return _month_of(s, i, month, shift)
    season = lexicon.seasons.get(s.word(i + 1))
    if season and s.published:
        return _season(i, i + 2, season, s.published.year + shift, RELATIVE)
    plural = s.word(i + 1).endswith("s") and not s.word(i + 1).endswith("'s")
    if unit is None or plural or unit == "half":
        return None
    if s.published is None:
        return Moment(i, i + 2, None, UNDATED)
    if s.words[i] in lexicon.anaphoric and unit == "year" and (told := told_year(s, i)):
        return Moment(i, i + 2, Period.year(told + (shift or 1)))
    if shift and (unit in ("decade", "century") or s.words[i] == "past"):
        return Moment(i, i + 2, window(s.published, unit, 1, shift > 0), RELATIVE)
    return Moment(i, i + 2, around(s.published, unit, shift), RELATIVE)


def _end_of(y: int, unit: str) -> Period:
    """ "The last week of 2023", "the last quarter of 2023"."""
    days = {"day": 1, "week": 7}.get(unit)
    if days:
        return Period(date(y, 12, 31) - timedelta(days - 1), date(y, 12, 31))
    size = _MONTHS.get(unit, YEAR)
    return Period.months(y * YEAR + YEAR - size, size)


def told_year(s: Sentence, i: int) -> int | None:
    """The year last named before word `i`, which "the previous year" looks back from."""
    return next((y for k in range(i - 1, -1, -1) if (y := dates.year_number(s, k))), None)


def around(published: date, unit: str, shift: int) -> Period | None:
    """The calendar unit that holds the day of publication, moved by `shift` of them."""
    if unit == "day":
        day = published + timedelta(shift)
        return Period(day, day)
    if unit == "week":
        monday = published - timedelta(published.weekday()) + timedelta(7 * shift)
        return Period(monday, monday + timedelta(6))
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years:
        first = published.year - published.year % years + shift * years
        return Period(date(first, 1, 1), date(first + years - 1, 12, 31))
    size = _MONTHS[unit]
    at = published.year * 12 + published.month - 1
    return Period.months(at - at % size + shift * size, size)


def _month_of(s: Sentence, i: int, month: int, shift: int) -> Moment:
    """Last October: the one before publication."""
    if s.published is None:
        return Moment(i, i + 2, None, UNDATED)
    y = s.published.year
    if shift < 0 and month >= s.published.month:
        y -= 1
    elif shift > 0 and month <= s.published.month:
        y += 1
    return Moment(i, i + 2, Period.month(y, month), RELATIVE)


def _third(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """Early 2025, mid-2025: four months of the year, as no paper says where early ends."""
    months = lexicon.thirds.get(s.word(i - 2 if s.word(i - 1) in DASHES else i - 1))
    found = dates.year(s, i) if months else None
    stated = dates.year_number(s, i)
    if months is None or found is None or stated is None or found.period != Period.year(stated):
        return None
    return _season(i, found.j, months, stated, STATED)


def _season(i: int, j: int, months: tuple[int, int], y: int, how: str) -> Moment:
    count = (months[1] - months[0]) % 12 + 1
    return Moment(i, j, Period.months(y * 12 + months[0] - 1, count), how)


def _numbered(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """First nine months of 2025, second quarter, the 21st century."""
    order = 1.0 if s.word(i) in lexicon.opening else lexicon.ordinals.get(s.word(i))
    at = i + 1
    if order is None and s.word(i).isdecimal() and s.word(at) in lexicon.ordinal_endings:
        order, at = float(s.word(i)), at + 1
    if order is None:
        return _first_months(s, i, lexicon)
    if order > 100:
        return None
    at = at + 1 if s.word(at) == "-" else at
    if s.word(at) in ("century", "centuries") and order > 1:
        first = int(order - 1) * 100
        return Moment(i, at + 1, Period(date(first + 1, 1, 1), date(first + 100, 12, 31)))
    count, at = counted(s, at, lexicon)
    unit = lexicon.time_units.get(s.word(at))
    size = _MONTHS.get(unit or "")
    if not size or (count > 1 and order != 1):
        return None
    half = _half_month(s, i, at, int(order), lexicon) if unit == HALF and order <= 2 else None
    if half is not None:
        return half
    first, months = int(order - 1) * size * count, size * count
    return _within_year(s, i, at + 1, first, months, lexicon) if first + months <= 12 else None


def _half_month(s: Sentence, i: int, at: int, order: int, lexicon: Lexicon) -> Moment | None:
    """ "The first half of January 2024", of the last January where no year is named."""
    month = lexicon.months.get(s.word(at + 2)) if s.word(at + 1) == "of" else None
    if month is None:
        return None
    named = dates.year_number(s, at + 3)
    y = named or (s.published.year - (month > s.published.month) if s.published else None)
    end = at + 4 if named else at + 3
    if y is None:
        return Moment(i, end, None, YEARLESS)
    last = MIDDLE if order == 1 else monthrange(y, month)[1]
    first = 1 if order == 1 else MIDDLE + 1
    how = STATED if named else RELATIVE
    return Moment(i, end, Period(date(y, month, first), date(y, month, last)), how)


def _first_months(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """In 11 months of 2023: the first eleven."""
    if s.word(i - 1) not in lexicon.spans_before:
        return None
    count, at = counted(s, i, lexicon)
    size = _MONTHS.get(lexicon.time_units.get(s.word(at), ""), 0)
    named = dates.year_number(s, at + 2) or "year" in (s.word(at + 3), s.word(at + 4))
    if at == i or not size or s.word(at + 1) != "of" or not named or count * size > 12:
        return None
    return _within_year(s, i, at + 1, 0, count * size, lexicon)


def counted(s: Sentence, at: int, lexicon: Lexicon) -> tuple[int, int]:
    """The whole number at word `at`, and the word behind it; 1 where there is none."""
    if s.word(at).isdecimal() and len(s.word(at)) < 3:
        return int(s.word(at)), at + 1
    count = spelled.cardinal(s, at, lexicon)
    return (int(count.value), count.end) if count else (1, at)


def _within_year(
    s: Sentence, i: int, j: int, first: int, months: int, lexicon: Lexicon
) -> Moment | None:
    """Months `first` .. `first + months` of the year that follows, of this or last year, or of none."""
    at = j
    while s.word(at) in lexicon.year_lead or s.word(at) in lexicon.fiscal:
        at += 1
    stated = dates.year_number(s, at)
    if stated:
        return Moment(i, at + 1, Period.months(stated * 12 + first, months))
    if any(s.word(k) in lexicon.fiscal for k in range(j, at + 2)):
        return Moment(i, at, None, YEARLESS)  # a country's own, which need not begin in January
    shift = lexicon.relatives.get(s.word(at))
    named = shift is not None and s.word(at + 1) == "year"
    year_named = s.word(at - 1) == "year"
    end = at + 2 if named else at if year_named else j
    if s.published is None:
        return Moment(i, end, None, YEARLESS)
    y = s.published.year + ((shift or 0) if named else 0)
    if not named and first + months > s.published.month + 3:
        y -= 1
    return Moment(i, end, Period.months(y * 12 + first, months), RELATIVE)


def _short(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """Q1 2025, H1, and FY2025; the letter stands one word before the digits."""
    letter = s.word(i - 1)
    if not s.glued(i) and letter not in lexicon.fiscal:
        return None
    if letter in lexicon.fiscal:
        found = dates.years(s, i)
        return replace(found, i=i - 1) if found else None
    size = {"q": 3, "h": 6}.get(letter)
    if size is None or not s.word(i).isdecimal() or not 1 <= int(s.word(i)) <= 12 // size:
        return None
    dashed = s.word(i + 1) in DASHES and dates.year_number(s, i + 2) is not None  # "Q1-2024"
    found = _within_year(s, i, i + 1 + dashed, (int(s.word(i)) - 1) * size, size, lexicon)
    return replace(found, i=i - 1) if found else None


def _months_so_far(s: Sentence, i: int) -> Moment | None:
    """ "5M23", "9M 2024": the first months of a year; "1Q2022", "2H24"."""
    digits, year = s.word(i), s.word(i + 2)
    size = {"M": 0, "Q": 3, "H": 6}.get(s.written(i + 1))
    if not digits.isdecimal() or size is None or not s.glued(i + 1):
        return None
    short = len(year) == SHORT_YEAR and year.isdecimal() and s.glued(i + 2)
    y = CENTURY + int(year) if short else dates.year_number(s, i + 2)
    if y is None or not 1 <= int(digits) <= YEAR // (size or 1) or s.glued(i):
        return None
    months = Period.months(y * YEAR + (int(digits) - 1) * size, size) if size else None
    return Moment(i, i + 3, months or Period.months(y * YEAR, int(digits)), STATED)


def _month_span(s: Sentence, i: int, lexicon: Lexicon) -> Moment | None:
    """January-August this year, January to March 2025."""
    first = lexicon.months.get(s.word(i))
    season = lexicon.seasons.get(s.word(i))
    at = i + 2 if s.word(i + 1) == "." else i + 1
    if season and (stated := dates.year_number(s, i + 1)):
        return _season(i, i + 2, season, stated, STATED)
    if first is None or s.word(at) not in (*DASHES, "to", "through", "and"):
        return None
    last = lexicon.months.get(s.word(at + 1))
    if last is not None and last < first and s.word(at) != "and":
        return _over_new_year(s, i, at + 2, first, last)
    if last is None or last <= first or (s.digits(at + 2) and not dates.year_number(s, at + 2)):
        return None
    return _within_year(s, i, at + 2, first - 1, last - first + 1, lexicon)


def _over_new_year(s: Sentence, i: int, j: int, first: int, last: int) -> Moment:
    """July-April 2017-18; without a year, those that ended last. "July-April 2018" does not say which."""
    years = dates.year(s, j)
    begun = years.period.first if years and years.period else None
    ended = years.period.last if years and years.period else None
    count = last + YEAR - first + 1
    if years and begun and ended:
        two = ended.year == begun.year + 1
        period = Period.months(begun.year * YEAR + first - 1, count) if two else None
        return Moment(i, years.j, period, STATED if period else YEARLESS)
    if s.published is None:
        return Moment(i, j, None, YEARLESS)
    y = s.published.year - (last >= s.published.month) - 1
    return Moment(i, j, Period.months(y * YEAR + first - 1, count), RELATIVE)


def _joined(s: Sentence, a: Moment, lexicon: Lexicon) -> Moment:
    """From 2020 to 2025, between 1600 and 1900, Sept. 27 - Oct. 1."""
    before = s.word(a.i - 1)
    joins = lexicon.date_joiners.get(before, DASHES)
    if s.word(a.j) not in joins:
        return a
    at = a.j + 1
    b = part(s, at, lexicon)
    if b is None or b.period is None or a.period is None:
        return a
    first, last = a.period.first, b.period.last
    if first is None or last is None:
        return a
    short = a.period.last is not None and (a.period.last - first).days < LONGEST_MONTH
    if b.day and not a.day and not (short and joins is not DASHES):
        return a
    if short and a.how == RELATIVE and (first > last or b.how == STATED):
        first = _before(first, last)  # "between Jan 1 and Nov 24", told in December
    if first > last:
        return a
    i = a.i - 1 if joins is not DASHES and before != "the" else a.i
    return Moment(i, b.j, Period(first, last), b.how)


def _before(first: date, last: date) -> date:
    """A day and month, in the year that puts it right before another day."""
    year = last.year if (first.month, first.day) <= (last.month, last.day) else last.year - 1
    leap = (first.month, first.day) == (2, 29) and not isleap(year)
    return first.replace(year=year, day=28 if leap else first.day)


def opened(s: Sentence, found: Moment, lexicon: Lexicon) -> Moment:
    """Since 1993 has no end, through 2027 no beginning."""
    at = found.i
    while s.word(at - 1) in lexicon.date_lead:
        at -= 1
    before, period = s.word(at - 1), found.period
    if found.i - at > 5 or period is None:
        return found
    if before in lexicon.since:
        return replace(found, i=at - 1, period=Period(period.first, None))
    if before in lexicon.until and not (before == "before" and found.day):
        return replace(found, i=at - 1, period=Period(None, period.last))
    return found


def months_so_far(published: date | None, unit: str | None, count: float) -> Period | None:
    """ "The past nine months", told in October or November: those of this year, as statistics have
    them."""
    if published is None or unit != "month" or count not in range(SO_FAR, 12):
        return None
    last = int(count)
    if published.month - last not in (1, 2):
        return None
    return Period(
        date(published.year, 1, 1), date(published.year, last, monthrange(published.year, last)[1])
    )


def window(published: date | None, unit: str, count: float, ahead: bool) -> Period | None:
    """The past or next `count` units up to or from publication."""
    days = {"day": 1, "week": 7, "month": 30.4375, "quarter": 91.3125, "year": 365.25,
            "decade": 3652.5, "century": 36525}.get(unit)  # fmt: skip
    if published is None or days is None or not 0 < days * count < 700_000:
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        other = published + timedelta(round(days * count) * (1 if ahead else -1))
    else:
        at = published.year * 12 + published.month - 1
        at += round(months * count) * (1 if ahead else -1)
        y, m = at // 12, at % 12 + 1
        if not 1 <= y <= 9999:
            return None
        other = date(y, m, min(published.day, monthrange(y, m)[1]))
    return Period(published, other) if ahead else Period(other, published)
