"""The words of a source with the value marked."""

from __future__ import annotations

import re

from audit.model import Claim

_BLANK = re.compile(r"[\r\n\t\u2028\u2029]")
_ELLIPSIS = "…"


def marked(claim: Claim, width: int) -> tuple[str, str]:
    """The sentence cut to `width` columns around the value, and a line of carets under it."""
    text, first, last = located(claim)
    begin, end = _window(len(text), first, last, width)
    shown = text[begin:end]
    if begin:
        shown = _ELLIPSIS + shown[1:]
    if end < len(text):
        shown = shown[:-1] + _ELLIPSIS
    first, last = max(first, begin) - begin, min(last, end) - begin
    return shown, " " * first + "^" * max(1, last - first)


def located(claim: Claim) -> tuple[str, int, int]:
    """The quoted sentence on one line, and where in it the value begins and ends."""
    text = _BLANK.sub(" ", claim.quote) or claim.mention.text
    first = claim.start - claim.sentence.start if claim.sentence and claim.quote else -1
    if not 0 <= first < len(text):
        first = max(0, text.find(claim.mention.text))
    return text, first, min(len(text), first + claim.end - claim.start)


def _window(length: int, first: int, last: int, width: int) -> tuple[int, int]:
    """A stretch of at most `width` characters: the value near its middle, or its beginning."""
    if length <= width:
        return 0, length
    middle = (first + min(last, first + width - 2) - width) // 2
    begin = max(0, min(middle, length - width))
    return begin, begin + width
