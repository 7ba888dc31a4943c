"""Whether two claims that no rule names may be held against each other.

Their group says that they measure the same of the same subject. Without a rule that is not enough:
a text may speak of several such figures. So a quarrel of two papers needs that each gives one value
only, and that the two agree on none: "9 in Arosa, 8 in Brenn" beside "23" is no quarrel of theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import combinations
from math import isfinite
from typing import Protocol, TypeVar

from audit import moments, subject
from audit.check.framed import framed, measured, stated, unnamed
from audit.model import ABOUT, FROM, NOT_ALL, Claim, days_apart
from audit.rulebook import Rulebook
from audit.rulebook.concepts import Concepts
from audit.rulebook.words import KEPT, WORD, Vocabulary, phrases
from audit.values import Outcome, Reading, outcome, power_of_ten, reading

SCENE = 2  # words that two sentences on one event share
HANDFUL = 10
DISTANCE = "distance"
NEARBY = 50  # letters behind a distance in which the place stands
_PLACE = re.compile(r"\b(?:of|from)\s+(?:the\s+)?([A-Z][\w-]+)")
TENFOLD = 10.0
LEAP = 1.4  # times: by which a toll grows within a day
FAR = 1.25  # times: two figures further apart are of two things, unless by a power of ten

YEARS = re.compile(r"\byears\b")
_DIGIT = re.compile(r"\d")
Paper = tuple[str, int, bool]


class Judged(Protocol):
    @property
    def a(self) -> Claim: ...
    @property
    def b(self) -> Claim: ...
    @property
    def outcome(self) -> Outcome: ...


J = TypeVar("J", bound=Judged)


def head(claim: Claim) -> str:
    """What an open claim measures: "open:turnout.growth" -> turnout."""
    return claim.metric.removeprefix("open:").partition(".")[0]


def comparable(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two open claims of one group are figures that can quarrel at all."""
    if prints_both(a, b):
        return False
    if any(c.mention.stated is None and not _DIGIT.search(c.mention.text) for c in (a, b)):
        return False  # "thousands", "a few"
    if unnamed(a) or unnamed(b):
        return False
    if _of_years(a) != _of_years(b):
        return False  # "over the past two years", and a year
    if NOT_ALL in a.filters and NOT_ALL in b.filters:
        return False  # each of another hour of the count
    if _from_two_days(a, b):
        return False  # "since the end of May", "since August 8"
    if paper(a) == paper(b) or not (a.terms and b.terms) or _base(a) or _base(b):
        return False
    if mounts(a, b, rules):
        return False
    if _bare(a) and head(a) not in rules.concepts.named - rules.concepts.events:
        return head(a) in rules.concepts.mounting  # indices, scores, codes
    if a.mention.kind == "duration" and head(a) not in rules.concepts.named:
        return framed(a, b, rules)  # "a three-day visit"
    if a.metric.endswith((".growth", ".change")) and not _one_period(a, b):
        return False  # what prices rose by, moves within the day
    if head(a) == DISTANCE and _from_where(a) != _from_where(b):
        return False  # "60 km east of Albany", "400 km south-east of Perth"
    if head(a) == "age" and not (_said_of(a) and _said_of(b)):
        return False  # everyone has one
    if _of_nobody(a) or _of_nobody(b):
        return framed(a, b, rules) and _nothing_else(a, b, rules)
    if _moves(a, rules):
        one_day = moments.of(a).period == moments.of(b).period
        return framed(a, b, rules) or (stated(a) and stated(b) and one_day)
    return framed(a, b, rules) or not (vague_noun(a, rules) or _small(a, b, rules))


def _from_where(claim: Claim) -> str:
    """The place that a distance is counted from: the name behind "of" or "from"."""
    base = claim.sentence.start if claim.sentence else claim.start
    found = _PLACE.search(claim.quote[claim.end - base :][:NEARBY])
    return found[1] if found else ""


def prints_both(a: Claim, b: Claim) -> bool:
    """Whether one of two sentences gives the figure of the other as well, and so tells them apart:
    "2,122 dead; on Saturday it had been 2,012"."""
    one, two = a.mention.text, b.mention.text
    return one != two and (_stands(one, b.quote) or _stands(two, a.quote))


def _stands(figure: str, quote: str) -> bool:
    """Whether a figure stands in a sentence by itself: "12" is not in "2,012" nor in "12.5"."""
    alone = rf"(?<![^\W_])(?<!\d[.,]){re.escape(figure)}(?![.,]?\d)"
    return figure in quote and re.search(alone, quote) is not None


def _of_nobody(claim: Claim) -> bool:
    """ "8 % of the exports": whose or of which goods the share is, its sentence does not say."""
    told = {axis for axis, _ in claim.filters} & {"part", "whose", "action"}
    return head(claim) == "share" and not told and not claim.decided_as(ABOUT, "stated")


def _nothing_else(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether the words of one sentence hold those of the other: "the export of cement", "of carpets"
    do not."""
    one, two = ({t for t in rules.words.terms(c.quote) if not t[0].isdigit()} for c in (a, b))
    return one <= two or two <= one


def _of_years(claim: Claim) -> bool:
    """Whether a figure adds up several years: "over the past two years"."""
    words = (d.words for d in claim.decided if d.slot in ("period", "as_of"))
    return claim.kind == "cumulative" and any(YEARS.search(said) for said in words)


def _from_two_days(a: Claim, b: Claim) -> bool:
    """Whether two sums begin on days that are further apart than a month."""
    one, two = (c.period.first if c.period and not c.period.last else None for c in (a, b))
    return bool(one and two) and days_apart(one, two) > moments.MONTH


def _bare(claim: Claim) -> bool:
    """A number without a noun or unit, of what it is given as."""
    mention = claim.mention
    return mention.kind == "number" and mention.unit is None and mention.noun is None


def _one_period(a: Claim, b: Claim) -> bool:
    one, two = moments.of(a), moments.of(b)
    told = (one.stated and two.stated) or (one.long and one.whole)
    return told and one.period == two.period


def of_one_name(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two figures that can quarrel are said of one named thing at one time."""
    one, two = (_said_of(c) for c in (a, b))
    together = one is not None and one == two and bool(one_time(a, b, rules.concepts))
    return together and comparable(a, b, rules)


def _said_of(claim: Claim) -> str | None:
    """The name that the sentence itself gives."""
    return dict(claim.roles).get(ABOUT) if claim.decided_as(ABOUT, "stated") else None


def mounts(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether the later paper has the higher toll: the dead of a storm are told from day to day, and
    from hour to hour."""
    if not (a.published and b.published and _of_a_toll(a, rules) and _of_a_toll(b, rules)):
        return False
    told = (a.published, b.published)
    both = stated(a) and stated(b)
    days = (_day(a), _day(b)) if both else told
    if both and days[0] == days[1] and told[0] != told[1] and not framed(a, b, rules):
        return _rose(a, b, told[0] < told[1])  # the day of the event
    if days[0] is None or days[1] is None or days[0] == days[1]:
        fresh = {head(a), head(b)} <= rules.concepts.mounting  # no "34 children" of a trial's day
        return fresh and not both and paper(a)[:2] != paper(b)[:2] and _leaps(a, b)
    # years later, too, the day of an event may stand for that of its toll
    return _rose(a, b, days[0] < days[1]) or (told[0] != told[1] and _rose(a, b, told[0] < told[1]))


def _rose(a: Claim, b: Claim, in_turn: bool) -> bool:
    """Whether the later of two figures, `b` if they are in turn, is the higher one."""
    early, late = (a, b) if in_turn else (b, a)
    return (late.mention.stated or 0) > (early.mention.stated or 0)


def _leaps(a: Claim, b: Claim) -> bool:
    """Whether one toll is so much higher that it was rather told hours later."""
    one, two = sorted(abs(c.mention.stated or 0) for c in (a, b))
    return two >= LEAP * one


def _day(claim: Claim) -> date | None:
    period = moments.of(claim).period
    return (period.last or period.first) if period else None


def _of_a_toll(claim: Claim, rules: Rulebook) -> bool:
    """Whether a figure grows while its event goes on: the dead, and the children among them."""
    concepts = rules.concepts
    counting, words = _said(rules.words, claim.quote)
    if (
        head(claim) in concepts.mounting or counting or _goes_on(claim, rules)
    ):  # "41 % of the quota so far"
        return True
    if claim.mention.kind not in ("count", "number"):
        return False
    lost = (t for event, t in concepts.together.items() if event in concepts.hurt)
    told = not words.isdisjoint(concepts.hurting)
    return told or any(t.verbs & words and t.objects & words for t in lost)


def _goes_on(claim: Claim, rules: Rulebook) -> bool:
    """ "80 percent contained, and the Harun fire 13": how far it has come, not a figure of what was
    completed."""
    _, words = _said(rules.words, claim.quote)
    return claim.mention.kind == "percent" and not words.isdisjoint(rules.words.context.progress)


@lru_cache(maxsize=KEPT)
def _said(vocabulary: Vocabulary, quote: str) -> tuple[bool, frozenset[str]]:
    """Whether a sentence tells of a count that goes on, and its words."""
    counting = _pattern(tuple(vocabulary.context.until_now)).search(quote) is not None
    return counting, frozenset(word.lower() for word in WORD.findall(quote))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return phrases(list(words))


def _moves(claim: Claim, rules: Rulebook) -> bool:
    """Prices and the like: two figures are two moments."""
    per = "/" in (claim.mention.unit or "") and claim.mention.kind == "money"
    return per or head(claim) in rules.concepts.moving


def vague_noun(claim: Claim, rules: Rulebook) -> bool:
    """ "50 countries", "a deal of $6 million", plain "units": a noun that is of another thing in each
    sentence."""
    if head(claim) in rules.concepts.counters and len(set(claim.terms)) == 1:
        return True
    if claim.is_open and claim.label.lower() in rules.lexicon.currency_nouns:
        return True  # "17.3 billion crowns": of what, its sentence does not say
    said = claim.mention.noun is not None or claim.mention.kind == "money"
    return said and head(claim) in rules.concepts.anything


def _small(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """ "Three initiatives": a handful is one of many, unless it is of people hurt."""
    few = any(c.mention.unit is None and abs(c.mention.stated or 0) < HANDFUL for c in (a, b))
    return few and a.kind == "stock" and head(a) not in rules.concepts.events


def sure(a: Claim, b: Claim, left: Reading, right: Reading, rules: Rulebook) -> bool:
    """Whether so much is said of two claims that they are of one thing, in words and in size."""
    if framed(a, b, rules):
        return True
    if a.kind in ("rank", "ordinal"):
        return _owned(a, b)
    if (a.source, a.item) != (b.source, b.item) and not _one_subject(a, b, rules):
        return False  # only a third text has what both of them have
    happened = rules.concepts.events | rules.concepts.occasions
    if head(a) in happened and not _one_scene(a, b, rules):
        return False
    near = _near(left, right) or (a.metric.endswith(".growth") and _owned(a, b))
    slip = power_of_ten(_middle(left) or 0.0, _middle(right) or 0.0)
    # every line has a length, but not ten times another's; a sum of many is soon ten times another
    lasting = head(a) in rules.concepts.lasting
    named = any(subject.of(c, rules.words.context).names for c in (a, b))
    known = _known(a, rules) and (named or not slip) and (bool(slip) or not lasting)
    return near and _timed(a, b, rules) and (_owned(a, b) or known)


def _one_subject(a: Claim, b: Claim, rules: Rulebook) -> bool:
    one, two = (subject.of(c, rules.words.context) for c in (a, b))
    unnamed = not (one.names or two.names)  # then each text must know what the other is about
    return subject.one(one, two) and not (unnamed and subject.strange(one, two))


def _one_scene(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two sentences on people hurt tell of more in common than that: a place, a cause; or
    one of them of what the other's text comes back to."""
    one, two = (set(rules.words.terms(c.quote)) - measured(c, rules) for c in (a, b))
    return len(one & two) >= SCENE or bool(one & set(b.topic) or two & set(a.topic))


def _near(left: Reading, right: Reading) -> bool:
    """Two figures of one thing are seldom apart by half, but for a slip of the pen."""
    one, two = _middle(left), _middle(right)
    if not one or not two:
        return False
    if power_of_ten(one, two):
        return True
    return one * two < 0 or 1 / FAR < abs(one / two) < FAR


def far_apart(a: Claim, b: Claim, left: Reading, right: Reading) -> bool:
    """Whether two figures, not both of a thing that they name, differ by more than tenfold and by
    no slip: "prize funds of $150 million", "of $50,000"."""
    one, two = _middle(left), _middle(right)
    if not one or not two or power_of_ten(one, two) or all(_said_of(c) for c in (a, b)):
        return False
    return not 1 / TENFOLD < abs(one / two) < TENFOLD


def _middle(held: Reading) -> float | None:
    """The written number, or the middle of a range."""
    if held.point is not None:
        return held.point
    middle = (held.literal.low + held.literal.high) / 2
    return middle if isfinite(middle) else None


def _owned(a: Claim, b: Claim) -> bool:
    """Whether both say of whom, or point back to what their text is about."""
    return all(any(d.slot == ABOUT and d.how != "assumed" for d in c.decided) for c in (a, b))


def _known(claim: Claim, rules: Rulebook) -> bool:
    """Of a measure that the press always has of something: revenue, turnout, deaths."""
    return head(claim) in rules.concepts.named


def _timed(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Both dated in words, or of one week: what is told daily differs daily."""
    if head(a) in rules.concepts.lasting or (stated(a) and stated(b)):
        return True
    if not (a.published and b.published):
        return False
    happened = rules.concepts.events | rules.concepts.occasions
    slow = _known(a, rules) and head(a) not in happened
    near = days_apart(a.published, b.published) <= (moments.NEAR if slow else 0)
    return near or stated(a) or stated(b)


def _base(claim: Claim) -> bool:
    """A value from before a change, of no time of its own."""
    return FROM in claim.filters and claim.as_of is None and claim.period is None


def paper(claim: Claim) -> Paper:
    """A document; its headline counts as another's voice."""
    return (claim.source, claim.item, claim.heading)


def settled(claims: Sequence[Claim], found: Iterable[J], rules: Rulebook) -> list[J]:
    """The judgements that stand: no quarrel between papers that agree on a value of the group, or
    of one that gives two itself."""
    every = list(found)
    agreed = {_papers(j) for j in every if j.outcome.closeness != "disjoint"}
    several = _several(claims, rules)
    return [
        j
        for j in every
        if j.outcome.closeness != "disjoint"
        or (_papers(j) not in agreed and not several & _papers(j))
    ]


def _papers(j: Judged) -> frozenset[Paper]:
    return frozenset((paper(j.a), paper(j.b)))


def _several(claims: Iterable[Claim], rules: Rulebook) -> frozenset[Paper]:
    """Papers that give two values of one group apart."""
    told: dict[Paper, list[Claim]] = defaultdict(list)
    for claim in claims:
        if not _base(claim):
            told[paper(claim)].append(claim)
    sets = rules.checks.sets
    return frozenset(
        where
        for where, some in told.items()
        if any(
            outcome(reading(a.mention, sets), reading(b.mention, sets), sets).closeness
            == "disjoint"
            for a, b in combinations(some, 2)
            if (a.period or a.as_of) == (b.period or b.as_of)
        )
    )


def one_time(a: Claim, b: Claim, concepts: Concepts) -> bool | None:
    """Whether two open claims speak of one time; None where one of them does not say."""
    if head(a) in concepts.lasting or a.kind == "date":
        return True
    return moments.one(moments.of(a), moments.of(b))
