"""Article text is text: nothing in it runs, nothing in it breaks the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

Visit = Callable[..., Page]
Reported = Callable[..., Path]

SCRIPTS = "</script><script>window.hit = 1</script><img src=x onerror='window.hit = 1'>"
TEXTS = {
    "script": SCRIPTS,
    "quotes": '"\' onmouseover="window.hit = 1" `${window.hit = 1}` {{ 7*7 }} {% raw %} &amp; &lt;b&gt;',
    "style and comment": "</style><style>*{display:none}</style><!-- <base href='//e.example'> --!>",
    "direction": "\u202eהטקסט הזה\u2066 مرحبا 👩‍👩‍👧 \u0301",
    "control": "\x01\x08\x0b\x1b[31m\x7f\u2028\u2029\ufffe",
    "long": "x" * 100_000,
}


@pytest.mark.parametrize("kind", TEXTS)
def test_it_is_shown_and_nothing_runs(
    visit: Visit, reported: Reported, tmp_path: Path, kind: str
) -> None:
    text = TEXTS[kind]
    title = text[:200].replace("\n", " ")
    name = "<b onclick=alert(1)>\"'&.md"
    for file, value in (("one.md", "$8.9 billion"), (name, "$5.2 billion")):
        (tmp_path / file).write_text(
            f"date 2026-03-02 {title}\n\nIn 2025, trade turnover between Kazakhstan and Germany reached "
            f"{value} {text}.\n",
            encoding="utf-8",
        )
    page = visit(reported(tmp_path / "report.html", str(tmp_path)))
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("typeof window.hit") == "undefined"
    assert page.locator(".entry.error").count() >= 1
    quotes = page.locator(".entry.error blockquote").all_text_contents()
    seen = text.split("\u2028")[0][:60]  # where the sentence ends
    assert sum(seen in quote for quote in quotes) >= 2
    assert page.locator("main img, main b[onclick], main script, main style").count() == 0
    assert page.locator(".filters").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1100
