"""The year in which a named thing began: as a fact states it, or as an anniversary implies it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from msgspec import Struct

from audit.check import event, sentence
from audit.check.numbers import who
from audit.model import Claim
from audit.rulebook import Rulebook

WHAT = "established"
_ENDS = r"(?=\s*(?:$|[.,;:)”\"]))"


class Founding(Struct, frozen=True, order=True):
    """A year, from the first that may be meant to the last; `written` where its digits stand there."""

    first: int
    last: int
    written: bool
    claim: Claim


def key(claim: Claim, rules: Rulebook) -> tuple[str, ...]:
    """The normal form of the name of what was founded; () for a claim of something else."""
    terms = set(rules.words.terms(" ".join(event.NAME.findall(thing(claim, rules)))))
    return tuple(sorted(terms)) if len(terms) > 1 else ()


def thing(claim: Claim, rules: Rulebook) -> str:
    """What was founded, as written; "" for a claim of something else."""
    if claim.metric == f"fact:{WHAT}":
        return claim.label.partition(": ")[2] if event.proper(claim) else ""
    return _celebrated(claim, rules) if claim.kind == "ordinal" else ""


def of(claim: Claim) -> Founding | None:
    """When it began, for a claim that has a name; None where the words give no one year."""
    when, said = claim.period, [d for d in claim.decided if d.slot == "period"]
    if when is None or when.first is None or when.last is None or not said:
        return None
    first, last = when.first.year, when.last.year
    written = event.written(claim)
    if claim.kind == "ordinal":
        years = int(claim.mention.stated or 0)
        single = first == last and said[0].how == "stated"
        return Founding(first - years, first - years, written, claim) if single else None
    stated = claim.term is not None and claim.term.status == "done" and said[0].how != "assumed"
    return Founding(first, last, written, claim) if stated else None


def quarrels(claims: Sequence[Claim]) -> Iterator[tuple[Founding, Founding]]:
    """Pairs of one name of which an anniversary puts the founding in another year, the year of the
    founding counted or not; those whose years are written out first."""
    known = [one for one in map(of, claims) if one]
    pairs = [
        (a, b)
        for a, b in combinations(known, 2)
        if "ordinal" in (a.claim.kind, b.claim.kind) and event.apart(a.claim, b.claim)
        and (a.first > b.last + 1 or b.first > a.last + 1)
    ]  # fmt: skip
    yield from sorted(pairs, key=lambda p: (not (p[0].written and p[1].written), p))


def said(one: Founding) -> str:
    counted = one.claim.kind == "ordinal"
    return who(one.claim) + (f", which puts it in {one.first}" if counted else "")


def _celebrated(claim: Claim, rules: Rulebook) -> str:
    """The name of what an anniversary is of; "" where the words around it say more than a name."""
    behind, before = sentence.behind(claim), sentence.before(claim)
    words = rules.facts.words
    owned, owner = _patterns(
        tuple(rules.words.context.anniversaries),
        tuple(words.events[WHAT].noun),
        words.remembered,
    )
    found = owned.match(behind) or owner.search(f"{before}\0{behind}")
    return found["name"] if found else ""


@cache
def _patterns(
    anniversaries: tuple[str, ...], nouns: tuple[str, ...], verbs: frozenset[str]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Behind the number, "anniversary of the founding of X"; around it, "X marked its .. anniversary"."""
    held = rf"\s+(?:{sentence.either(anniversaries)})"
    begun = rf"(?:the\s+)?(?:(?:{sentence.either(nouns)})\s+)?(?:the\s+)?"
    owned = rf"{held}\s+of\s+{begun}(?P<name>{event.RUN}){_ENDS}"
    owner = rf"(?P<name>{event.RUN})(?:['’]s)?\s+(?:(?:{sentence.either(verbs)})\s+(?:its|their|the)\s+)?"
    return re.compile(owned), re.compile(rf"{owner}\0{held}(?!\s+(?:of|since|as|for|from|at)\b)")
