"""One mention as the machine-readable contract has it (design, section 9)."""

from __future__ import annotations

from audit.model import Mention

# units whose name in pint's own registry is another than ours
_PINT = {"tonne": "metric_ton"}
Row = dict[str, str | int | float | None]


def row(mention: Mention) -> Row:
    """Keys start, end, text, kind, stated, low, high, hedge, direction, unit, noun; from, to for times."""
    found: Row = {
        "start": mention.start, "end": mention.end, "text": mention.text, "kind": mention.kind,
        "stated": mention.stated, "low": mention.low, "high": mention.high,
        "hedge": mention.hedge,
        # a level that was reached or left has not itself moved
        "direction": mention.direction if mention.change == "by" else None,
        "unit": "/".join(_PINT.get(part, part) for part in mention.unit.split("/")) if mention.unit else None, "noun": mention.noun,
    }  # fmt: skip
    period = mention.period
    if mention.kind in ("date", "period") or period is not None:
        first, last = (period.first, period.last) if period else (None, None)
        found["from"] = str(first) if first else None
        found["to"] = str(last) if last else None
    return found
