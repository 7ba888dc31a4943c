"""Whether two open claims stand in sentences of the same words."""

from __future__ import annotations

from functools import lru_cache

from audit import moments
from audit.model import ABOUT, Claim, days_apart
from audit.rulebook import Rulebook
from audit.rulebook.words import KEPT, Vocabulary

DAYS = 3  # between two papers on one event
BEYOND = 4  # words that two frames share besides the measure phrase


def framed(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two open claims stand in sentences of the same words: a headline and its text,
    two papers on one event. Without a rule for the metric, its words alone prove nothing."""
    if (a.source, a.item) == (b.source, b.item) and a.heading == b.heading:
        return False
    if days_apart(a.published, b.published) > DAYS:
        return False  # closing prices and death tolls: what is told daily differs daily
    if unnamed(a) or unnamed(b):
        return False  # "the company": each text names its own before
    if a.kind != "ordinal" and a.published != b.published and not (stated(a) and stated(b)):
        return False  # daily figures; counts of years do not change in a day
    one, two = (_terms(rules.words, c.quote) for c in (a, b))
    shared = one & two
    beyond = shared - measured(a, rules) - measured(b, rules)
    return len(beyond) >= BEYOND and 2 * len(shared) >= rules.checks.fuzzy.frame * (
        len(one) + len(two)
    )


def measured(claim: Claim, rules: Rulebook) -> frozenset[str]:
    """The words of a measure: its concepts, and what stands for them ("employs people": worker)."""
    return frozenset(claim.terms) | _terms(rules.words, claim.label)


def stated(claim: Claim) -> bool:
    """Whether its sentence says when a claim holds."""
    return moments.of(claim).stated


def unnamed(claim: Claim) -> bool:
    """Whether a claim is of a thing that its text named before: "the company"."""
    return claim.decided_as(ABOUT, "unknown")


@lru_cache(maxsize=KEPT)
def _terms(words: Vocabulary, text: str) -> frozenset[str]:
    return frozenset(words.terms(text))
