"""Sentences as articles print them: which are printed twice, and how two prints stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from audit.model import Claim, Span
from audit.rulebook import Rulebook
from audit.rulebook.frames import Frame, Token

WORDS = 3  # of a frame: "some 340 dockers work there"
Article = tuple[str, int]


class Printed(Struct, frozen=True):
    """A sentence of one article, and what it claims."""

    claims: tuple[Claim, ...]
    frame: Frame

    @property
    def article(self) -> Article:
        return (self.claims[0].source, self.claims[0].item)

    @property
    def day(self) -> date | None:
        return self.claims[0].published

    def near(self, tokens: Sequence[Token], place: int) -> Claim:
        """The claim whose figure these words are, else that nearest to the place in the sentence."""
        start, end = (tokens[0].start, tokens[-1].end) if tokens else (place, place)
        return min(self.claims, key=lambda c: (_gap(extent(c), (start, end)), c.start, c.id))

    def figures(self, tokens: Sequence[Token]) -> list[Claim]:
        """The claims whose figure has one of these words, in order."""
        if not tokens:
            return []
        words = (tokens[0].start, tokens[-1].end)
        return [c for c in self.claims if c.term is None and _gap(extent(c), words) < 0]


def extent(claim: Claim) -> tuple[int, int]:
    """Where a figure stands in its sentence, with its hedge and the noun that it counts."""
    base = claim.sentence.start if claim.sentence else claim.start
    spans = [s for s in (claim.mention.hedge_span, claim.mention.noun_span) if s]
    start, end = min([claim.start, *(s.start for s in spans)]), [s.end for s in spans]
    return start - base, max(claim.end, *end) - base if end else claim.end - base


def _gap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters between two stretches; below 0 where they overlap."""
    return max(a[0], b[0]) - min(a[1], b[1])


def key(claim: Claim, rules: Rulebook) -> tuple[str, ...] | None:
    """The frame of a claim's sentence; None for one too short to tell of anything."""
    words = rules.frames.words(claim.quote) if claim.sentence else ()
    return words if len(words) >= WORDS else None


def by_frame(claims: Iterable[Claim], rules: Rulebook) -> Iterator[list[Printed]]:
    """The prints of each frame that stands in two articles; once in each, or it is a list's."""
    found: dict[tuple[str, ...], dict[Article, dict[Span | None, list[Claim]]]] = {}
    for claim in sorted(claims):
        if words := key(claim, rules):
            articles = found.setdefault(words, {})
            sentences = articles.setdefault((claim.source, claim.item), {})
            sentences.setdefault(claim.sentence, []).append(claim)
    for articles in found.values():
        if len(articles) > 1:
            single = [next(iter(s.values())) for s in articles.values() if len(s) == 1]
            yield [Printed(tuple(made), rules.frames.of(made[0].quote)) for made in single]
