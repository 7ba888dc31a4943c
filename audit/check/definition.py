"""D302 definition (warning; never fails a build by default)

Finds: values that cannot both be true of one definition, where the words name two: companies
"registered" and companies "operating", direct investment and all investment.

Wrong when: the two words are used for the same count.

Example: "516 companies operate" / "around 600 companies are registered".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, told_better
from audit.check.judge import Judgement
from audit.check.quarrel import months, quarrels, told, widest
from audit.model import Finding

CODE = "D302"
FALLS = "A206"


def find(case: Case) -> Iterator[Finding]:
    drifts: dict[str, list[Judgement]] = {}
    for group, pairs in quarrels(case, "drift"):
        drifts.setdefault(group.id, []).extend(pairs)
    for group, pairs in quarrels(case, "definition"):
        every = [*pairs, *drifts.pop(group.id, [])]  # one quarrel of one group, told once
        lead = widest(pairs)
        yield told(case, group, every, CODE, _why(lead), lead=lead)


def told_by(own: Finding, other: Finding) -> bool:
    """ "A running total cannot fall" says more of two such totals than that their words differ."""
    return other.code == FALLS and told_better(own, other)


def _why(j: Judgement) -> str:
    text = f"other definition: {j.axis('definition').words}"
    if j.axis("as_of").stand == "disjoint":
        text += f"; drift over {months(j)} months is possible as well ({j.axis('as_of').words})"
    return text
