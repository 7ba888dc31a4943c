"""What would explain a gap: causes of two claims, ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.check import elsewhere, slips
from audit.check.judge import Judgement
from audit.model import Cause, Claim
from audit.rulebook import Rulebook

# What a third claim bears out comes first, then what the words show, then what only the digits do.
RANKED = (
    "percent or points", "currency swapped", "other base", "rise or fall", "exports and imports swapped",
    "sides swapped", "year off by one", "by or to", "million or billion", "thousands separator",
    "digits swapped", "another metric", "power of ten",
)  # fmt: skip
SHOWN = 2
WOULD = "would agree if "


def of(pairs: Sequence[Judgement], family: Sequence[Claim], rules: Rulebook) -> tuple[Cause, ...]:
    """Causes that explain the whole gap of one of the pairs, the likeliest first, each kind once."""
    best: dict[str, Cause] = {}
    for cause in (c for j in pairs for c in _of_pair(j, family, rules)):
        best.setdefault(cause.kind, cause)
    return tuple(sorted(best.values(), key=lambda cause: RANKED.index(cause.kind)))


def _of_pair(j: Judgement, family: Sequence[Claim], rules: Rulebook) -> Iterator[Cause]:
    yield from slips.between(j.a.mention, j.b.mention, j.left, j.right, rules.lexicon)
    yield from elsewhere.found(j.a, j.b, family, rules)
    yield from elsewhere.found(j.b, j.a, family, rules)


def escape(causes: Iterable[Cause]) -> str:
    """ "would agree if ..., or if ...": the likeliest one or two."""
    said = [cause.text.removeprefix(WOULD) for cause in list(causes)[:SHOWN]]
    return WOULD + ", or if ".join(said) if said else ""
