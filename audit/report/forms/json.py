"""The whole analysis as one JSON object; its schema is `report.schema.json`."""

from __future__ import annotations

from audit.model import Result
from audit.report import encode, rows
from audit.report.look import Look

WHOLE = True


def render(result: Result, _look: Look) -> str:
    return encode.json(rows.report(result))
