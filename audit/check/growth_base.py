"""A204 growth (error if all three are stated in one source, else warning)

Finds: a value, its growth and the value of the year before, which do not fit:
base x (1 + growth) against value, each with its rounding, the base taken from any source.

Wrong when: the base was revised, or the growth is in real terms and the values are not.

Example: "rose 20 % to 1.2 billion" / "0.6 billion the year before".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.check import derived
from audit.check.case import Case
from audit.model import Claim, Finding

CODE = "A204"
LEAST = 0.003  # of a value: a base told once more is seldom the same to the last digit


def find(case: Case) -> Iterator[Finding]:
    for clash in derived.clashes(case, "growth", LEAST):
        claims = (*clash.proof, *clash.stated)
        yield derived.told(case, CODE, clash, "info" if _undated(claims) else None)


def _undated(claims: Sequence[Claim]) -> bool:
    """Whether of figures in several texts one has its year from the sentence before: "wine exports of
    58 million" may be of other months."""
    several = len({(c.source, c.item) for c in claims}) > 1
    return several and not all(_dated(c) for c in claims)


def _dated(claim: Claim) -> bool:
    told = [d for d in claim.decided if d.slot == "period"]
    return not any(d.how == "assumed" or d.words.startswith("the sentence before") for d in told)
