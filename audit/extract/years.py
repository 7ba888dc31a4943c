"""Whether four digits are a year or a quantity, by the words around them."""

from __future__ import annotations

from audit.extract import measures, money, nouns, numerals
from audit.extract.dates import DASHES, year_number
from audit.extract.scan import Sentence
from audit.rulebook.lexicon import Lexicon

MODERN = range(1900, 2101)


def is_year(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Years follow prepositions of time or stand before a noun; quantities have a unit or a plural."""
    number = year_number(s, i)
    if (
        number is None
        or money.before(s, i, lexicon)
        or s.word(i - 1) in ("#", "+", "±", "~", "=", "<", ">")
    ):
        return False
    if s.word(i + 1) in ("s", "'s") and s.glued(i + 1):
        return True
    n = numerals.read(s, i, lexicon)
    if n is None or n.value != number or n.scale > 1:
        return False
    unit = measures.after(s, n, lexicon)
    if (
        unit
        and not (unit.kind == "duration" and s.glued(i + 1))
        and s.word(i + 1) not in ("in", "'")
    ):
        return False
    return _placed(s, i, number, lexicon)


def _placed(s: Sentence, i: int, number: int, lexicon: Lexicon) -> bool:
    before = s.word(i - 1)
    if before in lexicon.months or before in lexicon.since or before in lexicon.until:
        return True
    if s.word(i + 1) in lexicon.year_nouns and number in MODERN:
        return True  # "28 percent below 2005 levels"
    hedged = lexicon.hedge_before.before(s.words, i)
    if hedged and before not in lexicon.year_hedges:
        compares = before in lexicon.year_compares and number in MODERN and number % 100 != 0
        return compares and not _counts(s, i, lexicon)
    if s.word(i + 1) in DASHES and year_number(s, i + 2):
        return True
    if (before in lexicon.list_links or before == ",") and year_number(s, i - 2) in MODERN:
        return True
    if _counts(s, i, lexicon):
        return before in lexicon.year_in and number in MODERN
    if number in MODERN:
        return True
    return before in lexicon.old_year_before


def _counts(s: Sentence, i: int, lexicon: Lexicon) -> bool:
    """A plural noun straight after, and no article before: "2000 workers", not "the 2020 elections"."""
    if s.word(i - 1) in lexicon.year_owners:
        return False
    if s.word(i + 1) in lexicon.year_verbs and int(s.word(i)) in MODERN:
        return False
    found = nouns.phrase(s, i + 1, False, lexicon)
    if found is None or s.word(i + 1) in ("-", "of"):
        return False
    last = s.word(found[2] - 1)
    return nouns.plural(last, lexicon) and (found[2] - found[1] == 1 or int(s.word(i)) % 100 == 0)
