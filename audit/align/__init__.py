"""claims -> families of groups, and echoes: block, score, join.

Typed slots decide: metric, roles, reference period, start of a running total, modality and the
dimension of the unit are keys of a block. Only the measure phrases of open metrics are compared by
likeness, and only inside a block; they join by complete linkage, so that a chain of near-misses
never makes one group, and in an order of their own, so that the order of the input never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha1

from msgspec import Struct
from rapidfuzz import fuzz

from audit import figures
from audit.align import echo, join, slots
from audit.align.echo import echoes
from audit.align.join import Side, counted, rarity
from audit.align.links import Links, tied
from audit.align.slots import DATED, Slots, is_open
from audit.align.testimony import testimonies
from audit.model import Claim, Family, Group, Link
from audit.rulebook import Rulebook

__all__ = ["Address", "Links", "address", "counted", "echoes", "families", "rarity", "testimonies"]

Key = tuple[str, ...]
NONE = Links()


class Address(Struct, frozen=True):
    """Where a claim belongs before any other is seen. Claims whose addresses differ in every part
    never meet: not in a group, not in a family, not in an echo."""

    block: Slots
    family: Key | None  # None for open metrics and facts: their group is their family
    echo: echo.Key | None


def address(claim: Claim, rulebook: Rulebook) -> Address:
    family = None if is_open(claim) else _family_key(claim, rulebook, "")
    return Address(slots.of(claim), family, echo.key(claim))


def families(
    claims: Iterable[Claim],
    rulebook: Rulebook,
    weights: Mapping[str, float] | None = None,
    near: Callable[[Claim], bool] | None = None,
    links: Links = NONE,
    together: join.Together = join.one_by_one,
) -> Iterator[Family]:
    """Every claim in exactly one group, every group in one family; sorted by family id.

    `weights` are the rarity of terms over the whole corpus, where these claims are a part of it.
    With `near`, only the families that hold a claim for which it is true, derived ones included.
    `links` are those that people decided on. `together` does the jobs of cutting blocks into groups.
    """
    every = sorted(claims)
    ordered = [claim for claim in every if not claim.proof]
    derived: dict[Key, list[Claim]] = defaultdict(list)
    for claim in every:
        if claim.proof:
            derived[_family_key(claim, rulebook, "")].append(claim)
    blocks: dict[tuple[Slots, Side], list[Claim]] = defaultdict(list)
    known = rarity(counted(ordered), len(ordered)) if weights is None else weights
    for claim in ordered:
        blocks[slots.of(claim), links.sides(claim)].append(claim)
    by_family: dict[Key, list[Group]] = defaultdict(list)
    for (key, side), found in join.cut(blocks, known, rulebook, together):
        for members in tied(found, links.ties):
            if near and is_open(members[0]) and not any(map(near, members)):
                continue  # it would be a family of its own
            group = _group(key, side, members, rulebook)
            by_family[_family_key(members[0], rulebook, group.id)].append(group)
    every_one = [_family(key, groups, derived[key]) for key, groups in by_family.items()]
    kept = (family for family in every_one if near is None or any(map(near, _members(family))))
    yield from sorted(kept, key=lambda family: family.id)


def _members(family: Family) -> Iterator[Claim]:
    yield from family.derived
    yield from (claim for group in family.groups for claim in group.claims)


def _group(key: Slots, side: Side, claims: Sequence[Claim], rulebook: Rulebook) -> Group:
    first = claims[0]
    words = " ".join(first.terms) if key.metric == "fact" else ""
    cut = is_open(first) or first.kind == "set"  # one block, several groups
    place = f"{first.source}:{first.start}" if cut else ""
    address = repr(key).replace(", apart=()", "")  # ids outlive a slot that few groups have
    text = "|".join((address, words, place, *map(str, side)))
    name = "g" + sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]
    links = tuple(_link(key, first, claim) for claim in claims[1:])
    return Group(name, "", label(first, rulebook), tuple(claims), links, testimonies(claims))


def label(claim: Claim, rulebook: Rulebook) -> str:
    """What a group is about, in words: metric, countries, time."""
    who = " – ".join(rulebook.atlas.label(key) for _, key in claim.roles)
    when = (
        figures.period(claim.period)
        if claim.period and (claim.kind in DATED or claim.kind == "cumulative")
        else ""
    )
    return ", ".join(filter(None, [claim.label, who, when]))


def _link(key: Slots, first: Claim, claim: Claim) -> Link:
    same = [("metric", f"same: {first.label}")]
    same += [(role, f"same: {who}") for role, who in key.roles]
    same += [("period", f"same: {key.period}")] if key.period else []
    same += [("unit", f"same: {key.dimension}")] if key.dimension else []
    score = (
        1.0
        if not key.metric.startswith("open:")
        else fuzz.token_sort_ratio(" ".join(first.terms), " ".join(claim.terms)) / 100
    )
    return Link(claim.id, first.id, round(score, 3), tuple(same))


def _family_key(claim: Claim, rulebook: Rulebook, group: str) -> Key:
    if is_open(claim):
        return ("open", group)
    return (root(claim.metric, rulebook), *sorted({who for _, who in claim.roles}))


def root(metric: str, rulebook: Rulebook) -> str:
    """The metric that this one is a growth, share, part or anniversary of, to the last."""
    key = metric.split(".")[0]
    for _ in range(5):
        found = rulebook.metrics.get(key)
        above = found and (found.growth_of or found.share_of or found.part_of or found.counts_from)
        if not above:
            break
        key = above
    return key


def _family(key: Key, groups: Sequence[Group], derived: Sequence[Claim]) -> Family:
    name = "f" + sha1("|".join(key).encode(), usedforsecurity=False).hexdigest()[:12]
    named = tuple(
        sorted(Group(g.id, name, g.label, g.claims, g.links, g.testimonies) for g in groups)
    )
    return Family(name, key[0], named[0].claims[0].kind, named, tuple(derived))
