"""Persons with their offices: "Foreign Minister A B", "Speaker of the House C D", "E F, chair of G"."""

from __future__ import annotations

import re
from collections.abc import Callable

from audit.attach.facts.told import Told
from audit.rulebook.facts import Cue, FactWords, Offices

TOKEN = re.compile(r"[,;:()“”\"]|[–—]|[^\s,;:()“”\"–—]+")
_OWNING = ("’s", "'s")
_LONGEST = 4  # words of a name
_REACH = 24  # words of an office after its head
Token = re.Match[str]
Known = Callable[[int], bool]  # whether a country, city or body is named at an offset


def told(text: str, cue: Cue, words: FactWords, known: Known) -> Told | None:
    """Who has the office whose head is at the cue; None without a full name beside it."""
    offices = words.offices
    tokens = list(TOKEN.finditer(text))
    at = next((i for i, t in enumerate(tokens) if t.start() <= cue.start < t.end()), None)
    if at is None:
        return None
    first = _left(tokens, at, offices, known)
    found = _direct(tokens, at, offices, known) or _reached(tokens, at, offices, known)
    if found:
        name, last = found
        return _told(cue, tokens[first].start(), tokens[last].end(), name, tokens, offices)
    return _appositive(tokens, first, at, words, known, cue)


def _told(
    cue: Cue, start: int, end: int, name: tuple[int, int], tokens: list[Token], offices: Offices
) -> Told:
    held = [t for t in tokens[name[0] : name[1]] if _low(t).strip(".") not in offices.courtesy]
    holder = " ".join(_bare(t) for t in held)
    last = (
        next(t for t in tokens if t.end() == end) if any(t.end() == end for t in tokens) else None
    )
    if last and last.group().endswith("."):
        end -= 1
    elif last and last.group().endswith(_OWNING):
        end -= 2
    return Told("office", "done", start, end, (start, tokens[name[0]].start()), cue, holder=holder)


def _left(tokens: list[Token], at: int, offices: Offices, known: Known) -> int:
    """Where the office begins: modifiers and countries before its head."""
    first = at
    while first and (
        _low(tokens[first - 1]) in offices.modifiers or known(tokens[first - 1].start())
    ):
        first -= 1
    return first


def _direct(
    tokens: list[Token], at: int, offices: Offices, known: Known
) -> tuple[tuple[int, int], int] | None:
    """A name right behind the head."""
    start = at + 1
    while start < len(tokens) and _low(tokens[start]) in offices.courtesy:
        start += 1
    end = start
    while end < len(tokens) and end - start < _LONGEST and _named(tokens[end], offices, known):
        end += 1
        if not _goes_on(tokens[end - 1]):
            break
    end = _without_particles(tokens, start, end, offices)
    if not _full(tokens[start:end], offices):
        return None
    of = end + 1 < len(tokens) and _low(tokens[end]) == "of" and known(tokens[end + 1].start())
    return (start, end), end + 1 if of else end - 1


def _reached(
    tokens: list[Token], at: int, offices: Offices, known: Known
) -> tuple[tuple[int, int], int] | None:
    """A name behind "of", "for" or "at" and what they lead to, with or without a comma."""
    if at + 1 >= len(tokens) or _low(tokens[at + 1]) not in offices.reach:
        return None
    end = _run(tokens, at, at + 1, offices)
    another = end + 1 < len(tokens) and _low(tokens[end]) == "and"
    if another and (found := _last_name(tokens, at + 2, end, offices, known)):
        return found
    end = _run(tokens, at, end + 1, offices) if another else end
    if end < len(tokens) and tokens[end].group() == ",":
        found = _direct(tokens, end, offices, known)
        if found:
            return found
        if not _heads(tokens, end, offices):
            end = _run(tokens, at, end + 1, offices)
    return _last_name(tokens, at + 2, end, offices, known)


def _run(tokens: list[Token], at: int, end: int, offices: Offices) -> int:
    """The end of the words of one office: up to a common word, or "and" before another head."""
    while end < len(tokens) and end - at < _REACH and _of_office(tokens[end]):
        if _low(tokens[end]) == "and" and _heads(tokens, end, offices):
            break
        end += 1
        if not _goes_on(tokens[end - 1]) and not tokens[end - 1].group().endswith(_OWNING):
            break
    return end


def _heads(tokens: list[Token], at: int, offices: Offices) -> bool:
    """Whether another office begins soon after this word."""
    return bool({_low(t) for t in tokens[at + 1 : at + 6]} & set(offices.heads))


def _last_name(
    tokens: list[Token], low: int, end: int, offices: Offices, known: Known
) -> tuple[tuple[int, int], int] | None:
    """The name that ends a run of capitalised words whose beginning is the office's."""
    while end > low and not tokens[end - 1].group()[0].isalnum():
        end -= 1
    last = end - 1
    while end > low and _low(tokens[end - 1]) in offices.courtesy:
        end -= 1
    start = end
    while start > low and end - start < _LONGEST and _named(tokens[start - 1], offices, known):
        if tokens[start - 1].group().endswith(_OWNING):
            break
        if _low(tokens[start - 1]) in offices.courtesy:
            break
        start -= 1
    if start == low and end - start > 2:
        start = end - 2
    if start <= low or _low(tokens[start - 1]) == "the":  # "of the Instituto Rio" is a body
        return None
    return ((start, end), last) if _full(tokens[start:end], offices) else None


def _appositive(
    tokens: list[Token], first: int, at: int, words: FactWords, known: Known, cue: Cue
) -> Told | None:
    """A name, a comma, and the office: "A B, deputy director of the C"."""
    offices = words.offices
    comma = first - 1
    if comma > 0 and _low(tokens[comma]) in ("the", "a", "an"):
        comma -= 1
    if comma < 2 or tokens[comma].group() != ",":
        return None
    start = comma
    while start and comma - start < _LONGEST and _named(tokens[start - 1], offices, known):
        start -= 1
    leads = at + 1 < len(tokens) and _low(tokens[at + 1]) in offices.reach
    if not leads or not _full(tokens[start:comma], offices):
        return None
    end = at + 1
    end = _clause_end(tokens, end, words, known)
    stop = tokens[end - 1].start() + len(tokens[end - 1].group().rstrip("."))
    found = _told(cue, tokens[start].start(), stop, (start, comma), tokens, offices)
    thing = tokens[comma + 1].start(), stop
    return Told("office", "done", found.start, stop, thing, cue, holder=found.holder)


def _clause_end(tokens: list[Token], end: int, words: FactWords, known: Known) -> int:
    """The end of an office behind its holder: up to punctuation, or a common word after its name."""
    first, named = end, False
    while end < len(tokens) and end - first < _REACH:
        word = tokens[end].group()
        if not word[0].isalnum() or _low(tokens[end]) in words.stops:
            break
        if named and not word[0].isupper() and _low(tokens[end]) not in words.trailing:
            end -= known(tokens[end - 1].start())  # "of US ally Australia" is no office of the US
            break
        named = named or word[0].isupper()
        end += 1
        if word.endswith(".") and len(word) > 3:
            break
    while end > first and _low(tokens[end - 1]) in words.trailing:
        end -= 1
    return end


def _of_office(token: Token) -> bool:
    word = token.group()
    return word[0].isupper() or word in ("of", "for", "the", "and", "to", "on", "at", "in")


def _named(token: Token, offices: Offices, known: Known) -> bool:
    """Whether a word may be a part of a person's name."""
    word, low = token.group(), _low(token)
    if low in offices.particles:
        return True
    looks = word[0].isupper() and (any(c.islower() for c in word) or len(word) == 1)
    office = low in offices.institutions or low in offices.heads or low in offices.modifiers
    return looks and not office and not known(token.start())


def _full(tokens: list[Token], offices: Offices) -> bool:
    """A given name and a surname, no single word and no particle alone."""
    solid = [t for t in tokens if _low(t) not in offices.particles | offices.courtesy]
    return 2 <= len(solid) <= _LONGEST and tokens[0].group()[0].isupper()


def _without_particles(tokens: list[Token], start: int, end: int, offices: Offices) -> int:
    while (
        end > start
        and tokens[end - 1].group().islower()
        and _low(tokens[end - 1]) in offices.particles
    ):
        end -= 1
    return end


def _goes_on(token: Token) -> bool:
    word = token.group()
    return not word.endswith(_OWNING) and not (word.endswith(".") and len(word) > 2)


def _low(token: Token) -> str:
    return token.group().lower().removesuffix("’s").removesuffix("'s")


def _bare(token: Token) -> str:
    return token.group().removesuffix("’s").removesuffix("'s").strip(".")
