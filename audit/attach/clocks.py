"""Three clocks kept apart: published, as-of, reference period. A flow has a period, a stock a date."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from audit.attach import periods
from audit.attach.measured import Measure
from audit.attach.sentence import Sentence, phrase_in
from audit.attach.timed import UNKNOWN, Time
from audit.model import Decision, How, Mention, Modality, Period

DATED = frozenset({"flow", "rate", "ordinal"})  # kinds whose time is a reference period
YEAR = 360  # days from which a period is a year
NEARLY = 1 / 3  # of a period: with no more of it to come, a figure counts as that of all of it
LAST = 31  # days: in the last month of its period even what "has" been counts as all of it
SO_FAR = 8  # letters beside a time in which "so far" stands
NEAR = 40  # letters before a figure in which its verb stands
PERFECT = ("has", "have")
PAST = ("had", "was", "were")
_COUNTED = re.compile(r"(?:FY\s?)?\d{4}[-–/]\d{2}")
UP_TO = ("up to", "period to", "until", "till")
AS_OF = ("as of", "as at", "by")
Clocks = tuple[Period | None, Period | None, Decision]  # reference period, as-of date, how


def of(
    what: Measure,
    time: Time,
    mention: Mention,
    sentence: Sentence,
    published: date | None,
    mood: Modality,
) -> Clocks:
    """The clocks of a claim, from the time that its sentence gives and the day of its text."""
    first = time.period.first if time.period else None
    if time.after_base and first and published and published.year > first.year + 1:
        time = Time(None, "unknown", f"{time.words}: or one of those since", time.span)
        first = None
    guess = what.metric.startswith("open:") or _behind_a_comma(time, mention, sentence)
    figure = what.kind not in ("ordinal", "date")  # an anniversary may be announced
    if guess and figure and mood == "actual" and first and published and first > published:
        words = f"{time.words} was still to come"
        time = Time(None, "unknown", words, time.span)
    running = mood == "actual" and what.kind in ("flow", "rate")
    rest = _rest(time, sentence, mention)
    if running and (until := _to_date(time, published, rest)):
        return until, None, Decision("period", time.how, f"{time.words}, so far", time.span)
    if what.kind == "date":
        return None, None, Decision("period", "unknown", "a date is its own time")
    if what.kind == "ordinal" and _is_meeting(what, sentence):
        return periods.whole(time), None, time.decision("period")
    if what.kind == "ordinal":
        return _counted(time, mention, sentence, published)
    if what.kind == "flow" and _up_to(time, sentence):
        words = f"up to {time.words}; from when is not said"
        return None, None, Decision("period", "unknown", words, time.span)
    yearly = what.kind == "flow" or (
        what.metric.endswith(".growth") and not what.metric.startswith("open:")
    )
    if yearly and _one_day(time.period):
        words = f"{time.words}: a day is no period of a flow"
        return None, None, Decision("period", "unknown", words, time.span)
    if what.kind in DATED or what.metric.endswith((".growth", ".change")):
        return periods.whole(time), None, time.decision("period")
    if what.kind == "cumulative":
        known = published if time is UNKNOWN or time.period else None
        return time.period, _until(time.period, known), time.decision("period")
    begun = time.period is not None and time.period.first and time.period.last is None
    if time.period is not None and not (begun and published):
        return None, time.period, time.decision("as_of")
    if published is None or (time is not UNKNOWN and not begun):
        return None, None, time.decision("as_of")
    if what.metric.startswith("open:") and _of_a_year_of_its_own(sentence):
        return None, None, Decision("as_of", "unknown", "a year that the text does not date")
    if then := _before_then(sentence, mention):
        return None, None, Decision("as_of", "unknown", f"{then}, which the text does not date")
    on = Period(published, published)
    return None, on, Decision("as_of", "inherited", f"published {published}")


def fiscal(time: Time, countries: Collection[str], sentence: Sentence) -> Time:
    """ "The fourth quarter" of a country whose fiscal year begins in April, or July: of which months
    it is, its words do not say."""
    context = sentence.rules.words.context
    own = set(countries) & set(context.fiscal_countries)
    by_quarter = own and phrase_in(time.words, context.quarters)
    if not by_quarter and not _of_a_fiscal_year(time, sentence):
        return time
    words = f"{time.words}: of the calendar or the fiscal year"
    return Time(None, "unknown", words, time.span)


def _of_a_fiscal_year(time: Time, sentence: Sentence) -> bool:
    """ "The first eight months of fiscal year 2022-23", "of its calendar year, which runs to June 21"."""
    period = time.period
    if time.span is None or period is None or not period.first or not period.last:
        return False
    if time.span.start < sentence.span.start:
        return False  # of another sentence
    if (period.last - period.first).days > YEAR:
        return False
    around = (
        sentence.slice(time.span.start, sentence.span.end)[: NEAR + len(time.words)]
        .lower()
        .split(",")[0]
    )
    counted = phrase_in(time.words.lower(), sentence.rules.words.context.stretches)
    return (
        counted is not None and phrase_in(around, sentence.rules.words.context.fiscal) is not None
    )


def _behind_a_comma(time: Time, mention: Mention, sentence: Sentence) -> bool:
    """ "Trade, which stands at $5 million, will grow in 2030": the time of another clause. Without one
    a time to come is rather a slip, which other checks tell of."""
    return bool(time.span and "," in sentence.slice(mention.end, time.span.start))


def _one_day(period: Period | None) -> bool:
    return period is not None and period.first is not None and period.first == period.last


def _perfect(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words before a figure tell what has been: "this year trade has gained 21 %"."""
    lead = sentence.slice(sentence.span.start, mention.start).lower()
    return phrase_in(lead[-NEAR:], PERFECT) is not None


def past(sentence: Sentence, mention: Mention) -> bool:
    """ "China had a population of close to 1 billion": who is quoted so does not speak of today."""
    lead = sentence.slice(sentence.span.start, mention.start).lower()
    return phrase_in(lead[-NEAR:], PAST) is not None


def _rest(time: Time, sentence: Sentence, mention: Mention) -> float:
    """Days of a period still to come from which on a figure is of its days so far: what "has" been is
    so until the last month, what is told "so far" always."""
    period = time.period
    if period is None or period.first is None or period.last is None:
        return 0
    behind = sentence.slice(mention.end, sentence.span.end)[:NEAR].lower()
    around = ""
    if time.span:
        start, end = max(sentence.span.start, time.span.start - SO_FAR), time.span.end + SO_FAR
        around = sentence.slice(start, min(end, sentence.span.end)).lower()
    if any(phrase_in(text, sentence.rules.words.context.until_now) for text in (behind, around)):
        return 0
    return LAST if _perfect(sentence, mention) else NEARLY * (period.last - period.first).days


def _to_date(time: Time, published: date | None, rest: float) -> Period | None:
    """What was told in the middle of its period ("this year trade reached") is of its days so far."""
    period = time.period
    if published is None or period is None or period.first is None or period.last is None:
        return None
    if _COUNTED.fullmatch(time.words):
        return None  # "in 2024-25": a year that its country, or trade, counts in its own way
    running = period.first < published and (period.last - published).days > rest
    return Period(period.first, published) if running else None


def _up_to(time: Time, sentence: Sentence) -> bool:
    """ "As of October 6, 5.2 million came", "up to last year": a sum up to a day, that of no day."""
    period = time.period
    if period is None or time.span is None:
        return False
    lead = sentence.slice(sentence.span.start, time.span.start).lower().rstrip()
    if lead.endswith(UP_TO):
        return True
    return period.first == period.last and lead.endswith(AS_OF)


def _of_a_year_of_its_own(sentence: Sentence) -> bool:
    """ "In its first year 1.9 million people used it": not of the day on which it is told."""
    return phrase_in(sentence.text, sentence.rules.words.context.undated_years) is not None


def _before_then(sentence: Sentence, mention: Mention) -> str | None:
    """ "Before the war over 1,000 companies worked there": not of today."""
    lead = sentence.slice(sentence.span.start, mention.start).lower().rpartition(";")[2]
    return phrase_in(lead, sentence.rules.words.context.before_then)


def _is_meeting(what: Measure, sentence: Sentence) -> bool:
    """ "The seventh session" was held on a day; an anniversary counts years."""
    vocabulary = sentence.rules.words
    return any(vocabulary.norm(word) in what.terms for word in vocabulary.context.meetings)


def _counted(time: Time, mention: Mention, sentence: Sentence, published: date | None) -> Clocks:
    """The year of an anniversary: the one named, else that of the text in which it is celebrated.

    A text may look ahead ("to mark the 50th anniversary"): then the year is only assumed.
    """
    named = time.period.first if time.period else None
    count = mention.stated or 0
    founding = named and published and abs(published.year - named.year - count) <= 1
    if published and (time is UNKNOWN or founding):
        held = phrase_in(sentence.text, sentence.rules.words.context.celebrated)
        how: How = "inherited" if held else "assumed"
        return Period.year(published.year), None, Decision("period", how, f"published {published}")
    held_then = phrase_in(sentence.text, sentence.rules.words.context.celebrated)
    if named and held_then and time.period and time.period.last and named == time.period.last:
        return Period.year(named.year), None, time.decision("period")
    if time.period and time.period != Period.year((named or date.min).year):
        words = f"“{time.words}” is no year of an anniversary"
        return None, None, Decision("period", "unknown", words, time.span)
    return time.period, None, time.decision("period")


def _until(period: Period | None, published: date | None) -> Period | None:
    """A running total holds up to the end of its period, else up to publication."""
    end = (period.last if period else None) or published
    return Period(end, end) if end else None
