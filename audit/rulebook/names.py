"""Where the names of metrics occur in a sentence.

A name is a set of stems that must all stand near each other; its weight is the sum of how rare its
stems are among all metrics (inverse document frequency), so that "direct investment inflow" beats
"investment" and a shared word such as "foreign" counts for little. That a metric says a thing in
ten ways makes its words no commoner.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from msgspec import Struct

from audit.rulebook.metrics import Metric
from audit.rulebook.words import Vocabulary

SLACK = 3  # words that may stand between the words of a name ("trade in goods turnover")


class Occurrence(Struct, frozen=True, order=True):
    first: int  # index of the first and last word of the name in the sentence
    last: int
    metric: str
    weight: float
    name: str


class Names:
    def __init__(self, metrics: Mapping[str, Metric], words: Vocabulary, language: str) -> None:
        names = [
            (metric.key, name, tuple(sorted(set(words.terms(name)))))
            for metric in metrics.values()
            for name in metric.names.get(language, ())
            if not _bare(name, metric, words)
        ]
        pairs = {(key, stem) for key, _, stems in names for stem in stems}
        seen = Counter(stem for _, stem in pairs)
        self._weight = {stem: 1 + log(len(metrics) / count) for stem, count in seen.items()}
        self._by_anchor: dict[str, list[tuple[str, str, tuple[str, ...], float]]] = defaultdict(
            list
        )
        self._stems: dict[str, frozenset[str]] = {}
        self._axes = {metric.key: _axes(metric, words) for metric in metrics.values()}
        for key, name, stems in names:
            self._stems[key] = self._stems.get(key, frozenset()) | frozenset(stems)
            if stems:
                anchor = max(stems, key=lambda stem: (self._weight[stem], stem))
                weight = sum(self._weight[stem] for stem in stems)
                self._by_anchor[anchor].append((key, name, stems, weight))

    def stems(self, metric: str) -> frozenset[str]:
        """Every stem of every name of a metric."""
        return self._stems.get(metric, frozenset())

    def axes(self, metric: str) -> frozenset[str]:
        """Every stem of the words that tell a metric's filters."""
        return self._axes[metric]

    def find(self, norms: Sequence[str]) -> list[Occurrence]:
        """Every name whose stems stand together in a sentence, given its words' normal forms."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, norm in enumerate(norms):
            places[norm].append(index)
        found = set()
        for anchor in places.keys() & self._by_anchor.keys():
            for key, name, stems, weight in self._by_anchor[anchor]:
                for at in places[anchor]:
                    span = _together(stems, places, at)
                    if span:
                        found.add(Occurrence(*span, key, weight, name))
        return sorted(found)


def _axes(metric: Metric, words: Vocabulary) -> frozenset[str]:
    phrases = (p for values in metric.filters.values() for told in values.values() for p in told)
    return frozenset(stem for phrase in phrases for stem in words.terms(phrase))


def _bare(name: str, metric: Metric, words: Vocabulary) -> bool:
    """Whether of a name of several words only what else it counts tells: "people came"."""
    counted = {words.norm(unit) for unit in metric.also}
    stems = set(words.terms(name))
    return " " in name and len(stems) == 1 and stems <= counted


def _together(
    stems: tuple[str, ...], places: Mapping[str, list[int]], at: int
) -> tuple[int, int] | None:
    """First and last word if each stem stands within reach of one of them, seen from the anchor."""
    reach = len(stems) + SLACK
    found = []
    for stem in stems:
        near = [place for place in places.get(stem, ()) if abs(place - at) <= 2 * reach]
        if not near:
            return None
        found.append(min(near, key=lambda place: (abs(place - at), place)))
    first, last = min(found), max(found)
    if min(max(last - place, place - first) for place in found) > reach:
        return None
    return first, last
