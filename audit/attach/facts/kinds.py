"""What something is the first or the most of: where its words end, and whether they leave it open."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from itertools import islice

from audit.attach.facts import phrase
from audit.attach.facts.scopes import Within
from audit.attach.facts.setting import Setting
from audit.model import Span

_AND = re.compile(r"\s+(?:and|or|but)\s+(?=[a-z])")
_INFINITIVE = re.compile(r"\s+to\s+(?=[a-z])")


def end(setting: Setting, start: int, named: int) -> int:
    """The end of the noun phrase behind `start`, of which all up to `named` is one name; `start` if
    it is empty, or goes on with whom it leaves out ("the largest after China")."""
    words = setting.facts.words
    stop = phrase.after(setting.text, named, words, setting.dates)
    stop = phrase.clause_end(
        setting.text, named, stop, words.firsts.determiners, setting.prepositions
    )
    stop = named + len(_AND.split(setting.text[named:stop], maxsplit=1)[0])
    behind = phrase.TOKEN.search(setting.text, stop)
    inside = set(setting.text[start:stop].lower().split())
    beyond = inside | ({behind.group().lower()} if behind else set())
    return start if beyond & words.firsts.beyond else stop


def several(thing: str) -> bool:
    """ "The world's largest economies" are several: nothing is the largest."""
    head = re.split(r"\s(?:of|in|for|by|to|at|with|on|from|among|across|within|between)\s", thing)[
        0
    ]
    last = head.split()[-1:] or [""]
    return last[0].endswith("s") and not last[0].endswith("ss")


def deed(setting: Setting, end: int) -> int:
    """The end with what the first did: "the first country to recognise the island"."""
    verb = _INFINITIVE.match(setting.text, end)
    if verb is None:
        return end
    words, text = setting.facts.words, setting.text
    stop = phrase.after(text, verb.end(), words, setting.dates)
    begun = [token.end() for token in islice(phrase.TOKEN.finditer(text, verb.end(), stop), 2)]
    if begun:
        determiners = words.firsts.determiners
        stop = phrase.clause_end(text, begun[-1], stop, determiners, setting.prepositions)
    whole = len(setting.rules.words.terms(text[verb.end() : stop])) > 1
    return stop if whole else end  # "the first to join": to join what?


def since(setting: Setting, end: int) -> str | None:
    """Since when there was none before: "1994" of "the first visit since 1994"; "?" for no year."""
    leads = "|".join(setting.facts.words.firsts.since)
    found = re.compile(rf"\s+(?:{leads})\b").match(setting.text, end)
    year = re.compile(r"\s+(?:\w+\s+){0,3}?((?:19|20)\d\d)\b")
    written = year.match(setting.text, found.end()) if found else None
    return written[1] if written else "?" if found else None


def told(setting: Setting, thing: str, degree: str) -> bool:
    """Whether a superlative has a kind of its own, of which one is not a person in office: "the
    longest in the world" is of a noun elsewhere, "China's top diplomat" no diplomat above others."""
    words = thing.split()
    if not words or words[0] in setting.prepositions or several(thing):
        return False
    offices = setting.facts.words
    people = offices.firsts.people | set(offices.offices.heads)
    return degree not in offices.firsts.vague or not people & {w.lower().strip(".") for w in words}


def telling(setting: Setting, thing: str, narrowed: bool) -> bool:
    """Whether "first" says more than that another came behind it: it is narrowed, or of a series."""
    words = setting.facts.words.firsts
    opening = thing.split()[0].lower().strip(".,")
    if opening in words.never or several(thing) or not thing[0].isalpha():
        return False
    meetings = setting.rules.words.context.meetings
    series = any(word.lower() in meetings for word in thing.split())
    named = any(w[0].isupper() and w.lower() not in meetings for w in thing.split())
    return narrowed or (series and named)


def bare(
    setting: Setting, thing: Span, inside: Sequence[Within], measured: bool
) -> tuple[str, str | None]:
    """The kind without the words that say within what, and by which measure."""
    words = setting.facts.words.firsts
    kind = setting.text[thing.start : thing.end]
    for one in sorted(inside, key=lambda w: w.start, reverse=True):
        kind = f"{kind[: one.start - thing.start]} {kind[one.end - thing.start :]}"
    kind = _spell(words.lasting, words.spells).sub("", kind)
    found = _measure(words.measures).search(kind) if measured else None
    kind = kind[: found.start()] if found else kind
    return " ".join(kind.split()), found[1] if found else None


@cache
def _measure(leads: tuple[str, ...]) -> re.Pattern[str]:
    """ "By area", not "by Chinese firms"."""
    either = "|".join(sorted(leads, key=lambda m: (-len(m), m)))
    return re.compile(rf"\s(?:{either})\s+((?:[a-z]+|GDP|PPP)(?:\s[a-z]+){{0,3}})\s*$")


@cache
def _spell(leads: frozenset[str], spells: frozenset[str]) -> re.Pattern[str]:
    """For how long it has been so: "for 14 consecutive years"."""
    either, ends = "|".join(sorted(leads)), "|".join(sorted(spells))
    return re.compile(rf"\s(?:{either})\s(?:[\w-]+\s){{0,5}}(?:{ends})\b.*$")


def closed(setting: Setting, kind: str, end: int) -> bool:
    """Whether the words behind a kind add nothing to it."""
    words, text = setting.facts.words, setting.text
    terms = kind.lower().split()
    if not terms or (len(terms) == 1 and terms[0] in words.firsts.open):
        return False
    if _pointing(kind, words.firsts.pointing):
        return False
    behind = list(phrase.TOKEN.finditer(text, end))[:2]
    if not behind or (end + 1 < len(text) and text[end] in ".,;:)"):
        return True
    word = behind[0].group()
    following = behind[1].group() if len(behind) > 1 else ""
    if word in ("and", "or", "but"):
        return following in words.firsts.determiners or following in words.stops
    dated = any(token.start() in setting.dates for token in behind)
    return not word[0].isalnum() or word.lower() in words.stops or dated or _verb(word, setting)


def _pointing(kind: str, words: Container[str]) -> bool:
    """ "The largest producer of the metal", "the first to do so": another sentence says of which."""
    tokens = kind.split()
    follow = [*tokens[1:], ""]
    return any(
        w in words and not next_[:1].isupper() for w, next_ in zip(tokens, follow, strict=True)
    )


def _verb(word: str, setting: Setting) -> bool:
    return word in setting.rules.words.verbs and word in setting.rules.words.context.auxiliaries
