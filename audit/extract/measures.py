"""Units after a number: shares, ages, temperatures, measures, durations, and what they are per."""

from __future__ import annotations

from msgspec import Struct

from audit.extract import money
from audit.extract.numerals import Numeral
from audit.extract.scan import Sentence
from audit.model import Kind
from audit.rulebook.lexicon import Lexicon

_SHARES: dict[str, Kind] = {
    "percent": "percent",
    "percentage_point": "percent",
    "basis_point": "percent",
}


LARGE = 1000  # from which "t" apart from its number is a tonne
CASED = frozenset({"Mt"})  # "7.5 Mt" are megatonnes, where "mt" is a metric ton


class Unit(Struct, frozen=True):
    """A unit key, the kind of value it makes, the word index after it, and a factor (cents: 0.01)."""

    unit: str
    kind: Kind
    j: int
    factor: float = 1.0


def after(s: Sentence, n: Numeral, lexicon: Lexicon) -> Unit | None:
    """The unit that follows the numeral, with what it is per ("a barrel"), or None."""
    at = n.j
    if at >= s.size:
        return None
    age = lexicon.age_words.after(s.words, at)
    if age:
        unit = "year_old" if age[0] == "year" else age[0]
        return Unit(unit, "age", age[1])
    if s.word(at) in ("{", "<") or (s.word(at) == "-" and _hyphened(s, at, lexicon)):
        at += 1
    if at >= s.size:
        return None
    found = _share(s, at, lexicon) or _money(s, at, n, lexicon) or _degrees(s, at, lexicon)
    found = found or _scaled(s, at, lexicon) or _measure(s, at, lexicon, n)
    return _per(s, found, lexicon) if found else None


def _hyphened(s: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether the hyphen at word `at` ties a number to its unit: 3-inch, 3- inch, 3 - inch."""
    if s.word(at + 1).isdigit():
        return s.glued(at) and s.glued(at + 1)
    return s.glued(at) or (s.word(at + 1) in lexicon.unit_words and not s.glued(at + 1))


def _share(s: Sentence, at: int, lexicon: Lexicon) -> Unit | None:
    found = lexicon.unit_words.after(s.words, at)
    if found and found[0] in _SHARES and not (s.word(at) in ("pc", "bp", "pp") and s.capital(at)):
        return Unit(found[0], "percent", found[1])
    return None


def _money(s: Sentence, at: int, n: Numeral, lexicon: Lexicon) -> Unit | None:
    if s.word(at) == "of" and s.word(at - 1) in lexicon.magnitudes:
        at += 1  # "20 billions of dollars"
    currency = money.after(s, at, lexicon)
    if currency is None or money.mass(s, at, n, lexicon):
        return None
    return Unit(currency.code, "money", currency.at, currency.part)


def _degrees(s: Sentence, at: int, lexicon: Lexicon) -> Unit | None:
    found = lexicon.degree_words.after(s.words, at)
    scale = lexicon.scales_of_heat.get(s.word(found[1] if found else at))
    if found:
        kind: Kind = "temperature" if scale else "measure"
        return Unit(scale or "degree", kind, found[1] + bool(scale))
    if scale and (
        len(s.word(at)) > 1
        or (s.glued(at) and s.capital(at) and not lexicon.heat_words.isdisjoint(s.vocabulary))
    ):
        return Unit(scale, "temperature", at + 1)
    if scale and s.written(at) in ("C",) and not s.word(at + 1).isalpha():
        return Unit(scale, "temperature", at + 1)
    return None


def _scaled(s: Sentence, at: int, lexicon: Lexicon) -> Unit | None:
    """ "55 bcm" is 55 billion cubic metres."""
    found = lexicon.scaled.after(s.words, at)
    if not found:
        return None
    (factor, unit), j = found
    return Unit(unit, "measure", j, factor)


def _measure(s: Sentence, at: int, lexicon: Lexicon, n: Numeral | None = None) -> Unit | None:
    symbol = _symbol(s, at, lexicon, n)
    found = lexicon.unit_words.after(s.words, at)
    if found is None or (symbol and n and n.scale == 1 and s.written(at) in CASED):
        found = symbol
    if not found:
        return None
    unit, j = found
    if unit in _SHARES:
        return None
    if s.word(j) == "2" and s.glued(j) and unit in lexicon.squared:
        unit, j = lexicon.squared[unit], j + 1
    elif s.word(j) == "3" and s.glued(j) and unit in lexicon.cubed:
        unit, j = lexicon.cubed[unit], j + 1
    return Unit(unit, _kind(unit, lexicon), j)


def _kind(unit: str, lexicon: Lexicon) -> Kind:
    kind = lexicon.unit_kinds.get(unit, "measure")
    return kind if kind in ("duration", "temperature") else "measure"  # type: ignore[return-value]


def _symbol(
    s: Sentence, at: int, lexicon: Lexicon, n: Numeral | None = None
) -> tuple[str, int] | None:
    written = s.written(at)
    power = (
        lexicon.squared
        if written.endswith("²")
        else lexicon.cubed
        if written.endswith("³")
        else None
    )
    unit = lexicon.symbols.get(written.rstrip("²³"))
    if unit is None:
        return None
    if written in lexicon.glued_symbols and not s.glued(at):
        spaced = written in ("m", '"', "″") and not s.word(at + 1).isalpha()
        large = n is not None and n.value >= LARGE and s.word(at + 1) not in ("-", "'")
        spaced = spaced or (written in lexicon.spaced_symbols and large)
        if not spaced and not (written == "m" and s.word(at + 1) in lexicon.length_words):
            return None
    if written == "s" and s.glued(at) and s.word(at - 1).endswith("0"):
        return None  # the 1990s
    return (power or {}).get(unit, unit), at + 1


def _per(s: Sentence, found: Unit, lexicon: Lexicon) -> Unit:
    """Adds "a barrel", "per day", "/cm2"; a share of something a year stays a share."""
    if s.word(found.j) not in lexicon.per or found.kind in ("percent", "age"):
        return found
    word, at = s.word(found.j), found.j + 1
    if word == "/" and not s.glued(at):
        return found
    below = _measure(s, at, lexicon)
    if below and s.word(below.j) not in lexicon.ago:
        return Unit(f"{found.unit}/{below.unit}", found.kind, below.j, found.factor)
    noun = s.word(at)
    if below is None and (noun in lexicon.per_nouns or (word == "per" and noun.isalpha())):
        return Unit(f"{found.unit}/{noun}", found.kind, at + 1, found.factor)
    return found


def per(s: Sentence, found: Unit, lexicon: Lexicon) -> Unit:
    """The unit with what it is per; public for currencies that stand before their number."""
    return _per(s, found, lexicon)
