"""The cache as a user meets it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.mark.usefixtures("corpus")
def test_a_second_run_says_the_same_and_reads_nothing(run: Run, tmp_path: Path) -> None:
    where = {"CLAIM_AUDIT_CACHE": str(tmp_path / "kept")}
    one = run("check", "news/one.txt", "news/two.txt", "-v", **where)
    two = run("check", "news/one.txt", "news/two.txt", "-v", **where)
    assert (one.stdout, one.returncode) == (two.stdout, two.returncode)
    assert "C101" in one.stdout
    assert "read 2 anew, 0 kept" in one.stderr
    assert "read 0 anew, 2 kept" in two.stderr


@pytest.mark.usefixtures("corpus")
def test_no_cache_keeps_nothing(run: Run, tmp_path: Path) -> None:
    where = {"CLAIM_AUDIT_CACHE": str(tmp_path / "kept")}
    assert "C101" in run("report", "news", "--no-cache", **where).stdout
    assert not (tmp_path / "kept").exists()


@pytest.mark.usefixtures("corpus")
def test_the_config_names_a_folder_that_git_and_the_corpus_do_not_see(
    run: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write("claim-audit.toml", 'paths = ["news"]\ncache = "news/.kept"\n')
    where = {"CLAIM_AUDIT_CACHE": ""}
    assert run("cache", "dir", **where).stdout == "news/.kept\n"
    first, second = run("report", **where), run("report", **where)
    assert first.stdout == second.stdout
    (home,) = (tmp_path / "news/.kept").iterdir()
    assert (home / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert "freed" in run("cache", "clean", **where).stderr
    assert list((tmp_path / "news/.kept").iterdir()) == []


@pytest.mark.usefixtures("corpus")
def test_a_cache_that_cannot_be_written_is_one_line(run: Run, write: Callable[..., Path]) -> None:
    write("file", "in the way")
    result = run("report", "news", CLAIM_AUDIT_CACHE="file")
    assert result.returncode == 0
    assert "C101" in result.stdout
    assert sum("cache" in line for line in result.stderr.splitlines()) == 1
    assert run("report", "news", "--quiet", CLAIM_AUDIT_CACHE="file").stderr == ""
