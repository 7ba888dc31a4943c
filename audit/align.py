"""claims -> families of groups, and echoes: block, score, join.

Typed slots decide: metric, roles, reference period, start of a running total, modality and the
dimension of the unit are keys of a block. Only the measure phrases of open metrics are compared by
likeness, and only inside a block; they join by complete linkage, so that a chain of near-misses
never makes one group, and in an order of their own, so that the order of the input never matters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha1
from math import log

from msgspec import Struct
from rapidfuzz import fuzz

from audit.model import Claim, Echo, Family, Group, Link, Period
from audit.rulebook import Rulebook
from audit.rulebook.units import dimension
from audit.rulebook.words import WORD

DATED = frozenset({"flow", "rate"})
NEAR_DAYS = 31  # undated open claims are of one time if published this close
SMALL_RANK = 10
SAME_FRAME = 90  # token-sort ratio at which two sentences are one testimony
Key = tuple[str, ...]
Opposites = tuple[frozenset[str], ...]


class Slots(Struct, frozen=True, order=True):
    """The hard slots of a claim: claims that differ in one of them are never joined."""

    metric: str
    roles: tuple[tuple[str, str], ...]
    dimension: str
    period: str
    mood: str


def families(claims: Iterable[Claim], rulebook: Rulebook) -> Iterator[Family]:
    """Every claim in exactly one group, every group in one family; sorted by family id."""
    every = sorted(claims)
    ordered = [claim for claim in every if not claim.proof]
    derived: dict[Key, list[Claim]] = defaultdict(list)
    for claim in every:
        if claim.proof:
            derived[_family_key(claim, rulebook, "")].append(claim)
    blocks: dict[Slots, list[Claim]] = defaultdict(list)
    rarity = _rarity(ordered)
    for claim in ordered:
        blocks[slots(claim)].append(claim)
    by_family: dict[Key, list[Group]] = defaultdict(list)
    for key in sorted(blocks):
        for members in _parts(key, blocks[key], rarity, rulebook):
            group = _group(key, members, rulebook)
            by_family[_family_key(members[0], rulebook, group.id)].append(group)
    found = [_family(key, groups, derived[key]) for key, groups in by_family.items()]
    yield from sorted(found, key=lambda family: family.id)


def slots(claim: Claim) -> Slots:
    if claim.term:
        return Slots("fact", (), claim.metric, "", "")  # planned and done are one fact's two states
    mood = "actual" if claim.modality == "actual" or claim.kind == "set" else "plan"
    if is_open(claim):
        unit = dimension(claim.mention.unit) or claim.mention.kind
        entities = tuple(sorted(("entity", e) for e in (claim.subject, claim.object) if e))
        return Slots("open", entities, unit, _time_key(claim), mood)
    roles = tuple(pair for pair in claim.roles)
    return Slots(claim.metric, roles, dimension(claim.mention.unit), _time_key(claim), mood)


def is_open(claim: Claim) -> bool:
    return claim.metric.startswith(("open:", "fact:"))


def _time_key(claim: Claim) -> str:
    """The reference period of a flow, the start of a running total; nothing for a stock."""
    if claim.kind == "cumulative":
        first = claim.period.first if claim.period else None
        return f"since {first.year}" if first else "since ?"
    if is_open(claim) or claim.kind in DATED or claim.metric.endswith((".growth", ".change")):
        return claim.period.edtf if claim.period else "?"
    return ""


# ------------------------------------------------------------------ joining


def _parts(
    key: Slots, claims: Sequence[Claim], rarity: Mapping[str, float], rulebook: Rulebook
) -> list[list[Claim]]:
    """A block of a known metric is one group; open ones and events are cut further."""
    if key.metric in ("open", "fact"):
        fuzzy = rulebook.checks.fuzzy
        least = fuzzy.fact if key.metric == "fact" else fuzzy.open_metric
        return _by_phrase(claims, least, rarity, rulebook.words.opposites)
    if claims[0].kind == "set":  # what happened once is told of within weeks, or is another
        return _joined(claims, lambda claim, group: all(_same_time(claim, c) for c in group))
    return [list(claims)]


def _by_phrase(
    claims: Sequence[Claim], least: float, rarity: Mapping[str, float], opposites: Opposites
) -> list[list[Claim]]:
    """Groups of like phrases. Two of them share a term of the rarest part of each, so that only
    claims under a common rare term are compared: the work stays near the number of claims."""
    under: dict[str, list[list[Claim]]] = defaultdict(list)
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (c.terms, c)):
        telling = _telling_terms(claim.terms, least, rarity)
        near = {id(group): group for term in telling for group in under[term]}
        home = next((g for g in near.values() if _fits(claim, g, least, rarity, opposites)), None)
        if home is None:
            groups.append(home := [])
        home.append(claim)
        for term in claim.terms:
            if all(group is not home for group in under[term]):
                under[term].append(home)
    return [sorted(group) for group in groups]


def _telling_terms(
    terms: Sequence[str], least: float, rarity: Mapping[str, float]
) -> Iterator[str]:
    """The rarest terms of a phrase, of which a like phrase must share one at least.

    With Dice >= t both weights lie within t/(2-t) of each other, so at most the share
    1 - t/2 * (1 + t/(2-t)) of a phrase's weight can be missing from a phrase like it.
    """
    whole = _weight(set(terms), rarity)
    missing = (1 - least / 2 * (1 + least / (2 - least))) * whole
    for term in sorted(set(terms), key=lambda term: (-rarity.get(term, 1.0), term)):
        yield term
        missing -= rarity.get(term, 1.0)
        if missing < 0:
            return


def _fits(
    claim: Claim,
    group: Sequence[Claim],
    least: float,
    rarity: Mapping[str, float],
    opposites: Opposites,
) -> bool:
    """Complete linkage: a claim must be like every member."""
    return all(
        claim.kind == other.kind
        and (claim.term is not None or _same_time(claim, other))
        and likeness(claim.terms, other.terms, rarity) >= least
        and not _opposed(claim, other, opposites)
        for other in group
    )


def _joined(
    claims: Sequence[Claim], fits: Callable[[Claim, list[Claim]], bool]
) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    for claim in sorted(claims):
        home = next((group for group in groups if fits(claim, group)), None)
        if home is None:
            groups.append(home := [])
        home.append(claim)
    return groups


def _opposed(a: Claim, b: Claim, opposites: Opposites) -> bool:
    """Whether one sentence says "urban" where the other says "rural"."""
    one, two = (set(WORD.findall(claim.quote.lower())) for claim in (a, b))
    return any(one & pair and two & pair and not one & two & pair for pair in opposites)


def _same_time(a: Claim, b: Claim) -> bool:
    """Open claims are of one time if their dates meet, or both are undated and published together."""
    if a.as_of and b.as_of and _stated(a) and _stated(b):
        return a.as_of.meets(b.as_of)
    if a.published and b.published:
        return abs((a.published - b.published).days) <= NEAR_DAYS
    return a.source == b.source and a.item == b.item


def _stated(claim: Claim) -> bool:
    return any(d.slot == "as_of" and d.how == "stated" for d in claim.decided)


def likeness(a: Sequence[str], b: Sequence[str], rarity: Mapping[str, float]) -> float:
    """Dice coefficient of two sets of terms, each term weighted by how rare it is (0..1)."""
    left, right = set(a), set(b)
    whole = _weight(left, rarity) + _weight(right, rarity)
    return 2 * _weight(left & right, rarity) / whole if whole else 0.0


def _weight(terms: set[str], rarity: Mapping[str, float]) -> float:
    return sum(rarity.get(term, 1.0) for term in terms)


def _rarity(claims: Sequence[Claim]) -> dict[str, float]:
    seen = Counter(term for claim in claims for term in claim.terms)
    return {term: 1 + log(max(1, len(claims)) / count) for term, count in seen.items()}


# ------------------------------------------------------------------ groups and families


def _group(key: Slots, claims: Sequence[Claim], rulebook: Rulebook) -> Group:
    first = claims[0]
    words = " ".join(first.terms) if key.metric in ("open", "fact") else ""
    cut = key.metric in ("open", "fact") or first.kind == "set"  # one block, several groups
    place = f"{first.source}:{first.start}" if cut else ""
    text = "|".join((repr(key), words, place))
    name = "g" + sha1(text.encode(), usedforsecurity=False).hexdigest()[:12]
    links = tuple(_link(key, first, claim) for claim in claims[1:])
    return Group(name, "", label(first, rulebook), tuple(claims), links, testimonies(claims))


def label(claim: Claim, rulebook: Rulebook) -> str:
    """What a group is about, in words: metric, countries, time."""
    who = " – ".join(rulebook.atlas.label(key) for _, key in claim.roles)
    when = (
        claim.period.edtf
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
        if key.metric != "open"
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


# ------------------------------------------------------------------ testimonies


def testimonies(claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Claim ids, one tuple for each independent testimony: agreement inside one proves nothing."""
    found: list[list[Claim]] = []
    for claim in claims:
        home = next((t for t in found if any(_one_voice(claim, other) for other in t)), None)
        if home is None:
            found.append([claim])
        else:
            home.append(claim)
    return tuple(tuple(sorted(c.id for c in one)) for one in found)


def _one_voice(a: Claim, b: Claim) -> bool:
    """The same speaker, the same upstream source at one time, or the same sentence copied."""
    if a.speaker and a.speaker == b.speaker:
        return True
    if a.upstream and a.upstream == b.upstream and a.published == b.published:
        return True
    return fuzz.token_sort_ratio(a.quote.lower(), b.quote.lower()) >= SAME_FRAME


# ------------------------------------------------------------------ echoes


def echoes(claims: Iterable[Claim], rulebook: Rulebook) -> Iterator[Echo]:
    """Pairs with the same precise number, or the same frame, of another metric or period."""
    blocks: dict[tuple[float | None, str | None, str], list[Claim]] = defaultdict(list)
    for claim in sorted(claims):
        if claim.mention.stated is not None and _telling(claim):
            kind = "rank" if claim.mention.kind == "rank" else ""
            blocks[(claim.mention.stated, claim.mention.unit, kind)].append(claim)
    for block in blocks.values():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                why = _echo(a, b, rulebook)
                if why:
                    yield Echo(a, b, why)


def _telling(claim: Claim) -> bool:
    """Ranks, and numbers of two written digits or more with a scale: chance repeats the others."""
    mention = claim.mention
    if mention.kind == "rank":
        return True
    return bool(
        mention.stated
        and mention.step
        and abs(mention.stated) / mention.step >= 20
        and abs(mention.stated) >= 1e5
    )


def _echo(a: Claim, b: Claim, rulebook: Rulebook) -> str | None:
    if (a.source, a.item) == (b.source, b.item) or (
        is_open(a) != is_open(b) and a.mention.kind != "rank"
    ):
        return None
    if a.metric == b.metric and not is_open(a) and a.roles == b.roles:
        return _period_echo(a, b)
    if a.mention.kind == "rank" and a.metric != b.metric and _chosen_number(a):
        frame = fuzz.token_set_ratio(" ".join(_frame(a)), " ".join(_frame(b))) / 100
        shared = set(a.terms) & set(b.terms)
        if shared and _who(a) & _who(b) and frame >= rulebook.checks.fuzzy.echo:
            return "metric"
    return None


def _chosen_number(claim: Claim) -> bool:
    """ "Top 50" and "34th" are figures that travel; "third" comes up everywhere."""
    return (claim.mention.stated or 0) > SMALL_RANK


def _who(claim: Claim) -> set[str]:
    return {who for _, who in claim.roles} | {e for e in (claim.subject, claim.object) if e}


def _frame(claim: Claim) -> list[str]:
    return [word for word in claim.quote.lower().split() if word.isalpha()]


def _period_echo(a: Claim, b: Claim) -> str | None:
    """The same figure for the same months of two years."""
    one, two = a.period, b.period
    if not (one and two and one.first and two.first and one.last and two.last) or one == two:
        return None
    same_months = (one.first.month, one.last.month) == (two.first.month, two.last.month)
    close = a.published and b.published and abs((a.published - b.published).days) <= 366
    return "period" if same_months and close and _short(one) and _short(two) else None


def _short(period: Period) -> bool:
    return bool(period.first and period.last and (period.last - period.first).days <= 366)
