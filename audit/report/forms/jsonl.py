"""One finding a line, with its claims in full; the last line is the coverage."""

from __future__ import annotations

import json
from typing import Any

from audit.model import Result
from audit.report import rows
from audit.report.look import Look


def render(result: Result, _look: Look) -> str:
    lines: list[dict[str, Any]] = [
        rows.finding(one) | {"claims": [rows.claim(held) for held in one.claims]}
        for one in result.findings
    ]
    lines.append({"coverage": rows.coverage(result)})
    return "".join(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n" for line in lines)
