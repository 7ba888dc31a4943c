"""The coverage line and the verdict line: what was looked at, and what came of it."""

from __future__ import annotations

from collections import Counter

from audit.model import Result
from audit.report.since import Since

_ONE = {
    "sources": "source",
    "outlets": "outlet",
    "articles": "article",
    "numbers": "number",
    "claims": "claim",
    "mentions": "mention",
    "findings": "finding",
    "independent testimonies": "independent testimony",
}


def count(number: int, noun: str) -> str:
    """`1 source`, `5 sources`."""
    return f"{number:,} {_ONE.get(noun, noun) if number == 1 else noun}"


def coverage(result: Result, hidden: int = 0, since: Since | None = None) -> str:
    """One line that ends every output. Silence must be auditable."""
    held = result.coverage
    found = len(result.findings) + hidden
    new = sum(f.status == "new" for f in result.findings)
    parts = [
        count(held.sources, "sources"),
        count(held.numbers, "numbers"),
        count(held.claims, "claims"),
        f"{held.compared:,} groups compared",
        f"{count(found, 'findings')} ({new} new{f', {hidden} not shown' if hidden else ''})",
        f"{held.not_comparable:,} not comparable",
        f"{held.unresolved:,} unresolved",
        f"{count(held.failed, 'sources')} failed",
    ]
    return "coverage: " + ", ".join(parts) + (f"; {changes(since)}" if since else "")


def changes(since: Since) -> str:
    """What has come and gone: `since main (1f0e...): 1 introduced, 0 fixed, 3 remaining`."""
    counts = f"{len(since.introduced):,} introduced, {len(since.fixed):,} fixed"
    return f"since {' '.join(since.name.split())}: {counts}, {since.unchanged:,} remaining"


def verdict(result: Result) -> str:
    """What was found, in one sentence."""
    by: Counter[str] = Counter(finding.severity for finding in result.findings)
    if not by:
        return "No discrepancy among the claims that could be compared."
    words = {
        "error": "not reconcilable as written",
        "warning": "to review",
        "info": "to know",
    }
    said = [f"{by[key]} {text}" for key, text in words.items() if by[key]]
    return f"{count(by.total(), 'findings')}: {', '.join(said)}."
