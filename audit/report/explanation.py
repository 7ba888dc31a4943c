"""Why the claims of one finding were linked, slot by slot, and why they differ."""

from __future__ import annotations

from tabulate import tabulate

from audit.model import Claim, Finding, Link, Result
from audit.report.encode import clean
from audit.report.forms import full
from audit.report.look import Look


def of(finding: Finding, result: Result, width: int) -> str:
    """The finding in full, then how each claim was read and what joined it to its group."""
    sections = [full.finding(finding, Look(width=width))]
    sections += [_decided(claim) for claim in finding.claims]
    links = [
        link
        for family in result.families
        for group in family.groups
        if group.id in finding.groups
        for link in group.links
    ]
    sections += [_link(link) for link in links]
    return clean("\n\n".join(filter(None, sections)))


def _decided(claim: Claim) -> str:
    rows = [(one.slot, one.how, one.words) for one in claim.decided]
    head = f"{claim.source}:{claim.line}:{claim.column} {claim.label}"
    return f"{head}\n{tabulate(rows, headers=('slot', 'how', 'by the words'), tablefmt='simple')}"


def _link(link: Link) -> str:
    rows = [*link.slots, ("score", f"{link.score:.2f}")]
    head = f"{link.claim} joined to {link.to}"
    return f"{head}\n{tabulate(rows, tablefmt='plain', disable_numparse=True)}"
