"""Open claims join when they are of one thing: the same measure of the same named subject.

What a claim is of is the name that its clause gives. Where that is left to the text ("the field",
"turnout was 68 %"), it is what the text is about: the names that tell its subject from others. Two
papers on one flood share its river and its town, and nothing else in a corpus does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from msgspec import Struct

from audit.model import ABOUT, Claim, Period
from audit.rulebook import Rulebook

Tokens = frozenset[str]
NEAR_DAYS = 31  # undated open claims are of one time if published this close
AFTER_DAYS = 120  # a year's figure is told in the months behind it
LONG = 27  # days from which a stated time is a period rather than a date
MAIN = 3  # names among which that of a text's subject is
BOTH = 2  # names that two settings share where neither has one of its own


class Face(Struct, frozen=True):
    """All of an open claim that decides where it joins."""

    kind: str
    form: str
    names: frozenset[Tokens]  # of what it is, as its clause says
    setting: tuple[Tokens, ...]  # what its text is about, the most telling first
    countries: frozenset[str]
    narrowed: frozenset[str]
    counted: bool  # of a counted noun, any word before which parts off a subset
    statistic: str  # "record", "average"
    subset: str  # "640 of them"
    base: bool  # a value from before a change, of no time of its own
    action: str
    part: str
    time: Period | None
    published: tuple[int, ...] | None
    lasting: bool
    place: tuple[str, int]


def joined(claims: Sequence[Claim], rules: Rulebook) -> list[list[Claim]]:
    """Groups by complete linkage; only claims that share a name, or a document, are compared."""
    groups: list[list[Claim]] = []
    faces: list[set[Face]] = []
    under: dict[object, list[int]] = defaultdict(list)
    for claim in sorted(claims):
        face = _face(claim, rules)
        keys = _keys(face)
        near = dict.fromkeys(group for key in keys for group in under[key])
        home = next((g for g in near if all(alike(face, other) for other in faces[g])), None)
        if home is None:
            home = len(groups)
            groups.append([])
            faces.append(set())
        groups[home].append(claim)
        faces[home].add(face)
        for key in keys:
            if home not in under[key]:
                under[key].append(home)
    return [sorted(group) for group in groups]


def _keys(face: Face) -> list[object]:
    words = {word for name in (*face.names, *face.setting) for word in name}
    return [*sorted(words | face.countries), face.place]


def _face(claim: Claim, rules: Rulebook) -> Face:
    about = [key for role, key in claim.roles if role == ABOUT]
    how = {d.slot: d.how for d in claim.decided}
    said = about if how.get(ABOUT) == "stated" else []
    bodies = _bodies(rules)
    filters = dict.fromkeys(axis for axis, _ in claim.filters)
    held = {axis: [v for a, v in claim.filters if a == axis] for axis in filters}
    stated = how.get("as_of") == "stated" or how.get("period") == "stated"
    day = claim.published
    return Face(
        kind=claim.kind,
        form=claim.mention.kind if claim.kind != "stock" else "",
        names=frozenset(tokens(name, bodies) for name in said),
        setting=tuple(dict.fromkeys(tokens(name, bodies) for name in claim.setting)),
        countries=frozenset(e for e in (claim.subject, claim.object) if e),
        narrowed=frozenset(held.get("of", ())),
        counted=claim.mention.noun is not None,
        statistic=next(iter(held.get("statistic", ())), ""),
        subset=next(iter(held.get("subset", ())), ""),
        base="value" in held and not stated,
        action=next(iter(held.get("action", ())), ""),
        part=next(iter(held.get("part", ())), ""),
        time=(claim.period or claim.as_of) if stated else None,
        published=(day.toordinal(),) if day else None,
        lasting=head(claim) in rules.concepts.lasting,
        place=(claim.source, claim.item),
    )


def head(claim: Claim) -> str:
    return claim.metric.removeprefix("open:").partition(".")[0]


@cache
def tokens(name: str, bodies: Tokens) -> Tokens:
    """The telling words of a name: "Colva Port" and "the port of Colva" are one."""
    words = frozenset(word.strip(".,'’").lower() for word in name.split())
    return words - bodies or words


def _bodies(rules: Rulebook) -> Tokens:
    context = rules.words.context
    return frozenset({*context.bodies, *context.legal_forms, *context.particles, "the"})


def alike(a: Face, b: Face) -> bool:
    """Whether two open claims of one measure are of one thing, part and time."""
    return (
        (a.kind, a.form) == (b.kind, b.form)
        and _one_subject(a, b)
        and _one_part(a, b)
        and _one_time(a, b)
    )


def _one_subject(a: Face, b: Face) -> bool:
    if a.place == b.place:
        return not (a.names and b.names) or _meet(a.names, b.names)
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if a.names and b.names:
        return _meet(a.names, b.names)
    if a.names or b.names:
        one, other = (a, b) if a.names else (b, a)
        return _meet(one.names, other.setting)
    shared = [name for name in a.setting if _meet((name,), b.setting)]
    main = _meet(a.setting[:1], b.setting[:MAIN]) or _meet(b.setting[:1], a.setting[:MAIN])
    return len(shared) >= BOTH or main


def _meet(one: Iterable[Tokens], other: Iterable[Tokens]) -> bool:
    """Whether a name of one is, or is part of, a name of the other."""
    others = list(other)
    return any(a <= b or b <= a for a in one for b in others)


def _one_part(a: Face, b: Face) -> bool:
    if a.action and b.action and a.action != b.action:
        return False
    if a.part and b.part and a.part != b.part:
        return False
    if (a.statistic, bool(a.subset), a.base) != (b.statistic, bool(b.subset), b.base) or a.base:
        return False
    if a.counted and b.counted and bool(a.narrowed) != bool(b.narrowed):
        return False
    return not a.narrowed or not b.narrowed or bool(a.narrowed & b.narrowed)


def _one_time(a: Face, b: Face) -> bool:
    """A stated year is a period, and another year another thing; days may drift."""
    if a.lasting or b.lasting:
        return True
    if a.time and b.time:
        if _days(a.time) >= LONG and _days(b.time) >= LONG:
            return a.time == b.time or (_days(a.time) < 300 and a.time.meets(b.time))
        return True
    stated = a.time or b.time
    if stated is None or _days(stated) < LONG or stated.last is None:
        return True
    day = (b if a.time else a).published
    return day is None or 0 <= day[0] - (stated.first or stated.last).toordinal() <= _days(stated) + AFTER_DAYS


def _days(period: Period) -> int:
    if period.first is None or period.last is None:
        return LONG
    return (period.last - period.first).days
