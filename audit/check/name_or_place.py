"""C105 name-or-place-conflict (warning)

Finds: one event told of two places at one time, one person with two offices of one kind at one
time, or one office of a country with two holders at one time.

Wrong when: the office changed hands between the two articles, or two events share a name.

Example: "the forum was held in Geneva" / "the forum was held in Vienna".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz

from audit.check import event, office
from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.check.office import Office
from audit.model import Claim, Finding, days_apart
from audit.rulebook import Rulebook

CODE = "C105"
Key = tuple[str, ...]
WEEK = 7  # days between two publications within which nobody is promoted unsaid
MONTH = 31  # days within which nobody changes country
SAME_FRAME = 80  # ratio at which two sentences tell the same but for the name


def find(case: Case) -> Iterator[Finding]:
    """Events of one family told of two places."""
    facts = case.rules.facts.words.events
    for group in case.family.groups:
        told = [c for c in group.claims if c.term and c.term.what in facts and c.term.place]
        single = [c for c in told if c.term and facts[c.term.what].single]
        pairs = [(a, b) for a, b in combinations(single, 2) if _elsewhere(a, b, case.rules)]
        if pairs:
            yield _told(case, pairs, "the same event in two places")


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    """Holders and offices: over all claims, since one person's lie in many families."""
    case = Case.across(rules)
    together: dict[Key, list[Office]] = defaultdict(list)
    for claim in sorted(claims):
        if one := _current(claim, rules):
            for key in _keys(one):
                together[key].append(one)
    for key, offices in together.items():
        if key[0] == "person":
            yield from _quarrel(case, offices, "one person with two offices")
        elif pairs := _two_holders(offices):
            yield _told(case, pairs, "one office with two holders")


def keys(claim: Claim, rules: Rulebook) -> tuple[Key, ...]:
    """One person's offices of one kind, and one office's holders."""
    one = _current(claim, rules)
    return tuple(_keys(one)) if one else ()


def _current(claim: Claim, rules: Rulebook) -> Office | None:
    """The office of a claim that says who holds it at the time of a dated text."""
    if claim.metric != "fact:office" or claim.published is None:
        return None
    one = office.of(claim, rules)
    return one if one.head in rules.facts.words.offices.unique and not one.passing else None


def _keys(one: Office) -> Iterator[Key]:
    yield ("person", *sorted(one.holder), one.head)
    if one.country and not one.lower:
        yield ("office", one.country, one.head, *sorted(one.portfolio))


def _elsewhere(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """The same named event at one known time, in places of which neither lies in the other."""
    one, two = a.term, b.term
    if one is None or two is None or one.place is None or two.place is None:
        return False
    if not event.apart(a, b) or one.status != "done" or two.status != "done":
        return False
    if a.period is None or b.period is None or not a.period.meets(b.period):
        return False
    inside = rules.atlas.part_of
    apart = one.place != two.place and one.place not in inside(two.place)
    return apart and two.place not in inside(one.place) and event.one_thing(a, b, alike=1.0)


def _quarrel(case: Case, offices: Sequence[Office], message: str) -> Iterator[Finding]:
    """One finding for the offices that cannot stand together, each kind compared once."""
    kinds: dict[tuple[object, ...], list[Office]] = defaultdict(list)
    for one in offices:
        kinds[(one.holder, one.country, one.portfolio, one.lower)].append(one)
    pairs = []
    for left, right in combinations(kinds.values(), 2):
        days = _two_offices(left[0], right[0], case.rules)
        near = _nearest(left, right) if days else None
        if near and days_apart(near[0].published, near[1].published) <= days:
            pairs.append(near)
    if pairs:
        yield _told(case, pairs, message)


def _two_offices(a: Office, b: Office, rules: Rulebook) -> int:
    """Days within which one person cannot have both; 0 if both titles may be true at once.

    Two portfolios may: prime ministers keep finance, and outlets shorten long titles.
    """
    if a.portfolio != b.portfolio:
        return 0
    if a.country and b.country and a.country != b.country:
        inside = rules.atlas.part_of
        apart = a.country not in inside(b.country) and b.country not in inside(a.country)
        return MONTH if apart else 0
    return WEEK if a.lower != b.lower and a.country == b.country else 0


def _two_holders(offices: Sequence[Office]) -> list[tuple[Claim, Claim]]:
    """Pairs told in one frame of words: elsewhere a name may be a predecessor's, told as history."""
    first: dict[tuple[str, frozenset[str]], Office] = {}
    for one in offices:
        first.setdefault((frame(one.claim), one.holder), one)
    pairs = combinations(sorted(first.values(), key=lambda o: o.claim), 2)
    return [
        (a.claim, b.claim)
        for a, b in pairs
        if not office.one_person(a, b)
        and event.apart(a.claim, b.claim)
        and days_apart(a.claim.published, b.claim.published) <= MONTH
        and fuzz.ratio(frame(a.claim), frame(b.claim)) >= SAME_FRAME
    ]


def frame(claim: Claim) -> str:
    """The sentence without the words of the fact."""
    base = claim.sentence.start if claim.sentence else 0
    return f"{claim.quote[: claim.start - base]} {claim.quote[claim.end - base :]}".lower()


def _nearest(left: Sequence[Office], right: Sequence[Office]) -> tuple[Claim, Claim] | None:
    """The two claims of different documents that were published closest to each other."""
    apart = [
        (one.claim, two.claim) for one in left for two in right if event.apart(one.claim, two.claim)
    ]
    return min(
        apart,
        key=lambda pair: (days_apart(pair[0].published, pair[1].published), pair),
        default=None,
    )


def _told(case: Case, pairs: Iterable[tuple[Claim, Claim]], message: str) -> Finding:
    every = sorted(pairs)
    a, b = every[0]
    claims = [claim for pair in every for claim in pair]
    return finding(case, CODE, "conflict", claims, f"{message}: {who(a)} against {who(b)}")
