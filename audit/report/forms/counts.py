"""`name=number`, one a line: the outputs of a step of GitHub Actions, and variables of a shell."""

from __future__ import annotations

from collections import Counter

from audit.model import Result
from audit.report.look import Look

WHOLE = True


def render(result: Result, look: Look) -> str:
    found = Counter(one.severity for one in result.findings)
    states = Counter(one.status for one in (*result.findings, *look.hidden))
    numbers = {
        "findings": len(result.findings) + len(look.hidden),
        "errors": found["error"],
        "warnings": found["warning"],
        "infos": found["info"],
        "new": states["new"],
        "known": states["known"],
        "waived": states["waived"],
        "introduced": sum(one.introduced for one in result.changes),
        "fixed": sum(one.fixed for one in result.changes),
        "remaining": sum(one.remaining for one in result.changes),
        "sources": result.coverage.sources,
        "claims": result.coverage.claims,
    }
    return "".join(f"{name}={number}\n" for name, number in numbers.items())
