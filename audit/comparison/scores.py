"""Scores out of a scale: "5.5/10", "57 out of 100" are one figure with a scale, not two numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from audit.model import Mention
from audit.rulebook.compare import Likeness

_WRITTEN = re.compile(r"(\d+(?:\.\d+)?)\s*/\s*(\d+)")


def read(mentions: Sequence[Mention], text: str, offset: int, words: Likeness) -> list[Mention]:
    """The mentions with each number and the scale behind it made one; `/100` is a percentage."""
    found: list[Mention] = []
    for mention in mentions:
        before = found[-1] if found else None
        gap = text[before.end - offset : mention.start - offset].strip() if before else ""
        if before and gap in words.score_words and _scale(mention, words) and _score(before, gap):
            found[-1] = _scored(before, before.stated, mention.stated or 0.0, mention.end)
        else:
            found.append(_single(mention, words))
    return found


def _scale(mention: Mention, words: Likeness) -> bool:
    return mention.kind in ("number", "count") and mention.stated in words.score_scales


def _score(mention: Mention, gap: str) -> bool:
    """ "3 of 10 people" is a share; "5.5 of 10" and "6 out of 10" may be a score."""
    return mention.kind in ("number", "count") and (gap != "of" or "." in mention.text)


def _single(mention: Mention, words: Likeness) -> Mention:
    written = _WRITTEN.fullmatch(mention.text)
    if written is None or float(written[2]) not in words.score_scales or float(written[2]) < 10:
        return mention
    return _scored(mention, float(written[1]), float(written[2]), mention.end)


def _scored(mention: Mention, stated: float | None, scale: float, end: int) -> Mention:
    """The score alone, its scale as unit: exact scores stand as written."""
    value = stated or 0.0
    unit = "percent" if scale == 100 else f"of {scale:g}"
    bounded = {"more_than": (value, None), "at_least": (value, None), "exact": (value, value)}
    low, high = bounded.get(mention.hedge, (mention.low, mention.high))
    if mention.hedge in ("less_than", "at_most", "almost"):
        low, high = None, value
    return replace(mention, stated=value, low=low, high=high, unit=unit, end=end, noun=None)
