"""The hard slots of a claim: claims that differ in one of them are never joined."""

from __future__ import annotations

from msgspec import Struct

from audit.model import Claim
from audit.rulebook.units import dimension
from audit.values import held_in

DATED = frozenset({"flow", "rate"})


APART = ("pace", "part", "value")  # filters that part two figures of one metric for certain


class Slots(Struct, frozen=True, order=True):
    metric: str
    roles: tuple[tuple[str, str], ...]
    dimension: str
    period: str
    mood: str
    apart: tuple[tuple[str, str], ...] = ()  # what makes it another figure of the metric


def of(claim: Claim) -> Slots:
    if claim.term:
        return Slots("fact", (), claim.metric, "", "")  # planned and done are one fact's two states
    mood = "actual" if claim.modality == "actual" or claim.kind == "set" else "plan"
    unit = dimension(held_in(claim.mention.unit))
    if is_open(claim):
        kind = "count" if claim.mention.kind == "number" else claim.mention.kind
        return Slots(claim.metric, (), unit or kind, "", mood)
    roles = tuple(pair for pair in claim.roles)
    if claim.metric.endswith(".growth") and unit == "percentage_point":
        unit = "percent"  # one thing said in two ways: C103 looks at them
    return Slots(claim.metric, roles, unit, _time_key(claim), mood, _apart(claim))


def is_open(claim: Claim) -> bool:
    return claim.metric.startswith(("open:", "fact:"))


def _said(claim: Claim) -> str:
    """The words for a time of which an undated text does not say when it was: "last year"."""
    unknown = (d.words for d in claim.decided if d.slot == "period" and d.how == "unknown")
    return next((words.lower() for words in unknown if words.startswith("“")), "")


def _apart(claim: Claim) -> tuple[tuple[str, str], ...]:
    """A yearly and a monthly rate, "some of them", a value of no time of its own."""
    return tuple(f for f in claim.filters if f[0] in APART)


def _time_key(claim: Claim) -> str:
    """The reference period of a flow, the start of a running total; nothing for a stock."""
    if claim.kind == "cumulative":
        first = claim.period.first if claim.period else None
        return f"since {first.year}" if first else "since ?"
    if claim.kind in DATED or claim.metric.endswith((".growth", ".change")):
        return claim.period.edtf if claim.period else f"? {_said(claim)}".strip()
    return ""
