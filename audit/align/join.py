"""Inside a block: open metrics and facts join by like phrases, events by time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log

from audit.align.slots import Slots
from audit.model import Claim
from audit.rulebook import Rulebook
from audit.rulebook.words import WORD

NEAR_DAYS = 31  # undated open claims are of one time if published this close
Opposites = tuple[frozenset[str], ...]


def parts(
    key: Slots, claims: Sequence[Claim], rarity: Mapping[str, float], rulebook: Rulebook
) -> list[list[Claim]]:
    """A block of a known metric is one group; open ones and events are cut further."""
    if key.metric in ("open", "fact"):
        fuzzy = rulebook.checks.fuzzy
        least = fuzzy.fact if key.metric == "fact" else fuzzy.open_metric
        return _by_phrase(claims, least, rarity, rulebook.words.opposites)
    if claims[0].kind == "set":  # what happened once is told of within weeks, or is another
        return _joined(claims, lambda claim, group: all(_within_weeks(claim, c) for c in group))
    return [list(claims)]


def _by_phrase(
    claims: Sequence[Claim], least: float, rarity: Mapping[str, float], opposites: Opposites
) -> list[list[Claim]]:
    """Groups of like phrases. Two of them share a term of the rarest part of each, so that only
    claims under a common rare term are compared: the work stays near the number of claims."""
    under: dict[str, list[list[Claim]]] = defaultdict(list)
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (c.terms, c)):
        telling = _telling_terms(claim.terms, least, rarity)
        near = {id(group): group for term in telling for group in under[term]}
        home = next((g for g in near.values() if _fits(claim, g, least, rarity, opposites)), None)
        if home is None:
            groups.append(home := [])
        home.append(claim)
        for term in claim.terms:
            if all(group is not home for group in under[term]):
                under[term].append(home)
    return [sorted(group) for group in groups]


def _telling_terms(
    terms: Sequence[str], least: float, rarity: Mapping[str, float]
) -> Iterator[str]:
    """The rarest terms of a phrase, of which a like phrase must share one at least.

    With Dice >= t both weights lie within t/(2-t) of each other, so at most the share
    1 - t/2 * (1 + t/(2-t)) of a phrase's weight can be missing from a phrase like it.
    """
    whole = _weight(set(terms), rarity)
    missing = (1 - least / 2 * (1 + least / (2 - least))) * whole
    for term in sorted(set(terms), key=lambda term: (-rarity.get(term, 1.0), term)):
        yield term
        missing -= rarity.get(term, 1.0)
        if missing < 0:
            return


def _fits(
    claim: Claim,
    group: Sequence[Claim],
    least: float,
    rarity: Mapping[str, float],
    opposites: Opposites,
) -> bool:
    """Complete linkage: a claim must be like every member."""
    return all(
        (claim.kind, claim.mention.kind) == (other.kind, other.mention.kind)
        and (claim.term is not None or _same_time(claim, other))
        and likeness(claim.terms, other.terms, rarity) >= least
        and not _opposed(claim, other, opposites)
        for other in group
    )


def _joined(
    claims: Sequence[Claim], fits: Callable[[Claim, list[Claim]], bool]
) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in sorted(claims):
        home = next((group for group in groups if fits(claim, group)), None)
        if home is None:
            groups.append(home := [])
        home.append(claim)
    return groups


def _opposed(a: Claim, b: Claim, opposites: Opposites) -> bool:
    """Whether one sentence says "urban" where the other says "rural"."""
    one, two = (set(WORD.findall(claim.quote.lower())) for claim in (a, b))
    return any(one & pair and two & pair and not one & two & pair for pair in opposites)


def _within_weeks(a: Claim, b: Claim) -> bool:
    """One deal is told of on several days; its day is that of the text, or of its own date."""
    one, two = (c.as_of.last if c.as_of and c.as_of.last else c.published for c in (a, b))
    if one and two:
        return abs((one - two).days) <= NEAR_DAYS
    return (a.source, a.item) == (b.source, b.item)


def _same_time(a: Claim, b: Claim) -> bool:
    """Open claims are of one time if their dates meet, or both are undated and published together."""
    if a.as_of and b.as_of and _stated(a) and _stated(b):
        return a.as_of.meets(b.as_of)
    if a.published and b.published:
        return abs((a.published - b.published).days) <= NEAR_DAYS
    return a.source == b.source and a.item == b.item


def _stated(claim: Claim) -> bool:
    return any(d.slot == "as_of" and d.how == "stated" for d in claim.decided)


def likeness(a: Sequence[str], b: Sequence[str], rarity: Mapping[str, float]) -> float:
    """Dice coefficient of two sets of terms, each term weighted by how rare it is (0..1)."""
    left, right = set(a), set(b)
    whole = _weight(left, rarity) + _weight(right, rarity)
    return 2 * _weight(left & right, rarity) / whole if whole else 0.0


def _weight(terms: set[str], rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(term, 1.0) for term in terms)


def rarity(claims: Sequence[Claim]) -> dict[str, float]:
    seen = Counter(term for claim in claims for term in claim.terms)
    return {term: 1 + log(max(1, len(claims)) / count) for term, count in seen.items()}
