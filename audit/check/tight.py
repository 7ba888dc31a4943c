"""D305 tight (info)

Finds: values that agree only just: their rounding intervals barely meet, or they are one unit of
the last written place apart.

Wrong when: nothing is wrong; the condition under which both hold is printed.

Example: "exports of 703 million" / "exports of 702 million".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.numbers import interval
from audit.check.quarrel import quarrels, told, widest
from audit.model import Finding

CODE = "D305"


def find(case: Case) -> Iterator[Finding]:
    for group, pairs in quarrels(case, "tight"):
        j = widest(pairs)
        common = j.left.literal & j.right.literal
        if j.outcome.reading == "truncation":
            why = "they agree only if the last digit was cut off, not rounded"
            yield told(case, group, pairs, CODE, why, lead=j)
        elif common.empty:
            yield told(case, group, pairs, CODE, "one unit apart in the last written place", lead=j)
        else:
            escape = f"consistent if the value is {interval(common, j.a.mention.unit)}"
            yield told(
                case, group, pairs, CODE, "their roundings barely meet", lead=j, escape=escape
            )
