"""Of whom a document speaks: its main countries, and the one that says "our"."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from audit.model import Document
from audit.rulebook import Rulebook

TITLE_WEIGHT = 3  # a country in the headline counts as much as three in the text


class Scene(Struct, frozen=True):
    """`main` lists countries and blocs, most named first; `home` is the first country of them."""

    main: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def home(self) -> str | None:
        return self.main[0] if self.main else None

    @property
    def partner(self) -> str | None:
        """The other one of a document about two: named at least twice as often as any third."""
        if len(self.main) < 2:
            return None
        third = self.counts[2] if len(self.counts) > 2 else 0
        return self.main[1] if self.counts[1] >= 2 * third or self.counts[1] > third + 2 else None


def of(document: Document, rules: Rulebook) -> Scene:
    counts: Counter[str] = Counter()
    if document.title:
        for sighting in rules.atlas.scan(document.title):
            if sighting.kind in ("country", "bloc"):
                counts[sighting.key] += TITLE_WEIGHT
    for part in document.parts:
        if part.kind != "body":
            continue
        for sighting in rules.atlas.scan(document.quote(part.start, part.end)):
            if sighting.kind in ("country", "bloc"):
                counts[sighting.key] += 1
    ordered = counts.most_common()  # ties keep the order in which they were first named
    return Scene(tuple(key for key, _ in ordered), tuple(count for _, count in ordered))
