"""Extractions, packed: each claim beside the keys that say what it can meet, decoded only if it does.

A check of one article needs the claims of its blocks and families, and of what echoes it, out of
tens of thousands. What is chosen here is whole: a block, a family or an echo is never cut.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

import msgspec
from msgspec import Struct

from audit import align, check
from audit.focus import Inside
from audit.model import Article, Claim, Extraction, Ledger
from audit.rulebook import Rulebook

_encode = msgspec.msgpack.encode
_decode = msgspec.msgpack.Decoder(Claim).decode


class Packed(Struct, array_like=True, frozen=True):
    """A claim and digests of its keys; 0 stands for none."""

    block: int
    family: int
    echo: int
    across: tuple[int, ...]
    claim: msgspec.Raw


class Entry(Struct, array_like=True, frozen=True):
    """One article's extraction."""

    article: Article
    ledger: Ledger
    terms: dict[str, int]  # how many claims have each term
    claims: tuple[Packed, ...]
    derived: tuple[Packed, ...]


class Choice(Struct, frozen=True):
    """What to compare; some claims stand in several of these."""

    claims: list[Claim]  # to be aligned, as are those derived from them
    derived: list[Claim]
    across: list[Claim]  # for the checks that look across families
    around: list[Claim]  # of no family here, but they echo, or prove what was derived


def entry(extraction: Extraction, rules: Rulebook) -> Entry:
    return Entry(
        extraction.article,
        extraction.ledger,
        dict(align.counted(extraction.claims)),
        tuple(_packed(claim, rules) for claim in extraction.claims),
        tuple(_packed(claim, rules) for claim in extraction.derived),
    )


def _packed(claim: Claim, rules: Rulebook) -> Packed:
    place = align.address(claim, rules)
    across = tuple(_digest(key) for key in check.keys(claim, rules))
    block, family, echo = map(_digest, (place.block, place.family, place.echo))
    return Packed(block, family, echo, across, msgspec.Raw(_encode(claim)))


@lru_cache(maxsize=10_000)
def _digest(key: Hashable) -> int:
    """Two keys of one digest would only load too much: what is loaded is compared by its own keys."""
    if key is None:
        return 0
    return int.from_bytes(blake2b(repr(key).encode(), digest_size=7).digest(), "big")


def weights(entries: Iterable[Entry]) -> dict[str, float]:
    """The rarity of each term over all the entries."""
    counts: dict[str, int] = {}
    size = 0
    for one in entries:
        size += len(one.claims)
        for term, count in one.terms.items():
            counts[term] = counts.get(term, 0) + count
    return align.rarity(counts, size)


def everything(entries: Iterable[Entry]) -> Choice:
    whole = list(entries)
    claims = _claims(packed for one in whole for packed in one.claims)
    derived = _claims(packed for one in whole for packed in one.derived)
    return Choice(claims, derived, claims, [])


def touching(entries: Sequence[Entry], named: Inside, rules: Rulebook) -> Choice:
    """What the sources named can meet; the articles themselves are among it."""
    near = [
        p
        for one in entries
        if named(one.article.source, one.article.item)
        for p in (*one.claims, *one.derived)
    ]
    blocks, families = {p.block for p in near}, {p.family for p in near} - {0}
    for place in _echoed(entries, {p.echo for p in near} - {0}, named, rules):
        blocks.add(_digest(place.block))
        families |= {_digest(place.family)} - {0}

    def chosen(packed: Packed) -> bool:
        return packed.block in blocks or packed.family in families

    claims = [p for one in entries for p in one.claims if chosen(p)]
    echoes = {p.echo for p in claims} - {0}
    keys = {key for p in near for key in p.across}
    return Choice(
        _claims(claims),
        _claims(p for one in entries for p in one.derived if p.family in families),
        _claims(p for one in entries for p in one.claims if not keys.isdisjoint(p.across)),
        _claims(p for one in entries for p in _around(one, chosen, echoes)),
    )


def _echoed(
    entries: Iterable[Entry], echoes: set[int], named: Inside, rules: Rulebook
) -> Iterator[align.Address]:
    """Where the claims stand that a claim of the sources named echoes."""
    alike = _claims(p for one in entries for p in one.claims if p.echo in echoes)
    for echo in align.echoes(alike, rules):
        if named(echo.b.source, echo.b.item):
            yield align.address(echo.a, rules)


def _around(entry: Entry, chosen: Callable[[Packed], bool], echoes: set[int]) -> Iterator[Packed]:
    """Claims of an article that are not compared themselves: a derived claim's proof is among them."""
    proves = any(chosen(packed) for packed in entry.derived)
    for packed in entry.claims:
        if (proves or packed.echo in echoes) and not chosen(packed):
            yield packed


def _claims(packed: Iterable[Packed]) -> list[Claim]:
    return sorted(_decode(one.claim) for one in packed)
