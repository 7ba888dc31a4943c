"""The page as its readers meet it: in a browser, from a file, with every other address refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

ROOT = Path(__file__).parent.parent.parent
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
Visit = Callable[..., Page]
Reported = Callable[..., Path]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.fail(
            "the page is tested in a browser: apt-get install chromium (.ci/run does)", False
        )
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """`visit(file, hash, **context)`: the page, which must neither complain nor ask for anything."""
    complaints: list[str] = []
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    def opened(path: Path, fragment: str = "", **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1100, "height": 800}} | options)  # type: ignore[arg-type]
        context.route(lambda url: not url.startswith(("file:", "blob:")), refuse)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri() + fragment)
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert complaints == []
    assert asked == []


@pytest.fixture(scope="session")
def reported() -> Reported:
    """`reported(out, *arguments)`: the page that the tool writes."""

    def report(out: Path, *arguments: str, folder: Path = ROOT) -> Path:
        command = [sys.executable, "-m", "audit", "report", "--quiet", *arguments]
        command += ["--output-format", f"html={out}"]
        subprocess.run(command, cwd=folder, check=True)
        return out

    return report


@pytest.fixture(scope="session")
def seeds(reported: Reported, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on the demo corpus, with its JSON beside it."""
    folder = tmp_path_factory.mktemp("seeds")
    return reported(folder / "report.html", "seeds", "--output-format", f"json={folder / 'r.json'}")
