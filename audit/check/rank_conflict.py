"""C107 rank-conflict (error)

Finds: two ranks of one thing in one list at one time that cannot both hold. "Among the top ten" and
"sixth" agree; "third" and "sixth" do not. Ranks of different dates are drift (D301).

Wrong when: the lists are different ones.

Example: "the third-largest investor" / "the sixth-largest investor", both of 2024.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.quarrel import conflicts
from audit.model import Finding

CODE = "C107"


def find(case: Case) -> Iterator[Finding]:
    yield from conflicts(case, CODE)
