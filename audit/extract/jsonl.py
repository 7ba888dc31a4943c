"""Mentions as the machine-readable contract has them (design, section 9)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from audit.model import Mention

# units whose name in pint's own registry is another than ours
_PINT = {"tonne": "metric_ton"}
_TO = len(" to ")
Row = dict[str, str | int | float | None]


def rows(mentions: Iterable[Mention]) -> list[Row]:
    """One row a mention; the two ends of "from 5 to 3" both tell the direction."""
    listed = list(mentions)
    found = [row(one) for one in listed]
    for k, (a, b) in enumerate(pairwise(listed)):
        if (a.change, b.change) == ("from", "to") and b.start - a.end == _TO:
            found[k]["direction"], found[k + 1]["direction"] = a.direction, b.direction
    return found


def row(mention: Mention) -> Row:
    """Keys start, end, text, kind, stated, low, high, hedge, direction, unit, noun; from, to for times.

    A level that was reached or left has not itself moved: only an amount of change has a direction.
    """
    found: Row = {
        "start": mention.start, "end": mention.end, "text": mention.text, "kind": mention.kind,
        "stated": mention.stated, "low": mention.low, "high": mention.high,
        "hedge": mention.hedge,
        "direction": mention.direction if mention.change == "by" else None,
        "unit": _unit(mention.unit), "noun": mention.noun,
    }  # fmt: skip
    period = mention.period
    if mention.kind in ("date", "period") or period is not None:
        first, last = (period.first, period.last) if period else (None, None)
        found["from"] = str(first) if first else None
        found["to"] = str(last) if last else None
    return found


def _unit(unit: str | None) -> str | None:
    return "/".join(_PINT.get(part, part) for part in unit.split("/")) if unit else None
