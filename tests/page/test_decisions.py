"""What a reader of the page decides and exports is what `review --apply` takes over."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent.parent
Visit = Callable[..., Page]
Reported = Callable[..., Path]
CHOICES = {
    "real": "",
    "explained": "two ways to count",
    "false": "“two” things\\",
    "not-same": "of another year",
    "waive": "known to all",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "claim-audit.toml").write_text('paths = ["seeds"]\n')
    return tmp_path


def tool(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "audit", *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


def decide(page: Page, finding: int, choice: str, reason: str) -> None:
    entry = page.locator(".entry").nth(finding)
    entry.locator("summary").first.click()
    entry.locator("[name=decision]").first.select_option(choice)
    entry.locator("[name=reason]").first.fill(reason)
    entry.locator("[name=reason]").first.blur()


def export(page: Page, path: Path) -> list[dict]:
    with page.expect_download() as waiting:
        page.locator("[data-do=save]").click()
    waiting.value.save_as(path)
    found: list[dict] = json.loads(path.read_text(encoding="utf-8"))["decisions"]
    return found


def test_every_choice_of_the_page_is_taken_over(
    visit: Visit, reported: Reported, corpus: Path
) -> None:
    page = visit(reported(corpus / "report.html", folder=corpus))
    options = page.locator("#tools").evaluate(
        "(one) => [...one.content.querySelectorAll('option')].map((o) => o.value).filter(Boolean)"
    )
    assert sorted(options) == sorted(CHOICES)
    for number, (choice, reason) in enumerate(CHOICES.items()):
        decide(page, number, choice, reason)
    exported = export(page, corpus / "decisions.json")
    told = tool(corpus, "review", "--apply", "decisions.json")
    assert told.splitlines() == [
        "claim-audit-decisions.jsonl: 1 explained, 1 false, 1 not-same, 1 real, 1 waive",
        "claim-audit-waivers.toml: 4 waived",
    ]
    text = (corpus / "claim-audit-decisions.jsonl").read_text(encoding="utf-8")
    kept = [json.loads(line) for line in text.splitlines()]
    assert {(r["decision"], r.get("reason", ""), tuple(r["fingerprints"])) for r in kept} == {
        (r["decision"], r["reason"], tuple(sorted(r["fingerprints"]))) for r in exported
    }
    again = json.loads(tool(corpus, "report", "--output-format", "json"))["findings"]
    statuses = {one["id"]: one["status"] for one in again}
    for row in exported:
        silent = row["decision"] != "real"
        assert statuses.get(row["finding"], "waived") == ("waived" if silent else "new"), row


def test_decisions_outlive_renamed_articles(visit: Visit, reported: Reported, corpus: Path) -> None:
    page = visit(reported(corpus / "report.html", folder=corpus))
    decide(page, 0, "false", "not one thing")
    export(page, corpus / "decisions.json")
    for path in sorted((corpus / "seeds").glob("2*")):
        path.rename(path.with_name(f"z-{path.name}"))
    told = tool(corpus, "review", "--apply", "decisions.json")
    assert told.splitlines()[0] == "claim-audit-decisions.jsonl: 1 false"
    (corpus / "claim-audit-waivers.toml").unlink()
    reported(corpus / "report.html", folder=corpus)
    page.reload()
    assert page.locator(".decided").inner_text() == "decided: false"
