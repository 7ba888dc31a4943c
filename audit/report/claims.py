"""Claims as a table: each value with what it measures, of whom and when."""

from __future__ import annotations

import csv
import io

from tabulate import tabulate

from audit.model import Claim, Result
from audit.report import encode, tally, wording

COLUMNS = (
    "where", "what", "value", "time", "subject", "object", "roles", "filters", "speaker",
    "modality", "metric", "id",
)  # fmt: skip


def table(result: Result) -> str:
    """As text, one claim a line, that ends with the coverage line."""
    rows = [_row(one)[:8] for one in result.claims]
    lines = tabulate(rows, headers=COLUMNS[:8], tablefmt="simple", disable_numparse=True)
    return encode.clean(f"{lines}\n\n{tally.coverage(result)}\n")


def sheet(result: Result) -> str:
    """As CSV with a header row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(encode.cell, _row(one)) for one in result.claims)
    return out.getvalue()


def _row(claim: Claim) -> tuple[str, ...]:
    return (
        f"{claim.source}:{claim.line}:{claim.column}",
        claim.label,
        wording.value(claim),
        wording.when(claim),
        claim.subject or "",
        claim.object or "",
        _pairs(claim.roles),
        _pairs(claim.filters),
        claim.speaker or "",
        claim.modality,
        claim.metric,
        claim.id,
    )


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{key}={value}" for key, value in pairs)
