"""What stands above or at the very start of a text: `date 2026-03-02`, `Source: ...`, datelines."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from audit.model import Part
from audit.read import dates

_BLANKS = re.compile(r"\s*")
_LINE = re.compile(
    r"(?P<key>title|headline|source|outlet|publisher|date|published|author|by|url|link)"
    r"[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.IGNORECASE,
)
_DATE = re.compile(rf"\s*date[ \t]*:?[ \t]+{dates.PATTERN}[ \t]*(?:\r\n|\n|\r|(?=\S))", re.I)
_DATELINES = (  # LONDON, March 2, 2026 (Agency) - / London, United Kingdom--(Agency - March 2, 2026)
    re.compile(
        r"\s*[A-Z][A-Z .'’-]+(?:,[ \t]+[A-Z][\w. ]+){0,2}[,.]?[ \t]+"
        rf"{dates.PATTERN}(?=[ \t]*(?:[.(/:–—-]))"
    ),
    re.compile(rf"\s*[A-Z][^\n()]{{1,80}}\([^()\n]{{2,60}}?[-–—,/ ][ \t]*{dates.PATTERN}\)"),
)
_FIELDS = {
    "headline": "title",
    "outlet": "source",
    "publisher": "source",
    "published": "date",
    "by": "author",
    "link": "url",
}


class Header(Struct, frozen=True):
    """What was found, its parts (offsets into the decoded file) and where the text begins."""

    end: int
    parts: tuple[Part, ...] = ()
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    how: str | None = None
    language: str | None = None
    directives: tuple[tuple[int, str], ...] = ()  # for this tool, with their offsets


def read(text: str, start: int) -> Header:
    """The header at `start`: a date line, or two and more `Key: value` lines; else none."""
    if match := _DATE.match(text, start):
        found = dates.read(match)
        if found:
            return Header(
                match.end(), (Part(start, match.end(), "meta"),), None, None, found, "header line"
            )
    return _keys(text, start)


def dateline(text: str, start: int, end: int) -> date | None:
    """The date with a year in a dateline such as `LONDON, March 2, 2026 (Agency) -`; else None."""
    for pattern in _DATELINES:
        if match := pattern.match(text, start, end):
            return dates.read(match)
    return None


def _keys(text: str, start: int) -> Header:
    at = _BLANKS.match(text, start).end()  # type: ignore[union-attr]  # it matches nothing, too
    values: dict[str, str] = {}
    parts: list[Part] = []
    while match := _LINE.match(text, at):
        key = match["key"].lower()
        key = _FIELDS.get(key, key)
        values.setdefault(key, match["value"])
        parts += _parts(key, match)
        at = match.end()
    if len(values) < 2:
        return Header(start)
    published = dates.parse(values.get("date"))
    return Header(
        at,
        tuple(parts),
        values.get("title"),
        values.get("source"),
        published,
        "header line" if published else None,
    )


def _parts(key: str, match: re.Match[str]) -> list[Part]:
    if key != "title":
        return [Part(match.start(), match.end(), "meta")]
    first, last = match.span("value")
    return [
        Part(match.start(), first, "meta"),
        Part(first, last, "title"),
        Part(last, match.end(), "meta"),
    ]
