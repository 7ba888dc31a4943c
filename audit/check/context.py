"""Context before value: how two claims stand to each other on each axis, and by which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from audit import figures, moments, subject
from audit.check import one_thing
from audit.model import (
    ABOUT,
    BESIDE,
    CONVERTED,
    LISTED,
    NO_NOUN,
    NUMBER_BEFORE,
    SETTING,
    Claim,
    Decision,
    Period,
    days_apart,
)
from audit.rulebook import Rulebook
from audit.rulebook.words import WORD, Context

TIMES = ("period", "as_of")
UNTOLD = "published"  # by the day of the text alone
WHOSE, WHOLE = "whose", "group"
SUBSET = "subset"  # the filter of "640 of them"
OF = "of"  # the filter of what narrows a measure

Stand = Literal["same", "part_of", "overlaps", "disjoint", "unknown"]
MONTH = 27  # days from which a time is a period rather than a date
DAYS = 2  # between two days that texts name, for which one figure may still be told
OFTEN = 1.0  # yearly band of what is moved so often that each date has its own figure
LONGEST = 31  # days of a month
WEEK = 7
SHORT = 2  # letters: such a name is of many things
OPENING = 4  # words that open a sentence: "The projected total"
YEAR = 300  # days from which a time is a year
LONG = 400  # days: a stock "over the past 12 years" holds at no one date


class Axis(Struct, frozen=True, order=True):
    name: str  # entity, filter, period, as_of, definition, modality
    stand: Stand
    words: str  # what decided it, of both claims


def axes(a: Claim, b: Claim, rules: Rulebook) -> tuple[Axis, ...]:
    """The axes on which two claims of one group may still differ."""
    return (
        _entity(a, b, rules),
        _filters(a, b),
        *(_open_time(a, b, rules) if a.is_open else (_period(a, b), _as_of(a, b, rules))),
        _definition(a, b),
        _modality(a, b),
    )


def _entity(a: Claim, b: Claim, rules: Rulebook) -> Axis:
    """Unknown when a role of the metric is filled by no one: "trade" without the two countries."""
    metric = rules.metrics.get(a.metric.split(".")[0])
    wanted = set(metric.roles) if metric else set()
    missing = sorted(wanted - dict(a.roles).keys())
    if missing:
        return Axis("entity", "unknown", f"no {' and no '.join(missing)}")
    assumed = sorted({d.slot for c in (a, b) for d in assumptions(c)})
    words = f"{', '.join(assumed)} taken from the document" if assumed else "named"
    return Axis("entity", "same", words)


def complete(claim: Claim, rules: Rulebook) -> bool:
    """Whether every role that the claim's metric asks for is filled."""
    metric = rules.metrics.get(claim.metric.split(".")[0])
    return not metric or metric.roles.keys() <= dict(claim.roles).keys()


def assumptions(claim: Claim) -> list[Decision]:
    """The slots of a claim that its own words do not fill."""
    return [d for d in claim.decided if d.how == "assumed"]


def borrowed(claim: Claim, words: Context) -> bool:
    """Whether a figure has its measure from another sentence, by a word that does not open its own, or
    from the number before and its subject from the text. Which is meant a reader knows; here it is a
    guess, good enough to look twice and not to raise an alarm. "It fell by 36 %" is none."""
    measure = next((d for d in claim.decided if d.slot == "metric" and d.how == "inherited"), None)
    if measure is None or measure.words in (LISTED, BESIDE, NO_NOUN):
        return False
    if measure.words == NUMBER_BEFORE:
        return adrift(claim, words)
    if any(d.slot in TIMES and d.words.startswith(UNTOLD) for d in claim.decided):
        return True  # "It stood at 4.40 % after an increase": when, no words say
    opening = ["", *(word.lower() for word in WORD.findall(claim.quote)[:OPENING])]
    stand_in = measure.words.strip("“”")
    if claim.is_open or stand_in not in opening:
        return True
    at = opening.index(stand_in)
    parts = opening[at - 1] in words.part_links  # "of that, 8 million"
    return parts or any(word in words.holding for word in opening[at + 1 : at + 2])


def converted(claim: Claim) -> bool:
    """ "€72.6bn (£60.4bn)": what an outlet made of a sum at its own rate is no figure of its own."""
    return any(d.words == CONVERTED for d in claim.decided)


def unsaid(claim: Claim, rules: Rulebook) -> bool:
    """Whether a sentence says neither of two countries that play different parts in what it measures:
    "exports rose to 88 billion" may be those to all."""
    metric = rules.metrics.get(claim.metric.split(".")[0])
    if metric is None:
        return False
    told = {d.slot for d in claim.decided if d.how == "stated"}
    return len(metric.roles) > 1 and told.isdisjoint(metric.roles)


def adrift(claim: Claim, words: Context) -> bool:
    """Whether a sentence does not say of whom a figure is that no rule names, or of what: "the Greens
    39 %" may be of a poll, of half the votes or of the seats, "124,100 Model 3" built or delivered,
    "53,239 of them" part of either."""
    if claim.is_open and (_of_its_holder(claim) or SUBSET in dict(claim.filters)):
        return True
    return claim.is_open and not claim.subject and not _says_whose(claim, words)


def _of_its_holder(claim: Claim) -> bool:
    """Whether the one word for what a figure measures is the name of who has it."""
    label = {word.lower() for word in WORD.findall(claim.label)}
    held = [subject.tokens(name) for name in (*_owners(claim), *claim.setting)]
    written = any(word.lower() in label and word[0].isupper() for word in WORD.findall(claim.quote))
    return len(label) == 1 and written and any(label <= name for name in held)


def one_clock(a: Claim, b: Claim) -> bool:
    """Whether two figures that no rule names hold at times as well known: both say when, or both were
    told in one week, and neither of a month or year. "$7.2 billion in 2023" and "$9.4 billion" of an
    autumn's day may be of two years."""
    told = [moments.of(c) for c in (a, b)]
    if all(one.stated for one in told):
        days = [one.period for one in told if one.period and not one.long]
        return len(days) < len(told) or moments.gap(*days) <= DAYS
    near = days_apart(a.published, b.published) <= WEEK
    return near and not any(one.stated and one.long for one in told)


def one_subject(a: Claim, b: Claim) -> bool:
    """Whether two figures that no rule names are not read as those of two things that have names:
    "140,000 passengers" of an airline, and "150,000" of those who brought them home."""
    one, two = (subject.tokens(" ".join(_owners(c))) for c in (a, b))
    return one <= two or two <= one


def one_owner(a: Claim, b: Claim, words: Context) -> bool:
    """Whether both sentences name, or point back to, what their figures are of, and it is one thing."""
    return all(_owners(c) and _says_whose(c, words) for c in (a, b)) and one_subject(a, b)


def one_name(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether the sentences of two figures that no rule names say one name of what their texts are
    about, or any proper name."""
    one, two = (frozenset(WORD.findall(c.quote)) for c in (a, b))
    shared = one & two
    if any(word[0].isupper() and _proper(word.lower(), rules) for word in shared):
        return True
    low = {word.lower() for word in one} & {word.lower() for word in two}
    names = {*a.setting, *b.setting, *_owners(a), *_owners(b)}
    return any(subject.tokens(name) & low for name in names)


def _proper(word: str, rules: Rulebook) -> bool:
    """Whether a word is a name's: not "The" or "Monday", nor the "US" of "US$" or "UN", which names
    no one thing."""
    lexicon = rules.lexicon
    said = (
        word in rules.words.stop
        or word in lexicon.triggers
        or word.upper() in lexicon.iso_currencies
    )
    return len(word) > SHORT and not said


def _owners(claim: Claim) -> list[str]:
    return [key for role, key in claim.roles if role == ABOUT]


def _says_whose(claim: Claim, words: Context) -> bool:
    """Whether a sentence names, or points back to, something that its text is about; who only tells
    of a figure ("the institute said") is not whose it is."""
    if any(d.slot == ABOUT and d.words != SETTING for d in claim.decided):
        return True
    said = [word.lower() for word in WORD.findall(claim.quote)]
    return any(_named(subject.tokens(name), said, words) for name in claim.setting)


def _named(name: frozenset[str], said: Sequence[str], words: Context) -> bool:
    if not name <= set(said):
        return False
    last = max(i for i, word in enumerate(said) if word in name)
    first = min(i for i, word in enumerate(said) if word in name)
    tells = any(word in words.says for word in said[last + 1 : last + 3])
    return not tells and said[max(0, first - 2) : first] != ["according", "to"]


def left_out(claim: Claim) -> bool:
    """Whether a text leaves out of whom a figure is: what it is about stands for them."""
    return any(d.how == "inherited" and d.words == SETTING for d in claim.decided)


def _said_of_both(a: Claim, b: Claim) -> bool:
    """Whether two figures that no rule names are both said of a thing by its name, and only one of
    them says by what it is narrowed: "Kashagan's oil output", "output at Kashagan"."""
    one, two = ({v for axis, v in c.filters if axis == OF} for c in (a, b))
    stated = all(c.decided_as(ABOUT, "stated") for c in (a, b))
    return a.is_open and stated and not (one and two)


def _left_out(a: Claim, b: Claim) -> set[tuple[str, str]]:
    """ "The airline's profit", "its profit": that one text leaves out whose a figure is, parts none,
    but for a group, which is more than its parts."""
    one, two = ({v for axis, v in c.filters if axis == WHOSE} for c in (a, b))
    return {(WHOSE, v) for v in one ^ two if not (one and two) and v != WHOLE}


def _filters(a: Claim, b: Claim) -> Axis:
    if a.filters == b.filters:
        return Axis("filter", "same", "")
    only = sorted((set(a.filters) ^ set(b.filters)) - _left_out(a, b))
    if not only:
        return Axis("filter", "same", "")
    if _said_of_both(a, b) and {axis for axis, _ in only} == {OF}:
        return Axis("filter", "same", "")
    words = ", ".join(f"{axis}: {value}" for axis, value in only)
    return Axis("filter", "part_of" if not a.filters or not b.filters else "disjoint", words)


def _period(a: Claim, b: Claim) -> Axis:
    if a.period == b.period:
        dated = a.period is not None or a.as_of is not None or a.kind not in ("flow", "rate")
        return Axis(
            "period", "same" if dated else "unknown", "" if dated else "no period in either"
        )
    if a.period is None or b.period is None:
        return Axis("period", "unknown", "one of them names no period")
    words = f"{figures.period(a.period)} / {figures.period(b.period)}"
    if a.kind == "cumulative":
        return Axis("period", "same", words)
    if a.period.within(b.period) or b.period.within(a.period):
        return Axis("period", "part_of", words)
    return Axis("period", "overlaps" if a.period.meets(b.period) else "disjoint", words)


def _runs_on(a: Claim, b: Claim) -> Period | None:
    """ "12 million since January", told in June, and 10 million, told in May: each up to its own day."""
    begun = a.period if a.period == b.period and a.kind == "flow" else None
    apart = days_apart(a.published, b.published) > WEEK
    return begun if begun and begun.last is None and apart else None


def _open_time(a: Claim, b: Claim, rules: Rulebook) -> tuple[Axis, Axis]:
    """An open claim does not say whether its time is a period or a date: it has one time."""
    times = [figures.period(t) if (t := c.period or c.as_of) else "undated" for c in (a, b)]
    one = one_thing.one_time(a, b, rules.concepts)
    stand: Stand = "unknown" if one is None else "same" if one else "disjoint"
    words = "" if one else " / ".join(times)
    return Axis("period", "same", ""), Axis("as_of", stand, words)


def _as_of(a: Claim, b: Claim, rules: Rulebook) -> Axis:
    if runs := _runs_on(a, b):
        return Axis("as_of", "part_of", f"{figures.period(runs)}, up to two days")
    if a.as_of == b.as_of:
        dated = a.as_of is not None or a.period is not None or a.kind == "date"
        return Axis("as_of", "same" if dated else "unknown", "" if dated else "neither is dated")
    if a.as_of is None or b.as_of is None:
        return Axis("as_of", "unknown", "one of them is undated")
    if a.kind == "rank" and a.as_of != b.as_of and _dated_by_text(a) != _dated_by_text(b):
        words = "only one of them says when"  # a rank is of the last figures, not of the day
        return Axis("as_of", "unknown", words)
    words = f"{figures.period(a.as_of)} / {figures.period(b.as_of)}"
    short, long = sorted((_days(a.as_of), _days(b.as_of)))
    quarter = a.mention.kind == "money" and LONGEST < long < YEAR
    if quarter and _dated_by_text(a) != _dated_by_text(b):
        return Axis("as_of", "unknown", "only one of them says of which months")  # a product
    if a.kind == "share" and long >= MONTH:  # each the share of its own months
        return Axis("as_of", "part_of" if short >= MONTH else "unknown", words)
    if short >= MONTH and long - short > MONTH:  # the product of nine months, and that of a year
        return Axis("as_of", "part_of", words)
    if long > LONG:
        return Axis("as_of", "unknown", words)
    counting = a.is_open and a.kind == "cumulative"  # cases since January grow from day to day
    metric = rules.metrics.get(a.metric)
    moved = metric is not None and (metric.band_per_year or 0.0) >= OFTEN  # a policy rate
    near = 0 if counting or moved or _dated_in_words(a, b) else rules.checks.drift_days
    return Axis(
        "as_of",
        "disjoint" if gap(a, b) > near else "same",
        words,
    )


def _dated_in_words(a: Claim, b: Claim) -> bool:
    """ "1,611 as of December 1", "1,690 by the end of January": each text names the day, or the month,
    of its count."""
    said = all(c.decided_as("as_of", "stated") for c in (a, b))
    return said and all(c.as_of is not None and _days(c.as_of) <= LONGEST for c in (a, b))


def _dated_by_text(claim: Claim) -> bool:
    """Whether the day of the text stands for a date that the claim does not give."""
    return any(d.slot == "as_of" and d.words.startswith("published") for d in claim.decided)


def _days(period: Period) -> int:
    return (period.last - period.first).days if period.first and period.last else 0


def gap(a: Claim, b: Claim) -> int:
    """Days from the end of one as-of date to that of the other; 0 where they meet or one is unknown.

    From end to end: the values of 2022 and of 2023 are a year apart, not a day.
    """
    if not a.as_of or not b.as_of or _until(a.as_of).meets(_until(b.as_of)):
        return 0
    ends = [claim.as_of.last or claim.as_of.first for claim in (a, b) if claim.as_of]
    return abs((ends[0] - ends[1]).days) if ends[0] and ends[1] else 0


def _until(period: Period) -> Period:
    """A count "by the end of January" is that of the day on which January ends."""
    return Period(period.last, period.last) if period.first is None and period.last else period


def _modality(a: Claim, b: Claim) -> Axis:
    same = (a.modality == "actual") == (b.modality == "actual")
    return Axis("modality", "same" if same else "disjoint", f"{a.modality} / {b.modality}")


def _definition(a: Claim, b: Claim) -> Axis:
    if a.definition == b.definition:
        return Axis("definition", "same", a.definition or "")
    words = " / ".join(f"“{(c.definition or '?').replace('_', ' ')}”" for c in (a, b))
    return Axis("definition", "disjoint" if a.definition and b.definition else "unknown", words)
