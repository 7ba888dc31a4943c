"""What an editor does with it: sift, link, decide, copy, by mouse and by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]


def shown(page: Page) -> int:
    return page.locator(".entry:not([hidden])").count()


def sifted(page: Page, name: str, value: str) -> None:
    page.locator(".filters > details").evaluate("(one) => { one.open = true; }")
    page.locator(f".filters [name={name}]").select_option(value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("severity", "error"), ("check", "D302"), ("entity", "GB"), ("status", "new"),
     ("source", "seeds/trend-roadmap.md"), ("metric", "companies with foreign participation")],
)  # fmt: skip
def test_a_filter_leaves_what_fits_and_stands_in_the_hash(
    visit: Visit, seeds: Path, name: str, value: str
) -> None:
    page = visit(seeds)
    every = shown(page)
    sifted(page, name, value)
    left = shown(page)
    assert 0 < left <= every
    assert page.locator(".shown").inner_text() == f"{left} of {every} shown"
    for entry in page.locator(".entry:not([hidden])").all():
        assert value in (entry.get_attribute(f"data-{name}") or "").split("|")
    fragment = page.evaluate("location.hash")
    again = visit(seeds, fragment)
    assert shown(again) == left
    assert again.locator(f".filters [name={name}]").input_value() == value


def test_text_and_dates_filter_and_nothing_found_says_so(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    page.locator("[name=q]").fill("516 ENTERPRISES")
    assert shown(page) == 1
    page.locator("[name=q]").fill("no such words")
    assert page.locator(".none").is_visible()
    page.locator("[name=q]").fill("")
    every = shown(page)
    sifted(page, "severity", "")
    page.locator("[name=from]").fill("2026-01-01")
    late = shown(page)
    assert 0 < late < every
    page.locator("[data-do=clear]").click()
    assert shown(page) == every
    assert page.evaluate("location.hash") == ""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_permalink_opens_its_group(visit: Visit, seeds: Path, script: bool) -> None:
    anchor = visit(seeds).locator(".finding").nth(4).get_attribute("id")
    page = visit(seeds, f"#{anchor}", java_script_enabled=script)
    assert page.locator(f"#{anchor} p").is_visible()


def test_a_fingerprint_or_an_id_is_a_permalink_too(visit: Visit, seeds: Path) -> None:
    finding = visit(seeds).locator(".finding[data-prints]:not([data-prints=''])").nth(2)
    anchor, prints = finding.get_attribute("id"), finding.get_attribute("data-prints") or ""
    for name in (finding.get_attribute("data-id"), prints.split()[0]):
        assert visit(seeds, f"#{name}").locator(f"#{anchor} p").is_visible()


def test_a_mark_in_an_article_leads_to_its_finding(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    page.locator("#sources details:has(a.claim) summary").first.click()
    mark = page.locator("#sources a.claim").first
    target = mark.get_attribute("href")
    mark.click()
    assert page.locator(f"{target} p").is_visible()
    place = page.locator(f".entry:has({target}) .cards p a").first
    place.click()
    assert page.locator(f"{place.get_attribute('href')} .text:not(.head)").is_visible()


def test_the_keyboard_alone_opens_and_closes(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    page.keyboard.press("j")
    page.keyboard.press("j")
    entry = page.locator(".entry").nth(1)
    page.keyboard.press("Enter")
    assert entry.locator("blockquote").first.is_visible()
    page.keyboard.press("Escape")
    assert not entry.locator("blockquote").first.is_visible()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert page.locator(".entry").first.get_attribute("open") is not None
    page.keyboard.press("/")
    page.keyboard.type("jk/")
    assert page.locator("[name=q]").input_value() == "jk/"


def decide(page: Page, entry: int, decision: str, reason: str) -> None:
    box = page.locator(".entry").nth(entry)
    box.locator("summary").first.click()
    box.locator("[name=decision]").first.select_option(decision)
    box.locator("[name=reason]").first.fill(reason)
    box.locator("[name=reason]").first.blur()


def test_decisions_are_kept_and_exported(visit: Visit, seeds: Path, tmp_path: Path) -> None:
    page = visit(seeds)
    assert not page.locator("[data-do=save]").is_visible()
    decide(page, 0, "explained", "two ways to count")
    decide(page, 1, "false", "")
    page.reload()
    assert page.locator(".entry").first.locator(".decided").inner_text() == "decided: explained"
    page.locator(".entry summary").first.click()
    assert page.locator("[name=reason]").first.input_value() == "two ways to count"
    with page.expect_download() as waiting:
        page.locator("[data-do=save]").click()
    waiting.value.save_as(tmp_path / "decisions.json")
    found = json.loads((tmp_path / "decisions.json").read_text(encoding="utf-8"))
    ids = {f["id"]: f for f in json.loads((seeds.parent / "r.json").read_text())["findings"]}
    assert found["schema_version"] == 1
    assert [(d["decision"], d["reason"]) for d in found["decisions"]] == [
        ("explained", "two ways to count"), ("false", ""),
    ]  # fmt: skip
    for one in found["decisions"]:
        assert one["fingerprints"] == ids[one["finding"]]["fingerprints"] != []


def test_where_nothing_may_be_stored_decisions_still_work(visit: Visit, seeds: Path) -> None:
    page = visit(seeds)
    page.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }})"
    )
    page.reload()
    decide(page, 0, "real", "")
    assert page.locator("[data-do=save]").inner_text() == "Export 1 decision"


def test_a_finding_is_copied_as_markdown(visit: Visit, seeds: Path) -> None:
    page = visit(seeds, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".entry summary").first.click()
    page.get_by_role("button", name="Copy as Markdown").first.click()
    page.get_by_role("button", name="Copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("### ")
    assert text.count("\n  > ") >= 2
