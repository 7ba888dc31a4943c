"""One line a finding: `path:line:column: CODE severity: message`."""

from __future__ import annotations

from audit.model import Finding, Result
from audit.report import encode, tally
from audit.report.look import Look


def render(result: Result, look: Look) -> str:
    lines = [line(finding, look) for finding in result.findings]
    return look.calm("\n".join([*lines, tally.coverage(result, look.hidden)]))


def line(finding: Finding, look: Look) -> str:
    severity = look.paint(finding.severity, finding.severity)
    known = f" [{finding.status}]" if finding.status != "new" else ""
    code = look.paint(finding.code, "bold")
    return f"{place(finding)}: {code} {severity}: {encode.flat(message(finding))}{known}"


def message(finding: Finding) -> str:
    """The message without the source that stands before it anyway."""
    return finding.message.removeprefix(f"{finding.source}: ")


def place(finding: Finding) -> str:
    if not finding.claims:
        source = encode.flat(finding.source or "-")
        return f"{source}:{finding.line}" if finding.line > 1 else source
    claim = finding.claims[0]
    return f"{encode.flat(claim.source)}:{claim.line}:{claim.column}"
