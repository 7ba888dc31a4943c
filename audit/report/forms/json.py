"""The whole analysis as one JSON object; its schema is `report.schema.json`."""

from __future__ import annotations

from audit.model import Result
from audit.report import encode, rows
from audit.report.look import Look


def render(result: Result, look: Look) -> str:
    return encode.json(rows.report(result, look.since))
