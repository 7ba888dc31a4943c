"""Numbers that are no claim: parts of names, clock times, phone numbers, addresses, scores, pronouns."""

from __future__ import annotations

from audit.extract import measures, money, nouns, numerals, ranks
from audit.extract.scan import Sentence
from audit.model import Rejection
from audit.rulebook.lexicon import Lexicon

_DASHES = ("-", "–", "—")
LONGEST_ADDRESS = 40  # words of a web address that are looked back over


def read(s: Sentence, i: int, lexicon: Lexicon) -> tuple[Rejection, int] | None:
    """The look-alike at word `i`, and the word index after it; None when it may be a quantity."""
    found = _digits(s, i, lexicon) if s.digits(i) else _word(s, i, lexicon)
    if found is None:
        return None
    first, end, reason = found
    return Rejection(s.starts[first], s.ends[end - 1], s.text(first, end), reason), end


def _digits(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    word = s.words[i]
    ordinal = s.word(i + 1) in lexicon.ordinal_endings and s.glued(i + 1)
    if ordinal or money.before(s, i, lexicon) or "fold" in (s.word(i + 1), s.word(i + 2)):
        return None
    return (
        _idiom(s, i, lexicon)
        or _named(s, i, lexicon)
        or _clock(s, i, lexicon)
        or _sequence(s, i, lexicon)
        or _attached(s, i, lexicon)
        or (
            (i, i + 1, "version")
            if word.count(".") > 1 and "," not in word and _version(word)
            else None
        )
        or _address(s, i, lexicon)
        or _score(s, i, lexicon)
        or _name(s, i, lexicon)
    )


def _version(word: str) -> bool:
    return not all(len(part) == 3 for part in word.split(".")[1:])


def _idiom(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    found = lexicon.idiom.after(s.words, i)
    return (i, found[1], found[0]) if found else None


def _clock(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    word = s.words[i]
    found = lexicon.clock.after(s.words, i + 1)
    if ":" in word:
        return i, found[1] if found else i + 1, "clock time"
    hour, _, minute = word.partition(".")
    timely = hour.isdecimal() and int(hour[:3]) < 25 and (not minute or len(minute) == 2)
    if hour.isdecimal() and len(hour) == 4 and not minute:  # 2200 GMT
        timely = int(hour[:2]) < 25 and int(hour[2:]) < 60
    if (
        found
        and timely
        and not (s.written(i + 1) in ("PM", "AM", "EST", "ET", "PT") and s.word(i + 2) == "of")
    ):
        return i, found[1], "clock time"
    return None


def _sequence(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Digits chained by hyphens or strokes, or after a plus sign: phone numbers and identifiers."""
    word, plus = s.words[i], s.word(i - 1) == "+" and s.glued(i)
    end, links = i + 1, 0
    while (plus and s.digits(end)) or (
        s.word(end) in ("-", "/") and s.glued(end) and s.glued(end + 1) and s.digits(end + 1)
    ):
        end, links = end + (1 if s.digits(end) else 2), links + 1
    local = links == 1 and len(word) == 3 and len(s.word(i + 2)) == 4 and s.word(i + 1) == "-"
    if links > 1 or (local and not lexicon.phone_words.isdisjoint(s.vocabulary)):
        return i - 1 if plus else i, end, "phone number"
    padded = word[0] == "0" and word.strip("0")
    if word.isdecimal() and (len(word) > numerals.MOST_DIGITS or padded):
        return i, _tail(s, i + 1), "identifier"
    return None


def _attached(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Digits that hang on letters: CA5, G20, COVID-19, 5G, 787-9."""
    before = s.word(i - 1)
    if s.glued(i) and before[-1:].isalpha():
        return i - 1, _tail(s, i + 1), "part of a name"
    hyphen = (
        before in (*_DASHES, "+", "&")
        and s.glued(i)
        and s.glued(i - 1)
        and s.word(i - 2)[-1:].isalpha()
    )
    if hyphen and s.word(i - 2) not in (
        *lexicon.signs,
        "to",
        "mid",
        "sub",
        "top",
        "pre",
        "post",
        "and",
    ):
        return i - 2, _tail(s, i + 1), "part of a name"
    after = s.word(i + 1)
    if s.glued(i + 1) and after.isalpha() and after not in lexicon.ordinal_endings:
        n = numerals.read(s, i, lexicon)
        if (
            n
            and n.scale == 1
            and measures.after(s, n, lexicon) is None
            and after not in ("x", "s", "'s", "plus", "fold", "t")
        ):
            return i, _tail(s, i + 1), "part of a name"
    return None


def _tail(s: Sentence, at: int) -> int:
    """On over what is glued to a name: letters, digits and hyphens between them."""
    while s.glued(at) and (
        s.word(at)[0].isalnum()
        or (s.word(at) in "-+" and s.glued(at + 1) and s.word(at + 1)[0].isalnum())
    ):
        at += 1
    return at


def _named(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Digits that belong to a known name: an index, a telephone, a virus."""
    found = lexicon.names.before(s.words, i)
    if found is None and s.word(i - 1) == "-" and s.glued(i):
        found = lexicon.names.before(s.words, i - 1)
    n = numerals.read(s, i, lexicon) if found else None
    if found is None or n is None or n.scale > 1 or measures.after(s, n, lexicon):
        return None
    return found[1], _tail(s, i + 1), "part of a name"


def _address(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """575 Some Road."""
    if not s.words[i].isdecimal() or not s.capital(i + 1):
        return None
    for at in range(i + 2, i + 4):
        if s.word(at) in lexicon.street_words and s.capital(at):
            return i, i + 1, "address"
        if not s.capital(at):
            return None
    return None


def _score(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """2-1: two small numbers, no unit, and a game's words about or the first not below the second."""
    a, b = s.words[i], s.word(i + 2)
    if s.word(i + 1) not in _DASHES or not (
        a.isdecimal() and b.isdecimal() and len(a) < 4 and len(b) < 4
    ):
        return None
    if not (s.glued(i + 1) and s.glued(i + 2)) or s.word(i - 1) in ("$", "£", "€"):
        return None
    n = numerals.read(s, i + 2, lexicon)
    if n is None or n.scale > 1 or measures.after(s, n, lexicon):
        return None
    if int(a) >= int(b) or not lexicon.score_words.isdisjoint(s.vocabulary):
        return i, i + 3, "score"
    return None


def _name(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Boeing 737, Chapter 3: a name or a word of reference before bare digits."""
    before = s.word(i - 1)
    if not before or not before[-1].isalpha() or not s.words[i].isdecimal():
        bracketed = before in ("#", "№") or (
            before == "." and s.word(i - 2) in lexicon.reference_words
        )
        return (i - 1, i + 1, "reference") if bracketed and s.words[i].isdecimal() else None
    n = numerals.read(s, i, lexicon)
    if n is None or n.scale > 1 or measures.after(s, n, lexicon):
        return None
    if before in lexicon.reference_words and not _verb_like(s, i, lexicon):
        return i - 1, i + 1, "reference"
    if _proper(s, i, lexicon):
        return i - 1, i + 1, "part of a name"
    return None


def _verb_like(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """ "Order 12 jets", "watch 20 films": a plural noun after the number makes the word before a verb."""
    found = nouns.phrase(s, i + 1, False, lexicon)
    return found is not None and nouns.plural(s.word(found[2] - 1), lexicon)


def _proper(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """A capital inside a sentence before digits that count no plural noun."""
    before = s.word(i - 1)
    if not s.capital(i - 1) or before in lexicon.noun_stops or before in lexicon.months:
        return False
    if (
        before in lexicon.hedge_before
        or before in lexicon.weekdays
        or s.written(i - 1) in lexicon.iso_currencies
    ):
        return False
    if before in lexicon.change_verb or i < 2:
        return False
    return not _verb_like(s, i, lexicon)


def _word(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Number words that count nothing."""
    word = s.words[i]
    found = _idiom(s, i, lexicon)
    if found:
        return found
    if word == "one":
        return _one(s, i, lexicon)
    if word in lexicon.fractions and not _is_part(s, i, lexicon):
        return i, i + 1, "part of a phrase"
    return None


def _one(s: Sentence, i: int, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """ "One" is a number before a noun, "of", a scale, or another number of its range or ratio."""
    after, before = s.word(i + 1), s.word(i - 1)
    if after in lexicon.one_before or after in lexicon.scales or (s.glued(i + 1) and after == "-"):
        return None
    ratio = after in lexicon.one_links and _number_at(s, i + 2, lexicon)
    half = after == "and" and s.word(i + 3) in (*lexicon.fractions, *lexicon.denominators)
    if ratio or half:
        return None
    if after == "of" and ranks.one_of(s, i, lexicon):
        return i, i + 1, "part of a rank"
    if after == "of" and before in ("that", "which"):
        return None
    if (
        (before == "only" and s.word(i - 2) == "the")
        or before in lexicon.pronoun_one_before
        or after in lexicon.pronoun_one_after
        or not after
    ):
        return i, i + 1, "pronoun"
    if after == "of" or nouns.phrase(s, i + 1, True, lexicon):
        return None
    return i, i + 1, "pronoun"


def _number_at(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    return s.digits(i) or s.word(i) in lexicon.digits or s.word(i) in lexicon.tens


def _is_part(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Half the, a quarter of, half a million, almost half: a fraction of something."""
    after, before, half = s.word(i + 1), s.word(i - 1), s.words[i] == "half"
    if before in lexicon.phrase_before or after == "-":
        return False
    if (
        after in lexicon.scales
        or after in ("of", "a", "an")
        or (half and after in lexicon.fraction_of)
    ):
        return True
    if half and before in lexicon.fraction_hedges:
        return not after.isalpha() or after in lexicon.noun_stops
    return half and before in ("a", "one", "and")


def web(s: Sentence, i: int, lexicon: Lexicon) -> tuple[Rejection, int] | None:
    """Digits of a web address, whatever they look like."""
    if not s.glued(i) or s.word(i - 1)[-1:].isdecimal():
        return None
    first = i
    while s.glued(first) and i - first < LONGEST_ADDRESS:
        first -= 1
        if s.words[first] in lexicon.web:
            return Rejection(s.starts[i], s.ends[i], s.written(i), "web address"), i + 1
    return None
