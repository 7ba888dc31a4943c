"""`name=number`, one a line: the outputs of a step of GitHub Actions, and variables of a shell."""

from __future__ import annotations

from collections import Counter

from audit.model import Result
from audit.report.look import Look


def render(result: Result, look: Look) -> str:
    found = Counter(one.severity for one in result.findings)
    states = Counter(one.status for one in result.findings)
    numbers = {
        "findings": len(result.findings) + look.hidden,
        "errors": found["error"],
        "warnings": found["warning"],
        "infos": found["info"],
        "new": states["new"],
        "known": states["known"],
        "waived": states["waived"],
        "fixed": len(look.since.fixed) if look.since else 0,
        "sources": result.coverage.sources,
        "claims": result.coverage.claims,
    }
    return "".join(f"{name}={number}\n" for name, number in numbers.items())
