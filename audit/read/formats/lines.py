"""JSON Lines: one article a line, `{"text", "source"?, "date"?, "title"?, "url"?}`.

Each line is a document whose item is the number of its line; offsets point into the decoded
`text` field, because no stretch of the file holds the text as it reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from audit.model import Document, Part
from audit.read import comments, dates, page, sentences

SUFFIXES = (".jsonl", ".ndjson")


class _Article(msgspec.Struct, frozen=True):
    text: str
    source: str | None = None
    date: Any = None
    title: str | None = None


_decode = msgspec.json.Decoder(_Article).decode


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers from 1."""
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def documents(source: str, text: str, first: int = 1) -> Iterator[Document]:
    """The articles of the lines; `first` is the number of the first line."""
    for number, line in pieces(text):
        number += first - 1
        try:
            article = _decode(line)
        except msgspec.DecodeError as error:
            raise ValueError(f"line {number}: not an article in JSON: {error}") from error
        published = dates.parse(article.date)
        parts = (Part(0, len(article.text), "body"),)
        found = comments.read(article.text, line=number)
        document = Document(
            source=source,
            item=number,
            text=found.text,
            offset=0,
            parts=parts,
            sentences=sentences.spans(found.text, 0, parts),
            title=article.title,
            outlet=article.source,
            published=published,
            published_how="front matter" if published else None,
            line=number,
        )
        yield page.commented(document, article.text, found)
