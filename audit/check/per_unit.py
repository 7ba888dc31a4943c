"""A209 per-unit (warning)

Finds: a value for each, a number of them and a total that do not fit: GDP per capita times the
population against GDP. They must miss by more than a tenth, since heads are counted at other dates.

Wrong when: the value for each is at purchasing power, and the words do not say so.

Example: "GDP per capita of $5,000", "a population of 10 million" / "GDP of $90 billion".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import derived
from audit.check.case import Case
from audit.check.distance import TEN_PERCENT
from audit.model import Finding

CODE = "A209"


def find(case: Case) -> Iterator[Finding]:
    yield from derived.every(case, CODE, "product", TEN_PERCENT)
