"""What the tests of the command line share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

NAMES = (
    "user.name=t",
    "user.email=t@example.org",
    "core.hooksPath=/dev/null",
    "protocol.file.allow=always",
)
TRADE = "date 2026-03-02 In 2025, trade turnover between Kazakhstan and {} reached ${} billion.\n"
AGAIN = "date 2026-03-03 Trade turnover between Kazakhstan and {} in 2025 was ${} billion.\n"


@pytest.fixture
def corpus(write: Callable[[str, str | bytes], Path]) -> None:
    """Two articles that cannot both be right on one figure."""
    write(
        "news/one.txt",
        "date 2026-03-02 In 2025, trade turnover between Kazakhstan and Germany reached $8.9 billion.\n",
    )
    write(
        "news/two.txt",
        "date 2026-03-03 Trade turnover between Kazakhstan and Germany in 2025 was $5.2 billion.\n",
    )


class Done(Struct):
    code: int
    told: list[str]  # lines of findings
    counts: tuple[int, ...]  # findings introduced, assertions fixed, findings remaining
    errors: str


class Repo(Struct):
    path: Path
    inside: str = "."  # where the tool is started

    def trade(self, country: str, billion: str) -> str:
        return TRADE.format(country, billion)

    def again(self, country: str, billion: str) -> str:
        return AGAIN.format(country, billion)

    def git(self, *arguments: str, folder: str = ".") -> str:
        named = [part for name in NAMES for part in ("-c", name)]
        done = subprocess.run(
            ["git", *named, *arguments], cwd=self.path / folder, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return os.fsdecode(done.stdout).strip()

    def write(self, name: str, text: str) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, folder: str = ".") -> None:
        self.git("add", "-A", folder=folder)
        self.git("commit", "-q", "--allow-empty", "-m", "more", folder=folder)

    def run(self, *arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "audit", *arguments],
            cwd=self.path / self.inside,
            input=stdin,
            env=os.environ | env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def check(self, *arguments: str, since: str = "HEAD", **given: str) -> Done:
        done = self.run("check", "--new-since", since, *arguments, **given)
        *told, last = done.stdout.splitlines() or [""]
        counts = last.rpartition(": ")[2].split(", ") if "; since " in last else []
        return Done(done.returncode, told, tuple(int(c.split()[0]) for c in counts), done.stderr)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A corpus with an old quarrel, about Germany, committed."""
    repo = Repo(tmp_path / "work")
    repo.path.mkdir()
    repo.git("init", "-q", "-b", "main")
    repo.write("claim-audit.toml", 'paths = ["news"]\n')
    repo.write("news/old.txt", repo.trade("Germany", "8.9"))
    repo.write("news/other.txt", repo.again("Germany", "5.2"))
    repo.write("news/peace.txt", repo.trade("France", "3.1"))
    repo.commit()
    return repo
