"""The term of a paper, by its name: "the Roadmap on Rural Roads for 2023-2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from audit.check import event, sentence
from audit.model import Claim, days_apart
from audit.rulebook import Rulebook

Key = tuple[str, ...]
MONTH = 31  # days between two papers on one signing: the next term is another paper's
YEARS = 366  # days: a term is longer; a shorter time is the day of something else


def key(claim: Claim, rules: Rulebook) -> Key:
    """The normal form of a paper's name; () for another claim, or one that does not follow a name."""
    metric, period = rules.metrics.get(claim.metric), claim.mention.period
    if metric is None or (metric.kind, metric.unit) != ("set", "date") or period is None:
        return ()
    if period.first is None or period.last is None or (period.last - period.first).days < YEARS:
        return ()
    found = _named(rules.facts.words.validity).search(sentence.before(claim))
    terms = set(rules.words.terms(found["name"])) if found else set()
    return tuple(sorted(terms)) if len(terms) >= event.NAMED else ()


def quarrels(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one name whose terms differ though they overlap, told of within a month."""
    for a, b in combinations(claims, 2):
        one, two = a.mention.period, b.mention.period
        if one and two and one != two and one.meets(two) and event.apart(a, b) and _near(a, b):
            yield a, b


def _near(a: Claim, b: Claim) -> bool:
    return days_apart(a.published, b.published) <= MONTH


@cache
def _named(validity: frozenset[str]) -> re.Pattern[str]:
    """A name right before its term, which a word may lead to, or a bracket."""
    lead = sentence.either(word for word in validity if word.isalpha())
    return re.compile(rf"(?P<name>{event.RUN})[”\"’]?\s+(?:(?:{lead})\s+)?\(?$")
