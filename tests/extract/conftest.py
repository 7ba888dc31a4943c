"""What every extraction test needs: the English lexicon, and a document around a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from audit import extract
from audit.model import Document, Mention, Part, Rejection, Span
from audit.rulebook import lexicon
from audit.rulebook.lexicon import Lexicon

RULES = Path(__file__).parents[2] / "rules"
Found = Mention | Rejection


@pytest.fixture(scope="session")
def english() -> Lexicon:
    return lexicon.read(RULES / "lang" / "en.yaml", RULES / "units.txt")


def document(text: str, published: date | None = None, kind: str = "body") -> Document:
    part = Part(0, len(text), kind)  # type: ignore[arg-type]
    lines, at = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Span(at, at + len(line)))
        at += len(line)
    return Document(
        "test", 0, published=published, text=text, offset=0, parts=(part,), sentences=tuple(lines)
    )


@pytest.fixture
def read(english: Lexicon) -> Callable[..., list[Found]]:
    """All mentions and rejections of a text."""

    def found(text: str, published: date | None = None, kind: str = "body") -> list[Found]:
        return list(extract.mentions(document(text, published, kind), english))

    return found


@pytest.fixture
def said(read: Callable[..., list[Found]]) -> Callable[..., list[Mention]]:
    """The mentions alone."""

    def found(text: str, published: date | None = None) -> list[Mention]:
        return [one for one in read(text, published) if isinstance(one, Mention)]

    return found
