"""Open metrics and facts join by like phrases, of one time and on one side of every opposition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from math import fsum

from msgspec import Struct

from audit.model import ABOUT, Claim, Period, days_apart
from audit.rulebook.words import WORD

NEAR_DAYS = 31  # undated open claims are of one time if published this close
Opposites = tuple[frozenset[str], ...]


class Face(Struct, frozen=True):
    """All of a claim that decides where it joins: claims of one face join alike."""

    kind: str
    form: str
    terms: frozenset[str]
    weight: float
    sides: frozenset[str]  # the words of its sentence that have an opposite: "urban", "rural"
    about: str | None  # what an open claim is of, by name
    when: When | None  # None for a fact, which has no date of its own to hold against another's


class When(Struct, frozen=True):
    stated: Period | None
    published: date | None
    place: tuple[str, int] | None  # of what is undated


Score = Callable[[Face, Face, Mapping[str, float]], float]


def joined(
    claims: Sequence[Claim],
    least: float,
    rarity: Mapping[str, float],
    opposites: Opposites,
    score: Score,
) -> list[list[Claim]]:
    """Groups of like phrases. Two of them share a term of the rarest part of each, so that only
    claims under a common rare term are compared: the work stays near the number of claims."""
    two_sided = frozenset().union(*opposites)
    under: dict[str, list[int]] = defaultdict(list)
    groups: list[list[Claim]] = []
    faces: list[set[Face]] = []
    for claim in sorted(claims, key=lambda c: (c.terms, c)):
        face = _face(claim, rarity, two_sided)
        telling = _telling_terms(face, least, rarity)
        near = dict.fromkeys(group for term in telling for group in under[term])
        home = next(
            (g for g in near if _fits(face, faces[g], least, rarity, opposites, score)), None
        )
        if home is None:
            home = len(groups)
            groups.append([])
            faces.append(set())
        groups[home].append(claim)
        faces[home].add(face)
        for term in claim.terms:
            if home not in under[term]:
                under[term].append(home)
    return [sorted(group) for group in groups]


def _face(claim: Claim, rarity: Mapping[str, float], two_sided: frozenset[str]) -> Face:
    terms = frozenset(claim.terms)
    sides = two_sided.intersection(WORD.findall(claim.quote.lower()))
    when = None if claim.term else _when(claim)
    about = dict(claim.roles).get(ABOUT) if claim.is_open else None
    return Face(claim.kind, claim.mention.kind, terms, _weight(terms, rarity), sides, about, when)


def _when(claim: Claim) -> When:
    stated = claim.decided_as("as_of", "stated")
    place = None if claim.published else (claim.source, claim.item)
    return When(claim.as_of if stated else None, claim.published, place)


def _telling_terms(face: Face, least: float, rarity: Mapping[str, float]) -> Iterator[str]:
    """The rarest terms of a phrase, of which a like phrase must share one at least.

    With Dice >= t both weights lie within t/(2-t) of each other, so at most the share
    1 - t/2 * (1 + t/(2-t)) of a phrase's weight can be missing from a phrase like it.
    """
    missing = (1 - least / 2 * (1 + least / (2 - least))) * face.weight
    for term in sorted(face.terms, key=lambda term: (-rarity.get(term, 1.0), term)):
        yield term
        missing -= rarity.get(term, 1.0)
        if missing < 0:
            return


def _fits(
    face: Face,
    group: set[Face],
    least: float,
    rarity: Mapping[str, float],
    opposites: Opposites,
    score: Score,
) -> bool:
    """Complete linkage: a claim must be like every member."""
    return face in group or all(
        (face.kind, face.form) == (other.kind, other.form)
        and (face.about == other.about or not (face.about and other.about))
        and _same_time(face.when, other.when)
        and score(face, other, rarity) >= least
        and not opposed(face.sides, other.sides, opposites)
        for other in group
    )


def likeness(a: Face, b: Face, rarity: Mapping[str, float]) -> float:
    """Dice coefficient of two sets of terms, each term weighted by how rare it is (0..1)."""
    whole = a.weight + b.weight
    return 2 * _weight(a.terms & b.terms, rarity) / whole if whole else 0.0


def _weight(terms: frozenset[str], rarity: Mapping[str, float]) -> float:
    """Summed exactly: the order of a set must not decide what is alike."""
    return fsum(rarity.get(term, 1.0) for term in terms)


def opposed(a: frozenset[str], b: frozenset[str], opposites: Opposites) -> bool:
    """Whether one sentence says "urban" where the other says "rural"."""
    if not a or not b:
        return False
    return any(a & pair and b & pair and not a & b & pair for pair in opposites)


def _same_time(a: When | None, b: When | None) -> bool:
    """Open claims are of one time if their dates meet, or both are undated and published together."""
    if a is None or b is None:
        return True
    if a.stated and b.stated:
        return a.stated.meets(b.stated)
    if a.published and b.published:
        return days_apart(a.published, b.published) <= NEAR_DAYS
    return a.place is not None and a.place == b.place
