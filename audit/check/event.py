"""When two facts are of one event: both have a name of their own, and nearly the same one."""

from __future__ import annotations

from audit.model import Claim

NAMED = 3  # shared terms from which a thing is this one and not one of its kind
ALIKE = 0.75  # share of the shorter name's terms that the longer one has too


def proper(claim: Claim) -> bool:
    """Whether the thing has a name, not only a kind: two capitals behind its first word."""
    words = claim.label.partition(": ")[2].split()[1:]
    return sum(word[0].isupper() for word in words) > 1


def one_thing(a: Claim, b: Claim, alike: float = ALIKE) -> bool:
    left, right = set(a.terms), set(b.terms)
    shared = len(left & right)
    least = min(len(left), len(right))
    return proper(a) and proper(b) and shared >= max(NAMED, alike * least)


def apart(a: Claim, b: Claim) -> bool:
    """Whether the claims stand in different documents."""
    return (a.source, a.item) != (b.source, b.item)
