"""How many independent voices say a thing: agreement inside one testimony proves nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from rapidfuzz import fuzz

from audit.model import Claim

SAME_FRAME = 90  # token-sort ratio at which two sentences are one testimony


class Voice(Struct, frozen=True):
    """All of a claim that says whose word it is."""

    speaker: str | None
    upstream: tuple[str, date | None] | None  # with the day: a source says other things later
    words: str  # of the sentence, sorted once: the ratio of two of these is their token-sort ratio


def testimonies(claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """Claim ids, one tuple for each independent testimony: agreement inside one proves nothing."""
    found: list[tuple[set[Voice], list[str]]] = []
    for claim in claims:
        voice = _voice(claim)
        home = next((one for one in found if _among(voice, one[0])), None)
        if home is None:
            found.append(home := (set(), []))
        home[0].add(voice)
        home[1].append(claim.id)
    return tuple(tuple(sorted(ids)) for _, ids in found)


def _voice(claim: Claim) -> Voice:
    upstream = (claim.upstream, claim.published) if claim.upstream else None
    return Voice(claim.speaker or None, upstream, " ".join(sorted(claim.quote.lower().split())))


def _among(voice: Voice, voices: set[Voice]) -> bool:
    return voice in voices or any(_one(voice, other) for other in voices)


def _one(a: Voice, b: Voice) -> bool:
    """The same speaker, the same upstream source at one time, or the same sentence copied."""
    if (a.speaker and a.speaker == b.speaker) or (a.upstream and a.upstream == b.upstream):
        return True
    return fuzz.ratio(a.words, b.words, score_cutoff=SAME_FRAME) > 0
