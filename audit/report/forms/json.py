"""The whole analysis as one JSON object; its schema is `report.schema.json`."""

from __future__ import annotations

import json

from audit.model import Result
from audit.report import rows
from audit.report.look import Look


def render(result: Result, _look: Look) -> str:
    return json.dumps(rows.report(result), ensure_ascii=False, indent=1, allow_nan=False)
