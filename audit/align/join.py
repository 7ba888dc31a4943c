"""Inside a block: open metrics and facts join by like phrases, events by time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from math import log

from audit.align import named, phrase
from audit.align.slots import Slots
from audit.model import Claim
from audit.rulebook import Rulebook

Side = tuple[int, ...]  # of what must not be linked
Block = tuple[Slots, Side]
Jobs = Sequence[Callable[[], list[list[list[int]]]]]
Together = Callable[
    [Jobs, int], list[list[list[list[int]]]]
]  # does jobs that look over so many claims
SHARES = 16  # of the blocks, of which some take a hundred times as long as others


def one_by_one(jobs: Jobs, cost: int) -> list[list[list[list[int]]]]:  # noqa: ARG001
    return [job() for job in jobs]


def cut(
    blocks: Mapping[Block, Sequence[Claim]],
    weights: Mapping[str, float],
    rulebook: Rulebook,
    together: Together,
) -> Iterator[tuple[Block, list[list[Claim]]]]:
    """The groups of each block, in order of the blocks."""
    order = sorted(blocks)
    shares = [order[at::SHARES] for at in range(SHARES)]
    jobs = [partial(_places, share, blocks, weights, rulebook) for share in shares]
    told = together(jobs, sum(map(len, blocks.values())))
    found = {key: groups for share, made in zip(shares, told, strict=True)
             for key, groups in zip(share, made, strict=True)}  # fmt: skip
    for key in order:
        yield key, [[blocks[key][at] for at in group] for group in found[key]]


def _places(
    keys: Sequence[Block],
    blocks: Mapping[Block, Sequence[Claim]],
    weights: Mapping[str, float],
    rulebook: Rulebook,
) -> list[list[list[int]]]:
    """For each block the groups, by where in it their claims stand: a job's answer must be small."""
    told = []
    for key in keys:
        place = {id(claim): at for at, claim in enumerate(blocks[key])}
        groups = parts(key[0], blocks[key], weights, rulebook)
        told.append([[place[id(claim)] for claim in group] for group in groups])
    return told


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
