"""How many independent voices say a thing: agreement inside one testimony proves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from audit.model import Claim

SAME_FRAME = 90  # token-sort ratio at which two sentences are one testimony


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
