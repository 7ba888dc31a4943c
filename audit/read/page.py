"""A decoded file to documents: one for an article, one an item for a feed page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from audit.model import Document, Part
from audit.read import comments, feed, header, sentences
from audit.read.comments import Comments
from audit.read.header import Header

_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\r\n]*?)[ \t]*#*[ \t]*(?=\r\n|\n|\r|\Z)")


def documents(
    source: str, text: str, above: Header, *, markdown: bool = False
) -> Iterator[Document]:
    """Every document of a file's text; `above` is its front matter."""
    written, found = text, comments.read(text, above.directives, markup=markdown)
    text = found.text
    below = header.read(text, above.end)
    items = feed.items(text, below.end)
    if items:
        for item in _items(source, text, (*above.parts, *below.parts), items):
            yield commented(item, written, found)
        return
    begin = below.end
    parts = [*above.parts, *below.parts]
    title = above.title or below.title
    heading = _HEADING.match(text, begin) if markdown and title is None else None
    if heading:
        title, begin = heading["title"], heading.end()
        parts.append(Part(heading.start("title"), heading.end("title"), "title"))
    parts.append(Part(begin, len(text), "body"))
    published, how = _published(text, above, below, begin)
    whole = Document(
        source=source,
        item=0,
        text=text,
        offset=0,
        parts=tuple(parts),
        sentences=sentences.spans(text, 0, parts),
        title=title,
        outlet=above.outlet or below.outlet,
        published=published,
        published_how=how,
        language=above.language,
    )
    yield commented(whole, written, found)


def commented(document: Document, written: str, found: Comments) -> Document:
    """The document with the comments of its file, which is `written` so."""
    if not found.spans and not found.ignores:
        return document
    end = document.offset + len(document.text)
    spans, ignores = comments.within(found, document.offset, end)
    raw = written[document.offset : end]
    return replace(document, raw=raw, comments=spans, ignores=ignores)


def _published(
    text: str, above: Header, below: Header, begin: int
) -> tuple[date | None, str | None]:
    for found in (above, below):
        if found.published:
            return found.published, found.how
    day = header.dateline(text, begin, begin + 200)
    return day, "dateline" if day else None


def _items(
    source: str, text: str, page: tuple[Part, ...], items: list[feed.Item]
) -> Iterator[Document]:
    """The header of the page goes with the first item, so that every character has a document."""
    line = at = 0
    for number, item in enumerate(items, 1):
        start, parts = (0, (*page, *item.parts)) if number == 1 else (item.start, item.parts)
        line, at = line + text.count("\n", at, start), start
        own = text[start : item.end]
        yield Document(
            source=source,
            item=number,
            text=own,
            offset=start,
            parts=parts,
            sentences=sentences.spans(own, start, parts),
            title=item.title or None,
            published=item.published,
            published_how="item header" if item.published else None,
            line=line + 1,
        )
