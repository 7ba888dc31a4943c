"""Totals and the parts that one text lists for them, put together again from their claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from audit.model import EVERY_PART, PART, Claim, Decision

LEAST = 2  # parts
LONG = 160  # characters of a list that a message quotes


class Listed(Struct, frozen=True):
    total: Claim | None  # None for shares, which make 100 %
    parts: tuple[Claim, ...]  # in order
    whole: bool  # the list says that nothing is left out
    words: str  # the list, as written
    beside: tuple[Claim, ...]  # the other figures of the same sentences


def lists(claims: Iterable[Claim]) -> Iterator[Listed]:
    """Every list of which the total and all parts are claims."""
    articles: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims):
        if claim.mention.stated is not None:
            articles[(claim.source, claim.item)].append(claim)
    for told in articles.values():
        yield from _of_article(told)


def _of_article(claims: list[Claim]) -> Iterator[Listed]:
    at = {(claim.start, claim.end): claim for claim in claims}
    parts: dict[Decision, list[Claim]] = defaultdict(list)
    for claim in claims:
        for one in claim.decided:
            if one.slot in (PART, EVERY_PART):
                parts[one].append(claim)
    for one, told in parts.items():
        total = at.get((one.span.start, one.span.end)) if one.span else None
        if len(told) >= LEAST and (total or not one.span):
            yield _listed(one, total, told, claims)


def _listed(one: Decision, total: Claim | None, told: list[Claim], claims: list[Claim]) -> Listed:
    own = {claim.sentence for claim in (total, *told) if claim}
    beside = tuple(c for c in claims if c.sentence in own and c not in (total, *told))
    return Listed(total, tuple(told), one.slot == EVERY_PART, _quoted(one.words), beside)


def _quoted(words: str) -> str:
    return f"“{words if len(words) <= LONG else words[:LONG].rsplit(' ', 1)[0] + ' …'}”"
