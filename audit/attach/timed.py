"""A time with how it was decided, and those that stand to another: "a year earlier", "the same period
of 2016", the year behind a base.
"""

from __future__ import annotations

from msgspec import Struct

from audit.attach.sentence import Sentence, last_phrase, phrase_in
from audit.model import Decision, How, Mention, Period, Span

EARLIER = ("earlier", "before", "ago")  # "a year earlier": earlier than what the text just said
NUMBERS = frozenset({"money", "percent", "count", "number", "measure", "rank"})
BASES = ("from", "against", "than")
ADJACENT = 5  # words within which a date plainly belongs to the number before it


class Time(Struct, frozen=True):
    """A period with how it was decided; `period` None is unknown."""

    period: Period | None
    how: How
    words: str
    span: Span | None = None
    after_base: bool = False  # the year after the one that a change is counted from
    event: str = ""  # an earlier one, of which a figure is: the crash "since 1997"

    def decision(self, slot: str) -> Decision:
        return Decision(slot, self.how, self.words, self.span)


BASE = Time(None, "unknown", "what a change is counted from")
UNKNOWN = Time(None, "unknown", "no date in the sentence")


def earlier(sentence: Sentence, index: int, before: Time | None) -> Time:
    """ "A year earlier": than the period last named, in the sentence or before it."""
    mention = sentence.mentions[index]
    named = [
        m.period
        for m in sentence.mentions[:index]
        if m.kind == "period" and not last_phrase(m.text.lower(), EARLIER)
    ]
    told = named[-1] if named else (before.period if before and before.how == "stated" else None)
    if told is None or told.first is None or told.last is None or "year" not in mention.text:
        return BASE
    words = f"{mention.text} than {told.edtf}"
    return Time(told.moved(-1), "inherited", words, Span(mention.start, mention.end))


def previous(mention: Mention, named: Period | None) -> Time:
    """ "The previous quarter" is the one before that of which the text speaks, whenever it appeared."""
    span = Span(mention.start, mention.end)
    own = mention.period
    if named and named.first and own and own.first and own.last:
        size = 12 * (own.last.year - own.first.year) + own.last.month - own.first.month + 1
        start = 12 * named.first.year + named.first.month - 1
        if named == Period.months(start, size):
            words = f"{mention.text}: the one before {named.edtf}"
            return Time(Period.months(start - size, size), "inherited", words, span)
    return Time(None, "unknown", f"“{mention.text}”: before which, no words tell", span)


def stated(mention: Mention) -> Time:
    span = Span(mention.start, mention.end)
    if mention.period is None:
        return Time(None, "unknown", f"“{mention.text}”: {mention.how or 'no year'}", span)
    return Time(mention.period, "stated", mention.text, span)


def shifted(sentence: Sentence, best: int, before: Time | None) -> Time:
    """ "the analogous period of 2016" is the period named before, moved to that year."""
    mention = sentence.mentions[best]
    lead = sentence.before(sentence.place[best], 5)
    same = phrase_in(lead, sentence.rules.words.context.same_period) or _same_again(sentence, best)
    if same and mention.period and mention.period.first and not mention.period.is_year:
        return stated(mention)  # "the same period ($12 billion in January-May 2023)"
    named = [
        m.period
        for i, m in enumerate(sentence.mentions)
        if i < best and m.kind == "period" and m.period and m.period.first
    ]
    own = Span(mention.start, mention.end)
    known = before.period if before and before.span != own else None
    pattern = named[-1] if named else known
    if not same and _is_previous(sentence, mention):
        return previous(mention, pattern)
    if pattern and pattern.is_year:
        pattern = None  # nobody calls a year "the same period"
    if (
        same
        and mention.period
        and mention.period.first
        and pattern
        and pattern.first
        and pattern.last
    ):
        years = mention.period.first.year - pattern.first.year
        if years == 0 and not any(c.isdigit() for c in mention.text):
            years = -1  # told in May of the last quarter, "last year" is the one before that
        moved = pattern.moved(years)
        return Time(moved, "stated", f"{same} of {mention.text}", own)
    if same and not pattern:
        return Time(None, "unknown", f"{same}, of which no words tell", own)
    return stated(mention)


def _is_previous(sentence: Sentence, mention: Mention) -> bool:
    """ "The previous month", "the preceding quarter"; a year is counted from the day of the text."""
    text = mention.text.lower().removesuffix("'s").removesuffix("’s")
    return text.endswith(sentence.rules.words.context.previous)


def _same_again(sentence: Sentence, best: int) -> str | None:
    """ "From $1.56bn during the same period in 2023 and from $1.74bn in 2022": a year alone, behind a
    base of the same sentence that names the period."""
    mention = sentence.mentions[best]
    if not mention.period or not mention.period.is_year:
        return None
    at = sentence.place[best]
    near = [w.mention for w in sentence.words[max(0, at - ADJACENT) : at] if w.mention is not None]
    leads = (sentence.before(sentence.place[m], 2).rstrip(" $€£¥") for m in near)
    if not any(lead.endswith(BASES) for lead in leads):
        return None
    lead = sentence.slice(sentence.span.start, mention.start)
    return phrase_in(lead, sentence.rules.words.context.same_period)


def after_base(sentence: Sentence, index: int) -> Time | None:
    """The year after the base year: "increased by 65 % compared to 2022" speaks of 2023; but
    "compared to the same period of 2022" of some part of it."""
    mention = sentence.mentions[index]
    period = mention.period
    lead = sentence.before(sentence.place[index], 5)
    if phrase_in(lead, sentence.rules.words.context.same_period):
        return None
    if not any(c.isdigit() for c in mention.text) and "ago" in mention.text.lower():
        return None  # "down 16 % from a year ago" may be of a month
    if not period or not period.first or not period.is_year:
        return None
    following = Period.year(period.first.year + 1)
    span = Span(mention.start, mention.end)
    return Time(following, "inherited", f"the year after “{mention.text}”", span, after_base=True)
