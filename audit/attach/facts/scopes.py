"""Within what something is the first or the most: "the world's", "China's", "in Central Asia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from audit.attach.facts import phrase
from audit.attach.facts.setting import Setting
from audit.rulebook.entities import Sighting

WORLD = "world"
_THE = re.compile(r"(?:^|\s|[“\"(])(?:the|The)\s*$")
_OWNED = re.compile(r"(?P<base>[\w.&-]+)(?:['’]s|(?<=s)['’])\s*$")


class Owner(Struct, frozen=True):
    """What stands before a superlative: a name, an article, or what leaves open within what."""

    start: int  # where the noun phrase begins, without an article
    how: Literal["named", "article", "open"]
    key: str | None = None


class Within(Struct, frozen=True):
    start: int
    end: int
    key: str


def owner(setting: Setting, at: int) -> Owner | None:
    """The possessor, or the article, right before `at`; None where there is neither."""
    text, words = setting.text, setting.facts.words.firsts
    stop = _beside(setting, at)
    owned = _OWNED.search(text, 0, stop)
    if owned is None:
        return Owner(at, "article") if _THE.search(text, 0, stop) else None
    start, end = owned.span("base")
    if owned["base"].lower() in words.world:
        return Owner(start, "named", WORLD)
    if owned["base"].lower() in words.here:
        return Owner(start, "open")
    first = phrase.name_start(text, end, setting.rules.words.context.particles)
    sight = next((s for s in setting.sights if s.start <= start and end <= s.end), None)
    if sight and sight.start <= first:
        return Owner(sight.start, "named", sight.key)
    return Owner(first, "named", text[first:end]) if first < end else None


def within(setting: Setting, start: int, end: int) -> Iterator[Within]:
    """The phrases between `start` and `end` that say within what: "in the world", "among ASEAN countries"."""
    words, text = setting.facts.words.firsts, setting.text
    leads = "|".join(sorted(words.within))
    worlds = "|".join(sorted(words.world))
    for found in re.finditer(rf"\s(?:{leads})\s(?:the\s(?:entire\s|whole\s)?)?", text[:end]):
        if found.start() < start:
            continue
        world = re.compile(rf"(?:{worlds})\b").match(text, found.end(), end)
        if world:
            yield Within(found.start(), world.end(), WORLD)
            continue
        sight = next((s for s in setting.sights if s.start == found.end() and s.end <= end), None)
        stop = _alone(setting, sight, end) if sight else None
        if sight and stop:
            yield Within(found.start(), stop, sight.key)


def _alone(setting: Setting, sight: Sighting, end: int) -> int | None:
    """The end of a name that says within what; None where it only opens another ("China Mobile")."""
    token = phrase.TOKEN.match(setting.text, sight.end + 1)
    word = token.group() if token and setting.text[sight.end : sight.end + 1] == " " else ""
    if token and word in setting.facts.words.firsts.members:
        return token.end()
    if sight.form == "demonym" or setting.text[sight.end : sight.end + 1] in ("'", "’", "-"):
        return None
    ends = not word or not word[0].isalnum() or sight.end >= end
    small = word.lower() in setting.facts.words.stops or word in setting.prepositions
    return sight.end if ends or (small and word != "and") else None


def _beside(setting: Setting, at: int) -> int:
    """`at` without the words before it that change nothing: "the world's single largest"."""
    for token in reversed(list(re.finditer(r"\w+", setting.text[:at]))):
        if token.group().lower() not in setting.facts.words.firsts.beside:
            break
        at = token.start()
    return at
