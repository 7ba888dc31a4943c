"""The claims of one sentence, and the words between, before and behind their numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from audit.model import Claim


def by_sentence(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """The numbers of each sentence, in order."""
    found: dict[object, list[Claim]] = defaultdict(list)
    for claim in sorted(claims):
        if claim.sentence and claim.mention.stated is not None:
            found[(claim.source, claim.item, claim.sentence)].append(claim)
    yield from found.values()


def between(a: Claim, b: Claim) -> str:
    """The words from the end of one number to the start of the next."""
    base = _base(a)
    return a.quote[a.end - base : b.start - base]


def before(claim: Claim) -> str:
    return claim.quote[: claim.start - _base(claim)]


def behind(claim: Claim) -> str:
    return claim.quote[claim.end - _base(claim) :]


def _base(claim: Claim) -> int:
    return claim.sentence.start if claim.sentence else 0


def either(phrases: Iterable[str]) -> str:
    """One alternative of a pattern for all of them, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=lambda one: (-len(one), one))))
