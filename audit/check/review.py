"""Which side of a quarrel to look at first: fewer voices, the older text, what another corrects."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from audit.check.judge import Verdict
from audit.model import Camp, Claim, Review
from audit.rulebook import Rulebook
from audit.rulebook.words import phrases


def of(
    camps: Sequence[Camp], claims: Sequence[Claim], verdict: Verdict, rules: Rulebook
) -> Review | None:
    """A suggestion and its reason; None where nothing speaks for one side. Never who is right.

    Voices count only where one thing at one time is told in two ways.
    """
    by_id = {claim.id: claim for claim in claims}
    sides = [[by_id[name] for name in camp.claims] for camp in camps]
    if len(sides) < 2:
        return None
    outvoted = _outvoted(camps) if verdict in ("conflict", "unverifiable") else None
    return _corrected(sides, rules) or outvoted or _older(sides)


def _corrected(sides: Sequence[Sequence[Claim]], rules: Rulebook) -> Review | None:
    words = phrases(rules.words.context.corrections)
    mends = [any(words.search(claim.quote) for claim in side) for side in sides]
    if mends.count(True) != 1:
        return None
    return _all_but(mends.index(True), sides, "the other side says that it corrects a figure")


def _outvoted(camps: Sequence[Camp]) -> Review | None:
    voices = [camp.testimonies for camp in camps]
    most = max(voices)
    if voices.count(most) > 1:
        return None
    others = [camp for camp in camps if camp.testimonies < most]
    names = sorted(name for camp in others for name in camp.claims)
    fewer = max(camp.testimonies for camp in others)
    noun = "testimony" if fewer == 1 else "testimonies"
    return Review(tuple(names), f"{fewer} independent {noun} against {most}")


def _older(sides: Sequence[Sequence[Claim]]) -> Review | None:
    last = [max((c.published for c in side if c.published), default=None) for side in sides]
    known = [day for day in last if day]
    if len(known) < len(last) or known.count(max(known)) > 1:
        return None
    newest = known.index(max(known))
    return _all_but(newest, sides, f"the other side is newer ({_days(known, newest)})")


def _days(known: Sequence[date], newest: int) -> str:
    before = max(day for i, day in enumerate(known) if i != newest)
    return f"{known[newest]}, not {before}"


def _all_but(side: int, sides: Sequence[Sequence[Claim]], why: str) -> Review:
    names = sorted(c.id for i, one in enumerate(sides) if i != side for c in one)
    return Review(tuple(names), why)
