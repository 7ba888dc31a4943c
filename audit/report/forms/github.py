"""Annotations of GitHub Actions: one workflow command a finding, on its first side.

GitHub shows ten errors and ten warnings of a step and drops the rest in silence, so no more are
written, the worst first, and a last line counts what is left. Known and waived findings, and what
is only information, stay out of the margin.
"""

from __future__ import annotations

from audit.model import Finding, Result
from audit.report import place, tally, told
from audit.report.look import Look

_SHOWN = 10  # a step and level (docs.github.com, "Workflow commands": limits)


def render(result: Result, look: Look) -> str:
    new = [one for one in result.findings if one.status == "new"]
    told_here = [
        one
        for level in ("error", "warning")
        for one in [finding for finding in new if finding.severity == level][:_SHOWN]
    ]
    rest = len(result.findings) + len(look.hidden) - len(told_here)
    more = [f"{tally.count(rest, 'findings')} more in the summary"] if rest else []
    return "\n".join([*map(_command, told_here), *more, tally.coverage(result, look.hidden)])


def _command(finding: Finding) -> str:
    where = {"file": place.path(finding.source or ""), "line": str(finding.line)}
    if finding.claims:
        claim = finding.claims[0]
        last, column = place.end(claim)
        where = {"file": place.path(claim.source), "line": str(claim.line), "endLine": str(last)}
        if last == claim.line:  # GitHub takes columns for a single line only
            where |= {"col": str(claim.column), "endColumn": str(column)}
    named = where | {"title": told.title(finding)}
    properties = ",".join(f"{key}={_property(value)}" for key, value in named.items() if value)
    return f"::{finding.severity} {properties}::{_message(chr(10).join(told.lines(finding)))}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
