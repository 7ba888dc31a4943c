"""A212 base-not-before (warning)

Finds: a change counted from a year that came after the period it is of.

Wrong when: the text compares the past with a plan, or "compared with" brings in another thing.

Example: "in 2023 cargo grew by 65 % compared to 2024".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Claim, Finding

CODE = "A212"
BASE = "base"


def find(case: Case) -> Iterator[Finding]:
    for claim in case.claims():
        base, last = dict(claim.filters).get(BASE, ""), claim.period and claim.period.last
        if last and base[:4].isdecimal() and int(base[:4]) > last.year and _is_told(claim):
            words = next(d.words for d in claim.decided if d.slot == BASE)
            text = f"{case.about(claim)}: {who(claim)} is compared with “{words}”, which came after"
            yield finding(case, CODE, "conflict", [claim], text)


def _is_told(claim: Claim) -> bool:
    """A period that the sentence states, and that is no plan's."""
    stated = claim.decided_as("period", "stated")
    return stated and claim.modality == "actual"
