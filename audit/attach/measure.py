"""What a number measures: a metric of the rulebook, one carried over, or an open metric."""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach import carried, known, unruled
from audit.attach.grammar import Grammar
from audit.attach.measured import Measure
from audit.attach.sentence import TIMES
from audit.attach.things import Name
from audit.model import Claim
from audit.rulebook.names import Occurrence


def of(
    grammar: Grammar,
    index: int,
    names: Sequence[Occurrence],
    long: bool,
    before: Sequence[Claim],
    things: Sequence[Name],
    dated: bool = True,
) -> Measure | None:
    """The measure of mention `index`; of a date none but a metric of the rulebook. `long` says that its
    time reaches over several years, `dated` that its sentence names one."""
    sentence = grammar.sentence
    if sentence.mentions[index].kind in TIMES:
        return known.of(sentence, index, names, long, dated)
    return (
        carried.beside(sentence, index, before)
        or known.of(sentence, index, names, long, dated)
        or carried.of(sentence, index, before)
        or unruled.of(grammar, index, things, long, before)
    )


def open_of(
    grammar: Grammar, index: int, things: Sequence[Name], long: bool, before: Sequence[Claim]
) -> Measure | None:
    """What the mention measures apart from every rule."""
    return unruled.of(grammar, index, things, long, before)
