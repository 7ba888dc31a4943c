"""JUnit XML: a suite a source, a case a finding; a source without one is a case that passes.

A new error is a failure. A known or waived finding is skipped. Warnings and information pass, with
their text as output: what fails the job is decided by `--fail-on`, and this form cannot know it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from audit.model import Finding, Result
from audit.report import place, tally, told
from audit.report.look import Look

WHOLE = True
Cases = dict[str, list[Finding | None]]


def render(result: Result, look: Look) -> str:
    cases = _by_source(result)
    every = [one for found in cases.values() for one in found]
    whole = _counts(every)
    del whole["skipped"]  # the schema counts these a suite only
    root = Element("testsuites", {"name": "claim-audit"} | whole)
    for source, found in sorted(cases.items()):
        named = place.path(source)
        suite = SubElement(root, "testsuite", {"name": named} | _counts(found))
        for one in found:
            _case(suite, named, one)
    last = SubElement(root, "testsuite", {"name": "coverage"} | _counts([]))
    SubElement(last, "system-out").text = tally.coverage(result, look.hidden)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}'


def _by_source(result: Result) -> Cases:
    """The findings of each source; None alone where there is none."""
    found: Cases = defaultdict(list)
    for one in result.findings:
        found[one.claims[0].source if one.claims else one.source or ""].append(one)
    quiet: Cases = {article.source: [None] for article in result.documents}
    return quiet | found


def _counts(cases: Sequence[Finding | None]) -> dict[str, str]:
    failures = sum(one is not None and _fails(one) for one in cases)
    skipped = sum(one is not None and one.status != "new" for one in cases)
    numbers = {"tests": len(cases), "failures": failures, "errors": 0, "skipped": skipped}
    return {key: str(number) for key, number in numbers.items()}


def _fails(finding: Finding) -> bool:
    return finding.status == "new" and finding.severity == "error"


def _case(suite: Element, source: str, finding: Finding | None) -> None:
    if finding is None:
        SubElement(suite, "testcase", {"classname": source, "name": "no finding"})
        return
    line = f" (line {finding.claims[0].line})" if finding.claims else ""
    name = f"{told.title(finding)}{line} {finding.id}"
    case = SubElement(suite, "testcase", {"classname": source, "name": name})
    message, *rest = told.lines(finding)
    text = "\n".join([message, *rest])
    if finding.status != "new":
        SubElement(case, "skipped").text = f"{finding.status}: {message}"
    elif _fails(finding):
        SubElement(case, "failure", {"type": finding.code, "message": message}).text = text
    else:
        SubElement(case, "system-out").text = f"{finding.severity}: {text}"
