"""Whatever is given, the answer is one clear line and exit code 2, never a traceback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLE = "Exports rose by 5 % in 2025.\n"
BROKEN_METRIC = "kind: stock\nunit: company\nnames: 5\nexamples: []\n"

CASES = {
    "missing path": (["report", "gone.txt"], {}, "gone.txt: no such file or folder"),
    "a terminal's commands": (["report", "\x1b[2J.txt"], {}, "\ufffd[2J.txt: no such file"),
    "no path": (["report"], {}, "no path given"),
    "empty folder": (["report", "news"], {"news/.keep": ""}, "no source found"),
    "empty file": (["report", "a.txt"], {"a.txt": ""}, "a.txt: empty"),
    "no claim": (["report", "a.txt"], {"a.txt": "Nothing to count here.\n"}, "not one claim"),
    "binary": (["report", "a.txt"], {"a.txt": b"\x7fELF\0\0"}, "a.txt: binary"),
    "other encoding": (
        ["report", "a.txt"],
        {"a.txt": "Торговля выросла на пять процентов".encode("koi8-r")},
        "a.txt: neither UTF-8",
    ),
    "front matter": (
        ["report", "a.md"],
        {"a.md": "---\ntitle: [\n---\nBody.\n"},
        "a.md: front matter, line ",
    ),
    "json line": (
        ["report", "a.jsonl"],
        {"a.jsonl": '{"text": "One."}\n{"txt": "Two."}\n'},
        "a.jsonl: line 2: not an article in JSON",
    ),
    "config key": (
        ["report", "a.txt"],
        {"a.txt": ARTICLE, "claim-audit.toml": "failon = 'error'\n"},
        "claim-audit.toml: Object contains unknown field `failon`",
    ),
    "config value": (
        ["report", "a.txt"],
        {"a.txt": ARTICLE, "claim-audit.toml": "fail-on = 'often'\n"},
        "claim-audit.toml: Invalid enum value 'often'",
    ),
    "config syntax": (
        ["report", "a.txt"],
        {"a.txt": ARTICLE, "claim-audit.toml": "fail-on = \n"},
        "claim-audit.toml: not valid TOML",
    ),
    "config missing": (["report", "--config", "no.toml", "a.txt"], {}, "no.toml: no such config"),
    "option": (["report", "--loud", "a.txt"], {}, "No such option"),
    "option value": (["report", "--fail-on", "often", "a.txt"], {}, "'often' is not one of"),
    "command": (["repot"], {}, "No such command 'repot'"),
    "form": (
        ["report", "a.txt", "--output-format", "xml"],
        {"a.txt": ARTICLE},
        "unknown output format `xml`; expected one of: concise",
    ),
    "form without file": (
        ["report", "a.txt", "--output-format", "json="],
        {"a.txt": ARTICLE},
        "expected a file after `=`",
    ),
    "output folder": (
        ["mentions", "a.txt", "--output-format", "jsonl=no/out.jsonl"],
        {"a.txt": ARTICLE},
        "no/out.jsonl: cannot be written",
    ),
    "rule folder": (["rules", "list", "--rules", "no"], {}, "no: no such rule folder"),
    "rule file": (
        ["rules", "list", "--rules", "mine"],
        {"mine/metrics/firms.yaml": BROKEN_METRIC},
        "mine/metrics/firms.yaml:3: ",
    ),
    "rule syntax": (
        ["rules", "list", "--rules", "mine"],
        {"mine/metrics/firms.yaml": "kind: [stock\n"},
        "mine/metrics/firms.yaml:",
    ),
    "metric": (["rules", "show", "no_such"], {}, "no_such: no such metric"),
    "check": (["explain", "Z999"], {}, "Z999: no such check"),
    "report to explain": (
        ["explain", "abc", "--from", "r.json"],
        {"r.json": "[]"},
        "r.json: not a JSON report",
    ),
    "compare": (["compare", "one text"], {}, "expected two texts or files"),
}


@pytest.mark.parametrize(("arguments", "files", "message"), CASES.values(), ids=CASES)
def test_one_line_and_exit_2(
    run: Callable,
    write: Callable,
    arguments: list[str],
    files: dict[str, str | bytes],
    message: str,
) -> None:
    for name, content in files.items():
        write(name, content)
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("claim-audit: error: ")
    assert message in done.stderr


@pytest.mark.parametrize("verb", ["mentions", "compare"])
@pytest.mark.parametrize(
    ("stdin", "line"),
    [
        ('{"id": 1, "text": "a", "a": "a", "b": "b"}\nnot json\n', 2),
        ('\n\n{"id": 1}\n', 3),
        ('{"id": 1, "text": 5, "a": 5, "b": ""}\n', 1),
    ],
)
def test_a_bad_line_on_stdin_is_named(run: Callable, verb: str, stdin: str, line: int) -> None:
    done = run(verb, "--jsonl", stdin=stdin)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"claim-audit: error: stdin, line {line}: ")
    assert len(done.stderr.splitlines()) == 1


def test_one_unreadable_source_among_others_is_a_finding(run: Callable, write: Callable) -> None:
    write("news/a.txt", ARTICLE)
    write("news/b.txt", b"\0\1\2")
    done = run("report", "news", "--output-format", "concise")
    assert done.returncode == 0
    assert "news/b.txt: X401" in done.stdout
    assert "1 source failed" in done.stdout


def test_no_half_of_two_outputs_is_written(run: Callable, write: Callable, tmp_path: Path) -> None:
    write("a.txt", ARTICLE)
    done = run("mentions", "a.txt", "--output-format", "csv=a.csv", "--output-format", "xml=a.xml")
    assert done.returncode == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


@pytest.mark.parametrize("files", [{}, {"news/a.txt": "Nothing to count here.\n"}])
def test_allow_empty(run: Callable, write: Callable, tmp_path: Path, files: dict) -> None:
    (tmp_path / "news").mkdir()
    for name, content in files.items():
        write(name, content)
    done = run("report", "news", "--allow-empty")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].startswith("coverage: ")
