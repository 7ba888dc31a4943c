"""Large reports: small enough to mail, quick to open, and what is cut is said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import combinations, islice
from pathlib import Path

import pytest
from playwright.sync_api import Page

from audit import report
from audit.model import Result
from audit.report.page import contents

Visit = Callable[..., Page]
COUNTRIES = (
    "Germany",
    "France",
    "Japan",
    "Kenya",
    "Chile",
    "Norway",
    "Italy",
    "Peru",
    "Ghana",
    "Latvia",
)
GROUPS = 500


@pytest.fixture(scope="session")
def five_hundred(reported: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on 1,000 articles that quarrel two by two."""
    folder = tmp_path_factory.mktemp("large")
    pairs = ((a, b, year) for a, b in combinations(COUNTRIES, 2) for year in range(2008, 2022))
    text = "Trade turnover between {} and {} in {} was {} billion US dollars, the statistics office of the country said."
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as out:
        for n, (a, b, year) in enumerate(islice(pairs, GROUPS)):
            for value in (3 + n % 7, 11 + n % 5):
                day = f"{year + 1}-03-02"
                words = text.format(a, b, year, value)
                out.write(
                    json.dumps(
                        {
                            "id": f"{n}-{value}",
                            "text": words,
                            "date": day,
                            "source": f"Paper {n % 40}",
                        }
                    )
                    + "\n"
                )
    return reported(folder / "report.html", "articles.jsonl", folder=folder)


def test_500_groups_are_under_2_mb_and_open_in_2_seconds(visit: Visit, five_hundred: Path) -> None:
    assert five_hundred.stat().st_size < 2_000_000
    page = visit(five_hundred)
    assert page.locator(".entry").count() >= GROUPS * 0.9
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    assert ready < 2000


def test_what_is_cut_is_said(
    analyse: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Trade turnover between Kazakhstan and {} in 2025 was {}."
    told = [("Germany", "$8.9 billion"), ("Germany", "$5.2 billion"), ("France", "$3.1 billion"),
            ("France", "$3.1 billion"), ("Italy", "$3.3 billion"), ("Italy", "$3.3 billion"),
            ("Kenya", "$1.1 billion"), ("Japan", "$2.1 billion")]  # fmt: skip
    result = analyse(*(("2026-03-02", text.format(*one)) for one in told))
    assert "agreeing groups" not in report.render(result, "html")
    monkeypatch.setattr(contents, "GROUPS", 2)
    monkeypatch.setattr(contents, "_ALONE", 1)
    page = report.render(result, "html")
    more = "are shown; --output-format html-dir=FOLDER has them all."
    assert f"1 of 2 agreeing groups, the most told, {more}" in page
    assert "differing groups" not in page
    assert f"1 of 2 claims, {more}" in page
    monkeypatch.setattr(contents, "GROUPS", 0)
    page = report.render(result, "html")
    assert f"0 of 1 groups with findings, the worst, {more}" in page


def test_a_folder_holds_all_and_its_links_meet(run: Callable[..., object], tmp_path: Path) -> None:
    source = Path(__file__).parent.parent.parent / "seeds"
    run("report", str(source), "--output-format", "html-dir=out/pages")
    pages = {p.name: p.read_text(encoding="utf-8") for p in (tmp_path / "out" / "pages").iterdir()}
    assert {"index.html", "sources-1.html", "agreeing-1.html", "alone-1.html"} <= set(pages)
    ids = {name: set(re.findall(r'\sid="([^"]+)"', text)) for name, text in pages.items()}
    for name, text in pages.items():
        for file, anchor in re.findall(r'href="([^"#]*)#?([^"]*)"', text):
            assert not file or file in pages
            assert not anchor or anchor in ids[file or name]


@pytest.mark.parametrize("form", ["html-dir", "html-dir=", "html-dir=-"])
def test_a_folder_must_be_named(run: Callable[..., object], form: str) -> None:
    done = run("report", ".", "--output-format", form)
    assert done.returncode == 2  # type: ignore[attr-defined]
    assert "expected a f" in done.stderr  # type: ignore[attr-defined]
