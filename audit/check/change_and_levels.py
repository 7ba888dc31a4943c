"""A213 change-and-levels (warning; info where a rate stands beside the level of a month)

Finds: a change and the two levels that one sentence gives for it, which do not fit: "by 25 basis
points, from 7.25 % to 6.75 %". Each number counts with its rounding.

Wrong when: the change is told in other terms than the levels (at constant prices, without some
part), or of another time than they are.

Example: "revenue rose 20 % to 1.5 billion from 1.2 billion": 20 % more than 1.2 are 1.44.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.check.case import Case, blocks, finding, told_better
from audit.check.distance import difference
from audit.check.judge import value
from audit.check.numbers import amount, outlet, rough
from audit.check.rounded import slack
from audit.model import Claim, Finding, Interval
from audit.rulebook import Rulebook
from audit.rulebook.units import factor
from audit.rulebook.words import WORD
from audit.values import Reading

CODE = "A213"
POINTS = {"percentage_point": 1.0, "basis_point": 0.01}  # in percent
PAIR = 2
YEAR = 366  # days
NEARER = 30  # letters behind a level in which "in the first quarter" stands
CLAUSE = 120  # characters that a change and its levels take
SEPARATORS = (1.0, 1000.0, 0.001)  # "$ 1.005" of a paper that parts thousands by points
_PERCENT = re.compile(r"%|\bper ?cent\b|\bpc\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b.*")
_NAMED = re.compile(r"[,;]\s+(?:and\s+)?[A-Z][a-z]")  # what the levels are of, and not the change
AS = "as"
TO = re.compile(r"\b(?:to|at)(?:\s+[\w-]+){0,2}[\s$€£¥₹A-Z]*\Z")
ROLES = ("by", "from", "to")
Key = tuple[object, ...]


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    for said in blocks(claims, keys, rules).values():
        told = [c for c in said if _moved(c, rules)]
        one = {role: [c for c in told if c.mention.change == role] for role in ROLES}
        if all(len(some) == 1 for some in one.values()):
            three = [one[role][0] for role in ROLES]
            if (
                _together(three)
                and _led_to(three[2])
                and _of_one_verb(three, rules)
                and not _others_between(three, said)
                and not _in_other_terms(told[0], three[1], rules)
            ):
                yield from _held(case, *three)


def keys(claim: Claim, rules: Rulebook) -> Iterator[Key]:  # noqa: ARG001
    """The sentence: what else stands in it decides, too."""
    if claim.sentence:
        yield (claim.source, claim.item, claim.sentence.start)


def _moved(claim: Claim, rules: Rulebook) -> bool:
    """Whether a figure moves or is moved; "halved", "by half", "by about two-thirds" are too round."""
    mention = claim.mention
    rough = mention.unit is None and (mention.stated or 0) < 1
    times = rough or mention.text.lower() in rules.lexicon.multiples
    return bool(mention.change and mention.direction) and not times


def told_by(own: Finding, other: Finding) -> bool:
    """Whether a check that knows the metric has told the same figures."""
    return told_better(own, other)


def _together(three: Sequence[Claim]) -> bool:
    """Whether they stand in one clause, and the levels are not of years further apart than one."""
    by, start, end = three
    base = by.sentence.start if by.sentence else 0
    ends = sorted(place - base for claim in three for place in (claim.start, claim.end))
    between = by.quote[ends[0] : ends[-1]]
    levels = sorted((start, end))
    parted = _PERCENT.search(by.quote[levels[0].end - base : levels[1].start - base])
    if parted or _YEAR.fullmatch(start.mention.text):
        return False  # "from 10.6 billion, on revenue 13 % higher at 121"; "from 2023 estimates"
    times = [(c.period or c.as_of) for c in (start, end)]
    firsts = [time.first for time in times if time and time.first]
    near = len(firsts) < PAIR or abs((firsts[0] - firsts[1]).days) <= YEAR
    return near and ";" not in between and len(between) <= CLAUSE


def _led_to(end: Claim) -> bool:
    """Whether a level is what the change led to, in so many words: "to 6.75 %"; "below the 34.1 billion
    that brokers expected" is held against another."""
    base = end.sentence.start if end.sentence else 0
    return TO.search(end.quote[: end.start - base]) is not None


def _others_between(three: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """Whether figures of other things stand between a change and its levels: "went up from 283 to 294,
    and 1,895 were hurt, 13.5 % more"."""
    first, last = min(c.start for c in three), max(c.end for c in three)
    return any(first < c.start < last and c not in three and not c.mention.is_time for c in told)


def _of_one_verb(three: Sequence[Claim], rules: Rulebook) -> bool:
    """Whether neither another verb of change nor a new clause parts a change and its levels: "visits
    rose 7 %, the share grew from 25 to 26 %", "up 15 % from 28, but below the 54 of May", "by 360m as
    oil went from 73 to 85", "up 45 % from 20.3, having pegged it at 26.1", "up 64 %, Peru from"."""
    by, start, end = three
    base = by.sentence.start if by.sentence else 0
    levels = sorted(c.start - base for c in (start, end))
    ends = sorted(c.end - base for c in (start, end))
    gap = by.quote[by.end - base : levels[0]] or by.quote[ends[-1] : by.start - base]
    said = WORD.findall(gap.lower())
    moved = any(word in rules.lexicon.change_verb or word == AS for word in said)
    told = WORD.findall(by.quote[ends[0] : levels[-1]].lower())
    inner = [word for word in told if word not in rules.lexicon.months]  # "in May" is no verb
    words = rules.words
    apart = any(word in words.context.clause_openers or words.is_verb(word) for word in inner)
    return not moved and not apart and _NAMED.search(gap) is None


def _in_other_terms(claim: Claim, start: Claim, rules: Rulebook) -> bool:
    """Whether a change is told in other terms than its levels, or on another time than they are of."""
    text, context = claim.quote.lower(), rules.words.context
    if any(words in text for words in context.other_terms):
        return True
    yearly = any(words in text for words in context.yearly_change)
    behind = text[start.end - (start.sentence.start if start.sentence else 0) :][:NEARER]
    return any(words in (text if yearly else behind) for words in context.nearer_levels)


def _of_a_month(by: Claim, start: Claim, rules: Rulebook) -> bool:
    """ "Up 12.9 %, to 16,023 from 10,084 in September": the rate may be on the same month of the year
    before, as rates mostly are; only the levels are of neighbouring months."""
    if by.mention.kind != "percent":
        return False
    base = start.sentence.start if start.sentence else 0
    behind = WORD.findall(start.quote[start.end - base :][:NEARER].lower())
    return any(word in rules.lexicon.months for word in behind)


def _held(case: Case, by: Claim, start: Claim, end: Claim) -> Iterator[Finding]:
    old = value(start, case.rules, end.mention.unit)
    new = value(end, case.rules, end.mention.unit)
    change = value(by, case.rules, by.mention.unit)
    if old is None or new is None or change is None or None in (old.point, new.point, change.point):
        return
    made = _made(slack(old), change, by, end)
    if made is None or any(made.meets(slack(new) * Interval(k, k)) for k in SEPARATORS):
        return
    shown = _made(Interval(old.point or 0.0, old.point or 0.0), change, by, end)
    unit = end.mention.unit
    text = f"{by.label}: “{by.mention.text}” is not the way from “{start.mention.text}” to “{end.mention.text}” ({outlet(by)})"
    yield finding(
        case, CODE, "conflict", [by, start, end], text,
        arithmetic=f"{amount(old.point or 0.0, unit)} {_sign(by)} {by.mention.text}: {rough(shown or made, unit)}; stated {amount(new.point or 0.0, unit)}",
        severity="info" if _of_a_month(by, start, case.rules) else "warning", material=difference(made, slack(new)),
    )  # fmt: skip


def _made(old: Interval, change: Reading, by: Claim, end: Claim) -> Interval | None:
    """What the change makes of the level before it; None where their units do not go together."""
    size = slack(change)
    size = Interval(abs(min(size.low, size.high, key=abs)), abs(max(size.low, size.high, key=abs)))
    unit, level = by.mention.unit, end.mention.unit
    if unit in POINTS and level == "percent":
        moved: Interval = size * Interval(POINTS[unit], POINTS[unit])
    elif unit == "percent" and level != "percent":
        moved = old * size * Interval(0.01, 0.01)
    elif scale := 1.0 if unit == level else factor(unit, level):
        moved = size * Interval(scale, scale)
    else:
        return None
    return old + moved if by.mention.direction == "up" else old - moved


def _sign(by: Claim) -> str:
    return "+" if by.mention.direction == "up" else "-"
