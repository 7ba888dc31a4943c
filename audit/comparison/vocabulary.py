"""The words of a comparison in normal form, remembered over many pairs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from audit.rulebook import Rulebook
from audit.rulebook.compare import Likeness
from audit.rulebook.phrases import Phrases, grouped
from audit.rulebook.words import WORD


class Terms:
    """Normal forms, and the tables of phrases, of one rulebook."""

    def __init__(self, rules: Rulebook) -> None:
        self.rules = rules
        self.words: Likeness = rules.compare
        self.noise = rules.compare.noise
        self.stop = rules.words.stop
        self._same = {
            rules.words.norm(other): rules.words.norm(word)
            for word, others in rules.compare.same.items()
            for other in (word, *others)
        }

    def norm(self, word: str) -> str:
        found = self.rules.words.norm(word)
        return self._same.get(found, found)

    def norms(self, phrase: str) -> Iterator[str]:
        return (self.norm(match.group().lower()) for match in WORD.finditer(phrase))

    @cached_property
    def edges(self) -> Phrases[str]:
        """Words before a date -> the side of it that is meant."""
        words = self.words
        return grouped(
            {
                "before": words.before,
                "after": words.after,
                "since": words.since,
                "until": words.until,
            }
        )

    @cached_property
    def as_of(self) -> Phrases[str]:
        return grouped({"as of": self.words.as_of})

    @cached_property
    def axes(self) -> dict[str, Phrases[str]]:
        return {name: grouped(axis.values) for name, axis in self.words.axes.items()}
