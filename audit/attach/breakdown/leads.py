"""What leads to a list of parts, and so which total it is of and whether it leaves nothing out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from audit.attach.breakdown import lists
from audit.attach.breakdown.forms import Forms
from audit.attach.breakdown.lists import Run
from audit.attach.breakdown.shape import Shape
from audit.model import Mention
from audit.rulebook.words import Vocabulary

Lead = Literal["whole", "some"]
BARE = 2  # parts of a list that no word leads to


def of(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> Lead | None:
    """How the list is led to from what stands before it in its sentence."""
    gap, behind = shape.gaps[run.first], shape.gaps[run.first + 1]
    if shape.beside and not forms.label.search(gap):
        return "some" if run.closing is not None and forms.lines.match(gap) else None
    if run.labelled or forms.colon.search(gap):
        return "whole" if run.closing is not None else "some"
    comma = forms.comma.search(gap)
    ahead = forms.them.match(behind) or forms.whole.search(shape.gaps[run.first - 1])
    led = forms.which.search(gap) or (comma and not comma["with"] and ahead)
    if (led or _bare(shape, run, forms, words)) and lists.one_verb(shape, run, words):
        return "whole" if lists.all_told(shape, run, forms) else "some"
    return None


def _bare(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> bool:
    """ "Killed 23 people, nine in A, eight in B and six in C": places without a noun of their own."""
    gap = shape.gaps[run.first]
    if run.size < BARE or run.closing is None or not forms.comma.search(gap):
        return False
    if {word.lower() for word in gap.split()} & {*words.context.prepositions}:
        return False  # "nine in A, eight in B": a part itself
    parts = shape.numbers[run.first : run.last + 1]
    if any(part.noun for part in parts) or shape.numbers[run.first - 1].noun is None:
        return False
    placed = {item.split()[0].lower() if item.split() else "" for item in lists.items(shape, run)}
    return placed <= {*words.context.prepositions}


def anew(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> Lead | None:
    """How a list that opens a sentence points back to the total of the sentence before."""
    opening = forms.anew.search(shape.gaps[run.first])
    behind = shape.gaps[run.first + 1]
    every = lists.all_told(shape, run, forms)
    if opening and opening["are"]:
        return "whole" if run.closing is not None else "some"
    back = opening and (opening["which"] or forms.anew_of.match(behind))
    if not (back or (run.labelled and every)) or not lists.one_verb(shape, run, words):
        return None
    return "whole" if every else "some"


def shares(shape: Shape, run: Run, forms: Forms) -> Lead | None:
    """How a list of percentages says that they are of one whole."""
    gap, every = shape.gaps[run.first], lists.all_told(shape, run, forms)
    if every and forms.rest.search(run.closing or ""):
        return "whole"
    led = forms.makeup.search(gap) or forms.made.search(gap)
    return "some" if led and run.closing is not None else None


def behind(shape: Shape, run: Run, forms: Forms) -> Lead | None:
    """How a total right behind a list sums it up: "together make up", "of their 46", "70 in all"."""
    gap, last = shape.gaps[run.last + 1], shape.gaps[run.last + 2]
    if forms.together.match(gap) or (forms.comma.search(gap) and forms.in_all.match(last)):
        return "whole"
    bare = run.labelled or not any(p.noun for p in shape.numbers[run.first : run.last])
    return "some" if bare and forms.of_all.match(gap) else None


def nearest(numbers: Sequence[Mention], parts: Sequence[Mention]) -> Mention | None:
    """The last figure that these can be parts of: no part is more than its total."""
    return next((one for one in reversed(numbers) if fits(one, parts)), None)


def fits(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts are counted in the total's unit, or bare, and none is more than the total."""
    if max(part.stated or 0.0 for part in parts) > (total.stated or 0.0):
        return False
    if total.unit is None:
        return all(part.unit is None for part in parts)
    same = (part.unit == total.unit for part in parts)
    return all(
        one or (part.unit is None and part.noun is None)
        for one, part in zip(same, parts, strict=True)
    )
