"""Findings of today and of then -> which of today's are new."""

from __future__ import annotations

from msgspec.structs import replace

from audit import focus, gate
from audit.model import Claim, Finding, Result


def marked(result: Result, past: Result, touches: focus.Inside) -> Result:
    """The result with what was told before marked as known, and claims that were not there in front.

    `past` says what was told of the sources that are not as they were, which `touches` knows. A
    finding on other sources is known.
    """
    known = frozenset(mark for one in past.findings for mark in one.fingerprints)
    said = {_said(claim) for claim in past.claims}

    def status(finding: Finding) -> Finding:
        if finding.status != "new":
            return finding
        touched = any(touches(*place) for place in focus.places(finding))
        return replace(finding, status=gate.status(finding, known) if touched else "known")

    def fresh(claim: Claim) -> bool:
        return touches(claim.source, claim.item) and _said(claim) not in said

    return replace(result, findings=tuple(map(status, focus.facing(result.findings, fresh))))


def _said(claim: Claim) -> tuple[str, str, str]:
    """A claim by its words, wherever they stand in its source."""
    return (claim.source, " ".join(claim.quote.split()), claim.mention.text)
