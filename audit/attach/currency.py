"""The currency of an amount that names none: that of its paragraph, else the document's only one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from audit.model import Decision, Document, Mention, Span

_TERMS = re.compile(r"\bin (?:us |u\.s\. )?(dollar|euro|local currency|ruble|yuan)s?\b")
CODES = {"dollar": "USD", "euro": "EUR", "ruble": "RUB", "yuan": "CNY"}


class Currencies:
    """The currencies named in a document, in order."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self._document = document
        self._named = [m for m in mentions if m.kind == "money" and m.unit and "/" not in m.unit]

    def of(self, mention: Mention) -> tuple[Mention, Decision | None]:
        """The mention in the currency it inherits, and from where; unchanged if from nowhere."""
        if mention.unit is not None:
            return mention, None
        source = self._in_paragraph(mention) or self._only()
        if source and self._in_another(source, mention):
            return mention, None
        if source is None or source.unit is None:
            return mention, None
        where = Span(source.start, source.end)
        decision = Decision("unit", "inherited", f"{source.unit} from “{source.text}”", where)
        return replace(mention, kind="money", unit=source.unit), decision

    def _in_another(self, source: Mention, mention: Mention) -> bool:
        """ "To Rs 1173 billion; in US dollars by 17 per cent, to 9.75 billion": of which it is, the words
        behind the amount before say."""
        gap = self._document.quote(source.end, mention.start)
        told = _TERMS.search(gap.lower())
        near = source.end < mention.start and ". " not in gap
        return near and told is not None and CODES.get(told[1]) != source.unit

    def _in_paragraph(self, mention: Mention) -> Mention | None:
        before = [m for m in self._named if m.start < mention.start]
        if not before:
            return None
        gap = self._document.quote(before[-1].end, mention.start)
        return before[-1] if "\n" not in gap else None

    def _only(self) -> Mention | None:
        return self._named[0] if len({m.unit for m in self._named}) == 1 else None
