"""C103 percent-or-points (warning)

Finds: one change told as so many per cent in one place and as as many percentage points in another.

Wrong when: the base makes the two come out alike.

Example: "trade rose 12 percent in 2023" / "trade rose 12 percentage points in 2023".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from audit.check.case import Case, finding
from audit.check.context import complete
from audit.check.numbers import who
from audit.check.slips import PERCENT_OR_POINTS
from audit.model import Claim, Finding

CODE = "C103"
BOTH = {"percent", "percentage_point"}


def find(case: Case) -> Iterator[Finding]:
    for group in case.family.groups:
        pairs = [pair for pair in combinations(group.claims, 2) if _mixed(case, *pair)]
        if pairs:
            a, b = pairs[0]
            text = f"{group.label}: {who(a)} against {who(b)} - percent and percentage points"
            yield finding(
                case, CODE, "conflict", [a, b], text,
                escape=PERCENT_OR_POINTS.text, causes=(PERCENT_OR_POINTS,),
            )  # fmt: skip


def _mixed(case: Case, a: Claim, b: Claim) -> bool:
    units = {a.mention.unit, b.mention.unit}
    same = a.mention.stated == b.mention.stated and a.filters == b.filters
    return units == BOTH and same and complete(a, case.rules)
