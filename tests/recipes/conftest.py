"""Real git repositories with articles that mean harm by their names, and the steps that meet them."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct

ROOT = Path(__file__).resolve().parent.parent.parent
HOSTILE = (
    "$(touch canary).txt",
    "`touch canary`.txt",
    "; touch canary ;.txt",
    "-rf.txt",
    "--fail-on=never.txt",
    "a b  c.txt",
    "quo'te\".txt",
    "new\nline.txt",
    "*.txt",
    "\\x.txt",
    "%0A::error::x.txt",
    "${IFS}touch${IFS}canary.txt",
)
FIRST = (
    "date 2026-03-02 In 2025, trade turnover between Kazakhstan and Germany reached ${} billion.\n"
)
SECOND = "date 2026-03-03 Trade turnover between Kazakhstan and Germany in 2025 was ${} billion.\n"
RECORDER = '#!/bin/sh\nprintf "%s\\0" "$@" >>"$ARGUMENTS"\n'
REAL = '#!/bin/sh\nexec "{python}" -m audit "$@"\n'


class Done(Struct):
    """What a step did: exit code, what it printed, and the files it wrote for the next one."""

    code: int
    text: str
    outputs: dict[str, str]
    summary: str
    arguments: list[str]  # of the tool, where it was only recorded


class Repo(Struct):
    path: Path
    base: str

    def git(self, *arguments: str) -> str:
        return git(self.path, *arguments)

    @property
    def canary(self) -> bool:
        return any(path.name == "canary" for path in self.path.rglob("*"))


def git(path: Path, *arguments: str) -> str:
    named = (
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "core.hooksPath=/dev/null",
    )
    command = ["git", "-C", str(path), *named, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A corpus of one article, committed; nothing has changed since."""
    path = tmp_path / "work"
    (path / "news").mkdir(parents=True)
    (path / "news" / "one.txt").write_text(FIRST.format("8.9"))
    (path / "claim-audit.toml").write_text('paths = ["news"]\n')
    git(path, "init", "-q", "-b", "main")
    git(path, "add", "-A")
    git(path, "commit", "-q", "-m", "corpus")
    return Repo(path, git(path, "rev-parse", "HEAD"))


@pytest.fixture
def changed(repo: Repo) -> Repo:
    """The same with an article of each hostile name that contradicts the corpus."""
    for number, name in enumerate(HOSTILE):
        (repo.path / "news" / name).write_text(SECOND.format(f"5.{number + 1}"))
    repo.git("add", "-A")
    repo.git("commit", "-q", "-m", "articles")
    return repo


Shell = Callable[..., Done]


@pytest.fixture
def shell(repo: Repo, tmp_path: Path) -> Shell:
    """`shell(script, env, real=False)`: under bash as a runner starts it, in the repository."""
    bin_, temp = tmp_path / "bin", tmp_path / "temp"
    bin_.mkdir()
    temp.mkdir()
    outputs, summary, arguments = temp / "outputs", temp / "summary", temp / "arguments"

    def run(script: str, env: Mapping[str, str], *, real: bool = False) -> Done:
        tool = bin_ / "claim-audit"
        tool.write_text(REAL.format(python=sys.executable) if real else RECORDER)
        tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
        for file in (outputs, summary, arguments):
            file.write_text("")
        given = {
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            "ARGUMENTS": str(arguments),
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=repo.path, env=os.environ | given | env, capture_output=True, text=True, check=False,
        )  # fmt: skip
        pairs = (line.partition("=") for line in outputs.read_text().splitlines())
        return Done(
            done.returncode,
            done.stdout + done.stderr,
            {name: value for name, _, value in pairs},
            summary.read_text(),
            arguments.read_text().split("\0")[:-1],
        )

    return run
