"""findings -> exit code."""

from __future__ import annotations

from collections.abc import Iterable

from audit.config import FailOn
from audit.model import Finding

_ORDER = ("error", "warning", "info")


def code(findings: Iterable[Finding], fail_on: FailOn) -> int:
    """1 when a new finding is at least as severe as `fail_on`, else 0."""
    if fail_on == "never":
        return 0
    loud = _ORDER[: _ORDER.index(fail_on) + 1]
    return int(any(one.status == "new" and one.severity in loud for one in findings))
