"""Firsts and superlatives: "the inaugural meeting", "the world's largest producer of uranium"."""

from __future__ import annotations

import re
from collections.abc import Container

from audit.attach.facts import phrase
from audit.attach.facts.told import Told
from audit.rulebook.facts import Cue, FactWords

_JOINED = re.compile(r"\s+(?:and|or|but)\s+(?=[a-z])")
_QUOTED = re.compile(r"\s*[“\"][^”\"]{2,60}[”\"]\s*(?:\([^)]*\)\s*)?")


def first(text: str, cue: Cue, words: FactWords, dates: Container[int] = ()) -> Told | None:
    """The word itself is the fact; its thing is what follows, a name in quotation marks included."""
    quoted = _QUOTED.match(text, cue.end)
    end = phrase.after(text, quoted.end() if quoted else cue.end, words, dates)
    start = cue.end + len(text[cue.end : end]) - len(text[cue.end : end].lstrip())
    return Told("first", "done", cue.start, cue.end, (start, end), cue) if end > start else None


def _several(thing: str) -> bool:
    """ "the world's largest economies" are several: nothing is the largest."""
    head = re.split(r"\s(?:of|in|for|by|to|at|with|on|from)\s", thing)[0].split()[-1:]
    return bool(head) and head[0].endswith("s") and not head[0].endswith("ss")


def superlative(text: str, cue: Cue, words: FactWords, dates: Container[int] = ()) -> Told | None:
    """What is said to be the largest of its kind; one of several largest is no superlative."""
    lead = f" {' '.join(text[: cue.start].lower().split()[-4:])} "
    if any(f" {word} " in lead for word in words.firsts.partly):
        return None
    following = phrase.TOKEN.search(text, cue.end)
    if following is None or not following.group()[0].isalpha():
        return None
    end = phrase.after(text, cue.end, words, dates)
    end = cue.end + len(_JOINED.split(text[cue.end : end], maxsplit=1)[0])
    if end <= cue.end or _several(text[cue.end : end]) or re.search(r"\d", text[cue.end : end]):
        return None
    return Told("superlative", "done", cue.start, end, (cue.start, end), cue)
