"""Runs of parts: "14 producers, nine injectors and four others"; "won 27, drawn 11 and lost 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from audit.attach.breakdown.forms import Forms
from audit.attach.breakdown.shape import Shape
from audit.rulebook.words import Vocabulary

_CLAUSE = re.compile(r"^[^,;:.–—]*")
PAIR = 2
_FIRST = re.compile(r"\s?([^\W\d_]+)")


class Run(Struct, frozen=True):
    """Numbers `first` to `last` of a shape; `closing` leads to the last one behind an "and"."""

    first: int
    last: int
    closing: str | None
    labelled: bool  # the words of a part stand before its number

    @property
    def size(self) -> int:
        return self.last - self.first + 1


def forward(shape: Shape, first: int, forms: Forms) -> Run | None:
    """The list that begins with this number: what leads to it says where the labels stand."""
    labelled = shape.beside or forms.label.search(shape.gaps[first]) is not None
    with_labels = _forward(shape, first, forms, labelled=True) if labelled else None
    return with_labels or _forward(shape, first, forms, labelled=False)


def _forward(shape: Shape, first: int, forms: Forms, *, labelled: bool) -> Run | None:
    pattern = forms.label_first if labelled else forms.number_first
    last, closing = first, None
    for at in range(first + 1, len(shape.numbers)):
        link = pattern.search(shape.gaps[at])
        if link is None:
            break
        if closing is not None and not (link["and"] or "").startswith(" "):
            break  # "and 2 in Ost and 1 in Lind" goes on; "and five goalkeepers, plus 3 coaches" does not
        last = at
        if link["and"]:
            closing = shape.gaps[at][link.end("and") :]
    return Run(first, last, closing, labelled) if last > first else None


def backward(shape: Shape, last: int, forms: Forms) -> Iterator[Run]:
    """The lists that end with this number, behind an "and"."""
    for labelled in (False, True):
        pattern = forms.label_first if labelled else forms.number_first
        link = pattern.search(shape.gaps[last])
        if link is None or not link["and"]:
            continue
        closing = shape.gaps[last][link.end("and") :]
        first = last - 1
        while first > 0 and _goes_on(shape, first, pattern, labelled=labelled):
            first -= 1
        yield Run(first, last, closing, labelled)


def _goes_on(shape: Shape, at: int, pattern: re.Pattern[str], *, labelled: bool) -> bool:
    """Whether the number before this one is of the list; "won 27, drawn 11" share a noun behind."""
    link = pattern.search(shape.gaps[at])
    shared = not labelled or shape.numbers[at - 1].own_noun is None
    return link is not None and not link["and"] and shared


def items(shape: Shape, run: Run) -> list[str]:
    """The words behind each part, those of the last one to the end of its clause."""
    behind = _CLAUSE.match(shape.gaps[run.last + 1])
    return [*shape.gaps[run.first + 1 : run.last + 1], behind.group() if behind else ""]


def plain(shape: Shape, run: Run, forms: Forms) -> bool:
    """Whether nothing says that the list goes on, or that one may be counted in two of its parts."""
    words = items(shape, run)
    if any(forms.them.match(item) for item in words[1:]):
        return False  # "20 tankers, 12 of them new, and 11 freighters"
    told = " | ".join(words)
    around = f"{shape.gaps[run.first]} | {told} | {shape.gaps[run.last + 1]}"
    twice = forms.overlaps.search(told) or forms.shared.search(told)
    return not (forms.opens.search(around) or twice)


def all_told(shape: Shape, run: Run, forms: Forms) -> bool:
    """ "And five in the remaining villages", "and the other five"."""
    told = f"{run.closing or ''} {items(shape, run)[-1]}"
    return run.closing is not None and forms.rest.search(told) is not None


def one_verb(shape: Shape, run: Run, words: Vocabulary) -> bool:
    """Whether no part but the first has a verb: "118 are laid and 64 wired" may be said of one mile."""
    return not any(_acts(item, words) for item in items(shape, run)[1:])


def _acts(item: str, words: Vocabulary) -> bool:
    first = _FIRST.match(item)
    return words.is_verb(first[1].lower() if first else "")


def of_one_kind(shape: Shape, run: Run, forms: Forms) -> bool:
    """Whether nothing can be in two parts: three or more, "in A" and "in B", "men" and "women".

    "70 were women and 52 under 30" are kinds of two kinds.
    """
    if run.size > PAIR:
        return True
    one, other = items(shape, run)
    left, right = forms.place.search(one), forms.place.match(other.lstrip())
    alike = left and right and left["place"].lower() == right["place"].lower()
    return bool(alike) or any(half.search(one) and half.search(other) for half in forms.halves)
