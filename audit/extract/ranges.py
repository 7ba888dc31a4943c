"""Two numbers that are one statement: ranges, bounds on both sides, lists that share a unit."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from audit.extract import money, quantities
from audit.extract.numerals import Numeral
from audit.extract.quantities import Quantity
from audit.extract.scan import Sentence
from audit.model import Mention
from audit.rulebook.lexicon import Lexicon

FAR = 20  # times: no range spans as much, nor a change that tells its scale once
BRACKET = 7  # words that it takes
DASHES = ("-", "–", "—", "~", "‒", "−")
REACH = 8  # words between a verb of change and the "from" of its levels
APART = frozenset({";", ".", ":", "(", ")", "and", "but", "while", "which"})
_LOW, _HIGH = ("more_than", "at_least"), ("less_than", "at_most")


class Pair(Struct, frozen=True):
    """The two ends of a range; `a` and `b` in one unit."""

    a: Quantity
    b: Quantity


def range_from(s: Sentence, a: Quantity, lexicon: Lexicon) -> Pair | None:
    """The range that `a` begins: "5-6 %", "5 to 6", "between 5 and 6", "three or four"."""
    tolerance = lexicon.tolerance.after(s.words, a.j)
    if tolerance:
        return _tolerance(s, a, tolerance[1], lexicon)
    joiner = s.word(a.j)
    between = _word_before(s, a.i, lexicon) == "between"
    if joiner not in DASHES and joiner not in ("to", "or") and not (joiner == "and" and between):
        return None
    b = _second(s, a.j + 1, lexicon)
    if b is None or b.numeral.order or b.numeral.vague or a.numeral.order or a.numeral.vague:
        return None
    if joiner in DASHES and s.glued(a.j) != s.glued(a.j + 1) and not b.sign:
        return None
    pair = _one_unit(a, b)
    if pair is None or not _ranges(s, pair, joiner, between, lexicon):
        return None
    return pair


def _tolerance(s: Sentence, a: Quantity, at: int, lexicon: Lexicon) -> Pair | None:
    """5.5 ± 0.5 mm: from the difference to the sum."""
    b = _second(s, at, lexicon)
    if b is None or b.numeral.order or b.numeral.vague or (a.unit and b.unit and a.unit != b.unit):
        return None
    unit, kind = (b.unit, b.kind) if b.unit else (a.unit, a.kind)
    low = replace(a, value=a.value - b.value, unit=unit, kind=kind)
    return Pair(low, replace(b, value=a.value + b.value, unit=unit, kind=kind))


def _word_before(s: Sentence, i: int, lexicon: Lexicon) -> str:
    while s.word(i - 1) in lexicon.range_gap:
        i -= 1
    return s.word(i - 1)


def _second(s: Sentence, at: int, lexicon: Lexicon) -> Quantity | None:
    """The quantity at word `at`, over a currency sign or a stray hyphen."""
    if s.word(at) in ("-", "the", "about", "around") and not s.digits(at):
        at += 1
    sign = money.sign(s, at, lexicon)
    at = sign.at if sign else at
    if not (s.digits(at) or s.word(at) in lexicon.triggers):
        return None
    return quantities.read(s, at, lexicon)


def _one_unit(a: Quantity, b: Quantity) -> Pair | None:
    """Both ends in the unit and scale that one of them names; None when they differ."""
    if a.kind == "age" and b.unit in (None, "year"):  # aged 3-6 (years)
        b = replace(b, unit=a.unit, kind="age")
    per = a.sign and (b.unit or "").startswith(f"{a.unit}/")
    if a.unit != b.unit and a.unit and b.unit and not per:
        return None
    if b.unit is None and a.unit and not a.sign:
        return None
    unit, kind = (b.unit, b.kind) if b.unit else (a.unit, a.kind)
    factor = b.value / b.numeral.value if b.numeral.value and a.unit is None else 1.0
    a = replace(a, value=a.value * factor, step=a.step * factor, unit=unit, kind=kind)
    b = replace(b, unit=unit, kind=kind)
    return Pair(_shared_scale(a, b), b)


def _shared_scale(a: Quantity, b: Quantity) -> Quantity:
    """ "89 to 93 billion": the first number takes the scale where that keeps it below the second."""
    scale = b.numeral.scale
    if scale <= 1 or a.numeral.scale > 1 or abs(a.value) >= 1000 or a.value * scale >= b.value:
        return a
    return replace(a, value=a.value * scale, step=a.step * scale)


def _ranges(s: Sentence, pair: Pair, joiner: str, between: bool, lexicon: Lexicon) -> bool:
    low, high = pair.a.value, pair.b.value
    if between or (joiner == "to" and s.word(pair.a.i - 1) == "from"):
        return low != high and (low < high or not between) and not _moves(s, pair, joiner, lexicon)
    if low >= high or _by_then_to(s, pair, joiner):
        return False
    if joiner == "or":
        near = high - low <= max(1.0, low / 2)
        return near and not pair.b.sign and pair.a.unit == pair.b.unit
    if joiner == "to":
        return s.word(pair.a.i - 1) not in lexicon.change_verb
    return True


def _by_then_to(s: Sentence, pair: Pair, joiner: str) -> bool:
    """ "Rose by $4bn to $41bn": an amount and a level, each with its own unit and far apart."""
    a = pair.a
    far = a.numeral.scale > 1 and pair.b.value > FAR * a.value  # "by 2.08 million to 1.41 billion"
    own = a.sign or a.j > a.numeral.j or far
    return joiner == "to" and own and s.word(a.i - 1) == "by" and pair.b.value > 2 * a.value


def _moves(s: Sentence, pair: Pair, joiner: str, lexicon: Lexicon) -> bool:
    """ "Fell from 5 to 3" tells two levels, "costs from 3 to 5" one range."""
    if joiner != "to":
        return False
    if pair.a.value >= pair.b.value:
        return True
    for k in range(pair.a.i - 2, max(-1, pair.a.i - 2 - REACH), -1):
        word = s.words[k]
        if word in lexicon.change_verb:
            return True  # "grew by 400 people, from 1,200 to 1,500"
        if word in APART:
            return False
    return False


def both_bounds(
    s: Sentence, a: Quantity, first: Mention, lexicon: Lexicon
) -> tuple[Mention, int] | None:
    """ "More than 30 and less than 50" as one range, and the word index after it."""
    if first.hedge not in (*_LOW, *_HIGH):
        return None
    at = a.j
    while s.word(at) in lexicon.bound_links:
        at += 1
    found = lexicon.hedge_before.after(s.words, at) if at > a.j else None
    if not found:
        return None
    hedge, at = found
    while s.word(at) in lexicon.hedge_gap:
        at += 1
    b = _second(s, at, lexicon)
    if b is None or (hedge in _LOW) == (first.hedge in _LOW) or hedge not in (*_LOW, *_HIGH):
        return None
    low, high = (a, b) if first.hedge in _LOW else (b, a)
    if low.value >= high.value or (a.unit and b.unit and a.unit != b.unit):
        return None
    open_ends = ("more_than" in (hedge, first.hedge), "less_than" in (hedge, first.hedge))
    return quantities.joined(s, a, b, b.j, lexicon, open_ends=open_ends), b.j


def shared(s: Sentence, a: Quantity, lexicon: Lexicon) -> Quantity:
    """ "10, 12 and 15 million": a bare number takes the scale or unit that ends its list; so does the
    first of "from $579 to $923 billion", and so do both of "T$208 (US$90) million"."""
    if b := _led_to(s, a, lexicon):
        return _lent(a, b)
    if times := _around_a_bracket(s, a, lexicon):
        return replace(
            a, numeral=replace(a.numeral, scale=times), value=a.value * times, step=a.step * times
        )
    if a.unit or a.numeral.scale > 1 or a.numeral.order or a.numeral.vague:
        return a
    if s.word(a.j) == "," and s.word(a.j + 1) == "or":
        return a  # "26, or 35 %": one thing in two terms, no list
    at, joined = a.j, False
    for _ in range(6):
        at = at + 1 if s.word(at) == "-" else at
        joined = joined or s.word(at) in lexicon.list_links
        if s.word(at) not in (",", "and", "or"):
            return a
        at = at + 2 if s.word(at) == "," and s.word(at + 1) in lexicon.list_links else at + 1
        joined = joined or s.word(at - 1) in lexicon.list_links
        b = _second(s, at, lexicon)
        if b is None or b.sign or b.numeral.order or b.numeral.vague:
            return a
        if b.unit or b.numeral.scale > 1:
            return _lent(a, b) if joined else a
        at = b.j
    return a


def _led_to(s: Sentence, a: Quantity, lexicon: Lexicon) -> Quantity | None:
    """What "from $579" leads to, where it has a scale that the first leaves out."""
    if s.word(a.i - 1) != "from" or s.word(a.j) != "to" or a.numeral.scale > 1 or not a.value:
        return None
    b = _second(s, a.j + 1, lexicon)
    if b is None or b.numeral.scale <= 1 or a.unit not in (None, b.unit):
        return None
    near = b.value / b.numeral.scale / a.value
    return b if 1 / FAR < near < FAR else None


def _around_a_bracket(s: Sentence, a: Quantity, lexicon: Lexicon) -> float | None:
    """The scale behind the bracket in which an amount is told once more, of the first and the second."""
    if a.numeral.scale > 1 or a.kind != "money":
        return None
    inside = s.word(a.j) == ")"
    near = range(a.j, a.j + BRACKET)
    closes = a.j if inside else next((k for k in near if s.word(k) == ")"), None)
    opened = inside or s.word(a.j) == "("
    return lexicon.scales.get(s.word(closes + 1)) if opened and closes is not None else None


def _lent(a: Quantity, b: Quantity) -> Quantity:
    if abs(a.value) >= 1000 or (
        b.kind in ("duration", "age") and a.numeral.digits != b.numeral.digits
    ):
        return a
    scale = b.numeral.scale if b.numeral.digits else 1.0
    n: Numeral = replace(a.numeral, scale=scale)
    return replace(
        a, numeral=n, value=a.value * scale, step=a.step * scale, unit=b.unit, kind=b.kind
    )
