"""Feed pages: one file, many items, each under a line with its own date and clock time.

26.02.2026, 18:45 34191        <- date, time and, on some sites, a view counter
Title of the item
Body ...
"""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from audit.model import Part
from audit.read import dates

_HEADER = re.compile(
    r"[ \t]*(?:(?P<dots>\d{1,2}\.\d{1,2}\.\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})),?[ \t]+"
    r"\d{1,2}:\d{2}(?::\d{2})?(?:[ \t]+\d+)?[ \t]*(?:\r\n|\n|\r|\Z)"
)
_BLANK = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_TITLE = re.compile(r"[ \t]*(\S[^\r\n]*)")
_NEWLINE = re.compile(r"\r\n|\n|\r")


class Item(Struct, frozen=True):
    """One item: where it lies in the file, its parts, title and date."""

    start: int
    end: int
    parts: tuple[Part, ...]
    title: str
    published: date | None


def items(text: str, start: int) -> list[Item]:
    """The items of a feed page whose first header stands at `start`; none for any other text."""
    blank = _BLANK.match(text, start)
    first = _HEADER.match(text, blank.end() if blank else start)
    if not first:
        return []
    headers = [first, *_later(text, first.end())]
    ends = [header.start() for header in headers[1:]] + [len(text)]
    return [_item(text, header, end) for header, end in zip(headers, ends, strict=True)]


def _later(text: str, start: int) -> list[re.Match[str]]:
    begins = [m.end() for m in _NEWLINE.finditer(text, start)]
    return [m for at in [start, *begins] if (m := _HEADER.match(text, at))]


def _item(text: str, header: re.Match[str], end: int) -> Item:
    parts = [Part(header.start(), header.end(), "meta")]
    title = _TITLE.match(text, header.end(), end)
    if title:
        parts.append(Part(title.start(1), title.end(1), "title"))
        parts.append(Part(title.end(1), end, "body"))
    name = title[1].rstrip() if title else ""
    return Item(
        header.start(), end, tuple(parts), name, dates.parse(header["dots"] or header["iso"])
    )
