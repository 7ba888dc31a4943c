"""A check of some sources says exactly what a run over everything says of them."""

from __future__ import annotations

import lzma
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from audit import check, pipeline, rulebook, store
from audit.config import Config
from audit.model import Finding, Result
from audit.store import Shelf

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "eval" / "corpora" / "china_asean.jsonl.xz"
RULES = rulebook.load()
SEEDS = sorted(
    str(p.relative_to(ROOT)) for p in (ROOT / "seeds").rglob("*") if p.suffix in (".md", ".txt")
)
# One article that meets most of what a focus must bring along: a block, a family by growth and
# by parts, an echo, an office with another holder, a derived value with its proof elsewhere.
ARTICLES = {
    "base.md": "2024-03-01|Trade between Kenya and Latvia reached $1.0 billion in 2022.",
    "grown.md": "2024-03-02|In 2023 trade between Kenya and Latvia rose by 50 % to $1.9 billion.",
    "parts.md": "2024-03-02|Trade between Kenya and Latvia was $1.9 billion in 2023: exports of $1.5 billion and imports of $0.1 billion.",
    "rank.md": "2024-03-01|Kenya is among the world's top 50 economies by size.",
    "echo.md": "2024-03-03|Kenya is among the world's 50 fastest-growing economies by size.",
    "office.md": "2024-03-01|Kenyan President Amina Otieno opened the dam near Nakuru on Friday.",
    "holder.md": "2024-03-02|Kenyan President Daniel Koech opened the dam near Nakuru on Friday.",
    "flood.md": "2024-03-01|The flood in the Arun valley destroyed 340 houses on 28 February 2024.",
    "again.md": "2024-03-01|On 28 February 2024, the flood in the Arun valley destroyed 520 houses.",
    "print.md": "2024-03-01|The lock lets 340 barges through on 6 days a week. It was built for 12 tolls in 1901.",
    "reprint.md": "2024-03-02|The lock lets 340 barges through on 6 days a week. It was built for 12 tolls in 1910.",
    "third.md": "2024-03-03|The lock lets 340 barges through on 6 days a week. It was built for 12 tolls in 1901.",
    "quiet.md": "2024-03-01|Nothing was counted here.",
    "undated.md": "|In 2023 trade between Kenya and Latvia rose to $2.4 billion.",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    for name, article in ARTICLES.items():
        day, text = article.split("|")
        head = f"---\ndate: {day}\n---\n" if day else ""
        (tmp_path / name).write_text(f"{head}{text}\n", encoding="utf-8")
    return tmp_path


def touching(result: Result, source: str) -> list[Finding]:
    return [
        turned(f, source)
        for f in result.findings
        if any(c.source == source for c in f.claims) or (f.source or "").startswith(source)
    ]


def turned(finding: Finding, source: str) -> Finding:
    """The finding told on the side of the source."""
    pairs = zip(finding.claims, finding.fingerprints, strict=False)
    order = sorted(pairs, key=lambda pair: pair[0].source != source)
    if not order:
        return finding
    claims, prints = zip(*order, strict=True)
    return replace(finding, claims=claims, fingerprints=prints)


def sources(corpus: str, only: int | None = None) -> list[str]:
    every = [one.source for one in pipeline.run([corpus], Config()).documents]
    return every[:only]


def test_a_focus_says_what_the_whole_run_says_of_it(articles: Path) -> None:
    whole = pipeline.run([str(articles)], Config())
    codes = set()
    for name in ARTICLES:
        source = (articles / name).as_posix()
        focused = pipeline.run([str(articles)], Config(), focus=[source])
        assert list(focused.findings) == touching(whole, source), name
        codes |= {f.code for f in focused.findings}
    assert {"A201", "A204", "C101", "C105", "C108", "D303", "X403", "X404"} <= codes


def test_a_focus_on_the_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    whole = pipeline.run(["seeds"], Config())
    assert len(whole.findings) > 5
    for source in SEEDS:
        focused = pipeline.run(["seeds"], Config(), focus=[source])
        assert list(focused.findings) == touching(whole, source), source


def test_a_focus_on_a_folder_that_holds_everything_is_the_whole_run(articles: Path) -> None:
    whole = pipeline.run([str(articles)], Config())
    focused = pipeline.run([str(articles)], Config(), focus=[str(articles)])
    assert focused == whole


def test_the_coverage_of_a_focus_counts_the_whole_corpus(articles: Path) -> None:
    whole = pipeline.run([str(articles)], Config()).coverage
    one = pipeline.run([str(articles)], Config(), focus=[str(articles / "flood.md")]).coverage
    assert (one.sources, one.numbers, one.claims) == (whole.sources, whole.numbers, whole.claims)
    assert (one.compared, one.not_comparable) == (1, 0)
    assert whole.compared > 1


def test_what_looks_across_families_says_by_which_keys() -> None:
    looking = [module for module in check.modules() if hasattr(module, "across")]
    assert looking
    assert [m.__name__ for m in looking if not hasattr(m, "keys")] == []


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some 400 articles of the large corpus as files of their own."""
    if not CORPUS.exists():
        pytest.skip("the large corpus is not here: ../shared/eval/corpora")
    folder = tmp_path_factory.mktemp("large")
    with lzma.open(CORPUS) as lines:
        for number, line in zip(range(400), lines, strict=False):
            (folder / f"{number:04d}.jsonl").write_bytes(line)
    return folder


def test_a_focus_on_articles_of_a_large_corpus(large: Path, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, store.edition())
    whole = pipeline.run([str(large)], Config(), shelf=shelf)
    told = {c.source for f in whole.findings for c in f.claims}
    quiet = {one.source for one in whole.documents} - told
    for source in [*sorted(told)[:6], *sorted(quiet)[:3]]:
        fresh = Shelf(tmp_path, store.edition())
        focused = pipeline.run([str(large)], Config(), focus=[source], shelf=fresh)
        assert list(focused.findings) == touching(whole, source)
        assert (fresh.made, fresh.found) == (0, 400)
    assert os.listdir(large)  # and it is where it was
