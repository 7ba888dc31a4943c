"""Numerals: digits and words, with sign, fraction and scale, as a value and the places it states."""

from __future__ import annotations

from math import isfinite

from msgspec import Struct

from audit.extract import spelled
from audit.extract.scan import Sentence
from audit.rulebook.lexicon import Lexicon

THOUSAND, MILLION = 1e3, 1e6
MOST_DIGITS = 15  # more digits in a row than that are an identifier, and past what a float holds


class Numeral(Struct, frozen=True):
    """A number from word `i` up to, not including, word `j`.

    `step` is the place of its last written digit with the scale applied (1.62 bn -> 1e7).
    """

    i: int
    j: int
    value: float
    step: float = 1.0
    scale: float = 1.0
    decimals: bool = False
    digits: bool = True
    order: bool = False  # "tens of thousands": from `value` to ten times that
    vague: bool = False  # "dozens", "several hundred"


def read(s: Sentence, i: int, lexicon: Lexicon, money: bool = False) -> Numeral | None:
    """The numeral at word `i`; `money` says that a currency sign stands before it."""
    found = _digits(s, i, lexicon) if s.digits(i) else _words(s, i, lexicon)
    if found is None or found.order or found.vague:
        return found
    found = _and_smaller(s, _scale(s, found, lexicon, money), lexicon)
    return _over(s, _sign(s, found, lexicon), lexicon)


def _and_smaller(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral:
    """ "37 billion 940.5 million": one number in two scales; "9 thousand 594" is, too."""
    if n.scale < THOUSAND or n.decimals or not s.digits(n.j):
        return n
    rest = _digits(s, n.j, lexicon)
    rest = rest and _scale(s, rest, lexicon, False)
    if n.scale == THOUSAND and n.digits and rest and rest.scale == 1 and not rest.decimals:
        whole = 1 <= rest.value < THOUSAND and n.step == THOUSAND
        return Numeral(n.i, rest.j, undusted(n.value + rest.value)) if whole else n
    if n.scale < MILLION:
        return n
    if rest is None or not 1 < rest.scale < n.scale or rest.value >= n.scale:
        return n
    value = undusted(n.value + rest.value)
    return Numeral(n.i, rest.j, value, rest.step, n.scale, rest.decimals, n.digits)


def undusted(value: float) -> float:
    """The number without the last bits of a product: 4.1 * 1e6 is 4099999.9999999995."""
    return float(f"{value:.15g}")


def figure(token: str) -> tuple[float, int]:
    """Value and number of decimals of a token of digits, in whichever grouping."""
    token = token.replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "").replace(" ", "")
    whole, _, exponent = token.partition("e")
    commas, points = whole.count(","), whole.count(".")
    if commas == 1 and not points and len(whole) - whole.index(",") != 4:
        whole = whole.replace(",", ".")  # 1,3
    elif points > 1:
        whole = whole.replace(".", "").replace(",", ".")  # 1.234.567,8
    else:
        whole = whole.replace(",", "")
    places = len(whole.partition(".")[2])
    return float(whole + ("e" + exponent if exponent else "")), places - int(exponent or 0)


def _digits(s: Sentence, i: int, lexicon: Lexicon) -> Numeral | None:
    token = s.words[i]
    if not token[-1].isdecimal() or ":" in token or "/" in token or "-" in token[1:]:
        return None
    value, places = figure(token)
    if not isfinite(value) or len(token) > MOST_DIGITS + 10:
        return None
    found = Numeral(i, i + 1, value, 10.0**-places, decimals=places > 0)
    return _fraction(s, found, lexicon) or found


def _fraction(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral | None:
    """1/2, 2 1/4, 2½."""
    after = s.word(n.j)
    if after in lexicon.vulgar:
        return Numeral(n.i, n.j + 1, n.value + lexicon.vulgar[after], 0.01, decimals=True)
    over = _ratio(s, n.i)
    if over is not None:
        return Numeral(n.i, n.i + 3, over, 0.01, decimals=True)
    if s.digits(n.j) and (over := _ratio(s, n.j)) is not None and over < 1:
        return Numeral(n.i, n.j + 3, n.value + over, 0.01, decimals=True)
    return None


def _ratio(s: Sentence, i: int) -> float | None:
    if s.word(i + 1) != "/" or s.word(i + 3) == "/":
        return None
    if not (s.glued(i + 1) and s.glued(i + 2)) and s.word(i + 3) != "of":
        return None
    above, below = s.word(i), s.word(i + 2)
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 4):
        return None
    return int(above) / int(below) if int(below) > 1 else None


def _words(s: Sentence, i: int, lexicon: Lexicon) -> Numeral | None:
    word = s.words[i]
    if word in lexicon.vulgar:
        return Numeral(i, i + 1, lexicon.vulgar[word], 0.01, decimals=True)
    if word in lexicon.magnitudes:
        return _magnitude(s, i, lexicon)
    if word in lexicon.fractions:
        return _part(s, i, i, 1.0, lexicon)
    found = spelled.cardinal(s, i, lexicon)
    if found is None:
        return fraction(s, i, lexicon)
    before = s.word(i - 1)
    if before in lexicon.vague_before and word in (
        *lexicon.hundred,
        *lexicon.dozen,
        *lexicon.scales,
    ):
        return Numeral(i, found.end, found.value, found.value, digits=False, vague=True)
    start = i - 1 if before in lexicon.articles and word not in lexicon.digits else i
    part = _part(s, start, found.end, found.value, lexicon)
    if part is not None:
        return part
    point = spelled.decimals(s, found.end, lexicon)
    if point is not None:
        end, value, step = point
        return Numeral(start, end, found.value + value, step, decimals=True, digits=False)
    scale = found.step if found.step >= 1000 else 1.0
    return Numeral(start, found.end, found.value, found.step, scale, digits=False)


def _magnitude(s: Sentence, i: int, lexicon: Lexicon) -> Numeral | None:
    """ "Tens of thousands", "millions", "dozens"."""
    value, end = float(lexicon.magnitudes[s.words[i]]), i + 1
    while s.word(end) == "of" and s.word(end + 1) in lexicon.magnitudes:
        value, end = value * lexicon.magnitudes[s.word(end + 1)], end + 2
    vague = s.words[i] in lexicon.vague and end == i + 1
    return Numeral(i, end, value, value, digits=False, order=not vague, vague=vague)


def _part(s: Sentence, i: int, at: int, count: float, lexicon: Lexicon) -> Numeral | None:
    """Two thirds, one-fifth, half a (million), a quarter of ..."""
    step = 1 if s.word(at) == "-" and s.glued(at) and s.glued(at + 1) else 0
    word = s.word(at + step)
    if at > i or word not in lexicon.fractions:
        if word not in lexicon.denominators or (word.endswith("s") == (count == 1)):
            return _half(s, i, at + step, count, lexicon) if word in lexicon.fractions else None
        value = count / lexicon.denominators[word]
        if value >= 1 and word in lexicon.fractions:
            return None  # "has grown for eight quarters"
    else:
        value = lexicon.fractions[word]
        before = s.word(i - 1)
        if before in lexicon.one_of_it:
            i -= 1
    end = at + step + 1
    return _of_scale(s, Numeral(i, end, value, 0.01, decimals=True, digits=False), lexicon)


def fraction(s: Sentence, i: int, lexicon: Lexicon) -> Numeral | None:
    """A fifth (of), where nothing is counted after it: "a third time" is an order."""
    below = lexicon.denominators.get(s.word(i))
    after = s.word(i + 1)
    if (
        below is None
        or s.word(i - 1) not in lexicon.articles
        or (after.isalpha() and after != "of")
    ):
        return None
    return Numeral(i - 1, i + 1, 1 / below, 0.01, decimals=True, digits=False)


def _half(s: Sentence, i: int, at: int, count: float, lexicon: Lexicon) -> Numeral | None:
    if count != 1 or s.words[at] not in lexicon.fractions:
        return None
    value = lexicon.fractions[s.words[at]]
    return _of_scale(s, Numeral(i, at + 1, value, 0.01, decimals=True, digits=False), lexicon)


def _of_scale(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral:
    """Half a million, a quarter million, two thirds of a million."""
    at = n.j + 1 if s.word(n.j) == "of" else n.j
    at = at + 1 if s.word(at) in lexicon.articles else at
    tables = (lexicon.scales, lexicon.hundred, lexicon.dozen)
    scale = next((table[s.word(at)] for table in tables if s.word(at) in table), None)
    if scale is None or s.word(at) in lexicon.magnitudes:
        return n
    return Numeral(n.i, at + 1, n.value * scale, 0.1 * scale, scale, decimals=True, digits=False)


def _scale(s: Sentence, n: Numeral, lexicon: Lexicon, money: bool) -> Numeral:
    """The scale words after a numeral, and the odd half or hundred that follows them."""
    n = _and_half(s, n, lexicon)
    value, step, j, scale = n.value, n.step, n.j, n.scale
    at = j + 1 if s.word(j) == "-" and s.glued(j) and _is_scale(s, j + 1, lexicon, money) else j
    small = lexicon.hundred.get(s.word(at)) or lexicon.dozen.get(s.word(at).removesuffix("s"))
    if n.digits and small:
        value, step, at, j, scale = value * small, step * small, at + 1, at + 1, float(small)
    while (times := _times(s, at, lexicon, money)) and (n.digits or n.decimals or at > n.j):
        value, step, scale = value * times, step * times, scale * times
        at = j = at + 1 + _stopped(s, at + 1, lexicon)
    if scale == n.scale:
        return n
    found = Numeral(n.i, j, undusted(value), undusted(step), scale, n.decimals, n.digits)
    return _remainder(s, found, lexicon)


def _is_scale(s: Sentence, at: int, lexicon: Lexicon, money: bool) -> bool:
    """ "25-million", "$411-B"."""
    word = s.word(at)
    return word in lexicon.scales or (money and word in lexicon.short_scales and s.glued(at))


def _stopped(s: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Whether a full stop at `at` is that of an abbreviation: "25 mln. tons"."""
    short = s.word(at - 1) in lexicon.short_scale_words
    return short and s.word(at) == "." and s.glued(at) and s.written(at + 1)[:1].islower()


def _times(s: Sentence, at: int, lexicon: Lexicon, money: bool) -> float | None:
    word = s.word(at)
    if word in lexicon.scales:
        return lexicon.scales[word]
    if word not in lexicon.short_scales or not (s.glued(at) or money):
        return None
    after = s.word(at + 1)
    if money:
        return lexicon.short_scales[word] if not s.glued(at + 1) or not after.isalnum() else None
    if word in lexicon.short_scales_of_money or not s.glued(at):
        return None
    if word == "m" and (after in lexicon.length_words or not (after.isalpha() or s.capital(at))):
        return None
    return lexicon.short_scales[word]


def _and_half(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral:
    """Two and a half (million); one hundred and three quarters."""
    if s.word(n.j) != "and":
        return n
    at = n.j + 2 if s.word(n.j + 1) in lexicon.one_of_it else n.j + 1
    word = s.word(at)
    if (at == n.j + 2 and word in lexicon.fractions) or (
        word in lexicon.denominators and at == n.j + 2
    ):
        part = lexicon.fractions.get(word) or 1 / lexicon.denominators[word]
    else:
        count = spelled.cardinal(s, at, lexicon) if at == n.j + 1 else None
        below = lexicon.denominators.get(s.word(count.end)) if count else None
        if count is None or below is None:
            return n
        part, at = count.value / below, count.end
    if s.word(at + 1) in lexicon.scales and n.scale > 1:
        return n
    value = n.value + part * (n.scale if n.scale > 1 else 1.0)
    return Numeral(n.i, at + 1, value, 0.1 * n.scale, n.scale, True, n.digits)


def _remainder(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral:
    """3 hundred and 21; 3 million and a quarter."""
    half = _and_half(s, n, lexicon)
    if half is not n:
        return half
    after = s.word(n.j + 1)
    if n.scale == 100 and s.word(n.j) == "and" and after.isdecimal() and len(after) < 3:
        return Numeral(n.i, n.j + 2, n.value + int(after), 1.0, 1.0, n.decimals, n.digits)
    return n


def _sign(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral:
    """A minus that touches the number and stands free on its other side, or the word for it."""
    i = n.i
    before = s.word(i - 1)
    if before in ("-", "−") and s.glued(i) and s.word(i - 2) in lexicon.signs:
        i -= 2
    elif before in lexicon.signs or (
        before in ("-", "−") and s.glued(i) and n.digits and not _bound(s, i - 1)
    ):
        i -= 1
    else:
        return n
    return Numeral(i, n.j, -n.value, n.step, n.scale, n.decimals, n.digits)


def _over(s: Sentence, n: Numeral, lexicon: Lexicon) -> Numeral:
    """One over three; one in five (people): a ratio of two bare whole numbers."""
    word = s.word(n.j)
    if word not in lexicon.ratio_words or n.scale > 1 or n.decimals:
        return n
    below = spelled.cardinal(s, n.j + 1, lexicon)
    bare = s.word(n.j + 1).isdecimal() and len(s.word(n.j + 1)) < 3
    under, end = (below.value, below.end) if below else (0.0, n.j + 1)
    if below is None and bare:
        under, end = float(s.word(n.j + 1)), n.j + 2
    if under <= abs(n.value) or (
        s.word(end) in lexicon.time_units or s.word(end) in lexicon.scales
    ):
        return n
    if word == "over" and s.word(end) not in ("", ".", ",", ")"):
        return n
    return Numeral(n.i, end, n.value / under, 0.01, decimals=True, digits=n.digits)


def _bound(s: Sentence, i: int) -> bool:
    """Whether the hyphen at word `i` hangs on what stands before it."""
    return s.glued(i) and (s.word(i - 1)[-1:].isalnum() or s.word(i - 1) in ")%")
