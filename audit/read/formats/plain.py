"""Plain text: articles and feed pages, with or without front matter or a header."""

from __future__ import annotations

from collections.abc import Iterator

from audit.model import Document
from audit.read import front_matter, page

SUFFIXES = (".txt", ".text")


def documents(source: str, text: str) -> Iterator[Document]:
    return page.documents(source, text, front_matter.read(text))
