"""Comments and waivers as an author meets them: what they hide, and where it stays visible."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = "---\ndate: 2026-03-02\n---\n"
TURNOVER = "Trade turnover between Kazakhstan and Germany in 2025 was $8.9 billion."
MARK = "<!-- claim-audit: ignore[C101] -- goods and services -->"
ARTICLES = {
    "same line": f"{HEAD}{TURNOVER} {MARK}\n",
    "inside the sentence": HEAD + TURNOVER.replace(" in 2025", f" {MARK} in 2025") + "\n",
    "next block": f"{HEAD}{MARK}\n\n{TURNOVER}\n\nMore.\n",
    "of several lines": f"{HEAD}<!--\nclaim-audit: ignore[C101]\n-- goods\nand services -->\n{TURNOVER}\n",
    "block": (
        f"{HEAD}<!-- claim-audit: ignore-start -- goods and services -->\n\nOne.\n\n{TURNOVER}\n\n"
        "<!-- claim-audit: ignore-end -->\n"
    ),
    "file": f"{HEAD}{TURNOVER}\n\n<!-- claim-audit: ignore-file[C101] -- goods and services -->\n",
    "front matter": (
        "---\ndate: 2026-03-02\nclaim-audit: ignore[C101] -- goods and services\n---\n"
        f"{TURNOVER}\n"
    ),
    "reST": f"{HEAD}.. claim-audit: ignore[C101] -- goods and services\n\n{TURNOVER}\n",
    "AsciiDoc": f"{HEAD}// claim-audit: ignore[C101] -- goods and services\n{TURNOVER}\n",
    "sic": HEAD + TURNOVER.replace("billion", "billion [sic]") + "\n",
}  # fmt: skip
NOT_COVERED = {
    "another line": f"{HEAD}One. {MARK}\n\n{TURNOVER}\n",
    "another block": f"{HEAD}{MARK}\n\nOne.\n\n{TURNOVER}\n",
    "another check": f"{HEAD}{TURNOVER} {MARK.replace('C101', 'D302')}\n",
    "no reason": f"{HEAD}{TURNOVER} <!-- claim-audit: ignore[C101] -->\n",
    "not ours": f"{HEAD}{TURNOVER} <!-- ignore[C101] -- goods and services -->\n",
    "sic behind another word": f"{HEAD}{TURNOVER.replace('.', ' [sic] today.', 0)} Goods [sic].\n",
}


@pytest.fixture(autouse=True)
def corpus(write: Callable) -> None:
    write("claim-audit.toml", 'paths = ["news"]\n')
    write("news/b.md", HEAD + TURNOVER.replace("8.9", "5.2") + "\n")


@pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES)
def test_covered(run: Callable, write: Callable, text: str) -> None:
    write("news/a.md", text)
    for arguments in ((), ("news/a.md",), ("news/b.md",)):
        done = run("check", *arguments)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "1 waived" in done.stdout
        assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("text", NOT_COVERED.values(), ids=NOT_COVERED)
def test_not_covered(run: Callable, write: Callable, text: str) -> None:
    write("news/a.md", text)
    assert run("check").returncode == 1


def test_a_waived_finding_is_shown_to_programs_and_counted_for_people(
    run: Callable, write: Callable
) -> None:
    write("news/a.md", ARTICLES["same line"])
    for form in ("full", "concise", "markdown", "summary", "github", "html", "csv", "rdjson"):
        text = run("report", "--output-format", form).stdout
        assert "not reconcilable under any reading" not in text, form
    for form in ("full", "concise", "markdown", "html"):
        assert "(0 new, 1 waived, 1 not shown)" in run("report", "--output-format", form).stdout
    (row,) = json.loads(run("report", "--output-format", "json").stdout)["findings"]
    assert row["status"] == "waived"
    assert row["suppression"] == {
        "by": "comment", "place": "news/a.md:4", "reason": "goods and services", "verdict": "waive",
    }  # fmt: skip
    (line, _) = run("report", "--output-format", "jsonl").stdout.splitlines()
    assert json.loads(line)["status"] == "waived"
    sarif = json.loads(run("report", "--output-format", "sarif").stdout)
    (why,) = sarif["runs"][0]["results"][0]["suppressions"]
    assert why == {
        "kind": "inSource", "justification": "waive: goods and services (news/a.md:4)",
    }  # fmt: skip


def test_a_comment_changes_no_claim(run: Callable, write: Callable) -> None:
    write("news/a.md", f"{HEAD}{TURNOVER}\n")
    plain = json.loads(run("claims", "news/a.md", "--output-format", "json").stdout)
    for text in ARTICLES.values():
        write("news/a.md", text)
        (one,) = json.loads(run("claims", "news/a.md", "--output-format", "json").stdout)
        assert (one["metric"], one["roles"], one["value"]) == (
            plain[0]["metric"], plain[0]["roles"], plain[0]["value"],
        )  # fmt: skip
        assert text[one["start"] : one["end"]] == "$8.9 billion"
        assert one["quote"] in text


@pytest.fixture
def found(run: Callable, write: Callable) -> dict:
    write("news/a.md", f"{HEAD}{TURNOVER}\n")
    (one,) = json.loads(run("report", "--output-format", "json").stdout)["findings"]
    return one


def test_waive(run: Callable, write: Callable, found: dict, tmp_path: Path) -> None:
    write("claim-audit-waivers.toml", "# Kept as it is.\n")
    done = run("waive", found["id"], "--reason", "goods and services", "--until", "2999-12-31")
    assert (done.returncode, done.stderr) == (0, "")
    text = (tmp_path / "claim-audit-waivers.toml").read_text("utf-8")
    assert text.startswith("# Kept as it is.\n\n# trade turnover, Germany – Kazakhstan, 2025: ")
    assert "verdict = " not in text
    assert 'reason = "goods and services"\n' in text
    assert run("check").returncode == 0
    again = run("waive", found["id"], "--reason", "x")
    assert again.returncode == 2
    assert "waived already, at claim-audit-waivers.toml:4" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["x123", "--reason", "x"], "x123: no such finding; `claim-audit report` shows ids"),
        (["--reason", "x"], "expected FINDING, or one at least of --check, --source and --value"),
        (["x123", "--check", "C101", "--reason", "x"], "not both"),
        (["--check", "C101"], "Missing option '--reason'"),
        (["--check", "C101", "--reason", "  "], "--reason: expected a few words"),
        (["--check", "C999", "--reason", "x"], "--check C999: no such check; expected a code such"),
        (
            ["--check", "C101", "--reason", "x", "--until", "May"],
            "--until May: expected a day such",
        ),
        (["--check", "C101", "--reason", "x", "--verdict", "fine"], "'fine' is not one of 'waive'"),
        (["--check", "C101", "--reason", "x", "--verdict", "same"], "expected which claims"),
    ],
)
@pytest.mark.usefixtures("found")
def test_waive_says_what_it_expects(
    run: Callable, tmp_path: Path, arguments: list[str], message: str
) -> None:
    done = run("waive", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr
    assert not (tmp_path / "claim-audit-waivers.toml").exists()


@pytest.mark.parametrize("verdict", ["waive", "explained", "false", "not-same"])
@pytest.mark.usefixtures("found")
def test_waive_by_place_and_value(run: Callable, verdict: str) -> None:
    narrow = ["--source", "news/a.*", "--value", "$8.9 billion", "--verdict", verdict]
    assert run("waive", *narrow, "--reason", "goods and services").returncode == 0
    done = run("check", "--fail-on", "info")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 1)


def test_superseded_takes_the_older_value_out(run: Callable, write: Callable) -> None:
    write(
        "news/a.md",
        "date 2023-05-01\n\nToday, 900 companies with German capital operate in Kazakhstan.\n",
    )
    write(
        "news/b.md",
        "date 2026-03-02\n\nToday, 516 companies with German capital operate in Kazakhstan.\n",
    )
    assert "D301" in run("check").stdout
    old = ["--source", "news/*", "--verdict", "superseded", "--reason", "counted anew in 2026"]
    assert run("waive", *old).returncode == 0
    assert "D301" not in run("check").stdout
    write(
        "news/c.md",
        "date 2026-03-02\n\nToday, 700 companies with German capital operate in Kazakhstan.\n",
    )
    (line, _) = run("check").stdout.splitlines()
    assert "C101 error" in line  # of the two of 2026


@pytest.mark.usefixtures("found")
def test_an_expired_waiver_hides_nothing(run: Callable) -> None:
    run("waive", "--check", "C101", "--reason", "until it is settled", "--until", "2020-01-01")
    done = run("check")
    assert done.returncode == 1
    assert [line.split(": ")[1][:4] for line in done.stdout.splitlines()[:-1]] == ["C101", "W502"]
    assert run("check", "news/a.md").stdout.count(" W502 ") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[waivers]]\ncheck = "C999"\n', "claim-audit-waivers.toml:1: C999: no such check"),
        (
            '[[waivers]]\ncheck = "C101"\nuntil = 2026-13-01\n',
            "claim-audit-waivers.toml:3: not valid",
        ),
        (
            '[[waivers]]\nchek = "C101"\n',
            "claim-audit-waivers.toml:1: Object contains unknown field",
        ),
        (b"\xff", "claim-audit-waivers.toml: expected UTF-8 text"),
    ],
)
@pytest.mark.usefixtures("found")
def test_a_bad_file_is_one_line(
    run: Callable, write: Callable, text: str | bytes, message: str
) -> None:
    write("claim-audit-waivers.toml", text)
    for command in (
        ["check"],
        ["report"],
        ["baseline", "write"],
        ["waive", "--check", "C101", "--reason", "x"],
    ):
        done = run(*command)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), command
        assert message in done.stderr
