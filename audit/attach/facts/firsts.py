"""Firsts and superlatives: "the inaugural meeting", "the world's largest producer of uranium".

One of several is none, nor is the second. Who holds it is only read off where the words behind it
leave nothing open: "the largest producer of palm oil and ..." is no largest producer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.attach.facts import holders, kinds, scopes
from audit.attach.facts.scopes import Owner, Within
from audit.attach.facts.setting import Setting
from audit.attach.facts.told import Best, Status, Told
from audit.model import Span
from audit.rulebook.facts import Cue

FIRST = "first"
_QUOTED = re.compile(r"\s*[“\"][^”\"]{2,60}[”\"]\s*(?:\([^)]*\)\s*)?")


def superlative(cue: Cue, setting: Setting) -> Told | None:
    """What is said to be the largest of its kind, if the words say within what."""
    owner = scopes.owner(setting, cue.start)
    if owner is None or _partly(setting, owner.start):
        return None
    end = kinds.end(setting, cue.end, cue.end)
    inside = list(scopes.within(setting, cue.end, end))
    thing = setting.text[cue.end : end]
    if not kinds.told(setting, thing, cue.what):
        return None
    if owner.how == "article" and not inside:
        return None
    span = Span(owner.start, end)
    best = _best(cue.what, setting, owner, inside, Span(cue.end, end), span)
    if any(char.isdigit() for char in best.kind):
        return None
    return Told(
        "superlative", _status(best, setting), span.start, end, (span.start, end), cue, best=best
    )


def first(cue: Cue, setting: Setting) -> Told | None:
    """ "The first" of all that did a thing, of a place, or of a series with a name."""
    plain = cue.what in setting.facts.words.firsts.plain
    owner = scopes.owner(setting, cue.start) or (None if plain else Owner(cue.start, "open"))
    if owner is None or _partly(setting, owner.start):
        return None
    quoted = _QUOTED.match(setting.text, cue.end)
    end = kinds.end(setting, cue.end, quoted.end() if quoted else cue.end)
    start = end - len(setting.text[cue.end : end].lstrip())
    if start >= end:
        return None
    inside = list(scopes.within(setting, start, end))
    deed = kinds.deed(setting, end)
    since = kinds.since(setting, deed)
    narrowed = deed > end or inside or since or owner.how == "named" or _joins(setting, start, end)
    if plain and not kinds.telling(setting, setting.text[start:end], bool(narrowed)):
        return None
    span = Span(owner.start, deed) if plain else Span(cue.start, cue.end)
    best = _best(FIRST, setting, owner, inside, Span(start, deed), Span(owner.start, deed), since)
    return Told(
        "first", _status(best, setting), span.start, span.end, (start, deed), cue, best=best
    )


def _joins(setting: Setting, start: int, end: int) -> bool:
    """ "The first direct flight between Oslo and Lima"."""
    return len({s.key for s in setting.sights if start <= s.start and s.end <= end}) > 1


def _partly(setting: Setting, start: int) -> bool:
    """ "One of Asia's largest", "among the first"."""
    lead = setting.text[:start].lower().rstrip()
    lead = lead.removesuffix(" the").rstrip()
    return any(f" {lead}".endswith(f" {one}") for one in setting.facts.words.firsts.partly)


def _best(
    degree: str, setting: Setting, owner: Owner, inside: Sequence[Within],
    thing: Span, whole: Span, since: str | None = None,
) -> Best:  # fmt: skip
    """`thing` is what it is the first of, `whole` the same with its owner."""
    kind, measure = kinds.bare(setting, thing, inside, degree != FIRST)
    keys = [*([owner.key] if owner.key else []), *(one.key for one in inside)]
    known = bool(keys) or (degree == FIRST and owner.how == "article")
    closed = kinds.closed(setting, kind, whole.end) if not since else True
    holder = holders.of(setting, whole.start, whole.end) if known and closed else None
    scope = tuple(dict.fromkeys(keys))
    return Best(degree, kind, scope, known and closed, measure, since, holder)


def _status(best: Best, setting: Setting) -> Status:
    """Planned where the sentence is of the future or of a possibility, and nobody is said to be it."""
    written = set(re.findall(r"[\w’']+", setting.text))  # "May" is a month
    unsure = written & setting.facts.words.firsts.unsure
    return "planned" if unsure and best.holder is None else "done"
