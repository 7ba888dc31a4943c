"""A table of word sequences, looked up forwards from a word or backwards up to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    """Longest match wins; words are compared as they are, so both sides must be in one case."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._first: dict[str, list[tuple[list[str], T]]] = {}
        self._last: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in entries:
            words = phrase.split(" ")
            self._first.setdefault(words[0], []).append((words, value))
            self._last.setdefault(words[-1], []).append((words, value))
        for table in (self._first, self._last):
            for entries_of in table.values():
                entries_of.sort(key=lambda entry: -len(entry[0]))

    def __contains__(self, first_word: object) -> bool:
        return first_word in self._first

    def after(self, words: Sequence[str], i: int) -> tuple[T, int] | None:
        """The value of the phrase that begins at `i`, and the index after it."""
        if i >= len(words):
            return None
        for phrase, value in self._first.get(words[i], ()):
            if words[i : i + len(phrase)] == phrase:
                return value, i + len(phrase)
        return None

    def before(self, words: Sequence[str], end: int) -> tuple[T, int] | None:
        """The value of the phrase that ends just before `end`, and the index where it begins."""
        if end < 1:
            return None
        for phrase, value in self._last.get(words[end - 1], ()):
            start = end - len(phrase)
            if start >= 0 and words[start:end] == phrase:
                return value, start
        return None


def grouped(table: Mapping[str, Iterable[str]]) -> Phrases[str]:
    """Phrases from a mapping of value -> phrases."""
    return Phrases((phrase, value) for value, phrases in table.items() for phrase in phrases)
