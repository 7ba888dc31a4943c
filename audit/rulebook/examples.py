"""Every metric's own examples, run through extraction and attachment.

Lives with the rulebook because the examples do; the pipeline's stages are handed in by the caller.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from audit.model import Claim
from audit.rulebook.metrics import Metric

SLOTS = ("stated", "low", "high", "hedge", "unit", "definition", "period", "as_of")
Attach = Callable[[str, date | None], Sequence[Claim]]


def failures(metrics: Mapping[str, Metric], attach: Attach) -> Iterator[str]:
    """One line for each example that does not come out as its file says."""
    for metric in metrics.values():
        for example in metric.examples:
            published = example.get("published")
            day = date.fromisoformat(str(published)) if published else None
            problem = _problem(metric, example, attach(str(example["text"]), day))
            if problem:
                yield f"{metric.path}: {example['text']!r}: {problem}"


def _problem(metric: Metric, example: Mapping[str, Any], claims: Sequence[Claim]) -> str | None:
    mine = [c for c in claims if c.metric.split(".")[0] == metric.key]
    if example.get("none"):
        return f"expected no {metric.key}, got {mine[0].mention.text!r}" if mine else None
    if not mine:
        got = sorted({c.metric for c in claims})
        return f"expected {metric.key}, got {', '.join(got) or 'nothing'}"
    differences = [list(_differences(metric, example, claim)) for claim in mine]
    fewest = min(differences, key=len)
    return "; ".join(fewest) if fewest else None


def _differences(metric: Metric, example: Mapping[str, Any], claim: Claim) -> Iterator[str]:
    for slot in SLOTS:
        if slot in example and not _same(example[slot], _slot(claim, slot)):
            yield f"{slot}: expected {example[slot]}, got {_slot(claim, slot)}"
    roles = dict(claim.roles)
    for role in (*metric.roles, *metric.splits):
        if role not in example:
            continue
        wanted = example[role]
        got = [roles.get("pair"), roles.get("pair2")] if role == "pair" else roles.get(role)
        if (sorted(wanted) if isinstance(wanted, list) else wanted) != got:
            yield f"{role}: expected {wanted}, got {got}"


def _slot(claim: Claim, slot: str) -> object:
    if slot in ("period", "as_of"):
        found = claim.period or claim.as_of or claim.mention.period
        return found.edtf if found else None
    if slot == "definition":
        return claim.definition
    return getattr(claim.mention, slot)


def _same(wanted: object, got: object) -> bool:
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return abs(wanted - got) <= 1e-9 * max(1.0, abs(wanted))
    return str(wanted) == str(got)
