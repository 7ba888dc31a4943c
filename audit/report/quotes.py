"""The words of a source with the value marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wcwidth import iter_graphemes, wcswidth

from audit.model import Claim
from audit.report.encode import clean

_BLANK = re.compile(r"[\r\n\t\x0b\x0c\x85\u2028\u2029]")
_ELLIPSIS = "…"


def marked(claim: Claim, width: int) -> tuple[str, str]:
    """The sentence cut to `width` columns around the value, and a line of carets under it.

    Columns are those of a terminal: a wide character takes two, a combining one none.
    """
    shown, first, last = around(claim, width)
    before = columns(shown[:first])
    return shown, " " * before + "^" * max(1, columns(shown[:last]) - before)


def around(claim: Claim, width: int) -> tuple[str, int, int]:
    """The sentence cut to `width` columns, and where in what is left the value begins and ends."""
    text, first, last = located(claim)
    if len(text) <= 4 * width and columns(text) <= width:
        return text, first, last
    left = list(iter_graphemes(text[max(0, first - 4 * width) : first]))[::-1]
    right = list(iter_graphemes(text[last : last + 4 * width]))
    value = "".join(_cut(iter_graphemes(text[first : min(last, first + 4 * width)]), width - 2))
    spare = max(0, width - 2 - columns(value))
    enough = spare - columns("".join(_cut(right, spare)))  # what the right side leaves over
    before = "".join(_cut(left, max(spare // 2, enough))[::-1])
    whole = first + len(value) == last
    after = "".join(_cut(right, spare - columns(before))) if whole else ""
    lead = _ELLIPSIS if len(before) < first else ""
    tail = _ELLIPSIS if first + len(value) + len(after) < len(text) else ""
    begin = len(lead + before)
    return f"{lead}{before}{value}{after}{tail}", begin, begin + len(value)


def located(claim: Claim) -> tuple[str, int, int]:
    """The quoted sentence on one line, and where in it the value begins and ends."""
    text = clean(_BLANK.sub(" ", claim.quote or claim.mention.text))
    first = claim.start - claim.sentence.start if claim.sentence and claim.quote else -1
    if not 0 <= first < len(text):
        first = max(0, text.find(claim.mention.text))
    return text, first, min(len(text), first + claim.end - claim.start)


def columns(text: str) -> int:
    """How many columns of a terminal the text takes (Unicode, UAX 11 and its emoji sequences)."""
    return max(0, wcswidth(text))


def _cut(letters: Iterable[str], width: int) -> list[str]:
    """As many of these letters, from the first, as fit."""
    kept = []
    for letter in letters:
        width -= columns(letter)
        if width < 0:
            break
        kept.append(letter)
    return kept
