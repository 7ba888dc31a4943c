"""Who holds a first or a superlative, and whether two names are of two holders."""

from __future__ import annotations

from rapidfuzz import fuzz

from audit.model import Claim
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting

SAME_NAME = 75  # ratio of two names' letters from which they may be one name spelled in two ways
WHOLES = ("bloc", "region")


def name(claim: Claim) -> str | None:
    """The holder's name as written."""
    return next((d.words for d in claim.decided if d.slot == "holder"), None)


def listed(claim: Claim, rules: Rulebook) -> bool:
    """Whether the holder is in the atlas, under one key whatever it is called."""
    return _sight(claim, rules) is not None


def differ(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two claims name two holders, neither of which is a part of the other.

    A company is no country, and a bloc is counted beside countries or in their place: such
    names are of two lists.
    """
    if a.subject is None or b.subject is None or a.subject == b.subject:
        return False
    one, two = _sight(a, rules), _sight(b, rules)
    if one and two:
        inside = rules.atlas.part_of
        alike = (one.kind in WHOLES) == (two.kind in WHOLES)
        return alike and one.key not in inside(two.key) and two.key not in inside(one.key)
    return not one and not two and not _one_name(a.subject, b.subject, rules)


def _sight(claim: Claim, rules: Rulebook) -> Sighting | None:
    text = name(claim) or ""
    found = rules.atlas.scan(text)
    whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))
    return found[0] if whole else None


def _one_name(a: str, b: str, rules: Rulebook) -> bool:
    """Whether two names may be one: a shared word of their own, initials, or another spelling."""
    left, right = _own(a, rules), _own(b, rules)
    if not left or not right or left & right or _initials(a, b) or _initials(b, a):
        return True
    return fuzz.ratio(" ".join(sorted(left)), " ".join(sorted(right))) >= SAME_NAME


def _own(holder: str, rules: Rulebook) -> set[str]:
    """Its words without those that many bodies share: "University of"."""
    words = {word.strip(".,’'") for word in holder.lower().split()}
    return words - rules.facts.words.offices.institutions - rules.words.stop


def _initials(short: str, long: str) -> bool:
    return short.lower() == "".join(word[0] for word in long.split() if word[0].isupper()).lower()
