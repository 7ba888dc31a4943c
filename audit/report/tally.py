"""The coverage line and the verdict line: what was looked at, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from audit.model import Change, Finding, Result

_ONE = {
    "sources": "source",
    "outlets": "outlet",
    "articles": "article",
    "numbers": "number",
    "claims": "claim",
    "mentions": "mention",
    "findings": "finding",
    "assertions": "assertion",
    "independent testimonies": "independent testimony",
}


def count(number: int, noun: str) -> str:
    """`1 source`, `5 sources`."""
    return f"{number:,} {_ONE.get(noun, noun) if number == 1 else noun}"


def coverage(result: Result, hidden: Sequence[Finding] = ()) -> str:
    """One line that ends every output; `hidden` is not shown in it. Silence must be auditable."""
    held = result.coverage
    parts = [
        count(held.sources, "sources"),
        count(held.numbers, "numbers"),
        count(held.claims, "claims"),
        f"{held.compared:,} groups compared",
        _findings([*result.findings, *hidden], len(hidden)),
        f"{held.not_comparable:,} not comparable",
        f"{held.unresolved:,} unresolved",
        f"{count(held.failed, 'sources')} failed",
    ]
    return "; ".join(["coverage: " + ", ".join(parts), *map(change, result.changes)])


def _findings(every: Sequence[Finding], hidden: int) -> str:
    by = Counter(one.status for one in every)
    counts = [f"{by['new']} new", *(f"{by[s]} {s}" for s in ("known", "waived") if by[s])]
    counts += [f"{hidden} not shown"] if hidden else []
    return f"{count(len(every), 'findings')} ({', '.join(counts)})"


def change(one: Change) -> str:
    """`since baseline.jsonl: 1 finding introduced, 2 assertions fixed, 299 findings remaining`."""
    return (
        f"since {one.name}: {count(one.introduced, 'findings')} introduced, "
        f"{count(one.fixed, 'assertions')} fixed, {count(one.remaining, 'findings')} remaining"
    )


def verdict(result: Result, hidden: Sequence[Finding] = ()) -> str:
    """What was found, in one sentence."""
    by: Counter[str] = Counter(finding.severity for finding in result.findings)
    if not by and hidden:
        return f"Nothing to show: {count(len(hidden), 'findings')} known, waived or less severe."
    if not by:
        return "No discrepancy among the claims that could be compared."
    words = {
        "error": "not reconcilable as written",
        "warning": "to review",
        "info": "to know",
    }
    said = [f"{by[key]} {text}" for key, text in words.items() if by[key]]
    return f"{count(by.total(), 'findings')}: {', '.join(said)}."
