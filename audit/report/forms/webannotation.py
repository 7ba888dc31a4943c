"""The claims as W3C Web Annotations (JSON-LD): each quotes its words and says how they were read.

Selectors are TextPositionSelector (code points into the decoded file) and TextQuoteSelector; what
a finding says of a claim is a comment on it, and never a judgement.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from audit.model import Claim, Finding, Result
from audit.report import encode, place, wording
from audit.report.forms import concise
from audit.report.look import Look

Node = dict[str, Any]


def render(result: Result, _look: Look) -> str:
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        for claim in finding.claims:
            by_claim[claim.id].append(finding)
    items = [_annotation(claim, by_claim[claim.id]) for claim in result.claims]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:claim-audit:claims",
        "type": "AnnotationPage",
        "items": items,
    }
    return encode.json(page)


def _annotation(claim: Claim, findings: list[Finding]) -> Node:
    read = f"{claim.label}: {wording.value(claim)}; {wording.when(claim)}"
    comments = [f"{one.code} {one.verdict}: {concise.message(one)}" for one in findings]
    bodies = [_body(read, "describing"), *(_body(text, "commenting") for text in comments)]
    return {
        "id": f"urn:claim-audit:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": {"source": place.uri(claim.source), "selector": _selectors(claim)},
    }


def _body(text: str, purpose: str) -> Node:
    value = encode.clean(text)
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _selectors(claim: Claim) -> list[Node]:
    quote: Node = {"type": "TextQuoteSelector", "exact": claim.mention.text}
    within = claim.sentence
    if within and claim.quote and within.start <= claim.start <= claim.end <= within.end:
        quote["prefix"] = claim.quote[: claim.start - within.start]
        quote["suffix"] = claim.quote[claim.end - within.start :]
    position = {"type": "TextPositionSelector", "start": claim.start, "end": claim.end}
    return [position, quote]
