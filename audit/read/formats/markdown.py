"""Markdown: read as it stands, so that offsets point into the file; the first heading is the title."""

from __future__ import annotations

from collections.abc import Iterator

from audit.model import Document
from audit.read import front_matter, page

SUFFIXES = (".md", ".markdown")


def documents(source: str, text: str) -> Iterator[Document]:
    return page.documents(source, text, front_matter.read(text), markdown=True)
