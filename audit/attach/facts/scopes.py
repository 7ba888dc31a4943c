"""Within what something is the first or the most: "the world's", "China's", "in Central Asia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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
    first = setting.name_start(end)
    sight = next((s for s in setting.sights if s.start <= start and end <= s.end), None)
    if sight and sight.start <= first:
        return Owner(sight.start, "named", sight.key)
    return Owner(first, "named", text[first:end]) if first < end else None


def within(setting: Setting, start: int, end: int) -> Iterator[Within]:
    """The phrases between `start` and `end` that say within what: "in the world", "among ASEAN countries"."""
    words, text = setting.facts.words.firsts, setting.text
    for found in _leads(words.within).finditer(text, start, end):
        at = found.end()
        world = re.compile(r"\w+").match(text, at, end)
        if world and world.group() in words.world:
            key, stop = WORLD, _alone(setting, world.end(), end)
        else:
            sight = next((s for s in setting.sights if s.start == at and s.end <= end), None)
            key, stop = (sight.key, _around(setting, sight, end)) if sight else ("", None)
        if stop:
            yield Within(found.start(), stop, key)


@cache
def _leads(within: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{'|'.join(sorted(within))})\s(?:the\s(?:entire\s|whole\s)?)?")


def _around(setting: Setting, sight: Sighting, end: int) -> int | None:
    """The end of a name with a word for its members: "ASEAN countries"."""
    token = phrase.TOKEN.match(setting.text, sight.end + 1)
    word = token.group().rstrip(".") if token else ""
    if token and word in setting.facts.words.firsts.members:
        return token.start() + len(word)
    return None if sight.form == "demonym" else _alone(setting, sight.end, end)


def _alone(setting: Setting, stop: int, end: int) -> int | None:
    """`stop` where a name ends there; None where it only opens another ("China Mobile", "the US
    market", "Japan and Korea")."""
    behind = setting.text[stop : stop + 1]
    if stop >= end or behind != " ":
        return None if behind in ("'", "’", "-") and behind else stop
    token = phrase.TOKEN.match(setting.text, stop + 1)
    word = token.group() if token else ""
    small = word.lower() in setting.facts.words.stops or word in setting.prepositions
    return stop if not word[:1].isalnum() or (small and word != "and") else None


def _beside(setting: Setting, at: int) -> int:
    """`at` without the words before it that change nothing: "the world's single largest"."""
    for token in reversed(list(re.finditer(r"\w+", setting.text[:at]))):
        if token.group().lower() not in setting.facts.words.firsts.beside:
            break
        at = token.start()
    return at
