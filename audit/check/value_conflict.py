"""C101 value-conflict (error)

Finds: two or more claims on one thing - same metric, roles, period and definition - whose values
cannot all be true, whether the last written digit was rounded or cut off.

Wrong when: the claims are not about the same thing after all. "Why linked" says what joined them.

Example: "trade in 2023 came to $1.2 billion" / "trade in 2023 came to $1.5 billion".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.quarrel import conflicts
from audit.model import Finding

CODE = "C101"


def find(case: Case) -> Iterator[Finding]:
    yield from conflicts(case, CODE)
