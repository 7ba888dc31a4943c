"""One finding a line, with its claims in full; the last line is the coverage."""

from __future__ import annotations

import msgspec

from audit.model import Result
from audit.report import encode, rows
from audit.report.look import Look

WHOLE = True


def render(result: Result, _look: Look) -> str:
    lines = [
        rows.finding(one) | {"claims": [rows.claim(held) for held in one.claims]}
        for one in result.findings
    ]
    changes = msgspec.to_builtins(result.changes)
    lines.append({"coverage": rows.coverage(result), "changes": changes})
    return "".join(f"{encode.line(one)}\n" for one in lines)
