"""Which claims of a finding a comment or a waiver takes out, and whether a quarrel is left without them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

from audit.config import matches
from audit.gate.waivers import Waiver
from audit.model import Claim, Finding, Ignore


def by_comment(ignore: Ignore, finding: Finding, source: str, item: int) -> frozenset[str]:
    """Ids of the claims that a comment of this article covers; the finding's own, if it has none."""
    if ignore.codes and finding.code not in ignore.codes:
        return frozenset()
    if not finding.claims:
        whole = ignore.scope == "file" and finding.source == source
        return frozenset({finding.id} if whole else ())
    here = (c for c in finding.claims if (c.source, c.item) == (source, item))
    return frozenset(claim.id for claim in here if covers(ignore, claim))


def covers(ignore: Ignore, claim: Claim) -> bool:
    if ignore.scope != "figure":
        return claim.start < ignore.end and ignore.start < claim.end
    counted = claim.mention.noun_span
    return ignore.end in (claim.end, counted.end if counted else claim.end)


def by_waiver(waiver: Waiver, finding: Finding, folder: Path) -> frozenset[str]:
    """Ids of the claims that the waiver takes out; all, where it names all that the finding asserts."""
    if waiver.verdict == "same" or waiver.check not in (None, finding.code):
        return frozenset()
    if not finding.claims:
        return frozenset({finding.id} if _of_source(waiver, finding, folder) else ())
    named = {c.id: c for c in _named(waiver, finding, folder)}
    if waiver.verdict == "superseded":
        return frozenset(_older(named.values(), finding.claims))
    if waiver.verdict == "not-same" and len(named) == len(finding.claims):
        return frozenset()  # a quarrel on one side of what was set apart
    claimwise = waiver.source or waiver.value is not None or waiver.verdict == "not-same"
    if waiver.fingerprints and not claimwise and len(named) < len(finding.claims):
        return frozenset()  # the finding says more than was accepted
    return frozenset(named)


def _of_source(waiver: Waiver, finding: Finding, folder: Path) -> bool:
    here = not waiver.source or matches(finding.source or "", waiver.source, folder)
    listed = not waiver.fingerprints or set(finding.fingerprints) <= set(waiver.fingerprints)
    return here and listed and waiver.value is None


def _named(waiver: Waiver, finding: Finding, folder: Path) -> Iterator[Claim]:
    prints = zip(finding.claims, finding.fingerprints, strict=True)
    for claim, held in prints:
        if (not waiver.fingerprints or held in waiver.fingerprints) and names(
            waiver, claim, folder
        ):
            yield claim


def names(waiver: Waiver, claim: Claim, folder: Path) -> bool:
    """Whether the claim lies where the waiver says and has the value that it says."""
    if waiver.source and not matches(claim.source, waiver.source, folder):
        return False
    if isinstance(waiver.value, str):
        return _words(claim.mention.text) == _words(waiver.value)
    return waiver.value is None or claim.mention.stated == waiver.value


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _older(claims: Iterable[Claim], every: Iterable[Claim]) -> Iterator[str]:
    """Those that hold for an earlier day than the latest of the finding."""
    latest = max(map(_day, every))
    return (c.id for c in claims if date.min < _day(c) < latest)


def _day(claim: Claim) -> date:
    """The last day for which a claim holds, else that of its text."""
    time = claim.as_of or claim.period
    return (time.last if time else None) or claim.published or date.min


def quarrels(finding: Finding, out: Collection[str]) -> bool:
    """Whether a finding still says something without these claims.

    Where it has camps, two of them at least must be left, and what a drift or a definition is about
    must still differ; without camps, every claim of it counts.
    """
    if len(finding.camps) < 2:
        return not out
    left = [claim for claim in finding.claims if claim.id not in out]
    differs = _DIFFERS.get(finding.verdict)
    if out and differs and len({differs(claim) for claim in left}) < 2:
        return False
    return sum(not set(camp.claims) <= set(out) for camp in finding.camps) > 1


def _definition(claim: Claim) -> str:
    return claim.definition or ""


_DIFFERS: dict[str, Callable[[Claim], object]] = {"drift": _day, "definition": _definition}
