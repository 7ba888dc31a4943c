"""`init` and `config`: a start that needs no manual, and never costs a file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from audit import config

ARTICLE = "Exports rose by 5 % in 2025.\n"


def test_it_proposes_the_folders_that_hold_articles(
    run: Callable, write: Callable, tmp_path: Path
) -> None:
    for name in ("news/a.txt", "news/deep/b.md", "statements/c.md", "README.md", "node_modules/d.md",
                 ".hidden/e.md", "code/f.py", "news/README.md"):  # fmt: skip
        write(name, ARTICLE)
    done = run("init")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "wrote claim-audit.toml"
    assert lines[1] == "the corpus, proposed from the files here: news (2), statements (1)"
    assert lines[3:5] == [
        "next:",
        "  claim-audit report                  what the articles differ on",
    ]
    assert config.load(str(tmp_path / "claim-audit.toml")).fail_on == "error"
    assert run("report", "--quiet").returncode == 0


def test_lone_files_are_proposed_where_there_is_no_folder(run: Callable, write: Callable) -> None:
    write("a b.txt", ARTICLE)
    write('quo"te.md', ARTICLE)
    assert run("init").returncode == 0
    shown = tomllib.loads(run("config").stdout)
    assert shown["paths"] == ["a b.txt", 'quo"te.md']


def test_nothing_is_found(run: Callable) -> None:
    done = run("init")
    assert "none found - fill in `paths`" in done.stdout
    assert run("report").returncode == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("claim-audit.toml", 'paths = ["mine"]\n'),
        ("pyproject.toml", '[tool.claim-audit]\npaths = ["mine"]\n'),
    ],
)
def test_settings_that_exist_stay(
    run: Callable, write: Callable, tmp_path: Path, name: str, text: str
) -> None:
    write(name, text)
    done = run("init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"claim-audit: error: {name}: has the settings already; nothing was written\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert run("init", "--print").stdout.startswith("# claim-audit: ")


def test_every_key_is_explained_and_valid(run: Callable, write: Callable, tmp_path: Path) -> None:
    write("news/a.txt", ARTICLE)
    text = run("init", "--print").stdout
    bare = re.sub(r"^# (?=\w[\w-]* = |\[)", "", text, flags=re.M)
    assert bare != text
    (tmp_path / "rules").mkdir()
    held = config.load(str(write("claim-audit.toml", bare)))
    assert held.sources[0][1].outlet == "Press office"
    keys = {field.encode_name for field in msgspec.structs.fields(config._Keys)}
    assert keys <= set(tomllib.loads(bare))


def test_config_prints_what_is_in_force(run: Callable, write: Callable) -> None:
    write(
        "claim-audit.toml",
        'paths = ["news"]\nfail-on = "warning"\n[sources."a \\"b\\".txt"]\ndate = 2026-03-02\n',
    )
    (write("mine/metrics/.keep", ""))
    done = run("config", "--rules", "mine")
    assert done.returncode == 0
    assert done.stdout.startswith("# ")
    shown = tomllib.loads(done.stdout)
    assert (shown["paths"], shown["rules"], shown["fail-on"]) == (["news"], ["mine"], "warning")
    assert str(shown["sources"]['a "b".txt']["date"]) == "2026-03-02"
    assert 'min-severity = "info"  # default' in done.stdout


def test_config_without_a_file_says_so(run: Callable) -> None:
    assert run("config").stdout.startswith("# no config file: these are the defaults\n")
