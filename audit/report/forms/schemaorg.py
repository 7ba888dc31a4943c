"""The claims as schema.org `Claim`s (JSON-LD): what was said, by whom, where it appeared.

There is no `ClaimReview`: this tool rates nothing.
"""

from __future__ import annotations

from typing import Any

from audit.model import Claim, Result
from audit.report import encode, place, rows, wording
from audit.report.look import Look

Node = dict[str, Any]


def render(result: Result, _look: Look) -> str:
    titles = {(one.source, one.item): one.title for one in result.documents}
    graph = [_claim(one, titles.get((one.source, one.item))) for one in result.claims]
    return encode.json({"@context": "https://schema.org", "@graph": graph})


def _claim(claim: Claim, title: str | None) -> Node:
    node = {
        "@type": "Claim",
        "@id": f"urn:claim-audit:claim:{claim.id}",
        "name": f"{claim.label}: {wording.value(claim)}",
        "text": claim.quote or claim.mention.text,
        "appearance": _article(claim, title),
        "about": _about(claim),
        "temporalCoverage": rows.edtf(claim.period or claim.as_of),
        "author": {"@type": "Thing", "name": claim.speaker} if claim.speaker else None,
    }
    return _known(node)


def _article(claim: Claim, title: str | None) -> Node:
    node = {
        "@type": "Article",
        "url": place.uri(claim.source),
        "headline": title,
        "datePublished": str(claim.published) if claim.published else None,
        "publisher": {"@type": "Organization", "name": claim.outlet} if claim.outlet else None,
    }
    return _known(node)


def _about(claim: Claim) -> Node:
    mention = claim.mention
    node = {
        "@type": "PropertyValue",
        "propertyID": claim.metric,
        "name": claim.label,
        "value": wording.value(claim) if mention.stated is None else rows.finite(mention.stated),
        "minValue": rows.finite(mention.low),
        "maxValue": rows.finite(mention.high),
        "unitText": mention.unit or mention.noun,
    }
    return _known(node)


def _known(node: Node) -> Node:
    """Without what is unknown: JSON-LD has no null."""
    return {key: value for key, value in node.items() if value is not None}
