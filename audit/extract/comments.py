"""Numerals in the comments of an article: rejected, since no reader of the article sees them."""

from __future__ import annotations

from collections.abc import Iterator

from audit.extract.scan import TOKEN
from audit.model import Document, Rejection


def rejections(document: Document) -> Iterator[Rejection]:
    for span in document.comments:
        text = document.written(span.start, span.end)
        for match in TOKEN.finditer(text):
            if match.group()[0].isdecimal():
                start, end = span.start + match.start(), span.start + match.end()
                yield Rejection(start, end, match.group(), "comment")
