"""When a figure holds: its reference period or as-of date, and by which words."""

from __future__ import annotations

from msgspec import Struct

from audit.attach.sentence import TIMES, Sentence, last_phrase, phrase_in
from audit.model import Decision, How, Mention, Period, Span
from audit.rulebook import LANGUAGE

EARLIER = ("earlier", "before", "ago")  # "a year earlier": earlier than what the text just said
NUMBERS = frozenset({"money", "percent", "count", "number", "measure", "rank"})
OWN = 8  # words behind a number within which the next date, with no number between, is its own
LEAD = 16  # characters in which "compared with" stands before "the same period"
RELATIVE = 6  # words of a clause with "when" or "where", up to its figure
ADJACENT = 5  # words within which a date plainly belongs to the number before it


class Time(Struct, frozen=True):
    """A period with how it was decided; `period` None is unknown."""

    period: Period | None
    how: How
    words: str
    span: Span | None = None

    def decision(self, slot: str) -> Decision:
        return Decision(slot, self.how, self.words, self.span)


BASE = Time(None, "unknown", "what a change is counted from")
UNKNOWN = Time(None, "unknown", "no date in the sentence")


def of(sentence: Sentence, index: int, before: Time | None, home: str | None) -> Time:
    """The time of mention `index`, given the time of the claim before it.

    The nearest date that is not a base of comparison; else the year after a base ("up 5 % on
    2022"); else that of the sentence before, when the words point back to it.
    """
    at = sentence.place[index]
    dates = [i for i, m in enumerate(sentence.mentions) if m.is_time and i != index]
    bases = {i for i in dates if is_base(sentence, i)}
    inside = _parenthesis(sentence, at)
    if inside is not None:
        return _shifted(sentence, inside, before)
    if _is_base_value(sentence, index):
        dated = _own_date(sentence, index)
        if dated is not None and last_phrase(sentence.mentions[dated].text.lower(), EARLIER):
            return _earlier(sentence, dated, before)
        return BASE if dated is None else _since(sentence, dated, _shifted(sentence, dated, before))
    own = [
        i
        for i in dates
        if i not in bases
        and not _names_a_thing(sentence, i)
        and not _in_a_name(sentence, i)
        and not (i > index and _listed(sentence, i))
        and _reaches(sentence, at, i)
        and not _of_the_from(sentence, index, i)
        and not _of_a_base(sentence, at, i)
    ]
    if own:
        best = min(own, key=lambda i: (_cost(sentence, at, sentence.place[i]), i))
        if last_phrase(sentence.mentions[best].text.lower(), EARLIER):
            return _earlier(sentence, best, before)
        return _since(sentence, best, _shifted(sentence, best, before))
    if before and before.period and _that_period(sentence):
        return Time(before.period, "inherited", "the period named before", before.span)
    if _grew(sentence.mentions[index]):
        bases |= {i for i in dates if _of_a_base(sentence, at, i)}
    after = [_after_base(sentence, i) for i in sorted(bases)]
    found = next((time for time in after if time), None)
    return found or _since_event(sentence, home) or UNKNOWN


def _that_period(sentence: Sentence) -> bool:
    """ "Over the same period exports rose"; not "compared with the same period"."""
    context, text = sentence.rules.words.context, sentence.text.lower()
    found = last_phrase(text, context.that_period)
    lead = text[: found.start()].removesuffix("the ") if found else ""
    return found is not None and last_phrase(lead[-LEAD:], context.value_bases) is None


def _grew(mention: Mention) -> bool:
    return mention.kind == "percent" and mention.direction is not None


def _is_base_value(sentence: Sentence, index: int) -> bool:
    """Whether a number is what another is compared with: "from 53.8 billion", "against 40 million"."""
    mention = sentence.mentions[index]
    if mention.kind not in NUMBERS:
        return False
    if mention.change == "from" and (mention.direction or not mention.noun):
        return True  # "athletes from 14 countries" is no beginning
    lead = sentence.before(sentence.place[index], 4).rstrip(" $€£¥")
    found = last_phrase(lead, sentence.rules.words.context.value_bases)
    if found is not None and found.group() == "from" and mention.noun:
        return False
    return found is not None and lead[found.end() :].strip() in (
        "",
        "the",
        "a",
        "about",
        "around",
        "some",
    )


def _own_date(sentence: Sentence, index: int) -> int | None:
    """The date that such a number gives itself: "compared to 333.7 million in the same months of
    2016". No other number stands between."""
    at = sentence.place[index]
    behind = (w.mention for w in sentence.words[at + 1 : at + 1 + OWN] if w.mention is not None)
    following = next(behind, None)
    if following is None:
        return None
    date = sentence.mentions[following]
    told = any(c.isdigit() for c in date.text) or last_phrase(date.text.lower(), EARLIER)
    return following if date.is_time and told else None


def _earlier(sentence: Sentence, index: int, before: Time | None) -> Time:
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


def _since(sentence: Sentence, index: int, time: Time) -> Time:
    """ "since it declared its independence in December 1991" begins there and is open."""
    lead = sentence.before(sentence.place[index], 10)
    found = last_phrase(lead, ("since",))
    if found and "," not in lead[found.start() :] and time.period and time.period.first:
        return Time(Period(time.period.first, None), time.how, time.words, time.span)
    return time


def whole(period: Period | None) -> Period | None:
    """A flow "by the end of 2024" is the flow of 2024."""
    if (
        period
        and period.first is None
        and period.last
        and (period.last.month, period.last.day) == (12, 31)
    ):
        return Period.year(period.last.year)
    return period


def _since_event(sentence: Sentence, home: str | None) -> Time | None:
    """ "since independence", from the calendar of the country named, or of the text's own."""
    text = sentence.text.lower()
    if phrase_in(text, ("since",)) is None:
        return None
    named = [word.sighting.key for word in sentence.words if word.sighting]
    for event in sentence.rules.events.values():
        words = phrase_in(text, event.names.get(LANGUAGE, ()))
        day = next((event.dates[key] for key in (*named, home) if key in event.dates), None)
        if words and day:
            return Time(Period(day, None), "inherited", f"since {words} ({day})")
    return None


def is_base(sentence: Sentence, index: int) -> bool:
    """Whether a date is what a figure is compared with: "compared to 2021", "up 86 % on 2022"."""
    at = sentence.place[index]
    lead = sentence.before(at, 8)
    cues = sentence.rules.words.context.base_cues
    found = last_phrase(lead, cues)
    if found:
        cue, rest = found.group(), lead[found.end() :]
        if cue == "on" and sentence.mentions[index].kind == "date":
            return False  # "rose 5 percent on Monday" is when, "up 5 percent on 2022" is the base
        if len(cue.split()) > 1 or cue in ("versus", "against"):
            return not any(c.isdigit() for c in rest) and len(rest.split()) <= 5
        return rest.strip() in (
            "",
            "the",
            "the year",
            "that in",
            "that of",
            "in",
        ) and _after_change(sentence, at, cue)
    return False


def _after_change(sentence: Sentence, at: int, cue: str) -> bool:
    """A bare "on", "over" or "from" marks a base only behind a change ("up 86 % on 2022")."""
    near = [w.mention for w in sentence.words[max(0, at - 6) : at] if w.mention is not None]
    last = [sentence.mentions[m] for m in near[-1:]]
    points = sentence.rules.lexicon.points
    return cue == "than" or any(m.kind in ("percent", "number") or m.noun in points for m in last)


def _names_a_thing(sentence: Sentence, index: int) -> bool:
    """A date inside a name or a document's term ("Roadmap for 2026-2027") dates no figure."""
    mention = sentence.mentions[index]
    return mention.period is None and mention.how is None


def _in_a_name(sentence: Sentence, index: int) -> bool:
    """ "Vision 2040", "Expo 2020": a year that belongs to the name before it."""
    at = sentence.place[index]
    if at < 2 or not sentence.mentions[index].text.isdecimal():
        return False
    word = sentence.words[at - 1]
    touches = sentence.slice(word.end, sentence.words[at].start) == " "
    plain = word.mention is None and word.sighting is None
    return touches and plain and sentence.slice(word.start, word.start + 1).isupper()


def _listed(sentence: Sentence, index: int) -> bool:
    """Whether a date is one of three or more in a row: "nine visits (1991, 1994, 2000 ...)"; behind
    a number these are its members, and none is its period."""
    dates, first, last = sentence.mentions, index, index
    while first and dates[first - 1].is_time and _comma(sentence, first - 1):
        first -= 1
    while last + 1 < len(dates) and dates[last + 1].is_time and _comma(sentence, last):
        last += 1
    return last - first >= 2


def _comma(sentence: Sentence, index: int) -> bool:
    """Whether only a comma or "and" stands between a mention and the next."""
    gap = sentence.slice(sentence.mentions[index].end, sentence.mentions[index + 1].start)
    return gap.strip() in (",", "and", ", and", "&")


def _parenthesis(sentence: Sentence, at: int) -> int | None:
    """The date that an amount follows at once: "in 2022 ($1.84 billion)", "last year's $2.3 billion"."""
    word = sentence.words[at]
    if (dated := _where(sentence, at)) is not None:
        return dated
    gap_before = sentence.slice(sentence.words[at - 1].end, word.start) if at else ""
    previous = sentence.words[at - 1].mention if at else None
    if (
        gap_before.strip() in ("(", "'s", "’s", "when", ":")
        and previous is not None
        and sentence.mentions[previous].kind in TIMES
    ):
        return previous
    return None


def _where(sentence: Sentence, at: int) -> int | None:
    """The date that a relative clause is of: "in 2023 when 1.5 million came"; "the 2023 exam's 36 %,
    where 3,812 passed"."""
    near = range(at - 1, max(0, at - RELATIVE), -1)
    opener = next((i for i in near if sentence.words[i].text in ("when", "where")), None)
    if opener is None:
        return None
    lead = [w.mention for w in sentence.words[max(0, opener - ADJACENT) : opener]]
    times = [m for m in lead if m is not None and sentence.mentions[m].kind in TIMES]
    return times[-1] if times else None


def _of_a_base(sentence: Sentence, at: int, date: int) -> bool:
    """ "68 %, down from 72.4 % in 2020", "killed 23, surpassing the 14 victims of 1997": the date is
    that of the number which ours is held against."""
    place = sentence.place[date]
    first = at + 1 if place > at else max(0, place - ADJACENT)
    between = (w.mention for w in sentence.words[first:place] if w.mention is not None)
    numbers = [m for m in between if sentence.mentions[m].kind in NUMBERS]
    leads = (sentence.before(sentence.place[m], 4).rstrip(" $€£¥") for m in numbers)
    bases = sentence.rules.words.context.value_bases
    held = any(last_phrase(lead, bases) is not None for lead in leads)
    return held or any(_grown_on(sentence, m) for m in numbers)


def _grown_on(sentence: Sentence, index: int) -> bool:
    """ "An increase of 10 % on the 3.11 million recorded in 2021"."""
    at = sentence.place[index]
    lead = sentence.words[max(0, at - 3) : at]
    linked = any(w.text == "on" for w in lead[-2:])
    return linked and any(
        w.mention is not None and sentence.mentions[w.mention].kind == "percent" for w in lead
    )


def _of_the_from(sentence: Sentence, index: int, date: int) -> bool:
    """In "from 142 billion in 2018 to 270 billion" the date is the first number's."""
    if date == 0 or date != index - 1 or sentence.mentions[date - 1].kind in TIMES:
        return False
    own, lead = (_word_before(sentence, i) for i in (index, date - 1))
    return (own, lead) == ("to", "from")


def _word_before(sentence: Sentence, index: int) -> str:
    words = sentence.before(sentence.place[index], 2).rstrip(" $€£¥").split()
    return words[-1] if words else ""


def _reaches(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a date can be a number's: one in a later clause, behind another number, cannot."""
    place = sentence.place[index]
    if place < at or sentence.barrier(at, place) < 1 or _behind_bracket(sentence, at, place):
        return True
    return not sentence.between(at, place, NUMBERS)


def _behind_bracket(sentence: Sentence, at: int, place: int) -> bool:
    """ "3.1 billion (exports - 2 billion, imports - 1.1 billion) in 2018": the year is of all three."""
    text = sentence.slice(sentence.words[at].end, sentence.words[place].start)
    return ")" in text and len(text.rpartition(")")[2].split()) <= 2


def _cost(sentence: Sentence, at: int, place: int) -> float:
    """How far a date is from a number: words, clause boundaries, other numbers between."""
    words = abs(at - place)
    crossed = sentence.between(at, place, NUMBERS)
    behind = 0.0 if place > at and words <= ADJACENT else 1.0
    leading = place < 4 and place < at
    return (
        words * (0.3 if leading else 1.0)
        + 6 * sentence.barrier(at, place)
        + (2 if leading else 5) * crossed
        + behind
    )


def _stated(mention: Mention) -> Time:
    span = Span(mention.start, mention.end)
    if mention.period is None:
        return Time(None, "unknown", f"“{mention.text}”: {mention.how or 'no year'}", span)
    return Time(mention.period, "stated", mention.text, span)


def _shifted(sentence: Sentence, best: int, before: Time | None) -> Time:
    """ "the analogous period of 2016" is the period named before, moved to that year."""
    mention = sentence.mentions[best]
    lead = sentence.before(sentence.place[best], 5)
    same = phrase_in(lead, sentence.rules.words.context.same_period)
    named = [
        m.period
        for i, m in enumerate(sentence.mentions)
        if i < best and m.kind == "period" and m.period and m.period.first
    ]
    own = Span(mention.start, mention.end)
    known = before.period if before and before.span != own else None
    pattern = named[-1] if named else known
    if pattern and pattern.first and pattern == Period.year(pattern.first.year):
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
        moved = pattern.moved(years)
        return Time(moved, "stated", f"{same} of {mention.text}", own)
    if same and not pattern:
        return Time(None, "unknown", f"{same}, of which no words tell", own)
    return _stated(mention)


def _after_base(sentence: Sentence, index: int) -> Time | None:
    """The year after the base year: "increased by 65 % compared to 2022" speaks of 2023; but
    "compared to the same period of 2022" of some part of it."""
    mention = sentence.mentions[index]
    period = mention.period
    lead = sentence.before(sentence.place[index], 5)
    if phrase_in(lead, sentence.rules.words.context.same_period):
        return None
    if (
        not period
        or not period.first
        or not period.last
        or period != Period.year(period.first.year)
    ):
        return None
    following = Period.year(period.first.year + 1)
    return Time(
        following, "inherited", f"the year after “{mention.text}”", Span(mention.start, mention.end)
    )
