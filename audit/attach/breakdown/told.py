"""A total and its parts, as a text lists them."""

from __future__ import annotations

from msgspec import Struct

from audit.model import Mention


class Breakdown(Struct, frozen=True):
    total: Mention | None  # None for shares, which make 100 %
    parts: tuple[Mention, ...]  # in order
    whole: bool  # the list says that nothing is left out
    labelled: bool = False  # the words of a part stand before its number
