"""findings -> which of them are new, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from audit.config import FailOn
from audit.model import Finding

_ORDER = ("error", "warning", "info")


def status(finding: Finding, known: frozenset[str]) -> Literal["new", "known"]:
    """`known` when all that the finding asserts is among the known assertions."""
    return "known" if finding.fingerprints and known.issuperset(finding.fingerprints) else "new"


def code(findings: Iterable[Finding], fail_on: FailOn) -> int:
    """1 when a new finding is at least as severe as `fail_on`, else 0."""
    if fail_on == "never":
        return 0
    loud = _ORDER[: _ORDER.index(fail_on) + 1]
    return int(any(one.status == "new" and one.severity in loud for one in findings))
