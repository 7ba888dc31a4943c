"""The day or year that a fact's own words give it: "opened in October 1992", "On 3 March, they signed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.attach.facts.told import Told
from audit.model import Mention
from audit.rulebook.facts import EVENT_FORMS, Cue, FactWords

MOST = 14  # words between an event and its date, if one clause holds both
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BREAK = re.compile(r"[;:()“”\"\[\]]|,(?!\s*\d)|[–—]|\s-\s")
_OPENING = re.compile(r"^\W*(?:\w+\s){0,2}$")


def stated(
    text: str,
    told: Told,
    cues: Sequence[Cue],
    times: Sequence[Mention],
    base: int,
    words: FactWords,
) -> Mention | None:
    """The date behind the event in its clause, else the only date of a sentence that begins with
    it; None where the date may be of something else. `base` is the sentence's offset."""
    if _celebrated(text[: told.cue.start], words):
        return None
    behind = (m for m in times if m.start - base >= told.cue.end)
    nearest = min(behind, key=lambda m: m.start, default=None)
    if nearest:
        between = text[told.cue.end : nearest.start - base]
        if _one_clause(between, words) and _leads(between, nearest, words):
            return None if _other_event(cues, told, nearest.start - base) else nearest
    return _opens(text, told, times, base, words)


def _opens(
    text: str, told: Told, times: Sequence[Mention], base: int, words: FactWords
) -> Mention | None:
    """ "On 3 March 2024, the ministers signed ...", with no other date in the sentence."""
    if len(times) != 1 or times[0].end - base > told.cue.start:
        return None
    lead, between = text[: times[0].start - base], text[times[0].end - base : told.cue.start]
    plain = not words.subordinate & set(_lower(between))
    whole = not _BREAK.search(between.lstrip(" ,"))
    opening = _OPENING.match(lead) and (not lead.strip() or _leads(lead, times[0], words))
    return times[0] if opening and plain and whole else None


def _celebrated(lead: str, words: FactWords) -> bool:
    """Whether the event is only remembered: a date there is that of the anniversary."""
    return bool(words.remembered & set(_lower(lead)[-6:]))


def _one_clause(between: str, words: FactWords) -> bool:
    found = _lower(between)
    if len(found) > MOST or _BREAK.search(between):
        return False
    stops = words.stops - words.after_participle
    small = [w.group() for w in _WORD.finditer(between) if w.group()[0].islower()]
    return not stops & set(found) and not any(w.endswith("ed") for w in small)


def _leads(lead: str, mention: Mention, words: FactWords) -> bool:
    """ "In", "on"; a weekday, "yesterday" and "last year" need no such word."""
    last = lead.split()[-1:]
    return (bool(last) and last[0].lower() in words.dating) or mention.how != "stated"


def _other_event(cues: Sequence[Cue], told: Told, stop: int) -> bool:
    return any(told.cue.end <= c.start < stop and c.form in EVENT_FORMS for c in cues)


def _lower(text: str) -> list[str]:
    return [w.group().lower() for w in _WORD.finditer(text)]
