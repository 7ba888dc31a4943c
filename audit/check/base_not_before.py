"""A212 base-not-before (warning)

Finds: a change counted from a year that came after the period it is of.

Wrong when: the text compares the past with a plan, or "compared with" brings in another thing.

Example: "in 2023 cargo grew by 65 % compared to 2024".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Claim, Finding

CODE = "A212"
BASE = "base"
_NEXT = re.compile(r",\s+(?:and|but)\b|\A\s*(?:and|but)\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    for claim in case.claims:
        base, last = dict(claim.filters).get(BASE, ""), claim.period and claim.period.last
        if last and base[:4].isdecimal() and int(base[:4]) > last.year and _is_told(claim):
            words = next(d.words for d in claim.decided if d.slot == BASE)
            text = f"{case.about(claim)}: {who(claim)} is compared with “{words}”, which came after"
            yield finding(case, CODE, "conflict", [claim], text)


def _is_told(claim: Claim) -> bool:
    """A period that the sentence states, and that is no plan's."""
    when = next((d for d in claim.decided if d.slot == "period" and d.how == "stated"), None)
    if when is None or claim.modality != "actual":
        return False
    base = claim.sentence.start if claim.sentence else 0
    between = claim.quote[when.span.end - base : claim.start - base] if when.span else ""
    return _NEXT.search(between) is None  # "12 % higher than in 2019, and up 15 % on 2022"
