"""One row an assertion: every claim of every finding, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from audit.model import Claim, Finding, Result
from audit.report import encode, rows
from audit.report.look import Look

COLUMNS = (
    "finding", "code", "severity", "verdict", "status", "source", "line", "column", "quote",
    "value", "low", "high", "unit", "hedge", "metric", "period", "as_of", "published", "outlet",
    "speaker", "message",
)  # fmt: skip


def render(result: Result, _look: Look) -> str:
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for finding, claim in rows.assertions(result):
        sheet.writerow(map(encode.cell, _row(finding, claim)))
    return out.getvalue()


def _row(finding: Finding, claim: Claim | None) -> list[object]:
    first = [finding.id, finding.code, finding.severity, finding.verdict, finding.status]
    if claim is None:
        return [*first, finding.source or "", finding.line, *[""] * 13, finding.message]
    mention = claim.mention
    return [
        *first,
        claim.source,
        claim.line,
        claim.column,
        claim.quote,
        mention.stated,
        mention.low,
        mention.high,
        mention.unit or mention.noun,
        mention.hedge,
        claim.metric,
        rows.edtf(claim.period),
        rows.edtf(claim.as_of),
        claim.published,
        claim.outlet,
        claim.speaker,
        finding.message,
    ]
