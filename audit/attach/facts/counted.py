"""The list that a count announces: "five offices: A, B and C", "nine visits (1991, 1994 and 2000)".

A list counts only where nothing in it is left open: it ends with "and" before its last member, its
members are of one shape, and no number, verb or "others" stands among them. A member may hold an
"and" of its own, so the list has at least, and at most, so many members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from audit.attach.facts.setting import Setting
from audit.attach.facts.told import Counted, Told
from audit.model import Mention
from audit.rulebook.facts import Cue

WORDS = 6  # of a member
_OPENS = re.compile(r"(?P<gap>(?:\s[\w’'&-]+){0,7}?)(?P<mark>\s?:\s+|\s\(|\s(?:[–—-]|--)\s)")
_STOP = r"\.(?:\s|$)|$"
_ENDS = {"(": r"\)", ":": rf"\s[–—]\s|{_STOP}", "-": rf"\s(?:[–—-]|--)\s|{_STOP}"}
_YEAR = re.compile(r"(?:19|20)\d\d")


class Members(Struct, frozen=True):
    first: str
    least: int
    most: int


def told(setting: Setting) -> Iterator[Told]:
    """The lists of a sentence behind their counts."""
    for count in setting.counts:
        found = _listed(setting, count)
        if found:
            yield found


def _listed(setting: Setting, count: Mention) -> Told | None:
    text, base = setting.text, setting.span.start
    at = max(count.end, count.noun_span.end if count.noun_span else 0) - base
    opens = _OPENS.match(text, at)
    if opens is None or text[count.end - base] == "-" or not _one_phrase(setting, opens, count):
        return None
    mark = opens["mark"].strip()
    ends = re.compile(_ENDS.get(mark, _ENDS["-"])).search(text, opens.end())
    if ends is None:
        return None
    start, end = opens.end(), ends.start()
    found = _members(setting, text[start:end])
    if found is None or (opens["gap"] and mark != ":" and not _YEAR.match(found.first)):
        return None
    cue = Cue(start - len(opens["mark"]), start, "list", mark)
    counted = Counted(count, found.least, found.most)
    return Told("members", "done", start, end, (count.start - base, at), cue, counted=counted)


def _one_phrase(setting: Setting, opens: re.Match[str], count: Mention) -> bool:
    """Whether the words between a count and its list only say of what: no verb, no other number."""
    stop = setting.span.start + opens.end()
    numbers = any(count.end <= start < stop for start in setting.numbers)
    return not numbers and not setting.facts.words.stops & set(opens["gap"].lower().split())


def _members(setting: Setting, text: str) -> Members | None:
    """How many members a closed list has; None where one is no plain name, thing or year."""
    lists = setting.facts.words.lists
    body = re.sub(rf"^(?:(?:{'|'.join(lists.namely)})\s+)+", "", text.strip())
    joins = _joins(lists.joins)
    if ";" in body:
        parts = re.split(r";\s*", body)
        most = len(joins.findall(body)) + len(parts) - 1
        return Members(parts[0], len(parts), most) if joins.match(parts[-1]) else None
    parts = re.split(r",\s*", body)
    every = [one.strip() for part in parts for one in joins.split(part) if one.strip()]
    if not joins.search(parts[-1]) or not all(_plain(setting, one) for one in every):
        return None
    oxford = bool(joins.match(parts[-1]))
    named = all(_name(setting, one) for one in every[-2:])
    if not _one_shape(every) or (len(parts) == 1 and not named):
        return None
    least = len(parts) + (named and not oxford)  # "research and development" may be one
    return Members(every[0], least, len(every))


@cache
def _joins(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\s)(?:{'|'.join(map(re.escape, words))})\s")


def _name(setting: Setting, member: str) -> bool:
    """A year, or what has no "and" in its name: a place, or a single capitalised word."""
    known = any(s.start == 0 and s.end == len(member) for s in setting.rules.atlas.scan(member))
    return known or member.isdigit() or (member[0].isupper() and " " not in member)


def _plain(setting: Setting, member: str) -> bool:
    words = member.split()
    small = {word for word in words if word.islower()}  # "May" is a month
    if not words or len(words) > WORDS or re.search(r"[“”\"():–—]|\s-\s", member):
        return False
    if any(char.isdigit() for char in member):
        return _YEAR.fullmatch(member) is not None
    words_of_more = setting.facts.words.lists.open | setting.facts.words.lists.loose
    return not (setting.facts.words.stops | words_of_more) & small


def _one_shape(members: list[str]) -> bool:
    """All names, all common words, or all years."""
    shapes = {re.sub(r"^(?:the|a|an)\s+", "", one)[0] for one in members}
    kinds = {"upper" if s.isupper() else "digit" if s.isdigit() else "lower" for s in shapes}
    return len(kinds) == 1
