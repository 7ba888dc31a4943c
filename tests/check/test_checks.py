"""Every check on small corpora: what must raise it, and the near-identical ones that must not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from audit import check
from audit.model import Finding, Result
from audit.rulebook import Rulebook, source

LOUD = ("error", "warning")
OF_FILES = ("X", "W")  # tested on files, in test_sources.py and test_lapses.py


class Case(Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: str
    articles: list[tuple[str | None, str]]
    raises: str | None = None  # severity, for a case that must raise `code`
    quotes: list[str] = []  # what the values of its claims say
    says: list[str] = []  # what stands in message, arithmetic or escape
    instead: list[str] = []  # what is told of a case that must not raise `code`


FOLDER = Path(__file__).parent / "cases"
CASES = [case for path in sorted(FOLDER.glob("*.yaml")) for case in source.read(path, list[Case])]
RAISED = [pytest.param(c, id=f"{c.code}: {c.name}") for c in CASES if c.raises]
SILENT = [pytest.param(c, id=f"not {c.code}: {c.name}") for c in CASES if not c.raises]


@pytest.mark.parametrize("case", RAISED)
def test_raised(case: Case, analyse: Callable[..., Result]) -> None:
    findings = analyse(*case.articles).findings
    found = [f for f in findings if f.code == case.code]
    assert [f.severity for f in found] == [case.raises], told(findings)
    text = " | ".join((found[0].message, found[0].arithmetic, found[0].escape))
    assert all(words in text for words in case.says), text
    if case.quotes:
        assert quoted(found[0], case.quotes), [c.mention.text for c in found[0].claims]


@pytest.mark.parametrize("case", RAISED)
def test_nothing_louder_is_said_beside_it(case: Case, analyse: Callable[..., Result]) -> None:
    findings = analyse(*case.articles).findings
    assert [f for f in findings if f.severity in LOUD and f.code != case.code] == []


@pytest.mark.parametrize("case", SILENT)
def test_not_raised(case: Case, analyse: Callable[..., Result]) -> None:
    findings = analyse(*case.articles).findings
    codes = {f.code for f in findings}
    assert case.code not in codes, told(findings)
    assert {f.code for f in findings if f.severity in LOUD} <= set(case.instead), told(findings)
    assert codes >= set(case.instead), told(findings)


@pytest.mark.parametrize("case", RAISED)
def test_a_finding_stands_on_its_claims(case: Case, analyse: Callable[..., Result]) -> None:
    """Groups of its family, claims of the run, a fingerprint for each claim."""
    result = analyse(*case.articles)
    groups = {g.id: set(g.claims) for f in result.families for g in f.groups}
    for finding in (f for f in result.findings if f.claims):
        assert set(finding.claims) <= set(result.claims)
        assert len(finding.fingerprints) == len(finding.claims)
        assert all(groups[name] & set(finding.claims) for name in finding.groups)


def test_no_check_without_a_case_that_raises_it_and_one_that_does_not() -> None:
    wanted = {code for code in check.pages() if not code.startswith(OF_FILES)}
    assert wanted <= {case.code for case in CASES if case.raises}
    assert wanted <= {case.code for case in CASES if not case.raises}


def test_a_page_for_each_check(rules: Rulebook) -> None:
    for code, page in check.pages().items():
        assert page.startswith(f"{code} "), code
        assert rules.checks.severity[code] in page.splitlines()[0], code
        for heading in ("Finds:", "Wrong when:", "Example:"):
            assert heading in page, (code, heading)


def quoted(finding: Finding, quotes: list[str]) -> bool:
    """Whether the finding has one claim for each quote; a quote may reach into the noun behind."""
    texts = [c.quote[c.start - c.sentence.start :] for c in finding.claims if c.sentence]
    known = all(any(text.startswith(quote) for text in texts) for quote in quotes)
    return known and len(texts) == len(quotes)


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.code} {f.severity} {f.message}" for f in findings]
