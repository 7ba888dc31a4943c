"""Whether one of two articles that share sentences was copied from the other.

News of a series - closing prices, monthly statistics, tolls - repeat their words and change their
figures. A copy repeats its figures, too: over 1,931 articles the two articles of every series had
more figures apart than alike in their common sentences, the only misprint had one of fourteen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations, takewhile

from audit.check.context import assumptions
from audit.check.misprint import Misprint
from audit.check.printed import Printed
from audit.model import Claim

DAYS = 3  # between two papers that print one text
WORDS = 6  # of a sentence without its figures: a shorter one, alone, is no one's own
COPIED = 3  # figures that agree beside the one that does not: the text was copied
SERIES = 5  # if more than one figure in so many is another one, it is a series
FEW = 4  # articles that have a sentence, up to which it is no fixed phrase of many
WHOLE = 10  # figures that agree between two days far apart: the whole text was printed again
Pair = tuple[Printed, Printed]


def pairs(prints: Sequence[Printed]) -> Iterator[Pair]:
    """Prints of the same days, and of any two days where few articles have the sentence."""
    if len(prints) <= FEW:
        yield from combinations(prints, 2)
        return
    dated = sorted((one for one in prints if one.day), key=lambda one: (str(one.day), one.article))
    undated = [one for one in prints if not one.day]
    for i, one in enumerate(dated):
        yield from ((one, other) for other in takewhile(partial(_soon, one), dated[i + 1 :]))
        yield from ((one, other) for other in undated)
    yield from combinations(undated, 2)


def days(a: Printed, b: Printed) -> int | None:
    return abs((a.day - b.day).days) if a.day and b.day else None


def _soon(a: Printed, b: Printed) -> bool:
    gap = days(a, b)
    return gap is not None and gap <= DAYS


def a_slip(a: Printed, b: Printed, misprint: Misprint, shared: Counter[bool]) -> bool:
    """A figure of a copied text; or one that two papers print of one named thing at one time.

    `shared` counts the figures of their common sentences that agree, and those that do not.
    """
    gap, fixed = days(a, b), misprint.what == "year" or _dated_alike(misprint.a, misprint.b)
    if gap is not None and gap > DAYS:
        return shared[True] >= WHOLE and shared[False] == 1 and fixed
    if shared[False] > max(1, shared[True] // SERIES):
        return False
    if shared[True] >= COPIED:
        return True
    long = len(a.frame.words) >= WORDS
    together = gap == 0 or (gap is not None and fixed)
    return long and together and _of_one(misprint.a, misprint.b)


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether the sentences themselves name the one thing that both are said of, and no price."""
    if a.subject is None or "/" in (a.mention.unit or "") or assumptions(a) or assumptions(b):
        return False
    return (a.subject, a.object, a.roles) == (b.subject, b.object, b.roles)


def _dated_alike(a: Claim, b: Claim) -> bool:
    """Whether both sentences say when the figure holds, and say the same."""
    said = ((d.how for d in c.decided if d.slot in ("period", "as_of")) for c in (a, b))
    return all("stated" in how for how in said) and (a.period, a.as_of) == (b.period, b.as_of)
