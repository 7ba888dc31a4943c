"""D304 tension (info; warning where the hedges suggest values more than twice apart)

Finds: values that can both be true and that a reader would not expect to be: "more than 500" beside
"around 600".

Wrong when: nothing is wrong; the hedge is merely loose.

Example: "more than 500 companies" / "around 600 companies".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.quarrel import quarrels, told
from audit.model import Finding

CODE = "D304"
WHY = "both can be true, and a reader would not expect it"
TWICE = 1.0


def find(case: Case) -> Iterator[Finding]:
    for group, pairs in quarrels(case, "tension"):
        yield told(
            case,
            group,
            pairs,
            CODE,
            "tension",
            "both can be true, and a reader would not expect it",
        )
