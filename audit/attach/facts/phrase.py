"""Where the thing of an event begins and ends: noun phrases by their boundaries alone.

A tagger would cost more than the whole of attach; boundaries (punctuation, subordinating words,
auxiliaries, dates) are enough, since a thing is only compared by its content words.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice

from audit.rulebook.facts import FactWords

TOKEN = re.compile(
    r"(?:(?<!\d),|,(?!\d))|[;:()“”\"\[\]]|[–—](?=\s)|-(?=\s)|(?:[^\s,;:()“”\"\[\]]|(?<=\d),(?=\d))+"
)
_ASIDE = re.compile(r"\s[–-]\s[^–]{3,200}\s[–-]\s*$")  # "branches – A, B and C – have been opened"
MOST = 18  # words of a thing
_JOINS = ("and", "or", "as")
_VERBAL = ("ing", "ed")


def after(text: str, start: int, words: FactWords, dates: Container[int] = ()) -> int:
    """The end of the noun phrase that begins at `start`."""
    end, run, named = start, 0, False
    tokens = list(islice(TOKEN.finditer(text, start), MOST + 1))
    for i, token in enumerate(tokens[:MOST]):
        word, low = token.group(), token.group().lower().rstrip(".")
        coming = [t.group() for t in tokens[i + 1 : i + 3]]
        common = bool(coming) and not _leads_to_name(coming)
        if (
            (not word[0].isalnum() and word[0] not in "&'’$")
            or token.start() in dates
            or low in words.stops
        ):
            break
        if common and (low == "to" or (named and low in words.loose)):
            break
        if low == "and" and coming and coming[0].endswith(_VERBAL):
            break
        run = run + 1 if _capital(word) else run if low in words.links else 0
        named = named or run >= 2
        end = token.end()
        if _ends_sentence(word):
            break
    return trimmed(text, start, end, words)


def _leads_to_name(coming: list[str]) -> bool:
    """Whether "for", "on" or "in" is inside a name: "Partnership in the Field of ..."."""
    return _capital(coming[0]) or (coming[0] == "the" and _capital(coming[-1]))


def clause_end(
    text: str, start: int, end: int, determiners: Container[str], prepositions: Container[str]
) -> int:
    """The end of a noun phrase before its verb: an article that no preposition leads to is behind
    one ("the largest economy | wants a larger role")."""
    tokens = list(TOKEN.finditer(text, start, end))
    for i, token in enumerate(tokens[1:], 1):
        led = tokens[i - 1].group().lower()
        if token.group() in determiners and led not in prepositions and led not in _JOINS:
            return start + len(text[start : tokens[i - 1].start()].rstrip())
    return end


def trimmed(text: str, start: int, end: int, words: FactWords) -> int:
    """The end without a full stop, or prepositions and articles left hanging."""
    while end > start:
        last = text[start:end].split()[-1:] or [""]
        if last[0].lower() not in words.trailing:
            break
        end = start + len(text[start:end].rstrip()) - len(last[0])
    return start + len(text[start:end].rstrip(" .\n"))


def before(text: str, end: int, words: FactWords) -> int:
    """The start of the noun phrase that ends at `end`; an aside in dashes is stepped over."""
    aside = _ASIDE.search(text, 0, end)
    stop = aside.start() if aside else end
    start = stop
    for token in reversed(list(TOKEN.finditer(text, 0, stop))[-MOST:]):
        word = token.group()
        if not word[0].isalnum() or word.lower() in words.stops or _ends_sentence(word):
            break
        start = token.start()
    return start


def name_before(text: str, start: int, end: int, words: FactWords) -> int:
    """Where the proper name that ends the phrase begins; `start` if it ends in a common word."""
    tokens = list(TOKEN.finditer(text, start, end))
    first, capitals = end, 0
    for token in reversed(tokens):
        if _capital(token.group()):
            first, capitals = token.start(), capitals + 1
        elif token.group().lower() not in words.links or not capitals:
            break
    article = next((t for t in tokens if t.start() == first and t.group().lower() == "the"), None)
    if article:
        first, capitals = article.end() + 1, capitals - 1
    return first if capitals > 1 else start


def name_start(text: str, end: int, particles: Container[str]) -> int:
    """The start of the run of capitalised words that ends at `end`; a possessive ends one before."""
    start = end
    for token in reversed(list(TOKEN.finditer(text, 0, end))):
        word = token.group()
        if start < end and word.endswith(("'s", "’s")):
            break
        if _capital(word):
            start = token.start()
        elif (word not in particles and word != "&") or start == end:
            break
    return start


def first_name(text: str, start: int, end: int) -> int:
    """The end of the first run of capitalised words; `start` if there is none."""
    last = start
    for token in TOKEN.finditer(text, start, end):
        if _capital(token.group()):
            last = token.end()
        elif last > start:
            break
    return last


def names(text: str) -> int:
    """How many capitalised words stand together at most."""
    best = run = 0
    for token in TOKEN.finditer(text):
        run = run + 1 if _capital(token.group()) else 0
        best = max(best, run)
    return best


def _capital(word: str) -> bool:
    return word[0].isupper()


def _ends_sentence(word: str) -> bool:
    return word.endswith(".") and len(word) > 3 and word[-2].islower()
