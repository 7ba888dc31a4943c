"""The diagnostic format of reviewdog (rdjson): findings with their other sides as related places.

Its columns count bytes of UTF-8. A sentence that begins further right than the line does hides
what stands before it, and then a column is left out: reviewdog comments on lines anyway.
"""

from __future__ import annotations

from typing import Any

from audit.model import Claim, Finding, Result
from audit.report import encode, place, told
from audit.report.look import Look

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(result: Result, _look: Look) -> str:
    new = [one for one in result.findings if one.status == "new"]
    whole = {"source": {"name": "claim-audit"}, "diagnostics": [_diagnostic(one) for one in new]}
    return encode.json(whole)


def _diagnostic(finding: Finding) -> dict[str, Any]:
    first = finding.claims[0] if finding.claims else None
    row: dict[str, Any] = {
        "message": "\n".join(told.lines(finding)),
        "location": _location(first) if first else _line(finding),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code},
    }
    related = [
        {"message": told.said(claim), "location": _location(claim)} for claim in finding.claims[1:]
    ]
    return row | ({"related_locations": related} if related else {})


def _line(finding: Finding) -> dict[str, Any]:
    start = {"line": finding.line}
    return {"path": place.path(finding.source or ""), "range": {"start": start}}


def _location(claim: Claim) -> dict[str, Any]:
    start: dict[str, int] = {"line": claim.line}
    end: dict[str, int] = {"line": place.end(claim)[0]}
    before = _before(claim)
    if before is not None and start == end:
        start["column"] = _bytes(before) + 1
        end["column"] = start["column"] + _bytes(claim.mention.text)
    return {"path": place.path(claim.source), "range": {"start": start, "end": end}}


def _before(claim: Claim) -> str | None:
    """What stands before the value in its line, where the quoted sentence reaches that far."""
    if claim.column == 1:
        return ""
    if claim.sentence is None or claim.start - claim.sentence.start < claim.column - 1:
        return None
    end = claim.start - claim.sentence.start
    return claim.quote[end - (claim.column - 1) : end]


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
