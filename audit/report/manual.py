"""Manual pages of checks: the title's parts, and the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

_TITLE = re.compile(r"(?P<code>\w+) (?P<name>[\w-]+) \((?P<severity>error|warning|info)\b.*\)")


class Page(Struct, frozen=True):
    """`C101 value-conflict (error)` and what stands below it."""

    code: str
    name: str = ""
    severity: str = "warning"
    text: str = ""

    @property
    def finds(self) -> str:
        """The first paragraph, on one line."""
        return " ".join(self.text.split("\n\n")[0].removeprefix("Finds:").split())


def page(code: str, pages: Mapping[str, str]) -> Page:
    """The page of a code; one that has no manual gets an empty page."""
    title, _, text = pages.get(code, "").partition("\n")
    found = _TITLE.match(title)
    if not found:
        return Page(code)
    return Page(code, found["name"], found["severity"], text.strip())
