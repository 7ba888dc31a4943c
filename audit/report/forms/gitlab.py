"""GitLab's code quality report: a JSON array, one issue a finding, on its first side.

GitLab compares the report of a merge request with that of its target by fingerprint: findings that
are known are listed, waived ones are not. An issue whose fingerprint was there before is dropped.
"""

from __future__ import annotations

from typing import Any

from audit.model import Finding, Result
from audit.report import encode, place, told
from audit.report.look import Look
from audit.report.mark import marks

WHOLE = True
_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(result: Result, _look: Look) -> str:
    listed = [one for one in result.findings if one.status != "waived"]
    return encode.json([_issue(one, mark) for one, mark in zip(listed, marks(listed), strict=True)])


def _issue(finding: Finding, mark: str) -> dict[str, Any]:
    first = last = finding.line
    if finding.claims:
        first, last = finding.claims[0].line, place.end(finding.claims[0])[0]
    source = finding.claims[0].source if finding.claims else finding.source or ""
    return {
        "type": "issue",
        "check_name": finding.code,
        "description": " ".join(told.lines(finding)[0].split()),
        "content": {"body": "\n\n".join(told.lines(finding))},
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": mark,
        "location": {"path": place.path(source), "lines": {"begin": first, "end": last}},
    }
