"""Commands end to end: exit codes, outputs, and what they print."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("corpus")


def test_help_names_the_commands_and_starts_fast(run: Callable) -> None:
    run("--help")  # the first start may compile
    begin = time.perf_counter()
    done = run("--help")
    assert time.perf_counter() - begin < 1.0  # 0.15 s measured; slow machines run tests, too
    for name in ("check", "claims", "compare", "explain", "mentions", "report", "rules"):
        assert f"  {name} " in done.stdout


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom audit.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted({'pandas', 'pint', 'rapidfuzz', 'nupunkt', 'babel'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["report", "news"], 0),
        (["report", "news", "--fail-on", "error"], 1),
        (["report", "news", "--fail-on", "never"], 0),
        (["check", "news"], 1),
        (["check", "news", "--fail-on", "never"], 0),
        (["check", "news/one.txt"], 0),
        (["claims", "news"], 0),
        (["mentions", "news"], 0),
    ],
)
def test_exit_codes(run: Callable, arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (code, "")


def test_check_compares_with_the_corpus_of_the_config(run: Callable, write: Callable) -> None:
    write("claim-audit.toml", 'paths = ["news"]\n')
    write("new.txt", "date 2026-03-04 Kazakhstan exported 12 tons of dates in 2025.\n")
    assert run("check").returncode == 1
    assert run("check", "news/two.txt").returncode == 1
    assert run("check", "new.txt").returncode == 0


def test_outputs_go_to_files_and_the_coverage_to_stderr(run: Callable, tmp_path: Path) -> None:
    done = run(
        "report", "news", "--output-format", "json=a.json", "--output-format", "markdown=a.md"
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("coverage: 2 sources")
    report = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert {f["code"] for f in report["findings"]} & {"C101", "C102"}
    assert (tmp_path / "a.md").read_text("utf-8").startswith("# Discrepancy report\n")


def test_same_bytes_whatever_the_order_and_the_hash_seed(run: Callable) -> None:
    first = run("report", "news/one.txt", "news/two.txt", PYTHONHASHSEED="0").stdout
    second = run("report", "news/two.txt", "news/one.txt", PYTHONHASHSEED="1").stdout
    assert first == second


def test_mentions_by_document_have_exact_offsets(run: Callable, tmp_path: Path) -> None:
    run("mentions", "news", "--output-format", "jsonl=m.jsonl")
    for line in (tmp_path / "m.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text = (tmp_path / row["source"]).read_text("utf-8")
        assert row["published"].startswith("2026-03-0")
        assert row["mentions"]
        for one in row["mentions"]:
            assert text[one["start"] : one["end"]] == one["text"]


def test_mentions_from_stdin_keep_ids_and_order(run: Callable) -> None:
    texts = [{"id": "b", "text": "It cost $5."}, {"id": 1, "text": ""}, {"id": "a", "text": "No."}]
    done = run("mentions", "--jsonl", stdin="".join(json.dumps(t) + "\n" for t in texts))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["b", 1, "a"]
    assert [(m["stated"], m["unit"]) for m in rows[0]["mentions"]] == [(5, "USD")]
    assert rows[1]["mentions"] == []


def test_ledger_has_every_numeral_and_ends_with_totals(run: Callable, write: Callable) -> None:
    write("feed.txt", "26.02.2026, 18:45 34191\nFlights\nThere are 12 flights.\n")
    done = run("mentions", "feed.txt", "--ledger")
    assert "34191" in done.stdout
    assert "18:45" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("coverage: ")
    assert "34191" not in run("mentions", "feed.txt").stdout


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Exports rose to $5 billion.", "Exports rose to $5 billion.", "equal"),
        ("Exports rose to $5 billion.", "Exports rose to $9 billion.", "disjoint"),
        ("Exports rose.", "It rained.", "none"),
    ],
)
def test_compare(run: Callable, a: str, b: str, relation: str) -> None:
    done = run("compare", a, b)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"relation: {relation}"
    row = json.loads(run("compare", "--jsonl", stdin=json.dumps({"id": 7, "a": a, "b": b})).stdout)
    assert (row["id"], row["relation"]) == (7, relation)
    assert {"id", "relation", "verdict", "why", "message", "arithmetic", "escape"} <= set(row)


def test_compare_reads_files(run: Callable) -> None:
    done = run("compare", "news/one.txt", "news/two.txt")
    assert done.stdout.splitlines()[0] == "relation: disjoint"
    finding = run("report", "news", "--output-format", "concise", "--quiet").stdout.splitlines()[0]
    assert finding.split(": ", 1)[1] in " ".join(done.stdout.split())


def test_explain_a_check_and_a_finding(run: Callable, tmp_path: Path) -> None:
    page = run("explain", "c101")
    assert (page.returncode, page.stdout != "") == (0, True)
    run("report", "news", "--output-format", "json=r.json")
    finding = json.loads((tmp_path / "r.json").read_text("utf-8"))["findings"][0]
    again = run("explain", finding["id"], "news")
    stored = run("explain", finding["id"], "--from", "r.json")
    for done in (again, stored):
        assert done.returncode == 0
        assert finding["message"] in " ".join(done.stdout.split())


def test_rules_list_and_show(run: Callable) -> None:
    listed = run("rules", "list")
    key = listed.stdout.splitlines()[2].split()[0]
    assert run("rules", "show", key).stdout.startswith(f"key: {key}\n")


def test_a_closed_pipe_is_quiet() -> None:
    tool = [sys.executable, "-m", "audit", "rules", "list"]
    with subprocess.Popen(tool, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_an_unexpected_error_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    from audit import cli

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("something\nodd")

    monkeypatch.setattr(cli.program, "main", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main(["report"])
    assert ended.value.code == 2
    lines = capsys.readouterr().err.splitlines()  # type: ignore[attr-defined]
    assert len(lines) == 1
    assert "RuntimeError: something odd; this is a bug" in lines[0]


def test_verbose_counts_the_work_of_alignment(run: Callable) -> None:
    done = run("report", "news", "-v")
    assert "aligned 2 claims in 1 blocks, the largest of 2; 0 pairs scored" in done.stderr
