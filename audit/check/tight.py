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
from audit.check.quarrel import quarrels, told
from audit.model import Finding

CODE = "D305"


def find(case: Case) -> Iterator[Finding]:
    for group, pairs in quarrels(case, "tight"):
        j = pairs[0]
        common = j.left.literal & j.right.literal
        unit = j.a.mention.unit
        escape = "" if common.empty else f"consistent if the value is {interval(common, unit)}"
        yield told(
            case,
            group,
            pairs,
            CODE,
            "tight",
            "one unit apart in the last written place"
            if common.empty
            else "their roundings barely meet",
            escape=escape,
        )
