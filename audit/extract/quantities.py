"""A numeral with its currency or unit, hedge, direction and counted noun, as a mention."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from audit.extract import directions, hedges, literal, measures, money, nouns, numerals
from audit.extract.numerals import Numeral
from audit.extract.scan import Sentence
from audit.model import Hedge, Kind, Mention, Rejection, Span
from audit.rulebook import units
from audit.rulebook.lexicon import Lexicon

Done = Sequence[Mention | Rejection]
OLDEST = 130  # years: "aged 35", but not "age of 1500"
_CONTINUOUS = ("percent", "measure", "temperature")


class Quantity(Struct, frozen=True):
    """A number with its unit: words `i` up to, not including, `j`; `value` and `step` in the unit."""

    numeral: Numeral
    i: int
    j: int
    value: float
    step: float
    unit: str | None = None
    kind: Kind = "number"
    sign: bool = False  # the currency stands before the number


def read(s: Sentence, i: int, lexicon: Lexicon) -> Quantity | None:
    """The quantity whose number begins at word `i`."""
    sign = money.before(s, i, lexicon)
    if sign is None and s.word(i - 1) in ("-", "−"):
        sign = money.before(s, i - 1, lexicon)
    sign = sign or _before_hedge(s, i, lexicon)
    n = numerals.read(s, i, lexicon, money=sign is not None)
    if n is None:
        return None
    if sign is not None:
        unit = _behind(s, n, sign, lexicon)
        return Quantity(n, sign.at, unit.j, n.value, n.step, unit.unit, "money", True)
    found = measures.after(s, n, lexicon)
    if _is_age(s, n, found, lexicon):
        return Quantity(n, n.i, found.j if found else n.j, n.value, n.step, "year_old", "age")
    if found is None:
        return Quantity(n, n.i, n.j, n.value, n.step)
    value, step = n.value * found.factor, n.step * found.factor
    return _compound(s, Quantity(n, n.i, found.j, value, step, found.unit, found.kind), lexicon)


def _before_hedge(s: Sentence, i: int, lexicon: Lexicon) -> money.Currency | None:
    """ "$ more than 500": the sign stands before the hedge, and the quantity begins at the number."""
    hedge = hedges.before(s, i, False, lexicon)
    if hedge is None or s.word(hedge.i - 1) not in lexicon.currency_signs:
        return None
    sign = money.before(s, hedge.i, lexicon)
    return replace(sign, at=i) if sign and not s.word(hedge.i - 1).isalpha() else None


def _is_age(s: Sentence, n: Numeral, found: measures.Unit | None, lexicon: Lexicon) -> bool:
    """Aged 35; the age of 5 (years)."""
    years = found is None or found.unit == "year"
    return years and 0 < n.value < OLDEST and lexicon.aged.before(s.words, n.i) is not None


def _behind(s: Sentence, n: Numeral, sign: money.Currency, lexicon: Lexicon) -> measures.Unit:
    """What may still follow "$5": "US", "dollars", "a barrel"."""
    j, code = n.j, sign.code
    named = lexicon.currency_names.after(s.words, j)
    if named:
        j = named[1]
        plain = j - n.j == 1  # "$70 billion Canadian dollars" says which; "A$5 dollars" has said it
        code = code if plain else named[0]
    return measures.per(s, measures.Unit(code, "money", j), lexicon)


def _compound(s: Sentence, q: Quantity, lexicon: Lexicon) -> Quantity:
    """5 feet and 2 inches; thirteen dollars forty-five cents."""
    at = q.j + 1 if s.word(q.j) in ("and", ",") else q.j
    small = lexicon.compound_units.get(q.unit or "")
    if q.kind != "money" and not small:
        return q
    n = numerals.read(s, at, lexicon) if s.digits(at) or s.word(at) in lexicon.triggers else None
    found = measures.after(s, n, lexicon) if n else None
    if n is None or n.order or n.vague or found is None or n.value < 0:
        return q
    part = units.factor(found.unit, q.unit) if small and found.unit == small else None
    if part is None and q.kind == "money" and found.factor < 1 and found.unit == q.unit:
        part = found.factor
    if part is None:
        return q
    value = q.value + n.value * part
    return Quantity(q.numeral, q.i, found.j, value, part, q.unit, q.kind)


def mention(s: Sentence, q: Quantity, done: Done, lexicon: Lexicon) -> Mention:
    """The quantity with everything its own words say of it."""
    hedged = hedges.before(s, _front(s, q, lexicon), q.kind == "duration", lexicon)
    behind = hedges.after(s, q.j, lexicon) if hedged is None else None
    if hedged and hedged.hedge == "about":
        behind = hedges.after(s, q.j, lexicon)
        bounded = behind is not None and behind.hedge in ("at_least", "at_most")
        hedged, behind = (None, behind) if bounded else (hedged, None)
    rose = _rose_to(s, hedged, done) if hedged else None
    hedged = None if rose else hedged
    hedge = hedged or behind
    move = rose or directions.of(s, hedged.i if hedged else q.i, q.j, done, lexicon)
    if hedged and move and move.change == "by" and s.words[hedged.i] in lexicon.reaching:
        move = directions.Move(move.direction, "to")  # "climbed above 350"
    if q.kind == "age":
        move = None
    elif move is None and q.value < 0 and q.kind in ("percent", "money"):
        move = directions.Move("down", "by")
    if q.numeral.order or q.numeral.vague:
        return _magnitude(s, q, lexicon)
    low, high, low_open, high_open = literal.bounds(
        q.numeral, q.value, q.step, hedge.hedge if hedge else "exact", q.kind in _CONTINUOUS
    )
    noun = _noun(s, q, behind.j if behind else q.j, lexicon)
    end = behind.j if behind and s.word(behind.i) in ("-", "+", "plus") else q.j
    return Mention(
        start=s.starts[q.i], end=s.ends[end - 1],
        kind="count" if noun and q.kind == "number" else q.kind,
        text=s.text(q.i, end), stated=q.value, low=low, high=high,
        low_open=low_open, high_open=high_open,
        hedge=hedge.hedge if hedge else "exact",
        direction=move.direction if move else None, change=move.change if move else None,
        unit=q.unit, noun=noun[0] if noun else None, noun_span=noun[1] if noun else None,
        step=q.step, granule=literal.granule(q.value, q.step),
        hedge_span=Span(s.starts[hedge.i], s.ends[hedge.j - 1]) if hedge else None,
    )  # fmt: skip


def _rose_to(s: Sentence, hedged: hedges.Hedged, done: Done) -> directions.Move | None:
    """ "Increased by 12 % up to 13,788 units" is what it came to, no bound."""
    if s.words[hedged.i : hedged.j] != ["up", "to"]:
        return None
    last = next((m for m in reversed(done) if isinstance(m, Mention) and not m.is_time), None)
    if last is None or last.change != "by" or last.direction is None or last.start < s.starts[0]:
        return None
    return directions.Move(last.direction, "to")


def _front(s: Sentence, q: Quantity, lexicon: Lexicon) -> int:
    """Where a hedge may end: before the quantity, or before the "age of" that leads to it."""
    aged = lexicon.aged.before(s.words, q.i) if q.kind == "age" else None
    if aged is None:
        return q.i
    return aged[1] - 1 if s.word(aged[1] - 1) == "the" else aged[1]


def _noun(s: Sentence, q: Quantity, j: int, lexicon: Lexicon) -> tuple[str, Span] | None:
    if q.kind != "number":
        return None
    if s.word(j) in lexicon.times:
        return s.word(j), Span(s.starts[j], s.ends[j])
    found = nouns.phrase(s, j, q.value == 1, lexicon)
    if found is None:
        return None
    name, first, end = found
    return name, Span(s.starts[first], s.ends[end - 1])


def _magnitude(s: Sentence, q: Quantity, lexicon: Lexicon) -> Mention:
    """Tens of thousands: from one power of ten to the next. Dozens: no number at all."""
    noun = _noun(s, q, q.j, lexicon)
    order = q.numeral.order
    return Mention(
        start=s.starts[q.i], end=s.ends[q.j - 1],
        kind="count" if noun and q.kind == "number" else q.kind,
        text=s.text(q.i, q.j), low=q.value if order else None, high=q.value * 10 if order else None,
        hedge="range" if order else "vague", unit=q.unit,
        noun=noun[0] if noun else None, noun_span=noun[1] if noun else None,
    )  # fmt: skip


def joined(s: Sentence, a: Quantity, b: Quantity, noun_from: int, lexicon: Lexicon,
           hedge: Hedge = "range", open_ends: tuple[bool, bool] = (False, False)) -> Mention:  # fmt: skip
    """One range from two quantities that stand in one unit."""
    noun = _noun(s, b, noun_from, lexicon)
    hedged = hedges.before(s, a.i, a.kind == "duration", lexicon)
    move = directions.of(s, hedged.i if hedged else a.i, b.j, (), lexicon)
    return Mention(
        start=s.starts[a.i], end=s.ends[b.j - 1],
        kind="count" if noun and b.kind == "number" else b.kind,
        text=s.text(a.i, b.j), low=min(a.value, b.value), high=max(a.value, b.value),
        low_open=open_ends[0], high_open=open_ends[1], hedge=hedge, unit=b.unit,
        direction=move.direction if move else None, change=move.change if move else None,
        noun=noun[0] if noun else None, noun_span=noun[1] if noun else None,
        step=min(a.step, b.step), granule=literal.granule(a.value, a.step),
    )  # fmt: skip
