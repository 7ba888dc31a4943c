"""D309 base-differs (warning)

Finds: one change of one thing over one period, counted from two years: the figure was kept and what
it is compared with was not.

Wrong when: by chance it changed as much from the one year as from the other.

Example: "rose 65 % in 2023 compared to 2022" / "in 2023 it grew by 65 % on 2020".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from audit.check.case import Case, finding
from audit.check.context import complete
from audit.check.numbers import who
from audit.model import Cause, Claim, Finding

CODE = "D309"
BASE = "base"


def find(case: Case) -> Iterator[Finding]:
    for group in case.family.groups:
        pairs = [pair for pair in combinations(group.claims, 2) if _moved(case, *pair)]
        if pairs:
            a, b = pairs[0]
            said = f"{who(a)} and {who(b)}"
            text = f"{group.label}: {said} - compared with {_base(a)} and with {_base(b)}"
            cause = Cause("other base", f"would agree if both are compared with {_base(a)}")
            yield finding(
                case, CODE, "mutation", [claim for pair in pairs for claim in pair], text,
                escape=cause.text, causes=(cause,),
            )  # fmt: skip


def _moved(case: Case, a: Claim, b: Claim) -> bool:
    one, two = a.mention, b.mention
    same = (one.stated, one.unit, one.direction) == (two.stated, two.unit, two.direction)
    apart = (a.source, a.item) != (b.source, b.item) and a.modality == b.modality == "actual"
    bases = _base(a) and _base(b) and a.filters != b.filters
    return bool(same and apart and bases and _plain(a) == _plain(b) and complete(a, case.rules))


def _base(claim: Claim) -> str:
    """The words of the base that its sentence names."""
    return next((d.words for d in claim.decided if d.slot == BASE), "")


def _plain(claim: Claim) -> list[tuple[str, str]]:
    return [pair for pair in claim.filters if pair[0] != BASE]
