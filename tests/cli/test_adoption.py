"""The tool adopted on an old corpus in a real git repository, and what a pull request then meets."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from msgspec import Struct

Run = Callable[..., "subprocess.CompletedProcess[str]"]
COUNTRIES = (
    "Germany", "France", "Italy", "Spain", "Poland", "Austria", "Norway", "Sweden", "Finland",
    "Denmark", "Belgium", "Portugal", "Greece", "Hungary", "Romania", "Bulgaria", "Croatia",
    "Serbia", "Latvia", "Estonia", "Kenya", "Ghana", "Egypt", "Morocco", "Brazil", "Peru", "Chile",
    "Canada", "Mexico", "Vietnam",
)  # fmt: skip
YEARS = range(2014, 2024)
SCHEMAS = Path(__file__).parent.parent / "report" / "schemas"
HEAD = "---\ndate: {year}-03-0{day}\nsource: {outlet}\n---\n"


def sentence(country: str, year: int, figure: str) -> str:
    return f"Trade turnover between Kazakhstan and {country} in {year} was ${figure} billion."


def article(outlet: str, day: int, year: int) -> str:
    """Thirty figures of one year; two outlets agree on none of them, nor with another year's."""
    lines = []
    for number, country in enumerate(COUNTRIES):
        figure = 2 + 0.3 * (30 * (year - YEARS[0]) + number)
        told = f"{figure:.1f}" if outlet == "gazette" else f"{1.4 * figure:.1f}5"
        lines.append(sentence(country, year, told))
    return HEAD.format(year=year + 1, day=day, outlet=outlet) + "\n\n".join(lines) + "\n"


def git(path: Path, *arguments: str) -> str:
    named = ("-c", "user.name=t", "-c", "user.email=t@example.org")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-C", str(path), *named, *arguments]
    done = subprocess.run(command, env=clean, capture_output=True, text=True, check=True)
    return done.stdout.strip()


class Repo(Struct):
    path: Path
    run: Run

    def git(self, *arguments: str) -> str:
        return git(self.path, *arguments)

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def news(self, name: str) -> Path:
        return self.path / "news" / name

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.news(name).read_text(encoding="utf-8")
        assert old in text
        self.news(name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        self.news(name).write_text(text, encoding="utf-8")

    def told(self, *arguments: str, code: int) -> list[str]:
        """The findings that `check` shows, a line each; it must end with this code."""
        done = self.run("check", *arguments)
        assert (done.returncode, done.stderr) == (code, "")
        return done.stdout.splitlines()[:-1]

    def change(self, *arguments: str) -> str:
        """What the last line says of the baseline."""
        done = self.run("check", *arguments)
        return done.stdout.splitlines()[-1].partition("; since claim-audit-baseline.jsonl: ")[2]

    def report(self) -> list[dict]:
        return json.loads(self.run("check", "--output-format", "json").stdout)["findings"]


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 conflicts in 20 articles, committed with the baseline that knows them."""
    path = tmp_path_factory.mktemp("adopted")
    (path / "news").mkdir()
    for year in YEARS:
        for day, outlet in enumerate(("gazette", "herald"), 1):
            name = f"{outlet}-{year}.md"
            (path / "news" / name).write_text(article(outlet, day, year), encoding="utf-8")
    (path / "claim-audit.toml").write_text('paths = ["news"]\n')
    command = [sys.executable, "-m", "audit", "baseline", "write"]
    subprocess.run(command, cwd=path, check=True, capture_output=True)
    git(path, "init", "-q", "-b", "main")
    git(path, "add", "-A")
    git(path, "commit", "-q", "-m", "corpus and baseline")
    return path


@pytest.fixture
def repo(adopted: Path, tmp_path: Path, run: Run) -> Repo:
    shutil.copytree(adopted, tmp_path, dirs_exist_ok=True)
    return Repo(tmp_path, run)


def test_adoption(repo: Repo) -> None:
    found = repo.report()
    assert len(found) == 300
    assert {(one["severity"], one["status"]) for one in found} == {("error", "known")}
    assert repo.told(code=0) == []
    assert repo.change() == "0 findings introduced, 0 assertions fixed, 300 findings remaining"
    assert repo.git("status", "--porcelain") == ""  # a check changes no file
    lines = (repo.path / "claim-audit-baseline.jsonl").read_text("utf-8").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 600
    assert list(json.loads(lines[0])) == ["source", "check", "fingerprint", "claim", "quote"]


@pytest.mark.parametrize("paths", [(), ("news/new.md",)], ids=["corpus", "article"])
def test_one_sentence_more_is_one_finding_in_the_new_file(repo: Repo, paths: tuple) -> None:
    text = HEAD.format(year=2021, day=5, outlet="new") + sentence("Poland", 2020, "777")
    repo.write("new.md", f"{text}\n")
    (line,) = repo.told(*paths, code=1)
    assert line.startswith(
        "news/new.md:5:58: C101 error: trade turnover, Kazakhstan – Poland, 2020"
    )
    assert repo.change().startswith("1 finding introduced, 0 assertions fixed, 299 findings")


def test_a_new_sentence_in_an_old_file_stands_at_its_own_line(repo: Repo) -> None:
    repo.edit("gazette-2020.md", "\n\n", f"\n\n{sentence('Poland', 2020, '777')}\n\n")
    (line,) = repo.told(code=1)
    assert line.startswith("news/gazette-2020.md:7:58: C101")


def test_ten_lines_above_bring_nothing(repo: Repo) -> None:
    above = "\n".join(["Nothing of note was said on this page."] * 10)
    repo.edit("gazette-2020.md", "---\nTrade", f"---\n{above}\n\nTrade")
    assert repo.told(code=0) == []
    assert repo.told("news/gazette-2020.md", code=0) == []
    assert repo.change() == "0 findings introduced, 0 assertions fixed, 300 findings remaining"


def test_wrapped_anew_is_the_same(repo: Repo) -> None:
    text = repo.news("gazette-2020.md").read_text("utf-8")
    head, body = text.split("---\nTrade", 1)
    blocks = [textwrap.fill(block, 60) for block in f"Trade{body}".split("\n\n")]
    assert all("\n" in block for block in blocks)
    repo.write("gazette-2020.md", f"{head}---\n" + "\n\n".join(blocks) + "\n")
    assert repo.told(code=0) == []


def test_one_fixed_and_two_equal_ones_added_are_two(repo: Repo) -> None:
    """Two findings that say the same in two articles: a set would hide one, a count another."""
    sum_ = "Trade between Kenya and Latvia was $1.9 billion in 2011: exports of $1.5 billion and imports of $0.1 billion."
    for name in ("one", "two"):
        repo.write(f"{name}.md", f"{HEAD.format(year=2012, day=5, outlet=name)}{sum_}\n")
    repo.run("baseline", "write")
    repo.commit("two equal ones, known")
    assert [one["code"] for one in repo.report()].count("A201") == 2
    repo.write("one.md", f"{HEAD.format(year=2012, day=5, outlet='one')}Nothing any more.\n")
    for name in ("three", "four"):
        repo.write(f"{name}.md", f"{HEAD.format(year=2012, day=5, outlet=name)}{sum_}\n")
    told = [line for line in repo.told(code=1) if "A201" in line]
    assert {line.split(":")[0] for line in told} == {"news/three.md", "news/four.md"}
    ids = [one["id"] for one in repo.report() if one["code"] == "A201"]
    assert len(set(ids)) == len(ids) == 3


def test_one_fixed_in_an_article_and_another_added_there_is_seen(repo: Repo) -> None:
    old = article("gazette", 1, 2020).splitlines()
    repo.edit("gazette-2020.md", old[4], sentence("Germany", 2020, "777"))
    (line,) = [line for line in repo.told(code=1) if "C101" in line]
    assert "“$777 billion” (gazette, 2020)" in line
    assert repo.change().startswith("1 finding introduced, 1 assertion fixed, 299 findings")


def test_a_renamed_file_brings_nothing(repo: Repo) -> None:
    repo.git("mv", "news/gazette-2020.md", "news/archive-2020.md")
    repo.commit("renamed")
    assert repo.told(code=0) == []
    assert repo.told("news/archive-2020.md", code=0) == []
    assert repo.change() == "0 findings introduced, 0 assertions fixed, 300 findings remaining"
    repo.git("mv", "news", "articles")
    (repo.path / "claim-audit.toml").write_text('paths = ["articles"]\n')
    assert repo.told(code=0) == []
    assert repo.run("baseline", "prune").stdout.endswith("600 added, 600 removed\n")
    text = (repo.path / "claim-audit-baseline.jsonl").read_text("utf-8")
    assert text.count('"source":"articles/') == 600
    assert repo.told(code=0) == []


def test_a_copied_file_is_news(repo: Repo) -> None:
    text = repo.news("gazette-2020.md").read_text("utf-8")
    repo.write("copy.md", text)
    told = repo.told(code=1)
    assert len(told) == 30
    assert {line.split(":")[0] for line in told} == {"news/copy.md"}


def test_an_edit_that_makes_an_untouched_file_conflict_stands_on_the_edit(repo: Repo) -> None:
    repo.write(
        "b.md", f"{HEAD.format(year=2012, day=5, outlet='b')}{sentence('Peru', 2011, '5.0')}\n"
    )
    repo.write(
        "a.md", f"{HEAD.format(year=2012, day=6, outlet='a')}{sentence('Peru', 2011, '5.0')}\n"
    )
    repo.run("baseline", "write")
    repo.commit("two that agree")
    for edited, other in (("b.md", "a.md"), ("a.md", "b.md")):
        repo.edit(edited, "$5.0", "$9.0")
        (line,) = repo.told(f"news/{edited}", code=1)
        assert line.startswith(f"news/{edited}:5:56: C101 error")
        sarif = json.loads(repo.run("check", f"news/{edited}", "--output-format", "sarif").stdout)
        (result,) = [r for r in sarif["runs"][0]["results"] if "suppressions" not in r]
        where = [result["locations"][0], *result["relatedLocations"]]
        uris = [one["physicalLocation"]["artifactLocation"]["uri"] for one in where]
        assert uris == [f"news/{edited}", f"news/{other}"]
        repo.git("checkout", "-q", f"news/{edited}")


def test_what_is_mended_is_said_and_pruned(repo: Repo) -> None:
    repo.edit(
        "herald-2020.md", sentence("Germany", 2020, "78.45"), sentence("Germany", 2020, "56.0")
    )
    assert repo.change() == "0 findings introduced, 2 assertions fixed, 299 findings remaining"
    told = repo.told(code=0)
    assert [line.split(":")[2] for line in told] == [" W504 warning", " W504 warning"]
    assert "an entry of news/gazette-2020.md is no longer found" in told[0] + told[1]
    assert repo.told("--fail-on", "warning", code=1) == told
    assert len(repo.told("news/herald-2020.md", code=0)) == 1
    assert repo.told("news/herald-2019.md", code=0) == []
    diff = repo.run("baseline", "diff").stdout.splitlines()
    assert diff[0].startswith("- news/gazette-2020.md: C101 trade turnover: $56.0 billion")
    assert diff[-1].endswith("0 findings introduced, 2 assertions fixed, 299 findings remaining")
    assert repo.run("baseline", "prune").stdout == (
        "claim-audit-baseline.jsonl: 598 assertions, 0 added, 2 removed\n"
    )
    assert repo.told("--fail-on", "warning", code=0) == []
    repo.edit(
        "herald-2020.md", sentence("Germany", 2020, "56.0"), sentence("Germany", 2020, "78.45")
    )
    assert len(repo.told(code=1)) == 1


def test_a_diff_of_the_baseline_is_small(repo: Repo) -> None:
    repo.edit("gazette-2020.md", "\n\n", "\n\nNothing more.\n\n")
    repo.write(
        "new.md", f"{HEAD.format(year=2021, day=5, outlet='n')}{sentence('Poland', 2020, '777')}\n"
    )
    repo.run("baseline", "write")
    assert repo.git("diff", "--numstat", "claim-audit-baseline.jsonl").split()[:2] == ["1", "0"]


@pytest.mark.usefixtures("repo")
def test_the_same_from_another_folder(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "audit", "check", "gazette-2020.md"],
        cwd=tmp_path / "news", capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "30 findings remaining" in done.stdout


def test_two_runs_are_the_same_bytes(repo: Repo) -> None:
    repo.write(
        "new.md", f"{HEAD.format(year=2021, day=5, outlet='n')}{sentence('Poland', 2020, '777')}\n"
    )
    repo.edit("gazette-2020.md", sentence("Germany", 2020, "56.0"), "")
    forms = ("json", "sarif", "gitlab", "junit", "summary", "github", "html")
    asked = [part for form in forms for part in ("--output-format", form)]
    one, two = (repo.run("check", *asked, PYTHONHASHSEED=seed) for seed in "01")
    assert one.stdout == two.stdout
    text = (repo.path / "claim-audit-baseline.jsonl").read_bytes()
    repo.git("checkout", "-q", ".")
    repo.news("new.md").unlink()
    repo.run("baseline", "write", PYTHONHASHSEED="2")
    assert (repo.path / "claim-audit-baseline.jsonl").read_bytes() == text


def test_forms_are_valid_with_suppressed_findings_in_them(
    repo: Repo, published: Callable[[str], dict]
) -> None:
    repo.write(
        "new.md", f"{HEAD.format(year=2021, day=5, outlet='n')}{sentence('Poland', 2020, '777')}\n"
    )
    repo.edit("gazette-2019.md", "billion.", "billion [sic].")
    first = repo.report()[0]["id"]
    assert repo.run("waive", first, "--reason", "two ways to count").returncode == 0
    sarif = json.loads(repo.run("check", "--output-format", "sarif").stdout)
    jsonschema.validate(sarif, published("json.schemastore.org/sarif-2.1.0"))
    kinds = [r.get("suppressions", [{}])[0].get("kind") for r in sarif["runs"][0]["results"]]
    assert (kinds.count("external"), kinds.count("inSource"), kinds.count(None)) == (299, 1, 0)
    assert repo.told("--fail-on", "info", code=0) == []
    gitlab = json.loads(repo.run("check", "--output-format", "gitlab").stdout)
    jsonschema.validate(gitlab, json.loads((SCHEMAS / "gitlab-code-quality.json").read_text()))
    assert len({one["fingerprint"] for one in gitlab}) == len(gitlab) == 298
    junit = etree.fromstring(repo.run("check", "--output-format", "junit").stdout.encode())
    etree.XMLSchema(etree.parse(SCHEMAS / "jenkins-junit.xsd")).assertValid(junit)
    assert len(junit.findall(".//skipped")) == 300
    counts = dict(
        line.split("=") for line in repo.run("check", "--output-format", "counts").stdout.split()
    )
    assert {k: counts[k] for k in ("findings", "new", "known", "waived")} == {
        "findings": "300", "new": "0", "known": "298", "waived": "2",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{}", "claim-audit-baseline.jsonl:601: expected an object with source, check and"),
        ('{"source": 5}', "claim-audit-baseline.jsonl:601: "),
        ('{"source":"a","check":"C101","fingerprint":"f","line":5}', ":601: "),
        ("<<<<<<< HEAD", ":601: expected an object with source, check and fingerprint: a merge"),
    ],
)
def test_a_bad_line_is_named(repo: Repo, line: str, message: str) -> None:
    with (repo.path / "claim-audit-baseline.jsonl").open("a") as file:
        file.write(f"{line}\n")
    for command in (("check",), ("baseline", "prune"), ("baseline", "diff"), ("report",)):
        done = repo.run(*command)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert message in done.stderr


def test_a_baseline_that_is_named_must_be_there(repo: Repo) -> None:
    (repo.path / "claim-audit.toml").write_text('paths = ["news"]\nbaseline = "old.jsonl"\n')
    done = repo.run("check")
    assert (done.returncode, done.stdout) == (2, "")
    assert "old.jsonl: no such baseline; `claim-audit baseline write` makes it" in done.stderr
    assert repo.run("baseline", "write").stdout.startswith("old.jsonl: 600 assertions, 600 added")
    assert repo.told(code=0) == []


@pytest.mark.parametrize("glob", ["news/*.mdd", "nwes/*.md", "news/**/x*.md"])
def test_a_typo_in_a_glob(repo: Repo, glob: str) -> None:
    (repo.path / "claim-audit.toml").write_text(f'paths = ["{glob}"]\n')
    for arguments in ((), ("news/gazette-2020.md",)):
        done = repo.run("check", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{glob}: no such file or folder, and nothing that matches it" in done.stderr


def test_a_right_glob(repo: Repo) -> None:
    (repo.path / "claim-audit.toml").write_text('paths = ["news/*.md"]\n')
    assert repo.told(code=0) == []
    assert repo.told("news/gazette-202?.md", code=0) == []


def test_no_claim_at_all(repo: Repo) -> None:
    repo.write("quiet.md", "Nothing to count here.\n")
    done = repo.run("check", "news/quiet.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "news/quiet.md: not one claim found (--allow-empty if that is right)" in done.stderr
    assert repo.told("news/quiet.md", "--allow-empty", code=0)[0].startswith("news/quiet.md: X404")
    for path in repo.news("").glob("*.md"):
        path.write_text("Nothing to count here.\n")
    assert repo.run("check").returncode == 2


@pytest.mark.parametrize("name", ["claim-audit-baseline.jsonl", "old.jsonl"])
def test_the_files_of_the_tool_are_no_articles(repo: Repo, name: str) -> None:
    """In a corpus that is the whole repository, and where a hook names them."""
    (repo.path / "claim-audit.toml").write_text(f'paths = ["."]\nbaseline = "{name}"\n')
    (repo.path / "claim-audit-baseline.jsonl").rename(repo.path / name)
    (repo.path / "claim-audit-decisions.jsonl").write_text("")
    assert repo.told(code=0) == []
    assert repo.told("--allow-empty", name, "claim-audit-decisions.jsonl", code=0) == []
