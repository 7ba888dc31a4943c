"""C101 value-conflict (error; info where the sentences say too little to be sure that it is one thing)

Finds: two or more claims on one thing - same metric, roles, period and definition - whose values
cannot all be true, whether the last written digit was rounded or cut off. Too little is said where a
measure is borrowed from another sentence, where a figure that no metric knows has no name or another
clock, and where two figures are too far apart to be of one thing, and no slip explains it.

Wrong when: the claims are not about the same thing after all. "Why linked" says what joined them.

Example: "trade in 2023 came to $1.2 billion" / "trade in 2023 came to $1.5 billion".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import inf, isclose

from audit.check.case import Case, finding
from audit.check.context import complete
from audit.check.numbers import who
from audit.check.quarrel import conflicts
from audit.model import Cause, Claim, Finding, Mention
from audit.rulebook.units import factor

CODE = "C101"


def find(case: Case) -> Iterator[Finding]:
    yield from conflicts(case, CODE)
    for group in case.family.groups:
        pairs = [pair for pair in combinations(group.claims, 2) if _other_currency(case, *pair)]
        if pairs:
            a, b = pairs[0]
            text = f"{group.label}: {who(a)} against {who(b)} - the same figure in two currencies"
            cause = Cause("currency swapped", f"would agree if both are {a.mention.unit}")
            yield finding(
                case, CODE, "conflict", [a, b], text,
                escape=cause.text, severity="warning", causes=(cause,),
            )  # fmt: skip


def _other_currency(case: Case, a: Claim, b: Claim) -> bool:
    """The same written number of one thing in two sources, in dollars here and in euros there."""
    one, two = a.mention, b.mention
    if one.kind != "money" or two.kind != "money" or not one.unit or not two.unit:
        return False
    same = one.hedge == two.hedge and isclose(one.stated or 0.0, two.stated or inf, rel_tol=1e-9)
    apart = (a.source, a.item) != (b.source, b.item) and a.filters == b.filters
    known = complete(a, case.rules) and not a.is_open
    known = known and (a.modality == "actual") == (b.modality == "actual")
    known = known and not any(d.slot == "unit" for c in (a, b) for d in c.decided)
    parted = factor(one.unit, two.unit) is None and not (_dollars(one) and _dollars(two))
    return same and apart and known and parted


def _dollars(mention: Mention) -> bool:
    """Whether an amount is in dollars, of whichever country: "$70 billion" of a Canadian paper."""
    said = mention.text.lower()
    return "dollar" in said or ("$" in said and "us" not in said)
