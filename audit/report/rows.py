"""Findings, claims and sources as plain dicts: the contract of the JSON outputs.

Offsets are code points into the decoded file; times are EDTF strings; null is unknown.
`report.schema.json` beside this module says the same to machines, and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import Any

import msgspec

from audit.model import Article, Camp, Claim, Finding, Group, Period, Result

SCHEMA_VERSION = 1
Row = dict[str, Any]


def report(result: Result) -> Row:
    groups = [group for family in result.families for group in family.groups]
    differing = set(result.differing)
    return {
        "schema_version": SCHEMA_VERSION,
        "coverage": coverage(result),
        "sources": sources(result),
        "claims": [claim(one) for one in result.claims],
        "derived": [claim(one) for one in derived(result)],
        "groups": [group(one, one.id in differing) for one in groups],
        "findings": [finding(one) for one in result.findings],
        "changes": msgspec.to_builtins(result.changes),
    }


def derived(result: Result) -> list[Claim]:
    """Claims that are named in groups and findings and stand in no source, each once."""
    named = {c for family in result.families for c in family.derived}
    named |= {c for family in result.families for g in family.groups for c in g.claims}
    named |= {c for one in result.findings for c in one.claims}
    return sorted(named.difference(result.claims))


def coverage(result: Result) -> Row:
    row: Row = msgspec.to_builtins(result.coverage)
    return row | {"rejected_by_reason": dict(result.coverage.rejected_by_reason)}


def sources(result: Result) -> list[Row]:
    read = [source(one) for one in result.documents]
    return read + [{"source": one.source, "unread": one.reason} for one in result.unread]


def source(document: Article) -> Row:
    return {
        "source": document.source,
        "item": document.item,
        "title": document.title,
        "outlet": document.outlet,
        "published": str(document.published) if document.published else None,
        "published_how": document.published_how,
        "language": document.language,
        "encoding": document.encoding,
    }


def claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "source": claim.source,
        "item": claim.item,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "line": claim.line,
        "column": claim.column,
        "metric": claim.metric,
        "label": claim.label,
        "kind": claim.kind,
        "subject": claim.subject,
        "object": claim.object,
        "roles": dict(claim.roles),
        "filters": dict(claim.filters),
        "definition": claim.definition,
        "period": edtf(claim.period),
        "as_of": edtf(claim.as_of),
        "published": str(claim.published) if claim.published else None,
        "outlet": claim.outlet,
        "speaker": claim.speaker,
        "upstream": claim.upstream,
        "voice": claim.voice,
        "modality": claim.modality,
        "value": value(claim),
        "decided": {d.slot: {"how": d.how, "words": d.words} for d in claim.decided},
        "proof": list(claim.proof),
        "arithmetic": claim.arithmetic,
        "rule": claim.rule,
    }


def value(claim: Claim) -> Row:
    """One of three shapes: a number, a time (`from`, `to`), a fact (`term`)."""
    mention = claim.mention
    if claim.term:
        return {"term": msgspec.to_builtins(claim.term)}
    if mention.kind in {"date", "period"} and mention.stated is None:
        held = mention.period or Period()
        return {
            "from": str(held.first) if held.first else None,
            "to": str(held.last) if held.last else None,
        }
    return {
        "stated": finite(mention.stated),
        "low": finite(mention.low),
        "high": finite(mention.high),
        "hedge": mention.hedge,
        "unit": mention.unit,
    }


def finite(number: float | None) -> float | None:
    """JSON has no infinity: an unbounded end is null."""
    return number if number is not None and isfinite(number) else None


def group(group: Group, differs: bool) -> Row:
    return {
        "id": group.id,
        "family": group.family,
        "label": group.label,
        "claims": [one.id for one in group.claims],
        "why": [
            {"claim": one.claim, "to": one.to, "score": one.score, "slots": dict(one.slots)}
            for one in group.links
        ],
        "testimonies": [list(one) for one in group.testimonies],
        "differs": differs,
    }


def finding(finding: Finding) -> Row:
    return {
        "id": finding.id,
        "code": finding.code,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "groups": list(finding.groups),
        "claims": [one.id for one in finding.claims],
        "message": finding.message,
        "arithmetic": finding.arithmetic,
        "escape": finding.escape,
        "why_linked": finding.why_linked,
        "status": finding.status,
        "fingerprints": list(finding.fingerprints),
        "source": finding.source,
        "line": None if finding.claims else finding.line,
        "camps": [camp(one) for one in finding.camps],
        "causes": msgspec.to_builtins(finding.causes),
        "review": msgspec.to_builtins(finding.review),
        "material": finding.material,
        "suppression": msgspec.to_builtins(finding.suppression),
    }


def camp(camp: Camp) -> Row:
    held = camp.common
    return {
        "claims": list(camp.claims),
        "says": camp.says,
        "low": finite(held.low) if held else None,
        "high": finite(held.high) if held else None,
        "sources": camp.sources,
        "testimonies": camp.testimonies,
    }


def edtf(period: Period | None) -> str | None:
    return period.edtf if period else None


def assertions(result: Result) -> Iterator[tuple[Finding, Claim | None]]:
    """Every claim of every finding; None once for a finding on a source."""
    for one in result.findings:
        if not one.claims:
            yield one, None
        for held in one.claims:
            yield one, held
