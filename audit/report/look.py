"""How a report is to look, and the words and colours of severities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from audit.model import Document, Finding, Severity
from audit.report.encode import clean
from audit.report.since import Since

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_PAINT = re.compile(r"(\033\[[0-9;]{1,4}m)")
_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "dim": "2", "bold": "1"}


Texts = Callable[[str], Iterable[Document]]


def none(_source: str) -> Iterable[Document]:
    """Where texts are not at hand."""
    return ()


class Look(Struct, frozen=True):
    colour: bool = False
    width: int = 100  # columns
    hidden: tuple[Finding, ...] = ()  # what is counted and not shown
    manual: Mapping[str, str] = {}  # manual pages of the checks, by code
    texts: Texts = none  # the documents of a source, read again
    since: Since | None = None  # what an earlier report is compared with

    def paint(self, text: str, kind: str) -> str:
        return f"\033[{_COLOURS[kind]}m{text}\033[0m" if self.colour and text else text

    def calm(self, text: str) -> str:
        """The text without what a terminal would obey, save the colours."""
        if not self.colour:
            return clean(text)
        return "".join(p if _PAINT.fullmatch(p) else clean(p) for p in _PAINT.split(text))
