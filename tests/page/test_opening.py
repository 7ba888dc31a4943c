"""Opened from a file, with and without a script, in light and dark, on a desk and on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

Visit = Callable[..., Page]

PHONE = {"viewport": {"width": 360, "height": 740}}
LOOKS = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"color_scheme": "dark", **PHONE}]


@pytest.fixture(scope="session")
def told(seeds: Path) -> list[dict[str, Any]]:
    """The findings, with their claims in full."""
    report = json.loads((seeds.parent / "r.json").read_text(encoding="utf-8"))
    claims = {one["id"]: one for one in report["claims"] + report["derived"]}
    return [one | {"claims": [claims[c] for c in one["claims"]]} for one in report["findings"]]


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_every_finding_and_every_quote_is_there(
    visit: Visit, seeds: Path, told: list[dict[str, Any]], script: bool
) -> None:
    page = visit(seeds, java_script_enabled=script)
    text = words(page.locator("main").text_content() or "")
    assert len(told) >= 10
    for finding in told:
        assert words(finding["message"]) in text
        for claim in finding["claims"]:
            assert words(claim["quote"]) in text


def test_the_verdict_and_the_coverage_come_first(visit: Visit, seeds: Path) -> None:
    head = visit(seeds).locator("header").inner_text()
    assert re.search(r"\d+ findings: \d+ not reconcilable as written", head)
    assert re.search(r"\d+ sources, \d+ numbers, \d+ claims", head)


def test_the_worst_come_first(visit: Visit, seeds: Path) -> None:
    severities = visit(seeds).locator("#findings .entry .sev").all_inner_texts()
    order = ["Not reconcilable", "To review", "To know"]
    assert severities == sorted(severities, key=order.index)
    assert set(severities) == set(order)


def test_without_a_script_an_entry_opens_and_no_dead_control_shows(
    visit: Visit, seeds: Path
) -> None:
    page = visit(seeds, java_script_enabled=False)
    assert not page.locator(".filters").is_visible()
    entry = page.locator(".entry").first
    assert not entry.locator("blockquote").first.is_visible()
    entry.locator("summary").first.click()
    assert entry.locator("blockquote").nth(1).is_visible()
    assert entry.locator("svg.line").is_visible()


def test_the_policy_lets_nothing_else_run(seeds: Path) -> None:
    text = seeds.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "default-src &#39;none&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert not re.search(r"<[^>]+\s(style|on\w+)=", text.split("<script>")[0].split("</style>")[1])
    assert not re.search(r"(src|href)=\"(?!#)", text)


def test_a_script_that_is_not_ours_is_refused(
    seeds: Path, browser: Browser, tmp_path: Path
) -> None:
    changed = tmp_path / "changed.html"
    text = seeds.read_text(encoding="utf-8").replace(
        "</footer>", "</footer><script>hit = 1</script>"
    )
    changed.write_text(text, encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(changed.as_uri())
    assert page.evaluate("typeof hit") == "undefined"
    assert len(said) == 1
    assert "Content Security Policy" in said[0]


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "phone"])
def test_axe_finds_nothing_serious(visit: Visit, seeds: Path, look: dict[str, Any]) -> None:
    page = visit(seeds, **look)
    open_all(page, ".entry, .more, section > details:first-of-type")
    # What is off screen has no background yet, and axe would take it for white.
    page.evaluate(
        "document.querySelectorAll('.fold').forEach((one) => { one.style.contentVisibility = 'visible'; })"
    )
    found = Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], one["nodes"][0]["html"]) for one in grave] == []


@pytest.mark.parametrize("width", [360, 550, 1100])  # 550 is 1100 at 200 %
def test_nothing_is_wider_than_the_window(visit: Visit, seeds: Path, width: int) -> None:
    page = visit(seeds, viewport={"width": width, "height": 740})
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_dark_is_dark_and_severity_is_never_colour_alone(visit: Visit, seeds: Path) -> None:
    light, dark = (visit(seeds, color_scheme=scheme) for scheme in ("light", "dark"))
    paper = "getComputedStyle(document.body).backgroundColor"
    assert light.evaluate(paper) == "rgb(253, 252, 249)"
    assert dark.evaluate(paper) == "rgb(22, 23, 21)"
    for text in dark.locator(".entry > summary > .sev").all_inner_texts():
        assert re.fullmatch(r"\w[\w ]+", text)


def test_the_pdf_has_what_was_closed(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    page.emulate_media(media="print")
    closed = page.pdf()
    assert closed.startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".entry:not([open])").count() == 0
    assert not page.locator(".filters").is_visible()
    assert page.locator(".cards blockquote").first.is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".entry[open]").count() == 0


def test_without_a_script_the_print_shows_closed_entries(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, java_script_enabled=False)
    page.emulate_media(media="print")
    box = page.locator(".cards blockquote").first.bounding_box()
    assert box is not None
    assert box["height"] > 0


def open_all(page: Page, which: str = "details") -> None:
    page.locator(which).evaluate_all("(found) => found.forEach((one) => { one.open = true; })")
