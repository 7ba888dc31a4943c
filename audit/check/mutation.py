"""D303 mutation (warning)

Finds: a figure that kept its number and changed its meaning on the way: another metric ("among the
top 50 economies" / "among the fifty fastest-growing economies") or another period (a tonnage of
January-July of one year told of the year before).

Wrong when: both are true, each of its own thing.

Example: see above.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Claim, Echo, Finding

CODE = "D303"


def find(case: Case) -> Iterator[Finding]:
    """One finding for each pair of wordings, with every claim that uses one of them."""
    known = {claim for claim in case.claims if claim.modality == "actual"}
    seen: dict[tuple[str, str, str], list[Claim]] = {}
    for echo in case.echoes:
        if echo.a not in known:
            continue
        seen.setdefault(_wordings(echo), []).extend((echo.a, echo.b))
    for key in sorted(seen):
        members = sorted(set(seen[key]))
        a = members[0]
        b = next((c for c in members if _wording(c) != _wording(a)), members[-1])
        what = "the period" if key[0] == "period" else "what it measures"
        text = f"{case.about(a)}: {who(a)} and {who(b)} - the same figure, and {what} differs"
        yield finding(case, CODE, "mutation", members, text)


def _wordings(echo: Echo) -> tuple[str, str, str]:
    a, b = sorted((_wording(echo.a), _wording(echo.b)))
    return echo.why, a, b


def _wording(claim: Claim) -> str:
    return f"{claim.metric} {claim.period.edtf if claim.period else ''}"
