"""Inside a block: open metrics and facts join by like phrases, events by time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from audit.align import named, phrase
from audit.align.slots import Slots
from audit.model import Claim
from audit.rulebook import Rulebook


def parts(
    key: Slots,
    claims: Sequence[Claim],
    rarity: Mapping[str, float],
    rulebook: Rulebook,
    score: phrase.Score = phrase.likeness,
) -> list[list[Claim]]:
    """A block of a known metric is one group; open ones and events are cut further."""
    if key.metric.startswith("open:"):
        return named.joined(claims, rulebook)
    if key.metric == "fact":
        least = rulebook.checks.fuzzy.fact
        return phrase.joined(claims, least, rarity, rulebook.words.opposites, score)
    if claims[0].kind == "set":  # what happened once is told of within weeks, or is another
        return _of_one_time(claims)
    return [list(claims)]


def _of_one_time(claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in sorted(claims):
        home = next((g for g in groups if all(_within_weeks(claim, c) for c in g)), None)
        if home is None:
            groups.append(home := [])
        home.append(claim)
    return groups


def _within_weeks(a: Claim, b: Claim) -> bool:
    """One deal is told of on several days; its day is that of the text, or of its own date."""
    one, two = (c.as_of.last if c.as_of and c.as_of.last else c.published for c in (a, b))
    if one and two:
        return abs((one - two).days) <= phrase.NEAR_DAYS
    return (a.source, a.item) == (b.source, b.item)


def counted(claims: Iterable[Claim]) -> Counter[str]:
    """How many claims have each term."""
    return Counter(term for claim in claims for term in claim.terms)


def rarity(counts: Mapping[str, int], claims: int) -> dict[str, float]:
    """The weight of each term: 1 for one that every claim has, 1 + ln n for one of n."""
    return {term: 1 + log(max(1, claims) / count) for term, count in counts.items()}
