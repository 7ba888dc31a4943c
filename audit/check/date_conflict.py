"""C104 date-conflict (error)

Finds: two dates for one founding or event that cannot both hold. A year and a day inside it agree.

Wrong when: one date is of the signing and the other of the entry into force.

Example: "established on 19 January 1992" / "established in June 1992".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Claim, Finding

CODE = "C104"


def find(case: Case) -> Iterator[Finding]:
    known = set(case.claims())
    for group in case.family.groups:
        pairs = _disjoint([claim for claim in group.claims if claim in known])
        if pairs:
            a, b = pairs[0]
            claims = [claim for pair in pairs for claim in pair]
            yield finding(
                case, CODE, "conflict", claims, f"{group.label}: {who(a)} against {who(b)}"
            )


def _disjoint(claims: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs of whole dates that do not meet; an open period ("through 2027") says only one end."""
    dates = [c for c in claims if c.kind == "date" and not c.is_open and _whole(c)]
    return [
        (a, b)
        for a, b in combinations(dates, 2)
        if a.mention.period and b.mention.period and not a.mention.period.meets(b.mention.period)
    ]


def _whole(claim: Claim) -> bool:
    period = claim.mention.period
    return bool(period and period.first and period.last)
