"""An office as checks compare it: head, country or body, portfolio; titles worded apart are one."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct
from rapidfuzz import fuzz

from audit.model import Claim
from audit.rulebook import Rulebook

SAME_NAME = 75  # ratio of letters from which two words may be one name spelled in two ways
SHORTEST = 4  # letters of a word whose spellings are compared: "Li" is not "Lee"


class Office(Struct, frozen=True, order=True):
    """Who holds what: `portfolio` is empty for an office without one ("President")."""

    claim: Claim
    holder: frozenset[str]
    head: str
    country: str | None
    portfolio: frozenset[str]
    lower: bool  # deputy, vice
    passing: bool  # acting, former, elected: not the office itself, or not now


def of(claim: Claim, rules: Rulebook) -> Office:
    """The office of a claim of the metric `fact:office`."""
    words = rules.facts.words.offices
    name = dict(claim.roles)["holder"]
    title = claim.label.partition(": ")[2]
    spoken = set(re.findall(r"[\w-]+", title.lower()))
    head = claim.decided[0].words.lower()
    return Office(
        claim,
        frozenset(name.lower().split()),
        head,
        claim.subject if claim.object is None else None,
        _portfolio(title, head, rules),
        bool(spoken & words.lower),
        bool(spoken & words.passing),
    )


def _portfolio(title: str, head: str, rules: Rulebook) -> frozenset[str]:
    words, vocabulary = rules.facts.words.offices, rules.words
    for sight in reversed(rules.atlas.scan(title)):
        title = f"{title[: sight.start]} {title[sight.end :]}"
    idle = {head, *words.passing, *words.lower, *words.bodies, *words.courtesy}
    plain = " ".join(w for w in re.findall(r"[\w-]+", title.lower()) if w not in idle)
    canon = {other: one for one, others in words.same.items() for other in others}
    same = {vocabulary.norm(other): vocabulary.norm(one) for other, one in canon.items()}
    return frozenset(same.get(term, term) for term in vocabulary.terms(plain))


def one_person(a: Office, b: Office) -> bool:
    """Whether two names may be one: a shared word, or one in another spelling or transliteration."""
    left, right = {_plain(w) for w in a.holder}, {_plain(w) for w in b.holder}
    return bool(left & right) or any(
        fuzz.ratio(one, two) >= SAME_NAME
        for one in left
        for two in right
        if min(len(one), len(two)) >= SHORTEST
    )


def _plain(word: str) -> str:
    """Without accents: "João" is "Joao"."""
    apart = unicodedata.normalize("NFKD", word)
    return "".join(char for char in apart if not unicodedata.combining(char))
