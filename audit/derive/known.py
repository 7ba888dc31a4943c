"""The claims that a rule may build on, by slot, and how a new one is built from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha1

from msgspec.structs import replace

from audit.figures import interval, outward
from audit.model import Claim, Decision, Interval, Mention, Period
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric
from audit.values import loose, reading

Slot = tuple[object, ...]


def slot(claim: Claim) -> Slot:
    """What a value and another of the same thing share."""
    return (claim.metric, claim.roles, claim.period, claim.filters, claim.modality)


class Known:
    """Claims of one document, stated and derived."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.claims = sorted(claims)
        self._by_slot: dict[Slot, list[Claim]] = defaultdict(list)
        self._by_metric: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            self._by_slot[slot(claim)].append(claim)
            self._by_metric[claim.metric].append(claim)

    def at(self, slot: Slot) -> list[Claim]:
        return self._by_slot.get(slot, [])

    def of(self, metric: str) -> list[Claim]:
        return self._by_metric.get(metric, [])

    def fresh(self, found: Iterable[Claim]) -> list[Claim]:
        """Those that are new, and that do not stand in the slot of a claim they came from."""
        have = {claim.id for claim in self.claims}
        unique = {claim.id: claim for claim in found if claim.id not in have}
        return [one for one in unique.values() if not self._circular(one)]

    def _circular(self, derived: Claim) -> bool:
        return any(claim.id in derived.proof for claim in self.at(slot(derived)))

    def with_derived(self, claims: Sequence[Claim]) -> Known:
        return Known([*self.claims, *claims])


def amount(claim: Claim, rulebook: Rulebook) -> Interval:
    """What a level commits to; "1,200 million" as round money stands beside other figures."""
    sets = rulebook.checks.sets
    held = reading(claim.mention, sets)
    return loose(held, sets) if held.literal.width else held.literal


def written(claim: Claim) -> str:
    """The number in the arithmetic of what follows from it: as written, or how it was derived."""
    return f"({claim.arithmetic})" if claim.proof else claim.mention.text


def derived(
    rule: str,
    base: Claim,
    others: Sequence[Claim],
    held: Interval,
    formula: str,
    *,
    metric: Metric | None = None,
    roles: tuple[tuple[str, str], ...] | None = None,
    period: Period | None = None,
    as_of: Period | None = None,
) -> Claim:
    """A claim like `base` with the value `held`; its proof are the stated claims behind them all."""
    every = (base, *others)
    proof = tuple(sorted({name for c in every for name in (c.proof or (c.id,))}))
    mention = Mention(
        base.start, base.end, base.mention.kind, base.mention.text, low=held.low, high=held.high,
        hedge="range", unit=base.mention.unit, step=base.mention.step, granule=base.mention.granule,
    )  # fmt: skip
    decided = {d for c in every for d in c.decided if d.slot not in ("metric", "modality")}
    said = Decision("metric", "inherited", f"derived: {rule}")
    key = "|".join((rule, metric.key if metric else base.metric, str(period), *proof))
    return replace(
        base,
        id="d" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:12],
        mention=mention,
        metric=metric.key if metric else base.metric,
        kind=metric.kind if metric else base.kind,
        label=metric.label if metric else base.label,
        roles=base.roles if roles is None else roles,
        period=period,
        as_of=as_of,
        decided=tuple(sorted({*decided, said})),
        proof=proof,
        arithmetic=f"{formula} = {interval(outward(held), base.mention.unit or '')}",
        rule=rule,
    )
