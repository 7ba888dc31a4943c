"""A share and the whole that it is of give the part."""

from __future__ import annotations

from collections.abc import Iterator

from audit.derive.known import Known, amount, derived, written
from audit.model import Claim, Interval
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric

RULE = "share"
PERCENT = Interval(0.01, 0.01)


def derive(known: Known, rulebook: Rulebook) -> Iterator[Claim]:
    for share in known.claims:
        metric = rulebook.metrics.get(share.metric)
        if metric is None or not metric.share_of or not metric.part or share.proof:
            continue
        part = rulebook.metrics[metric.part]
        roles = _roles(share, part)
        for whole in known.of(metric.share_of):
            if roles is not None and _of_one_thing(share, whole):
                held = amount(share, rulebook) * PERCENT * amount(whole, rulebook)
                formula = f"{share.mention.text} x {written(whole)}"
                yield derived(
                    RULE, whole, [share], held, formula,
                    metric=part, roles=roles, period=whole.period, as_of=whole.as_of,
                )  # fmt: skip


def _of_one_thing(share: Claim, whole: Claim) -> bool:
    """The whole's own roles are among those of the share, at one time, without a filter."""
    when = (share.period or share.as_of, whole.period or whole.as_of)
    within = set(whole.roles) <= set(share.roles) and bool(whole.roles)
    plain = not share.filters and not whole.filters and share.modality == whole.modality
    return within and plain and when[0] == when[1] and when[0] is not None


def _roles(share: Claim, part: Metric) -> tuple[tuple[str, str], ...] | None:
    """The part is of the two that the share names: a pair, or the same roles."""
    if set(part.roles.values()) == {"countries"}:
        keys = sorted(key for _, key in share.roles)
        return (("pair", keys[0]), ("pair2", keys[1])) if len(keys) == 2 else None
    same = tuple((role, key) for role, key in share.roles if role in part.roles)
    return same if len(same) == len(part.roles) else None
