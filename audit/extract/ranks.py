"""Ranks and ordinals: "top ten", "34th in the ranking", "third-largest", "one of six largest", "7th session"."""

from __future__ import annotations

from msgspec import Struct

from audit.extract import nouns, numerals, spelled
from audit.extract.scan import Sentence
from audit.model import Hedge, Kind, Mention, Span
from audit.rulebook.lexicon import Lexicon

REACH = 7  # words between a verb of moving and the place that it leads to


class Order(Struct, frozen=True):
    """An ordinal from word `i` up to, not including, `j`."""

    i: int
    j: int
    value: float


def read(s: Sentence, i: int, lexicon: Lexicon) -> tuple[Mention, int] | None:
    """The rank or ordinal at word `i`, and the word index after it."""
    among = _among(s, i, lexicon)
    if among:
        return among
    order = ordinal(s, i, lexicon)
    if order is None:
        return None
    superlative = _superlative(s, order.j, lexicon)
    if superlative:
        return _rank(s, order, superlative, lexicon), superlative
    kind: Kind = "rank" if _ranked(s, order, lexicon) else "ordinal"
    return _mention(s, kind, order.i, order.j, order.value, "exact", order.j, lexicon), order.j


def ordinal(s: Sentence, i: int, lexicon: Lexicon) -> Order | None:
    """34th, third, twenty-fifth, one hundred twenty-fifth."""
    word = s.word(i)
    if word.isdecimal():
        ending = s.word(i + 1)
        apart = ending == "st" and not word.endswith("1")  # "11 st" may be a street
        ends = ending in lexicon.ordinal_endings and (s.glued(i + 1) or not apart)
        return Order(i, i + 2, float(word)) if ends and len(word) < 7 else None
    if word in lexicon.ordinals and numerals.fraction(s, i, lexicon) is None:
        return Order(i, i + 1, float(lexicon.ordinals[word]))
    found = spelled.cardinal(s, i, lexicon)
    if found is None:
        return None
    at = found.end + 1 if s.word(found.end) == "-" and s.glued(found.end) else found.end
    last = lexicon.ordinals.get(s.word(at))
    if last is None:
        return None
    tens = s.word(found.end - 1) in lexicon.tens and last < 10
    hundred = s.word(found.end - 1) in lexicon.hundred and last < 100
    if tens or hundred:
        return Order(i, at + 1, found.value + last)
    if last >= 100 and s.word(i) not in ("one",):
        return Order(i, at + 1, found.value * last)
    return None


def _among(s: Sentence, i: int, lexicon: Lexicon) -> tuple[Mention, int] | None:
    """The top N; one of N largest; among the world's N fastest-growing."""
    end, value = _number(s, i, lexicon)
    if value is None or s.word(end) in ("%", "percent") or value != int(value) or value < 1:
        return None
    at = _after_gap(s, i - 1)
    top = s.word(at) in lexicon.rank_top and s.word(i - 1) in (*lexicon.rank_top, "-")
    first = at if top else i
    if not top:
        after = _superlative(s, end, lexicon)
        placed = _within(s, i, lexicon)
        if not (after and placed):
            return None
    return _mention(s, "rank", first, end, value, "at_most", end, lexicon), end


def one_of(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Whether the "one" at word `i` opens a rank: one of (the world's) six largest."""
    return any(_among(s, k, lexicon) for k in range(i + 2, min(i + 6, s.size)))


def _after_gap(s: Sentence, at: int) -> int:
    return at - 1 if s.word(at) == "-" else at


def _number(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, float | None]:
    word = s.word(i)
    if word.isdecimal() and len(word) < 7:
        return i + 1, float(word)
    found = spelled.cardinal(s, i, lexicon)
    return (found.end, found.value) if found else (i, None)


def _within(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "One of", "among (the world's)" stand before the number."""
    for back in range(1, 6):
        word = s.word(i - back)
        if word in lexicon.rank_among or (word == "of" and s.word(i - back - 1) == "one"):
            return True
        if not word.endswith("'s") and word not in lexicon.rank_gap:
            return False
    return False


def _superlative(s: Sentence, at: int, lexicon: Lexicon) -> int | None:
    """The index after a superlative at word `at`, over a hyphen or a first half: fastest-growing."""
    at = at + 1 if s.word(at) == "-" else at
    for skip in (0, 1):
        if lexicon.superlative(s.word(at + skip)):
            return at + skip + 1
        if s.word(at + 1) != "-":
            return None
    return None


def _of_all(s: Sentence, order: Order, lexicon: Lexicon) -> bool:
    """ "Fourth globally", "second in the world by reserves", "34th out of 69", "in 34th position";
    but "the first in the world to do so" is no rank."""
    at = order.j
    if s.word(at) in lexicon.rank_worldwide:
        return True
    if s.words[at : at + 2] == ["out", "of"]:
        return s.digits(at + 2) or s.word(at + 2) in lexicon.digits
    if s.words[at : at + 2] == ["in", "the"] and s.word(at + 2) in lexicon.rank_worlds:
        return s.word(at + 3) != "to"
    return s.word(order.i - 1) in ("in", "to") and s.word(at) == "position"


def _moved_to(s: Sentence, order: Order, lexicon: Lexicon) -> bool:
    """ "Climbed two places to 14th": a way to a place that no noun follows."""
    if s.word(order.i - 1) != "to" or s.word(order.j) not in lexicon.rank_ends:
        return False
    way = s.words[max(0, order.i - REACH) : order.i - 1]
    return any(word in lexicon.direction_verbs or word in lexicon.rank_moves for word in way)


def _ranked(s: Sentence, order: Order, lexicon: Lexicon) -> bool:
    """A verb of placing before the ordinal, or the list it is a place in after it."""
    after = s.word(order.j)
    if after in lexicon.ordinal_nouns or nouns.plural(after, lexicon):
        return False
    for back in (1, 2):
        if s.word(order.i - back) in lexicon.rank_verbs:
            return s.word(order.i - 1) not in lexicon.single_before or back == 1
    if after in lexicon.rank_places or _of_all(s, order, lexicon) or _moved_to(s, order, lexicon):
        return True
    if after not in lexicon.rank_places_in:
        return False
    return any(s.word(k) in lexicon.rank_nouns for k in range(order.j + 1, order.j + 8))


def _rank(s: Sentence, order: Order, end: int, lexicon: Lexicon) -> Mention:
    return _mention(s, "rank", order.i, order.j, order.value, "exact", end, lexicon)


def _mention(
    s: Sentence,
    kind: Kind,
    i: int,
    j: int,
    value: float,
    hedge: Hedge,
    noun_at: int,
    lexicon: Lexicon,
) -> Mention:
    noun = nouns.phrase(s, noun_at, kind != "rank", lexicon)
    return Mention(
        start=s.starts[i], end=s.ends[j - 1], kind=kind, text=s.text(i, j), stated=value,
        low=1.0 if hedge == "at_most" else value, high=value, hedge=hedge,
        noun=noun[0] if noun else None,
        noun_span=Span(s.starts[noun[1]], s.ends[noun[2] - 1]) if noun else None,
        step=1.0, granule=1.0,
    )  # fmt: skip
