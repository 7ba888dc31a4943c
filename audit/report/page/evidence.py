"""The claims of one entry, lettered, with the words that decided each of their slots marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from audit.model import Claim, Decision, Group, Span
from audit.report import wording

_BLANK = re.compile(r"[\r\n\t\u2028\u2029]")
_AROUND = 420  # characters of a very long sentence on either side of its value


class Lettered(Struct, frozen=True):
    """A claim with the letter by which the drawing, the table and the quotes call it."""

    letter: str
    claim: Claim


class Segment(Struct, frozen=True):
    """A stretch of a quote: plain, the value itself, or the words that decided a slot."""

    text: str
    kind: str = ""  # "", "value" or "slot"
    name: str = ""  # of the slot


class Reason(Struct, frozen=True):
    """How one slot was decided in every claim: a row, with a cell for each letter."""

    slot: str
    cells: tuple[Decision | None, ...]


def lettered(claims: Iterable[Claim]) -> tuple[Lettered, ...]:
    """A, B, ... Z, AA, ... in the order given, each claim once."""
    return tuple(Lettered(_letter(n), one) for n, one in enumerate(dict.fromkeys(claims)))


def _letter(number: int) -> str:
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def segments(claim: Claim) -> tuple[Segment, ...]:
    """The quoted sentence in stretches; one too long to read is cut around the value."""
    base = claim.sentence.start if claim.sentence and claim.quote else claim.start
    text = claim.quote or claim.mention.text
    cut = _window(len(text), claim.start - base, claim.end - base)
    found = [Segment("… ")] if cut.start else []
    found += _split(text, base, cut, list(_marks(claim)))
    return tuple([*found, Segment(" …")] if cut.end < len(text) else found)


def _marks(claim: Claim) -> Iterator[tuple[Span, str, str]]:
    """What is marked, the value first: where two stretches overlap, the earlier named one stands."""
    yield Span(claim.start, claim.end), "value", ""
    for one in claim.decided:
        if one.span and one.span.start < one.span.end:
            yield one.span, "slot", slot_name(one.slot)


def _window(length: int, first: int, last: int) -> Span:
    return Span(max(0, first - _AROUND), min(length, max(last, 0) + _AROUND))


def _split(
    text: str, base: int, cut: Span, marks: Sequence[tuple[Span, str, str]]
) -> Iterator[Segment]:
    at = cut.start
    for first, last, kind, name in _apart(base, cut, marks):
        if at < first:
            yield Segment(_calm(text[at:first]))
        yield Segment(_calm(text[first:last]), kind, name)
        at = last
    if at < cut.end:
        yield Segment(_calm(text[at : cut.end]))


def _apart(
    base: int, cut: Span, marks: Sequence[tuple[Span, str, str]]
) -> list[tuple[int, int, str, str]]:
    """Marks inside the window that do not overlap, in the order of the text."""
    kept: list[tuple[int, int, str, str]] = []
    for span, kind, name in marks:
        first, last = span.start - base, span.end - base
        inside = cut.start <= first < last <= cut.end
        if inside and all(last <= a or b <= first for a, b, _, _ in kept):
            kept.append((first, last, kind, name))
    return sorted(kept)


def _calm(text: str) -> str:
    return _BLANK.sub(" ", text)


def time(claim: Claim) -> str:
    """`2022`, `as of 2026-02-27`: what a reader of a table needs of a claim's clocks."""
    return wording.when(claim).removeprefix("period ")


def reasons(claims: Sequence[Lettered], groups: Sequence[Group]) -> tuple[Reason, ...]:
    """Slot by slot, which words decided it in each claim; what no sentence says is left empty."""
    decided = [{d.slot: d for d in one.claim.decided} for one in claims]
    linked = [slot for group in groups for link in group.links for slot, _ in link.slots]
    order = dict.fromkeys(["metric", *(s for held in decided for s in held), *linked])
    rows = (Reason(slot_name(s), tuple(held.get(s) for held in decided)) for s in order)
    return tuple(row for row in rows if any(row.cells))


def slot_name(slot: str) -> str:
    """`as of` for `as_of`, `pair` for `pair2`."""
    return slot.rstrip("2").replace("_", " ")
