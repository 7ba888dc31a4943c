"""D309 base-differs (warning)

Finds: one growth told with another year: the figure and the year that it is compared with were kept
and the period was not, or the figure and the period were and the year it is compared with was not.

Wrong when: by chance it changed as much from the one year as from the other.

Example: "rose 65 % in 2023 compared to 2022" / "in 2023 it grew by 65 % on 2020".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Cause, Claim, Finding

CODE = "D309"
BASE = "base"
TELLING = 10  # last places of a figure from which chance does not repeat it


def find(case: Case) -> Iterator[Finding]:
    changes = [c for c in case.claims if _base(c) and c.modality == "actual"]
    pairs = [pair for pair in combinations(sorted(changes), 2) if _moved(*pair)]
    if pairs:
        a, b = pairs[0]
        text = f"{case.about(a)}: {_told(a)} and {_told(b)} - the same figure of other years"
        same = "of one period" if a.period != b.period else f"compared with {_base(a)}"
        cause = Cause("other base", f"would agree if both are {same}")
        yield finding(
            case, CODE, "mutation", [claim for pair in pairs for claim in pair], text,
            escape=cause.text, causes=(cause,),
        )  # fmt: skip


def _moved(a: Claim, b: Claim) -> bool:
    one, two = a.mention, b.mention
    same = (one.stated, one.unit, one.direction) == (two.stated, two.unit, two.direction)
    thing = (a.metric, a.roles, _plain(a)) == (b.metric, b.roles, _plain(b))
    apart = (a.source, a.item) != (b.source, b.item)
    telling = abs(one.stated or 0.0) >= TELLING * (one.step or 1.0)
    dated = a.period is not None and b.period is not None
    moved = (a.period == b.period) != (_base(a) == _base(b))
    return same and thing and apart and telling and dated and moved


def _told(claim: Claim) -> str:
    return f"{who(claim)} compared with {_base(claim)}"


def _base(claim: Claim) -> str:
    """The years of the base that its sentence names, "the same period of 2022" as 2022."""
    words = next((d.words for d in claim.decided if d.slot == BASE), "")
    return " ".join(re.findall(r"\d{4}", words))


def _plain(claim: Claim) -> list[tuple[str, str]]:
    return [pair for pair in claim.filters if pair[0] != BASE]
