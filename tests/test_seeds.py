"""What the reports on the seeds must show: `seeds/expected.yaml`, on the digests and the originals."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from audit import pipeline
from audit.config import Config
from audit.model import Claim, Finding, Result

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
ORIGINALS = ROOT.parent / "shared" / "seeds"
EXPECTED: dict[str, Any] = yaml.safe_load((SEEDS / "expected.yaml").read_text(encoding="utf-8"))
SEVERITY = {"error": 0, "warning": 1, "info": 2}


@cache
def analysed(which: str) -> Result:
    if which == "originals":
        if not ORIGINALS.is_dir():
            pytest.skip("the original articles are not here: ../shared/seeds")
        return pipeline.run([str(ORIGINALS)], Config())
    five = sorted(
        str(p) for p in SEEDS.iterdir() if p.suffix in (".md", ".txt") and p.name != "README.md"
    )
    return pipeline.run(five if which == "five" else [*five, str(SEEDS / "more")], Config())


CORPORA = [("five", "five"), ("originals", "five"), ("all", "all")]


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(which, one, id=f"{which}: {one['name']}")
        for which, part in CORPORA
        for one in EXPECTED[part].get(kind, [])
    ]


@pytest.mark.parametrize(("which", "wanted"), cases("findings"))
def test_found(which: str, wanted: dict[str, Any]) -> None:
    result = analysed(which)
    fits: Callable[[Finding], bool] = lambda f: _fits(f, wanted, sources=which != "originals")  # noqa: E731
    found = [f for f in result.findings if f.code in wanted["codes"] and fits(f)]
    near = [
        f"{f.code} {f.severity} {f.message}" for f in result.findings if f.code in wanted["codes"]
    ]
    assert found, near
    if wanted["codes"] != ["X403"]:
        assert min(SEVERITY[f.severity] for f in found) == SEVERITY[wanted["severity"]], found


@pytest.mark.parametrize("which", ["five", "originals"])
def test_no_error(which: str) -> None:
    assert [f.message for f in analysed(which).findings if f.severity == "error"] == []


@pytest.mark.parametrize(("which", "group"), cases("groups"))
def test_grouped(which: str, group: dict[str, Any]) -> None:
    result = analysed(which)
    together = [g for family in result.families for g in family.groups]
    assert any(all(any(_says(c, q) for c in g.claims) for q in group["quotes"]) for g in together)


@pytest.mark.parametrize(("which", "pair"), cases("apart"))
def test_never_loud_together(which: str, pair: dict[str, Any]) -> None:
    loud = [f for f in analysed(which).findings if f.severity != "info"]
    met = [
        f for f in loud if all(any(_says(c, quote) for c in f.claims) for quote in pair["quotes"])
    ]
    assert [f.message for f in met] == []


@pytest.mark.parametrize(("which", "wanted"), cases("derived"))
def test_derived(which: str, wanted: dict[str, Any]) -> None:
    derived = [c for family in analysed(which).families for c in family.derived]
    spans = [(c.mention.low, c.mention.high) for c in derived]
    assert any(
        low is not None and high is not None and abs(low - wanted["low"]) < 1e6 and abs(high - wanted["high"]) < 1e6
        for low, high in spans
    ), spans  # fmt: skip


@pytest.mark.parametrize("which", ["five", "originals", "all"])
def test_every_number_is_accounted_for(which: str) -> None:
    coverage = analysed(which).coverage
    assert coverage.numbers > 100
    assert 0 <= coverage.unresolved < 0.05 * coverage.numbers, coverage


def _says(claim: Claim, words: str) -> bool:
    """Whether the claim's value stands inside these words of its sentence."""
    quote, wanted = _plain(claim.quote), _plain(words)
    at = quote.find(wanted)
    if at < 0 or claim.sentence is None:
        return False
    start = claim.start - claim.sentence.start
    return at - 1 <= start < at + len(wanted)


def _fits(finding: Finding, wanted: dict[str, Any], *, sources: bool) -> bool:
    told = {c.source for c in finding.claims} | ({finding.source} if finding.source else set())
    if sources and not all(
        any(s.endswith(name) for s in told) for name in wanted.get("sources", [])
    ):
        return False
    if not all(
        any(_plain(quote) in _plain(c.quote) for c in finding.claims)
        for quote in wanted.get("quotes", [])
    ):
        return False
    text = " ".join((finding.message, finding.arithmetic, finding.escape))
    return all(str(word) in text for word in wanted.get("says", []))


def _plain(text: str) -> str:
    """Length is kept: positions in the plain text are positions in the quote."""
    return text.lower().replace("’", "'").replace("\n", " ")
