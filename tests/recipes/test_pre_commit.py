"""The hooks, run by pre-commit itself: installed from this tree, on commits of a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CONFIG = """\
repos:
  - repo: file://{tree}
    rev: {rev}
    hooks:
      - id: claim-audit
      - id: claim-audit-rules
"""
AGREES = "date 2026-03-03 Trade turnover between Kazakhstan and Germany in 2025 was $8.9 billion.\n"
RULE = """\
kind: stock
unit: company
names:
  en: [companies of the tower]
examples:
  - {{text: "Today, 516 companies of the tower operate.", low: {low}}}
  - {{text: "516 people were evacuated.", none: true}}
"""
Commit = Callable[[str, str], "subprocess.CompletedProcess[str]"]


def git(path: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    clean.pop("PYTHONPATH", None)
    return subprocess.run(
        command, cwd=path, env=clean | env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This tree as it stands, committed: pre-commit installs from commits alone."""
    path = tmp_path_factory.mktemp("tree")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, path / name)
    git(path, "init", "-q", "-b", "main")
    git(path, "add", "-A")
    git(path, "commit", "-q", "-m", "tree")
    return path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps the tool that it installs: once for this module."""
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def commit(tree: Path, home: str, tmp_path: Path) -> Commit:
    """`commit(name, text)`: the file written, added and committed, with the hooks in place."""
    rev = git(tree, "rev-parse", "HEAD").stdout.strip()
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text(AGREES.replace("2026-03-03", "2026-03-02"))
    (tmp_path / "claim-audit.toml").write_text('paths = ["news"]\nrules = ["rules"]\n')
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / ".keep").touch()
    (tmp_path / ".pre-commit-config.yaml").write_text(CONFIG.format(tree=tree, rev=rev))
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "corpus")
    hook = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(hook, cwd=tmp_path, check=True, capture_output=True)

    def made(name: str, text: str) -> subprocess.CompletedProcess[str]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
        git(tmp_path, "add", "-A")
        return git(tmp_path, "commit", "-m", "new", PRE_COMMIT_HOME=home)

    return made


def test_an_article_that_agrees_is_committed(commit: Commit) -> None:
    done = commit("news/two.txt", AGREES)
    assert done.returncode == 0, done.stderr
    assert "changed articles against the corpus)" in done.stderr
    assert "Passed" in done.stderr


@pytest.mark.parametrize("name", ["-two $(touch canary).txt", "news/`touch canary` two.txt"])
def test_one_that_contradicts_is_not(commit: Commit, tmp_path: Path, name: str) -> None:
    done = commit(name, AGREES.replace("8.9", "5.2"))
    assert done.returncode == 1
    assert f"{name}:1:" in done.stderr
    assert "C101 error" in done.stderr
    assert not (tmp_path / "canary").exists()


def test_an_article_of_no_numbers_is_no_failure(commit: Commit) -> None:
    assert commit("news/two.txt", "Nothing to count here.\n").returncode == 0


@pytest.mark.parametrize(("low", "code"), [(516, 0), (517, 1)])
def test_a_rule_is_tested_when_it_changes(commit: Commit, low: int, code: int) -> None:
    done = commit("rules/metrics/tower.yaml", RULE.format(low=low))
    assert done.returncode == code, done.stderr
    assert ("do not hold" in done.stderr) == bool(code)
