"""A204 growth (error if all three are stated in one source, else warning)

Finds: a value, its growth and the value of the year before, which do not fit:
base x (1 + growth) against value, each with its rounding, the base taken from any source.

Wrong when: the base was revised, or the growth is in real terms and the values are not.

Example: "rose 20 % to 1.2 billion" / "0.6 billion the year before".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import derived
from audit.check.case import Case
from audit.model import Finding

CODE = "A204"
LEAST = 0.003  # of a value: a base told once more is seldom the same to the last digit


def find(case: Case) -> Iterator[Finding]:
    yield from derived.every(case, CODE, "growth", LEAST)
