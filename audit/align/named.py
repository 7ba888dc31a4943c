"""Open claims join when they are of one thing: the same measure of the same named subject. Which
subject that is, `audit.subject` says.

A claim joins a group in which it differs from none and is like half, at least: two texts that say
too little to be matched with each other may each be matched with a third.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from audit import moments, subject
from audit.align.phrase import Opposites, opposed
from audit.model import Claim
from audit.moments import Moment
from audit.rulebook import Rulebook
from audit.rulebook.words import KEPT, WORD
from audit.subject import Subject

WORDS = 4  # words in common, at least, of two sentences that are one
FRAME = 0.6  # and what share of them


class Face(Struct, frozen=True):
    """All of an open claim that decides where it joins."""

    kind: str
    form: str
    of: Subject
    narrowed: frozenset[str]
    counted: bool  # of a counted noun, any word before which parts off a subset
    statistic: str  # "record", "average"
    subset: str  # "640 of them"
    base: bool  # a value from before a change, of no time of its own
    action: str
    part: str
    whose: str
    when: Moment
    lasting: bool
    place: tuple[str, int]
    frame: frozenset[str]  # the words of its sentence
    sides: frozenset[str]  # those that have an opposite: "urban", "rural"


def joined(claims: Sequence[Claim], rules: Rulebook) -> list[list[Claim]]:
    """Groups of which no two differ; only claims that share a name, or a document, are compared."""
    groups: list[list[Claim]] = []
    faces: list[set[Face]] = []
    opposites = rules.words.opposites
    under: dict[object, dict[int, None]] = defaultdict(dict)
    for claim in sorted(claims):
        face = _face(claim, rules)
        keys = _keys(face)
        near = dict.fromkeys(group for key in keys for group in under[key])
        home = next((g for g in near if _joins(face, faces[g], opposites)), None)
        if home is None:
            home = len(groups)
            groups.append([])
            faces.append(set())
        groups[home].append(claim)
        faces[home].add(face)
        for key in keys:
            under[key][home] = None
    return [sorted(group) for group in groups]


def _keys(face: Face) -> list[object]:
    named = sorted(face.of.words | face.of.countries | face.of.home)
    return [*named, face.place, ("in", face.part, face.action, face.narrowed)]


def _face(claim: Claim, rules: Rulebook) -> Face:
    filters = dict.fromkeys(axis for axis, _ in claim.filters)
    held = {axis: [v for a, v in claim.filters if a == axis] for axis in filters}
    when = moments.of(claim)
    return Face(
        kind="stock" if claim.kind == "cumulative" else claim.kind,
        form=claim.mention.kind if claim.kind not in ("stock", "cumulative") else "",
        of=subject.of(claim, rules.words.context),
        narrowed=frozenset(held.get("of", ())),
        counted=claim.mention.noun is not None,
        statistic=next(iter(held.get("statistic", ())), ""),
        subset=next(iter(held.get("subset", ())), ""),
        base="value" in held and not when.stated,
        action=next(iter(held.get("action", ())), ""),
        part=next(iter(held.get("part", ())), ""),
        whose=next(iter(held.get("whose", ())), ""),
        when=when,
        lasting=head(claim) in rules.concepts.lasting,
        place=(claim.source, claim.item),
        frame=frozenset(rules.words.terms(claim.quote)),
        sides=_sides(claim.quote, rules.words.opposites),
    )


@lru_cache(maxsize=KEPT)
def _sides(quote: str, opposites: tuple[frozenset[str], ...]) -> frozenset[str]:
    return _two_sided(opposites).intersection(WORD.findall(quote.lower()))


@cache
def _two_sided(opposites: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*opposites)


def head(claim: Claim) -> str:
    return claim.metric.removeprefix("open:").partition(".")[0]


def _joins(face: Face, others: Collection[Face], opposites: Opposites) -> bool:
    like = 0
    for other in others:
        same = _alike(face, other, opposites)
        if same is None:
            return False
        like += same
    return 2 * like >= len(others)


def differ(a: Face, b: Face, opposites: Opposites) -> bool:
    """Whether two open claims of one measure are of two things, parts or times."""
    return _alike(a, b, opposites) is None


def _alike(a: Face, b: Face, opposites: Opposites) -> bool | None:
    """Whether two open claims are of one subject; None where they differ."""
    if _apart(a, b, opposites):
        return None
    same = _one_subject(a, b)
    return None if not same and _two_subjects(a, b) else same


def _apart(a: Face, b: Face, opposites: Opposites) -> bool:
    """Whether two claims are of two parts, times or kinds, whatever they are of."""
    return (
        a.kind != b.kind
        or a.form != b.form
        or not _one_part(a, b)
        or (opposed(a.sides, b.sides, opposites) and _one_sentence(a, b))
        or not (a.lasting or b.lasting or not moments.apart(a.when, b.when))
    )


def _two_subjects(a: Face, b: Face) -> bool:
    """Whether two claims that are not of one subject are of two, as far as the texts say."""
    return a.place == b.place or subject.two(a.of, b.of)


def _one_subject(a: Face, b: Face) -> bool:
    if a.place == b.place:
        return not (a.of.names and b.of.names) or subject.meet(a.of.names, b.of.names)
    return subject.one(a.of, b.of) or (_one_sentence(a, b) and not subject.strange(a.of, b.of))


def _one_sentence(a: Face, b: Face) -> bool:
    """Whether two sentences have most of their words in common: then they are of one thing, whether
    or not it has a name."""
    shared = len(a.frame & b.frame)
    enough = shared >= WORDS and 2 * shared >= FRAME * (len(a.frame) + len(b.frame))
    return enough and not (a.of.names and b.of.names and not subject.meet(a.of.names, b.of.names))


def _one_part(a: Face, b: Face) -> bool:
    if a.action and b.action and a.action != b.action:
        return False
    if (a.part and b.part and a.part != b.part) or (a.whose and b.whose and a.whose != b.whose):
        return False
    if (a.statistic, bool(a.subset), a.base) != (b.statistic, bool(b.subset), b.base) or a.base:
        return False
    if a.counted and b.counted and bool(a.narrowed) != bool(b.narrowed):
        return False
    return not a.narrowed or not b.narrowed or bool(a.narrowed & b.narrowed)
