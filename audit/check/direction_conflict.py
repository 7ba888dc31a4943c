"""C106 direction-conflict (error)

Finds: one says that a thing rose, the other that it fell, over the same period.

Wrong when: the two changes are against different bases.

Example: "trade fell 36 % in 2023" / "trade in 2023 was up 20 %".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.quarrel import conflicts
from audit.model import Finding

CODE = "C106"


def find(case: Case) -> Iterator[Finding]:
    yield from conflicts(case, CODE)
