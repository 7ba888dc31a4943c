"""Of what a claim is where no role says so: the names of its clause, and those of its text.

What a claim is of is the name that its clause gives. Where that is left to the text ("the field",
"turnout was 68 %"), it is what the text is about: the names that tell its subject from others. Two
papers on one flood share its river and its town, and nothing else in a corpus does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from audit.model import ABOUT, Claim
from audit.rulebook.words import Context

Tokens = frozenset[str]
_PARTS = re.compile(r"[\s/–-]+")
BOTH = 2  # names that two texts share where neither claim has one of its own
TOPIC = 2  # words that two texts on one country come back to
MAIN = 3  # names among which that of a text's subject is


class Subject(Struct, frozen=True):
    """`names` as the clause says; `setting` what the text is about, the most telling first."""

    names: frozenset[Tokens]
    setting: tuple[Tokens, ...]
    countries: frozenset[str]
    home: frozenset[str] = frozenset()  # the main countries of its text
    topic: frozenset[str] = frozenset()  # the words that its text comes back to

    @property
    def told(self) -> Tokens:
        """The words of its setting."""
        return _words(self.setting)

    @property
    def words(self) -> frozenset[str]:
        """By one of these, or by a country, two claims of one subject are found."""
        return frozenset(word for name in (*self.names, *self.setting) for word in name)


def of(claim: Claim, context: Context) -> Subject:
    how = {d.slot: d.how for d in claim.decided}
    about = [key for role, key in claim.roles if role == ABOUT and how.get(ABOUT) == "stated"]
    bodies = _bodies(tuple(context.bodies), tuple(context.legal_forms), tuple(context.particles))
    return Subject(
        frozenset(_tokens(name, bodies) for name in about),
        _setting(claim.setting, bodies),
        frozenset(e for e in (claim.subject, claim.object) if e),
        frozenset(claim.home),
        frozenset(claim.topic),
    )


@cache
def _setting(names: tuple[str, ...], bodies: Tokens) -> tuple[Tokens, ...]:
    return tuple(dict.fromkeys(_tokens(name, bodies) for name in names))


@cache
def _words(names: tuple[Tokens, ...]) -> Tokens:
    return frozenset(word for name in names for word in name)


@cache
def _bodies(*lists: tuple[str, ...]) -> Tokens:
    return frozenset({"the", *(word for words in lists for word in words)})


@cache
def _tokens(name: str, bodies: Tokens) -> Tokens:
    """The telling words of a name: "Colva Port" and "the port of Colva" are one."""
    words = tokens(name)
    return words - bodies or words


def tokens(name: str) -> Tokens:
    """The words of a name: "Kavala-Drama line" is of Kavala and of Drama."""
    return frozenset(word.strip(".,'’").lower() for word in _PARTS.split(name)) - {""}


def one(a: Subject, b: Subject) -> bool:
    """Whether two claims of different texts are of one subject, as far as the texts say."""
    if _of_two_countries(a, b):
        return False
    if a.names and b.names:
        return meet(a.names, b.names)
    if a.names or b.names:
        named, other = (a, b) if a.names else (b, a)
        return meet(named.names, other.setting)
    return one_text(a, b)


def two(a: Subject, b: Subject) -> bool:
    """Whether the texts say that two claims are of two subjects; that neither says is no answer."""
    named_apart = bool(a.names and b.names) and not meet(a.names, b.names)
    return _of_two_countries(a, b) or named_apart or strange(a, b)


def _of_two_countries(a: Subject, b: Subject) -> bool:
    return bool(a.countries and b.countries) and a.countries.isdisjoint(b.countries)


def one_text(a: Subject, b: Subject) -> bool:
    """Whether two texts are about one thing: what one is mainly about is among the main of the
    other, or they share several names."""
    if a.home & b.home and len(a.topic & b.topic) >= TOPIC:
        return True
    if a.told.isdisjoint(b.told):
        return False
    main = meet(a.setting[:1], b.setting[:MAIN]) or meet(b.setting[:1], a.setting[:MAIN])
    # "Arun" is one name with "Arun Berg" and "Arun"
    return main or min(_shared(a, b), _shared(b, a)) >= BOTH


def strange(a: Subject, b: Subject) -> bool:
    """Whether neither text names what the other is mainly about: a quake in Harun, one in Belo."""
    known = meet(a.setting[:1], b.setting) or meet(b.setting[:1], a.setting)
    return bool(a.setting and b.setting) and not known


def _shared(a: Subject, b: Subject) -> int:
    """How many names of one text the other has: only those that share a word with one of its."""
    words = b.told
    return sum(not name.isdisjoint(words) and meet((name,), b.setting) for name in a.setting)


def meet(one: Iterable[Tokens], other: Iterable[Tokens]) -> bool:
    """Whether a name of one is, or is part of, a name of the other."""
    others = list(other)
    for a in one:  # in loops: asked a million times
        for b in others:
            if a <= b or b <= a:
                return True
    return False
