"""Which figure before a list is its total."""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach.breakdown.forms import Forms
from audit.attach.breakdown.lists import Run
from audit.attach.breakdown.shape import Shape
from audit.model import Mention
from audit.rulebook.words import Vocabulary

SLIP = 1.1  # a part that is more than its total by no more than this is a slip


def before(shape: Shape, run: Run, forms: Forms, words: Vocabulary) -> Mention | None:
    """The nearest figure that these can be parts of.

    None where that is only what another figure is "from" or "in": "200 firms from 40 countries:".
    """
    parts = shape.numbers[run.first : run.last + 1]
    near = [i for i in range(run.first) if fits(shape.numbers[i], parts)]
    if not near or _named(shape, near[-1], run, forms, words):
        return None
    led = shape.gaps[near[-1]].split()
    bound = len(near) > 1 and led and led[-1].lower() in words.context.prepositions
    return None if bound else shape.numbers[near[-1]]


def _named(shape: Shape, at: int, run: Run, forms: Forms, words: Vocabulary) -> bool:
    """Whether a bare number is a name: "Day 27: 14 killed", "Smith, 27 - 14 goals"."""
    number = shape.numbers[at]
    if number.own_noun or number.unit or number.hedge != "exact":
        return False
    if forms.labels.search(shape.gaps[at]):
        return True
    led = shape.gaps[at].split()
    counted = led and led[-1].lower() in {*words.context.breakdown.counts, *words.verbs}
    return (
        at == run.first - 1 and forms.bare.match(shape.gaps[run.first]) is not None and not counted
    )


def fits(total: Mention, parts: Sequence[Mention]) -> bool:
    """Whether the parts are counted in the total's unit, or bare, and none is far more than the total."""
    if max(part.stated or 0.0 for part in parts) > SLIP * (total.stated or 0.0):
        return False
    if total.unit is None:
        return all(part.unit is None for part in parts)
    return all(
        part.unit == total.unit or (part.unit is None and part.own_noun is None) for part in parts
    )
