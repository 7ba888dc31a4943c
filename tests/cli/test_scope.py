"""What is checked: a list of paths, or a text on stdin that stands in for a file."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

LIST = ["--files-from", "-", "--output-format", "concise"]


def places(done: Any) -> list[str]:
    return [line.split(": ")[0] for line in done.stdout.splitlines()[:-1]]


@pytest.mark.parametrize(
    "text",
    [
        "news/old.txt\n",
        "\n  \n./news/old.txt\r\n\r\n",
        "news/old.txt",
        "\ufeffnews/old.txt\n",
        "news/old.txt\0",
        "news/old.txt\0\0news/old.txt\0",
    ],
)
def test_a_list_is_read_whichever_way_it_is_written(repo: Any, text: str) -> None:
    done = repo.run("check", *LIST, stdin=text)
    assert (done.returncode, places(done)) == (1, ["news/old.txt:1:80"])
    (repo.path / "list").write_text(text, encoding="utf-8")
    again = repo.run("check", "--files-from", "list")
    assert (again.returncode, again.stdout) == (1, done.stdout)


def test_a_list_and_paths_are_checked_together(repo: Any) -> None:
    one = repo.run("check", *LIST, "news/peace.txt", stdin="")
    assert (one.returncode, places(one)) == (0, [])
    assert repo.run("check", *LIST, "news/peace.txt", stdin="news/old.txt\n").returncode == 1


@pytest.mark.parametrize(
    "name", ["a b.txt", "-rf.txt", "$(touch canary).txt", "new\nline.txt", "é.txt"]
)
def test_names_of_a_list_are_data(repo: Any, name: str) -> None:
    repo.write(name, repo.again("France", "4.4"))
    done = repo.run("check", *LIST, stdin=f"{name}\0")
    assert (done.returncode, done.stderr) == (1, "")
    assert len(done.stdout.splitlines()) == 2
    assert not (repo.path / "canary").exists()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("news/old.txt\n\nnews/gone.txt\n", "line 3: news/gone.txt"),
        ("news/old.txt\0news/gone.txt\0", "entry 2: news/gone.txt"),
        ("  news/old.txt\n", "line 1:   news/old.txt"),
        ("new\n::error::x\n", "line 1: new"),
    ],
)
def test_a_missing_path_is_named_with_its_line(repo: Any, text: str, line: str) -> None:
    done = repo.run("check", *LIST, stdin=text)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert " ".join(f"claim-audit: error: stdin, {line}: no such file".split()) in done.stderr


def test_a_list_that_is_none(repo: Any) -> None:
    gone = repo.run("check", "--files-from", "gone")
    assert (gone.returncode, gone.stderr.count("\n")) == (2, 1)
    assert "--files-from gone: cannot be read: No such file" in gone.stderr
    (repo.path / "list").write_bytes("news/old.txt\n".encode("utf-16"))
    assert "expected paths in UTF-8, got UTF-16" in repo.run("check", "--files-from", "list").stderr


@pytest.mark.parametrize("text", ["", "\n \n", "\0"])
def test_an_empty_list_has_nothing_to_check(repo: Any, text: str) -> None:
    forms = ["counts", "json=r.json", "sarif=r.sarif", "junit=r.xml"]
    given = [part for form in forms for part in ("--output-format", form)]
    done = repo.run("check", "--files-from", "-", *given, stdin=text)
    assert done.returncode == 0
    assert done.stderr.startswith("claim-audit: nothing to check: ")
    assert "findings=0\n" in done.stdout
    assert json.loads((repo.path / "r.json").read_text())["findings"] == []
    assert all((repo.path / name).stat().st_size for name in ("r.sarif", "r.xml"))


def test_a_list_of_what_changed(repo: Any) -> None:
    repo.write("news/old.txt", repo.trade("Germany", "5.2"))
    repo.write("news/young.txt", repo.again("France", "4.4"))
    repo.commit()
    names = repo.git("diff", "-z", "--name-only", "HEAD~1")
    done = repo.run("check", *LIST, "--new-since", "HEAD~1", stdin=names + "\0")
    assert done.stdout.endswith(": 1 finding introduced, 1 assertion fixed, 0 findings remaining\n")


@pytest.mark.parametrize("name", ["news/old.txt", "./news/../news/old.txt", "{path}/news/old.txt"])
def test_stdin_stands_in_for_a_file(repo: Any, name: str) -> None:
    name = name.format(path=repo.path)
    given = ["check", "--stdin-filename", name]
    assert repo.run(*given, stdin=repo.trade("Germany", "5.2")).returncode == 0
    done = repo.run(*given, stdin="\n\n" + repo.trade("Germany", "7.7"))
    assert (done.returncode, places(done)) == (1, ["news/old.txt:3:80"])
    assert (repo.path / "news/old.txt").read_text() == repo.trade("Germany", "8.9")


@pytest.mark.parametrize("name", ["news/young.txt", "elsewhere/young.md", "young"])
def test_stdin_stands_in_for_a_file_that_is_not_there(repo: Any, name: str) -> None:
    done = repo.run("check", "--stdin-filename", name, stdin=repo.again("France", "4.4"))
    assert (done.returncode, places(done)) == (1, [f"{name}:1:74"])
    assert "coverage: 4 sources" in done.stdout
    assert not (repo.path / name).exists()


def test_stdin_without_a_corpus(repo: Any) -> None:
    (repo.path / "claim-audit.toml").unlink()
    text = repo.trade("France", "4.4") + repo.again("France", "5.5")[16:]
    assert repo.run("check", "--stdin-filename", "a.txt", stdin=text).returncode == 1


def test_stdin_is_one_article_of_json_lines(repo: Any) -> None:
    row = {"text": repo.again("France", "4.4")[16:], "date": "2026-03-03"}
    done = repo.run("check", "--stdin-filename", "new.jsonl", stdin=json.dumps(row))
    assert (done.returncode, places(done)) == (1, ["new.jsonl:1:58"])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["--stdin-filename", "a.txt", "news/old.txt"], "expected no PATH"),
        (["--stdin-filename", "a.txt", "--files-from", "-"], "expected no PATH"),
        (["--stdin-filename", "news"], "expected the name of a file"),
        (["--stdin-filename", ""], "expected the name of a file"),
    ],
)
def test_what_excludes_each_other(repo: Any, given: list[str], message: str) -> None:
    done = repo.run("check", *given, stdin="Nothing.\n")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr


def test_the_page_shows_the_text_of_stdin(repo: Any) -> None:
    text = "Nobody on disk says so. " + repo.again("France", "4.4")
    given = ["--output-format", "html=r.html", "--fail-on", "never"]
    done = repo.run("check", "--stdin-filename", "news/young.txt", *given, stdin=text)
    assert done.returncode == 0
    assert "Nobody on disk says so." in (repo.path / "r.html").read_text("utf-8")


def test_stdin_and_what_was_there_before(repo: Any) -> None:
    given = ["--stdin-filename", "news/old.txt"]
    old, new = repo.trade("Germany", "8.9"), repo.trade("Germany", "7.7")
    assert repo.check(*given, stdin=old).counts == (0, 0, 1)
    assert repo.check(*given, stdin=new).counts == (1, 1, 0)
    repo.write("news/old.txt", new)
    assert repo.check(*given, stdin=old).counts == (0, 0, 1)
    assert repo.check(*given, stdin=new).counts == (1, 1, 0)
    repo.commit()
    assert repo.check(*given, stdin=old, since="HEAD~1").counts == (0, 0, 1)
    fresh = ["--stdin-filename", "news/young.txt"]
    assert repo.check(*fresh, stdin=repo.again("France", "4.4")).counts == (1, 0, 0)


def test_a_list_from_another_folder(repo: Any, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(os.fsencode(repo.path / "news/old.txt") + b"\n")
    done = repo.run("check", "--files-from", str(tmp_path / "list"))
    assert (done.returncode, places(done)) == (1, ["news/old.txt:1:80"])
