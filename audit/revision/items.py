"""A file of many articles, then and now -> the articles that only the one or the other has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from audit import read
from audit.config import Config
from audit.focus import Items
from audit.model import Piece, Unread

Pair = tuple[bytes | None, bytes | None]  # what a source holds, and what it held


def apart(texts: Mapping[str, Pair], config: Config) -> tuple[Items, Items]:
    """By source, the numbers of articles that are new, and of those that are gone.

    What is read as a whole, or could not be read, is left out.
    """
    fresh, gone = {}, {}
    for source, (now, then) in texts.items():
        here, there = _pieces(source, now, config), _pieces(source, then, config)
        if here is not None and there is not None:
            fresh[source], gone[source] = _more(here, there), _more(there, here)
    return fresh, gone


def _pieces(source: str, text: bytes | None, config: Config) -> list[Piece] | None:
    found = list(read.pieces((), config, {source: text}))
    pieces = [one for one in found if not isinstance(one, Unread) and one.item]
    return pieces if len(pieces) == len(found) else None


def _more(pieces: Sequence[Piece], others: Sequence[Piece]) -> frozenset[int]:
    """Those whose text is not among the others' as often as it is here."""
    left = Counter(one.text for one in others)
    more = set()
    for one in pieces:
        left[one.text] -= 1
        if left[one.text] < 0:
            more.add(one.item)
    return frozenset(more)
