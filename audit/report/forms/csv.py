"""One row an assertion: every claim of every finding, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from audit.model import Claim, Finding, Result
from audit.report import rows
from audit.report.look import Look

COLUMNS = (
    "finding", "code", "severity", "verdict", "source", "line", "quote", "value", "low", "high",
    "unit", "hedge", "metric", "period", "as_of", "message",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(result: Result, _look: Look) -> str:
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(COLUMNS)
    for finding, claim in rows.assertions(result):
        sheet.writerow(_row(finding, claim))
    return out.getvalue()


def _row(finding: Finding, claim: Claim | None) -> list[object]:
    first = [finding.id, finding.code, finding.severity, finding.verdict]
    message = _calm(finding.message)
    if claim is None:
        return [*first, finding.source or "", *[""] * 10, message]
    mention = claim.mention
    return [
        *first,
        _calm(claim.source),
        claim.line,
        _calm(claim.quote),
        mention.stated,
        mention.low,
        mention.high,
        mention.unit or mention.noun,
        mention.hedge,
        claim.metric,
        rows.edtf(claim.period),
        rows.edtf(claim.as_of),
        message,
    ]


def _calm(text: str) -> str:
    """Article text that a spreadsheet would run as a formula is quoted (OWASP: CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text
