"""SARIF 2.1.0 (OASIS): for code scanning services, editors and viewers.

A result stands on the finding's first side; the other sides are related locations, named in the
message. What the baseline knows and what is waived is there, suppressed.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import msgspec

from audit.model import Claim, Finding, Result
from audit.report import encode, manual, place, rows, told
from audit.report.look import Look
from audit.report.mark import marks

WHOLE = True
Node = dict[str, Any]
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(result: Result, look: Look) -> str:
    codes = sorted({one.code for one in result.findings} | set(look.manual))
    run = {
        "tool": {"driver": _driver(codes, look)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "Where the tool was started."}}},
        "automationDetails": {"id": "claim-audit/"},
        "invocations": [_invocation(result)],
        "results": [
            _result(one, mark, codes.index(one.code))
            for one, mark in zip(result.findings, marks(result.findings), strict=True)
        ],
        "properties": {
            "coverage": rows.coverage(result),
            "changes": msgspec.to_builtins(result.changes),
        },
    }
    return encode.json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(codes: list[str], look: Look) -> Node:
    return {
        "name": "claim-audit",
        "version": version("claim-audit"),
        "rules": [_rule(manual.page(code, look.manual)) for code in codes],
    }


def _rule(page: manual.Page) -> Node:
    level = _LEVELS[page.severity]
    rule: Node = {"id": page.code, "defaultConfiguration": {"level": level}}
    if not page.text:
        return rule
    return rule | {
        "name": page.name,
        "shortDescription": {"text": page.name.replace("-", " ")},
        "fullDescription": {"text": page.finds},
        "help": {"text": page.text, "markdown": page.text},
    }


def _invocation(result: Result) -> Node:
    unread = [
        {
            "level": "error",
            "message": {"text": encode.clean(one.reason)},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(one.source)}}],
        }
        for one in result.unread
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": unread}


def _result(finding: Finding, mark: str, rule: int) -> Node:
    first, *others = finding.claims or (None,)
    where = _location(first) if first else _line(finding)
    node: Node = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [where],
        "partialFingerprints": {"primaryLocationLineHash": mark, "assertions/v1": mark},
        "properties": {"id": finding.id, "verdict": finding.verdict},
    }
    if others:
        node["relatedLocations"] = [
            _location(claim) | {"id": number, "message": {"text": _plain(told.said(claim))}}
            for number, claim in enumerate(filter(None, others), 1)
        ]
    if finding.status != "new":
        node["suppressions"] = [_suppression(finding)]
    return node


def _suppression(finding: Finding) -> Node:
    """By a comment it is in the source, else outside of it (section 3.35)."""
    why = finding.suppression
    if finding.status == "known" or why is None:
        said = "known to the baseline" if finding.status == "known" else "waived"
        return {"kind": "external", "justification": said}
    kind = "inSource" if why.by == "comment" else "external"
    said = encode.clean(f"{why.verdict}: {why.reason} ({why.place})")
    return {"kind": kind, "justification": said}


def _message(finding: Finding) -> str:
    """The message; each other side is a link to its related location (section 3.11.6)."""
    said, *rest = told.lines(finding)
    links = [
        f"other side: [{_plain(f'{place.path(claim.source)}:{claim.line}')}]({number})"
        for number, claim in enumerate(finding.claims[1:], 1)
    ]
    return "\n".join([_plain(said), *links, *map(_plain, rest[len(links) :])])


def _plain(text: str) -> str:
    """Text of an article that must not turn into a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(claim: Claim) -> Node:
    last, column = place.end(claim)
    region = {
        "startLine": claim.line,
        "startColumn": claim.column,
        "endLine": last,
        "endColumn": column,
        "snippet": {"text": encode.clean(claim.mention.text)},
    }
    where = {"artifactLocation": _artifact(claim.source), "region": region}
    return {"physicalLocation": where}


def _line(finding: Finding) -> Node:
    region = {"startLine": finding.line}
    where = {"artifactLocation": _artifact(finding.source or ""), "region": region}
    return {"physicalLocation": where}


def _artifact(source: str) -> Node:
    uri = place.uri(source)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}
