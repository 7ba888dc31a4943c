"""Whether two claims that no rule names are of one thing: by one frame of words, or by one name.

Without a rule for the metric its words alone prove nothing: "10 provinces" here and there are two
sets of provinces. The same words of the same named thing, at the same time, are one.
"""

from __future__ import annotations

from audit.model import ABOUT, Claim
from audit.rulebook import Rulebook

DAYS = 3  # between two papers on one event
SPECIFIC = 2  # words of a measure phrase that say enough of a place: "cocoa prices"
BEYOND = 4  # words that two frames share besides the measure phrase


def of_one_thing(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two open claims of one group may be held against each other."""
    one, two = a.mention.text, b.mention.text
    if one != two and one in b.quote and two in a.quote:
        return False  # one sentence, nearly copied, with both numbers in it
    if a.mention.kind == "number" and a.mention.unit is None and a.mention.noun is None:
        return False  # indices, scores, codes: a bare number is of nothing
    if "/" in (a.mention.unit or "") or (a.metric.endswith(".growth") and a.period is None):
        return False  # prices, and what they rose by, move within the day
    return framed(a, b, rules) or _named(a, b)


def framed(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two open claims stand in sentences of the same words: a headline and its text,
    two papers on one event. Without a rule for the metric, its words alone prove nothing."""
    if (a.source, a.item) == (b.source, b.item) and a.heading == b.heading:
        return False
    if _unnamed(a) or _unnamed(b):
        return False  # "the company": each text names its own before
    if a.published is None or b.published is None or abs((a.published - b.published).days) > DAYS:
        return False  # closing prices and death tolls: what is told daily differs daily
    if a.kind != "ordinal" and a.published != b.published and not (_dated(a) and _dated(b)):
        return False  # daily figures; counts of years do not change in a day
    one, two = (set(rules.words.terms(c.quote)) for c in (a, b))
    shared = one & two
    beyond = shared - set(a.terms) - set(b.terms)
    return len(beyond) >= BEYOND and 2 * len(shared) >= rules.checks.fuzzy.frame * (
        len(one) + len(two)
    )


def _unnamed(claim: Claim) -> bool:
    return any(d.slot == ABOUT and d.how == "unknown" for d in claim.decided)


def _dated(claim: Claim) -> bool:
    return any(d.slot in ("period", "as_of") and d.how == "stated" for d in claim.decided)


def _named(a: Claim, b: Claim) -> bool:
    """Whether both are said of one named thing, or of one place in two words at least, by two hands
    at one time: the same stated one, or on the same day."""
    if (a.source, a.item) == (b.source, b.item) or not _together(a, b):
        return False
    one, two = dict(a.roles).get(ABOUT), dict(b.roles).get(ABOUT)
    if one or two:
        return one == two
    placed = a.subject is not None and (a.subject, a.object) == (b.subject, b.object)
    return placed and len(set(a.terms) & set(b.terms)) >= SPECIFIC


def _together(a: Claim, b: Claim) -> bool:
    if _dated(a) and _dated(b):
        one, two = (c.as_of or c.period for c in (a, b))
        return one is not None and one == two
    if a.published is None or b.published is None:
        return False
    share = a.kind == "rate"  # of one vote, one survey
    return abs((a.published - b.published).days) <= (DAYS if share else 0)
