"""A202 share (error)

Finds: a share above 100 %; or a percentage, a part and a whole of one source that do not fit.

Wrong when: the percentage is a change, not a share.

Example: "accounts for 114 % of all investment".
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import derived
from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Finding

CODE = "A202"


def find(case: Case) -> Iterator[Finding]:
    for claim in case.claims():
        share = claim.kind == "share" and claim.mention.unit == "percent"
        if share and claim.mention.low is not None and claim.mention.low > 100:
            text = f"{case.about(claim)}: {who(claim)} is a share of more than the whole"
            yield finding(
                case, CODE, "conflict", [claim], text, arithmetic=f"{claim.mention.low:g} % > 100 %"
            )
    yield from derived.every(case, CODE, "share")
