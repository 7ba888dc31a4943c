"""D304 tension (info; warning where the hedges suggest values more than twice apart)

Finds: values that can both be true and that a reader would not expect to be: "more than 500" beside
"around 600".

Wrong when: nothing is wrong; the hedge is merely loose.

Example: "more than 500 companies" / "around 600 companies".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, told_better
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


def told_by(own: Finding, other: Finding) -> bool:
    """Whether drift, or a conflict, has told the same figures."""
    return told_better(own, other)


def _severity(case: Case, pairs: list[Judgement]) -> Severity | None:
    """A warning when what readers would take the hedges to mean is more than twice apart."""
    first = pairs[0].a
    known = not first.is_open and first.kind in ("stock", "flow", "cumulative")
    far = any(
        apart(j.left.pragmatic, j.right.pragmatic) > TWICE
        and not (guessed(case, j) or too_far(case, j) or _grew(j))
        for j in pairs
    )
    return "warning" if far and known else None


def _grew(j: Judgement) -> bool:
    """ "More than 2.5 billion", and "over 8 billion" the year after: what is more than it was."""
    floors = j.a.mention.hedge == j.b.mention.hedge == "more_than"
    apart_in_time = j.axis("as_of").stand == "disjoint"
    return floors and apart_in_time and (j.left.point or 0.0) < (j.right.point or 0.0)
