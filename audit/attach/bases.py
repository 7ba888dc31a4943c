"""What a change is counted from: "65 % more than in 2020" is another change than on the year before.

Where no base is named, a change is on the year before, and so is one that names it.
"""

from __future__ import annotations

import re

from audit.attach.compared import is_base, is_base_value, own_date
from audit.attach.measured import Measure
from audit.attach.sentence import Sentence
from audit.attach.timed import NUMBERS
from audit.model import Decision, Mention, Period, Span
from audit.rulebook import Rulebook

SLOT = "base"
YEAR = re.compile(r"\d{4}")
CHANGES = (".growth", ".change")
Filters = tuple[tuple[str, str], ...]


def of(
    sentence: Sentence, index: int, what: Measure, period: Period | None
) -> tuple[Filters, Decision] | None:
    """The filter of a base that is not the year before, and by which words; None if none is named."""
    if not _is_change(what, sentence.rules):
        return None
    base = _named(sentence, index)
    if base is None or base.period is None or base.period.first is None:
        return None
    decision = Decision(SLOT, "stated", base.text, Span(base.start, base.end))
    since = _past(base, period)
    usual = period is None or _year_before(since, period)
    return ((), decision) if usual else (((SLOT, since.edtf),), decision)


def _past(base: Mention, period: Period | None) -> Period:
    """ "On October 1 up 17 % on January 1": a base without a year lies before its period."""
    told = base.period or Period(None, None)
    first = period.first if period else None
    later = first is not None and told.first is not None and told.first > first
    return told.moved(-1) if later and YEAR.search(base.text) is None else told


def _is_change(what: Measure, rules: Rulebook) -> bool:
    metric = rules.metrics.get(what.metric)
    return what.metric.endswith(CHANGES) or bool(metric and metric.growth_of)


def _named(sentence: Sentence, index: int) -> Mention | None:
    """The first date of a comparison behind the number, before any other number and clause."""
    at = sentence.place[index]
    for i in range(index + 1, len(sentence.mentions)):
        mention = sentence.mentions[i]
        dated = mention.is_time and any(char.isdigit() for char in mention.text)
        if mention.kind in NUMBERS and is_base_value(sentence, i):
            own = own_date(sentence, i)  # "compared to $24 million in October"
            told = sentence.mentions[own] if own is not None else None
            return told if told and any(c.isdigit() for c in told.text) else None
        if mention.kind in NUMBERS and _in_other_terms(sentence, i):
            continue
        if mention.kind in NUMBERS or sentence.barrier(at, sentence.place[i]) >= 1:
            return None
        if dated and is_base(sentence, i):
            return mention
    return None


def _in_other_terms(sentence: Sentence, index: int) -> bool:
    """ "Down 1.7 % or 225 billion pesos from November"."""
    return sentence.before(sentence.place[index], 2).rstrip(" $€£¥").split()[-1:] == ["or"]


def _year_before(base: Period, period: Period) -> bool:
    """Also "in January-June 2023 compared to 2022", which means the same months."""
    if base.first is None or period.first is None:
        return True
    return base.first.year == period.first.year - 1
