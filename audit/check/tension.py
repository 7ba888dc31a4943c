"""D304 tension (info; warning where the hedges suggest values more than twice apart)

Finds: values that can both be true and that a reader would not expect to be: "more than 500" beside
"around 600".

Wrong when: nothing is wrong; the hedge is merely loose.

Example: "more than 500 companies" / "around 600 companies".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.distance import apart
from audit.check.judge import Judgement
from audit.check.quarrel import guessed, quarrels, told, too_far
from audit.model import Finding, Severity

CODE = "D304"
WHY = "both can be true, but a reader would take them for two figures"
TWICE = 1.0


def find(case: Case) -> Iterator[Finding]:
    for group, pairs in quarrels(case, "tension"):
        yield told(case, group, pairs, CODE, WHY, severity=_severity(case, pairs))


def _severity(case: Case, pairs: list[Judgement]) -> Severity | None:
    """A warning when what readers would take the hedges to mean is more than twice apart."""
    far = any(apart(j.left.pragmatic, j.right.pragmatic) > TWICE for j in pairs)
    first = pairs[0].a
    known = not first.is_open and first.kind in ("stock", "flow", "cumulative")
    sure = any(not guessed(case, j) and not too_far(case, j) for j in pairs)
    return "warning" if far and known and sure else None
