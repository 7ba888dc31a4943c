"""The screenful for notebooks: what `import audit` gives, as its docstring promises."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import audit
from audit.model import Claim, Fault, Finding, Mention

TEXT = "Trade between Fiji and Japan rose 20 % to $1.2bn in 2023."
OTHER = "In 2023 trade between Japan and Fiji came to $1.7 billion."


@pytest.fixture
def articles(tmp_path: Path) -> str:
    for name, text in (("one.md", TEXT), ("two.md", OTHER)):
        (tmp_path / name).write_text(f"---\ndate: 2024-02-01\n---\n{text}\n", encoding="utf-8")
    return str(tmp_path)


def test_mentions_of_a_text() -> None:
    found = audit.mentions(TEXT)
    assert all(isinstance(one, Mention) for one in found)
    assert [(m.kind, m.text) for m in found] == [
        ("percent", "20 %"),
        ("money", "$1.2bn"),
        ("period", "2023"),
    ]
    assert all(TEXT[m.start : m.end] == m.text for m in found)
    assert audit.mentions("") == ()


def test_offsets_are_code_points() -> None:
    text = "Café \U0001f1eb\U0001f1ef sold 320 cakes."
    (found,) = audit.mentions(text)
    assert text[found.start : found.end] == "320"


def test_claims_of_paths(articles: str) -> None:
    found = audit.claims([articles])
    assert all(isinstance(one, Claim) for one in found)
    assert [c.metric for c in found] == [
        "trade_turnover.growth",
        "trade_turnover",
        "trade_turnover",
    ]
    assert list(found) == sorted(found)


def test_findings_of_paths_come_worst_first(articles: str) -> None:
    found = audit.findings([articles])
    assert all(isinstance(one, Finding) for one in found)
    assert found[0].code == "C101"
    assert [f.rank for f in found] == sorted(f.rank for f in found)


@pytest.mark.parametrize("call", [audit.claims, audit.findings])
def test_a_path_that_is_missing_is_a_fault(call, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="nowhere"):
        call([str(tmp_path / "nowhere")])


@pytest.mark.parametrize(
    ("a", "b", "relation", "verdict"),
    [
        ("516 firms operate there", "516 firms operate there", "equal", "agrees"),
        ("516 firms operate there", "740 firms operate there", "disjoint", "conflict"),
        ("More than 500 firms operate there", "516 firms operate there", "b_within_a", "refines"),
        ("516 firms operate there", "More than 500 firms operate there", "a_within_b", "refines"),
        ("At least 34 boats sank", "At most 40 boats sank", "overlaps", "agrees"),
        ("The dam holds 3 tonnes", "The dam holds 3,000 kilograms", "equal", "agrees"),
        ("The dam is old", "The dam holds 3 tonnes", "none", "not comparable"),
        ("It holds 3 tonnes", "It costs $4", "none", "not comparable"),
    ],
)
def test_compare_two_texts(a: str, b: str, relation: str, verdict: str) -> None:
    found = audit.compare(a, b)
    assert (found.relation, found.verdict) == (relation, verdict)
    assert found.why


def test_frame_has_one_row_for_each_noun(articles: str) -> None:
    claims, findings = audit.claims([articles]), audit.findings([articles])
    frame = audit.frame(claims)
    assert len(frame) == len(claims)
    assert list(frame["metric"]) == [c.metric for c in claims]
    assert list(audit.frame(findings)["code"]) == [f.code for f in findings]
    assert list(audit.frame(audit.mentions(TEXT))["text"]) == ["20 %", "$1.2bn", "2023"]
    assert len(audit.frame([])) == 0


def test_import_waits_for_none_of_the_heavy_libraries() -> None:
    heavy = ("pandas", "numpy", "pint", "duckdb", "babel", "nupunkt")
    code = f"import sys, audit; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_docstring_names_every_public_function() -> None:
    public = ("mentions", "claims", "findings", "compare", "frame")
    assert all(f"audit.{name}(" in (audit.__doc__ or "") for name in public)
    assert audit.__version__
