"""Lists of members: "universities, including A, B and C"; "and others" leaves a list open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.attach.facts import phrase
from audit.attach.facts.told import Told
from audit.rulebook.facts import Cue, FactWords

_WORD = r"[^\W\d_a-z][\w’'&.-]*"
_NAME = rf"{_WORD}(?:\s+(?:(?:of|for|de|the)\s+)*{_WORD}){{0,5}}"
_SERIES = re.compile(
    rf"\s*(?:the\s+)?({_NAME}(?:,\s+(?!and\b)(?:the\s+)?{_NAME})+(?:,?\s+(?:and|&)\s+(?:the\s+)?(?:{_NAME}|others|other\b))?)"
)
_DASH = re.compile(r"\s[–—-]\s")
_SPLIT = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")


def after_intro(text: str, cue: Cue, words: FactWords) -> Told | None:
    """The list that an introducing word opens ("including", "such as")."""
    series = _SERIES.match(text, cue.end)
    return _listed(text, cue, series, cue.start, words) if series else None


def in_dashes(text: str, words: FactWords) -> Iterator[Told]:
    """Lists between dashes: "branches of four schools – A, B and C – ..."."""
    for dash in _DASH.finditer(text):
        series = _SERIES.match(text, dash.end())
        if series and _DASH.match(text, series.end(1)):
            cue = Cue(dash.start(), dash.end(), "list", "–")
            found = _listed(text, cue, series, dash.start(), words)
            if found:
                yield found


def members(text: str) -> list[str]:
    return [name for name in _SPLIT.split(text) if name]


def _listed(text: str, cue: Cue, series: re.Match[str], at: int, words: FactWords) -> Told | None:
    start, end = series.span(1)
    named = members(series.group(1))
    several = [name for name in named if name.lower() not in words.lists.open]
    titled = {word.lower() for word in series.group(1).split()} & set(words.offices.heads)
    if len(several) < words.lists.least or titled:
        return None
    end -= series.group(1).endswith(".")
    stop = len(text[:at].rstrip(" ,"))
    thing = phrase.before(text, stop, words), stop
    unfinished = len(several) < len(named) or cue.what != "–"
    return Told("members", "done", start, end, thing, cue, open=unfinished)
