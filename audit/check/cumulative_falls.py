"""A206 cumulative-falls (error)

Finds: a running total, from one start, that is smaller at a later date: "over 20 billion" by 2013,
"17 billion" by 2024.

Wrong when: the later figure is net of withdrawals, or counts something narrower.

Example: see above.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check import one_thing
from audit.check.case import Case, finding
from audit.check.context import gap
from audit.check.distance import difference
from audit.check.judge import Judgement
from audit.check.numbers import interval, who
from audit.model import Claim, Finding, Group, days_apart
from audit.rulebook import Rulebook

CODE = "A206"
DAYS = 7  # between the date of a toll and the text that tells it


def find(case: Case) -> Iterator[Finding]:
    for group, judgements in case.judgements:
        if not _runs(group, case.rules):
            continue
        falls = [
            j for j in judgements if j.outcome.closeness == "disjoint" and _falls(j) and not j.vague
        ]
        if falls:
            j = falls[0]
            unit = j.a.mention.unit
            yield finding(
                case, CODE, "conflict", [c for fall in falls for c in (fall.a, fall.b)],
                f"{group.label}: {who(j.a)} and later {who(j.b)} - a running total cannot fall",
                arithmetic=f"{interval(j.left.literal, unit)}, then {interval(j.right.literal, unit)}",
                material=difference(j.left.literal, j.right.literal),
            )  # fmt: skip


def _runs(group: Group, rules: Rulebook) -> bool:
    """A running total of a known metric; or what is told from day to day and does not become less:
    the dead of one event."""
    first = group.claims[0]
    if not first.is_open:
        return first.kind == "cumulative"
    return one_thing.head(first) in rules.concepts.mounting


def _fresh(claim: Claim) -> bool:
    """Whether a toll is told within days of its date: of an older one the date may be the event's."""
    until = claim.as_of.last if claim.as_of else None
    return days_apart(until, claim.published) <= DAYS


def _in_turn(j: Judgement) -> bool:
    """Whether the text with the later toll is the later one."""
    return bool(j.a.published and j.b.published and j.a.published < j.b.published)


def _falls(j: Judgement) -> bool:
    """Whether the later of two dated totals lies wholly below the earlier one."""
    later = gap(j.a, j.b) > 0
    if j.a.is_open and not (_fresh(j.a) and _fresh(j.b) and _in_turn(j)):
        return False
    return (later and j.right.literal.high < j.left.literal.low) or (
        later and j.left.literal.low_open and j.right.literal.high <= j.left.literal.low
    )
