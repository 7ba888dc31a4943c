"""When a figure holds: its reference period or as-of date, and by which words."""

from __future__ import annotations

import re

from audit.attach import rows
from audit.attach.compared import is_base, is_base_value, of_a_base, of_the_from, own_date
from audit.attach.sentence import TIMES, Sentence, last_phrase, phrase_in
from audit.attach.timed import (
    ADJACENT,
    BASE,
    EARLIER,
    NUMBERS,
    UNKNOWN,
    Time,
    after_base,
    earlier,
    shifted,
)
from audit.model import Mention, Period
from audit.rulebook import LANGUAGE
from audit.rulebook.words import WORD

_COUNTED_SINCE = re.compile(
    r"\b(?:(?:months|years|weeks|days|decades) since|since (?=(?:the|its|their|his|her) )) ?([\w' ]+)",
    re.IGNORECASE,
)
EVENT = 4  # words that tell which
IN = ("in", "on", "during")
YEAR_NAMED = re.compile(r"\d{4}")
RECORD = 6  # words before a date in which "the lowest since" stands
THAN = "than"  # "48 % more than in the same period"
LEAD = 16  # characters in which "compared with" stands before "the same period"
TO_DATE = 40  # letters behind a figure in which "to date" stands
OTHERS = 3.0  # words that it costs to take the date of the number before
SPANNING = ("in", "over", "within")
PAST = ("was", "were", "stood", "amounted", "totaled", "totalled", "at", "to")
FOLLOWING = ("after", "following")
WHICH = ("which", "that")
OPENS = 2  # words before a date that opens a sentence: "in early March"
DECEMBER = {"december", "dec"}
TELLER = 5  # words behind the date that opens a sentence in which who tells stands
CLAUSE = 14  # words before a date in which the figure stands that it dates
OPENING = 5  # words of "Founded in May 1994"
RELATIVE = 8  # words of a clause with "when" or "where", up to its figure


def of(sentence: Sentence, index: int, before: Time | None, home: str | None) -> Time:
    """The time of mention `index`, given the time of the claim before it.

    The nearest date that is not a base of comparison; else the year after a base ("up 5 % on
    2022"); else that of the sentence before, when the words point back to it.
    """
    at = sentence.place[index]
    dates = [i for i, m in enumerate(sentence.mentions) if m.is_time and i != index]
    bases = {i for i in dates if is_base(sentence, i)}
    if _grew(sentence.mentions[index]) and _over_years(sentence, at):
        return UNKNOWN
    if (worst := _since_which(sentence, at)) is not None:
        return worst
    if (later := _a_year_on(sentence, at, before)) is not None:
        return later
    if (turn := rows.times(sentence).get(index)) is not None:
        return _told(sentence, turn, before)
    if _converts(sentence, index):
        return of(sentence, index - 1, before, home)
    inside = _in_bracket(sentence, index)
    inside = _parenthesis(sentence, at) if inside is None else inside
    if inside is not None:
        return _told(sentence, inside, before)
    if is_base_value(sentence, index):
        dated = own_date(sentence, index)
        if dated is not None and last_phrase(sentence.mentions[dated].text.lower(), EARLIER):
            return earlier(sentence, dated, before)
        return BASE if dated is None else _since(sentence, dated, shifted(sentence, dated, before))
    own = [
        i
        for i in dates
        if i not in bases
        and not _names_a_thing(sentence, i)
        and not _in_a_name(sentence, i)
        and not _opens_apart(sentence, i, at)
        and not _at_a_meeting(sentence, sentence.place[i], at)
        and not (i > index and _listed(sentence, i))
        and _reaches(sentence, at, i)
        and not _brackets_another(sentence, at, sentence.place[i])
        and not of_the_from(sentence, index, i)
        and not _of_a_record(sentence, i)
        and not _as_then(sentence, i)
        and not _after_what(sentence, at, i)
        and not _in_another_bracket(sentence, at, i)
        and not _of_a_level(sentence, i)
        and not of_a_base(sentence, at, i)
        and not (sentence.between(at, sentence.place[i], NUMBERS) and _up_to_now(sentence, at))
    ]
    grown = bool(bases) and _grew(sentence.mentions[index])  # never on the day of the telling
    own = [i for i in own if not _before_its_base(sentence, at, i, bases)]
    own = [i for i in own if not _of_the_telling(sentence, i)] or ([] if grown else own)
    if own:
        best = min(own, key=lambda i: (_cost(sentence, at, sentence.place[i]), i))
        return _since(sentence, best, _told(sentence, best, before))
    if before and before.period and _that_period(sentence):
        return Time(before.period, "inherited", "the period named before", before.span)
    if _grew(sentence.mentions[index]):
        bases |= {i for i in dates if of_a_base(sentence, at, i)}
    after = [after_base(sentence, i) for i in sorted(bases)]
    found = next((time for time in after if time), None)
    if found and before and _part_of(before.period, found.period):
        return Time(
            before.period, "inherited", f"the months named before ({before.words})", before.span
        )
    return found or _since_event(sentence, home) or _since_then(sentence, at) or UNKNOWN


def _part_of(months: Period | None, year: Period | None) -> bool:
    """ "In August 10.9 million came. The figure is a 7.3 % rise on 2023": on August of that year."""
    return months is not None and year is not None and months != year and months.within(year)


def _up_to_now(sentence: Sentence, at: int) -> bool:
    """ "Have invested $13 billion to date": of no time that another figure has."""
    context = sentence.rules.words.context
    behind = sentence.slice(sentence.words[at].end, sentence.span.end)[:TO_DATE].lower()
    lead = sentence.slice(sentence.span.start, sentence.words[at].start)[-TO_DATE:].lower()
    told = phrase_in(behind, context.until_now) or phrase_in(lead, context.by_now)
    return told is not None


def _before_its_base(sentence: Sentence, at: int, index: int, bases: set[int]) -> bool:
    """ "18.7 % more than in 2022, and above the 83.5 million of 2019": behind another number, a year
    that came before the base is that number's."""
    place, period = sentence.place[index], sentence.mentions[index].period
    if place < at or period is None or period.last is None:
        return False
    if not sentence.between(at, place, NUMBERS):
        return False
    starts = (
        p.first for i in bases if (p := sentence.mentions[i].period) and sentence.place[i] > at
    )
    return any(first is not None and period.last < first for first in starts)


def _told(sentence: Sentence, index: int, before: Time | None) -> Time:
    """The time that a date of the sentence gives: "the year before" counts from the one named."""
    if last_phrase(sentence.mentions[index].text.lower(), EARLIER):
        return earlier(sentence, index, before)
    return shifted(sentence, index, before)


def _that_period(sentence: Sentence) -> bool:
    """ "Over the same period exports rose"; not "compared with the same period"."""
    context, text = sentence.rules.words.context, sentence.text.lower()
    found = last_phrase(text, context.that_period)
    lead = text[: found.start()].removesuffix("the ") if found else ""
    return found is not None and last_phrase(lead[-LEAD:], (*context.value_bases, THAN)) is None


def _of_a_record(sentence: Sentence, index: int) -> bool:
    """ "The lowest since 2001", "the second-worst since 1885": how long no figure was like it."""
    lead = [w.text for w in sentence.words[: sentence.place[index]]][-RECORD:]
    seen = lead[:-1] if lead[-1:] and lead[-1] in IN else lead
    if seen[-2:-1] == ["last"] and sentence.rules.words.is_verb(seen[-1]):
        return True  # "a low last recorded in May 1969"
    if not sentence.mentions[index].text.lower().startswith("since"):
        if "since" not in lead:
            return False
        lead = lead[: len(lead) - 1 - lead[::-1].index("since")]
    words = (part for text in lead for part in text.split("-"))
    return any(sentence.rules.lexicon.superlative(word) for word in words)


def _as_then(sentence: Sentence, index: int) -> bool:
    """ "Up 0.2 points, as it had been in May", "8.1 million, as in 2019": held against that time."""
    context = sentence.rules.words.context
    lead = [w.text for w in sentence.words[: sentence.place[index]]][-RECORD:]
    if not lead or lead[-1] not in IN:
        return False
    del lead[-1]
    while lead and (lead[-1] in context.auxiliaries or lead[-1] in context.pronouns):
        del lead[-1]
    return lead[-1:] == ["as"]


def _after_what(sentence: Sentence, at: int, index: int) -> bool:
    """ "Grew 14 % after its slump in the fourth quarter": that was the slump's."""
    place = sentence.place[index]
    lead = [w.text for w in sentence.words[at + 1 : place] if w.text != "the"][-RECORD:]
    if place < at or sentence.between(at, place, NUMBERS) or not lead or lead[-1] not in IN:
        return False
    noun = lead[:-1]
    led = next((i for i, text in enumerate(noun) if text in FOLLOWING), None)
    return led is not None and len(noun) - led > 1


def _in_another_bracket(sentence: Sentence, at: int, index: int) -> bool:
    """ "$952 million in 2021 (in 2020 - 907), with exports of 791": a date that a bracket gives its own
    figure is of no figure behind it."""
    if sentence.place[index] > at:
        return False
    lead = sentence.slice(sentence.span.start, sentence.mentions[index].start)
    gap = sentence.slice(sentence.mentions[index].end, sentence.words[at].start)
    opened, closed = lead.rfind("(") > lead.rfind(")"), gap.find(")")
    inside = [
        m
        for m in sentence.mentions[index + 1 :]
        if m.kind in NUMBERS and m.end <= sentence.mentions[index].end + closed
    ]
    return opened and closed >= 0 and bool(inside)


def _since_which(sentence: Sentence, at: int) -> Time | None:
    """ "The deadliest crash since the one of 1997, which took 229 lives": of that one."""
    near = range(at - 1, max(0, at - RELATIVE), -1)
    opener = next((i for i in near if sentence.words[i].text in WHICH), None)
    if opener is None or any(sentence.words[i].mention is not None for i in range(opener, at)):
        return None
    lead = [w.mention for w in sentence.words[max(0, opener - CLAUSE) : opener]]
    dates = [sentence.mentions[m] for m in lead if m is not None]
    if not dates or not dates[-1].is_time or not dates[-1].text.lower().startswith("since"):
        return None
    return Time(None, "unknown", f"of what was {dates[-1].text}", event=dates[-1].text.lower())


def _of_a_level(sentence: Sentence, index: int) -> bool:
    """ "Up 14 %, and close to its 2019 level": a year in front of a level is compared with."""
    at = sentence.place[index]
    owned = sentence.mentions[index].text.endswith(("'s", "’s"))  # "last year's level"
    led = at > 0 and sentence.words[at - 1].text in sentence.rules.words.context.determiners
    if not led and not owned:
        return False  # "in 2023 levels rose"
    behind = [w.text for w in sentence.words[sentence.place[index] + 1 :][:1]]
    touching = bool(behind) and not sentence.slice(
        sentence.mentions[index].end, sentence.words[sentence.place[index] + 1].start
    ).strip(" -")
    return touching and behind[0] in sentence.rules.words.context.levels_of


def _a_year_on(sentence: Sentence, at: int, before: Time | None) -> Time | None:
    """ "23 billion in 2020; a year later it was 29 billion": of the year after the one just named."""
    first, last = sentence.clause(at)
    lead = sentence.slice(sentence.words[first].start, sentence.words[at].start).lower()
    words = phrase_in(lead, sentence.rules.words.context.a_year_on)
    own = (w.mention for w in sentence.words[first : last + 1] if w.mention is not None)
    dated = any(
        m.is_time and YEAR_NAMED.search(m.text) for m in map(sentence.mentions.__getitem__, own)
    )
    if words is None or dated:
        return None
    named = [
        m.period for m in sentence.mentions if m.is_time and m.end <= sentence.words[first].start
    ]
    told = named[-1] if named else (before.period if before else None)
    if told is None or not told.is_year:
        return Time(None, "unknown", f"{words}: than when, no words tell")
    return Time(told.moved(1), "inherited", f"{words} than {told.edtf}")


def _grew(mention: Mention) -> bool:
    return mention.kind == "percent" and mention.direction is not None


def _since(sentence: Sentence, index: int, time: Time) -> Time:
    """ "since it declared its independence in December 1991" begins there and is open."""
    lead = sentence.before(sentence.place[index], 10)
    found = last_phrase(lead, ("since",))
    if found and "," not in lead[found.start() :] and time.period and time.period.first:
        return Time(Period(time.period.first, None), time.how, time.words, time.span)
    return time


def whole(time: Time) -> Period | None:
    """A flow "by the end of 2024" is the flow of 2024; one "by December" is not."""
    period = time.period
    month = not {word.lower() for word in WORD.findall(time.words)}.isdisjoint(DECEMBER)
    if (
        period
        and not (month and "end" not in time.words.lower())
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


def _since_then(sentence: Sentence, at: int) -> Time | None:
    """ "In the twenty-two months since the war began": from a day that no words date."""
    behind = sentence.slice(sentence.words[at].end, sentence.span.end)
    found = _COUNTED_SINCE.search(behind)
    if found is None or any(c.isdigit() for c in found.group()):
        return None
    words = " ".join(found[1].lower().split()[:EVENT])
    return Time(None, "unknown", f"since {words}, which no words date", event=f"since {words}")


def _names_a_thing(sentence: Sentence, index: int) -> bool:
    """A date inside a name or a document's term ("Roadmap for 2026-2027") dates no figure."""
    mention = sentence.mentions[index]
    return mention.period is None and mention.how is None


def _opens_apart(sentence: Sentence, index: int, at: int) -> bool:
    """ "Founded in 1994, the park is home to 1.1 million": the date of an opening of its own."""
    place, words = sentence.place[index], sentence.words
    if place > OPENING or place >= at or place + 1 >= len(words):
        return False
    founded = words[0].text in sentence.rules.words.context.founded
    return founded and sentence.slice(words[place].end, words[place + 1].start).startswith(",")


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
    if (dated := _where(sentence, at)) is not None or (dated := _which(sentence, at)) is not None:
        return dated
    if (dated := _bracket_behind(sentence, at)) is not None:
        return dated
    gap_before = sentence.slice(sentence.words[at - 1].end, word.start) if at else ""
    previous = sentence.words[at - 1].mention if at else None
    if previous is None or sentence.mentions[previous].kind not in TIMES:
        return None
    owns = sentence.mentions[previous].text.endswith(("'s", "’s"))  # "last year's $2.3 billion"
    if gap_before.strip() in ("(", "'s", "’s", ":") or (owns and not gap_before.strip(" $€£¥")):
        return previous
    return None


def _bracket_behind(sentence: Sentence, at: int) -> int | None:
    """The date right before the bracket in which a figure is the first: "in 2023 (a 20 % reduction)"."""
    lead = sentence.slice(sentence.span.start, sentence.words[at].start)
    opened = sentence.span.start + lead.rfind("(")
    if lead.rfind("(") <= lead.rfind(")"):
        return None
    inside = [w for w in sentence.words[:at] if w.start > opened]
    outside = [w for w in sentence.words[:at] if w.start < opened][-1:]
    if any(w.mention is not None for w in inside) or not outside or outside[0].mention is None:
        return None
    return outside[0].mention if sentence.mentions[outside[0].mention].kind in TIMES else None


def _over_years(sentence: Sentence, at: int) -> bool:
    """ "Has quadrupled in recent years": of no time that words tell."""
    behind = sentence.slice(sentence.words[at].end, sentence.span.end)[:TO_DATE].lower()
    found = phrase_in(behind, sentence.rules.words.context.recent_years)
    if found is not None and len(behind.partition(found)[0].split()) <= 1:
        return True
    near = range(at + 1, min(len(sentence.words), at + RELATIVE))
    spans = (
        i for i in near if (m := sentence.words[i].mention) is not None and _years(sentence, m)
    )
    return any(sentence.words[i - 1].text in SPANNING for i in spans)


def _years(sentence: Sentence, index: int) -> bool:
    """Whether a mention is a stretch of several years: "22-fold in 15 years"."""
    mention = sentence.mentions[index]
    several = mention.kind == "duration" and mention.unit == "year" and (mention.stated or 0) > 1
    return several and "old" not in mention.text


def _converts(sentence: Sentence, index: int) -> bool:
    """ "AED 10.9 billion (USD 3 billion)": the sum before, in another currency."""
    return index in sentence.converted and _in_bracket(sentence, index) is None


def _in_bracket(sentence: Sentence, index: int) -> int | None:
    """The date that a figure in brackets has there: "last year ($12 billion in January-May 2023)"."""
    mentions = sentence.mentions
    if index + 1 >= len(mentions) or not mentions[index + 1].is_time:
        return None
    lead = sentence.slice(sentence.span.start, mentions[index].start)
    gap = sentence.slice(mentions[index].end, mentions[index + 1].start)
    opened = lead.rfind("(") > lead.rfind(")")
    return index + 1 if opened and not set(gap) & set("(),;") else None


def _of_the_telling(sentence: Sentence, index: int) -> bool:
    """ "Carried 83 million last year, the company announced on Wednesday"; "in March Russia reported 12
    billion for 2024"."""
    lead = sentence.before(sentence.place[index], 3).split()
    while lead and lead[-1] in ("on", "late", "early", "earlier"):
        lead.pop()
    telling = sentence.rules.words.context.telling
    if lead and lead[-1] in telling and sentence.mentions[index].kind == "date":
        return True
    at = sentence.place[index]
    behind = sentence.words[at + 1 : at + 1 + TELLER]
    opener = at <= OPENS and not any(w.mention is not None for w in behind)
    return opener and any(w.text in telling for w in behind)


def _at_a_meeting(sentence: Sentence, place: int, at: int) -> bool:
    """ "In April 2025, at the session of the commission, the minister said": when it met, for the figure
    at `at` behind that."""
    texts = [w.text for w in sentence.words[place + 1 : at]]
    if place > OPENS or texts[:1] not in (["at"], ["during"]):
        return False
    context = sentence.rules.words.context
    told = next((i for i, text in enumerate(texts) if text in context.tellers), 0)
    gap = sentence.slice(sentence.words[place].end, sentence.span.end)
    return gap.lstrip().startswith(",") and any(text in context.meetings for text in texts[:told])


def _brackets_another(sentence: Sentence, at: int, place: int) -> bool:
    """ "9 % more ($5 billion in January 2023)": the date is that of the figure in the bracket."""
    if place < at or not sentence.between(at, place, NUMBERS):
        return False
    gap = sentence.slice(sentence.words[at].end, sentence.words[place].start)
    return gap.rfind("(") > gap.rfind(")")


def _where(sentence: Sentence, at: int) -> int | None:
    """The date that a relative clause is of: "in 2023 when 1.5 million came"; "the 2023 exam's 36 %,
    where 3,812 passed"."""
    near = range(at - 1, max(0, at - RELATIVE), -1)
    opener = next(
        (
            i
            for i in near
            if sentence.words[i].text in sentence.rules.words.context.relative_adverbs
        ),
        None,
    )
    if opener is None:
        return None
    lead = [w.mention for w in sentence.words[max(0, opener - ADJACENT) : opener]]
    times = [m for m in lead if m is not None and sentence.mentions[m].kind in TIMES]
    return times[-1] if times else None


def _which(sentence: Sentence, at: int) -> int | None:
    """ "Compared to June 2023, which was 22.79 %", "that of May, which stood at 33.95 %"."""
    context = sentence.rules.words.context
    i = at - 1
    while i > 0 and (
        any(sentence.words[i].text in words for words in (context.hedging, context.prepositions))
    ):
        i -= 1
    said = any(sentence.words[i].text in words for words in (context.auxiliaries, context.verbs))
    if not said or sentence.words[i - 1].text not in WHICH:
        return None
    lead = [w.mention for w in sentence.words[max(0, i - 1 - ADJACENT) : i - 1]]
    times = [m for m in lead if m is not None]
    based = bool(times) and sentence.mentions[times[-1]].kind in TIMES
    if based:
        return times[-1] if is_base(sentence, times[-1]) else None
    return _of_the_base(sentence, at)


def _of_the_base(sentence: Sentence, at: int) -> int | None:
    """ "Compared to 2023, this is a 24 % increase in trade, which was $370 million": the one base that
    the sentence names before the change."""
    before = [i for i, m in enumerate(sentence.mentions) if sentence.place[i] < at]
    bases = [i for i in before if sentence.mentions[i].kind in TIMES and is_base(sentence, i)]
    grew = [i for i in before if _grew(sentence.mentions[i])]
    told = len(bases) == 1 and bool(grew) and bases[0] < grew[-1]
    return bases[0] if told and sentence.words[at - 1].text in PAST else None


def _reaches(sentence: Sentence, at: int, index: int) -> bool:
    """Whether a date can be a number's: one in a later clause, behind another number, cannot."""
    place = sentence.place[index]
    if place > at and ";" in sentence.slice(sentence.words[at].end, sentence.words[place].start):
        return False
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
        + OTHERS * (place < at and not crossed and _dates_the_one_before(sentence, at, place))
    )


def _dates_the_one_before(sentence: Sentence, at: int, place: int) -> bool:
    """ "16.4 million tons in 2022 and 12.1 million": behind a number, and before "and" or a comma, a
    date is that number's."""
    first, _ = sentence.clause(place)
    lead = [w.mention for w in sentence.words[max(0, first, place - CLAUSE) : place]]
    numbers = [m for m in lead if m is not None and sentence.mentions[m].kind in NUMBERS]
    gap = sentence.slice(sentence.words[place].end, sentence.words[at].start)
    return bool(numbers) and (gap.strip().startswith(",") or gap.split()[:1] == ["and"])
