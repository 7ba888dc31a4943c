"""What leads to a list of parts, and whether it leaves nothing out."""

from __future__ import annotations

from typing import Literal

from audit.attach.breakdown import lists
from audit.attach.breakdown.forms import Forms
from audit.attach.breakdown.lists import Run
from audit.attach.breakdown.shape import BOUNDARY, Shape
from audit.rulebook.words import Vocabulary

Lead = Literal["whole", "some"]


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
    return _some(shape, run, forms, words) if led or _bare(shape, run, forms, words) else None


def _some(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> Lead | None:
    """A list that may leave some out, if its parts can be told to be of one kind."""
    if lists.all_told(shape, run, forms):
        return "whole"
    alike = lists.one_verb(shape, run, words) and lists.of_one_kind(shape, run, forms)
    return "some" if alike else None


def _bare(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> bool:
    """ "Killed 23 people, nine in A, eight in B and six in C": places without a noun of their own."""
    gap, total = shape.gaps[run.first], shape.numbers[run.first - 1]
    lead = forms.comma.search(gap)
    if run.closing is None or lead is None:
        return False
    if {word.lower() for word in gap[: lead.start()].split()} & {*words.context.prepositions}:
        return False  # "nine in A, eight in B": a part itself
    parts = shape.numbers[run.first : run.last + 1]
    counted = total.noun if total.unit is None else lead["with"]  # "€12, €8 for students": prices
    if any(part.own_noun for part in parts) or not counted:
        return False
    placed = {item.split()[0].lower() if item.split() else "" for item in lists.items(shape, run)}
    return placed <= {*words.context.prepositions}


def anew(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> Lead | None:
    """How a list that opens a sentence points back to the total of the sentence before."""
    opening = forms.anew.search(shape.gaps[run.first])
    _, _, own = shape.gaps[run.first].rpartition(BOUNDARY)
    if (opening and opening["are"]) or forms.makeup.search(own):
        return "whole" if run.closing is not None else "some"
    back = opening and (opening["which"] or forms.anew_of.match(shape.gaps[run.first + 1]))
    named = run.labelled and lists.all_told(shape, run, forms)
    return _some(shape, run, forms, words) if back or named else None


def behind(shape: Shape, run: Run, forms: Forms) -> Lead | None:
    """How a total right behind a list sums it up: "together make up", "of their 46", "70 in all"."""
    gap, last = shape.gaps[run.last + 1], shape.gaps[run.last + 2]
    if forms.together.match(gap) or (forms.comma.search(gap) and forms.in_all.match(last)):
        return "whole"
    bare = run.labelled or not any(p.own_noun for p in shape.numbers[run.first : run.last])
    return "some" if bare and forms.of_all.match(gap) else None


def shares(shape: Shape, run: Run, forms: Forms) -> Lead | None:
    """How a list of percentages says that they are of one whole."""
    gap, every = shape.gaps[run.first], lists.all_told(shape, run, forms)
    if every and forms.rest.search(run.closing or ""):
        return "whole"
    led = forms.makeup.search(gap) or forms.made.search(gap)
    return "some" if led and run.closing is not None else None
