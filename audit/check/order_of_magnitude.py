"""C102 order-of-magnitude (error)

Finds: claims on one thing whose digits agree and whose scale does not: million for billion, tons
for thousand tons.

Wrong when: the two figures are of different things that happen to share digits.

Example: "20 tons of aid" in the headline / "20 thousand tons of aid" in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.case import Case
from audit.check.quarrel import conflicts
from audit.model import Finding

CODE = "C102"


def find(case: Case) -> Iterator[Finding]:
    yield from conflicts(case, CODE)
