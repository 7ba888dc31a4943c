"""What people read: every form holds what it promises and takes no side."""

import csv
import io
import re

import pytest
from msgspec.structs import replace

from audit import report
from audit.model import Fault, Result
from audit.report.forms import csv as sheet

TEXTS = ("full", "concise", "markdown")


@pytest.mark.parametrize("form", TEXTS)
def test_text_ends_with_the_coverage_line(result: Result, form: str) -> None:
    last = report.render(result, form).rstrip("\n").splitlines()[-1]
    assert last == (
        "coverage: 4 sources, 9 numbers, 6 claims, 2 groups compared, 2 findings (2 new), "
        "2 not comparable, 1 unresolved, 1 source failed"
    )


@pytest.mark.parametrize("form", TEXTS)
def test_no_side_is_taken(result: Result, form: str) -> None:
    assert not re.search(r"\b(wrong|false|incorrect|lie)\b", report.render(result, form), re.I)


@pytest.mark.parametrize("form", report.names())
def test_every_form_renders_and_ends_with_a_newline(result: Result, form: str) -> None:
    text = report.render(result, form)
    assert text.endswith("\n")
    assert text == report.render(result, form)


def test_an_unknown_form_names_the_known_ones(result: Result) -> None:
    with pytest.raises(
        Fault, match="unknown output format `xml`; expected one of: concise, counts"
    ):
        report.render(result, "xml")


def test_min_severity_hides_and_counts(result: Result) -> None:
    text = report.render(result, "concise", min_severity="warning")
    assert "X403" not in text
    assert "2 findings (2 new, 1 not shown)" in text


def test_concise_is_a_line_a_finding(result: Result) -> None:
    first, second, *_ = report.render(result, "concise").splitlines()
    assert first == (
        "a.txt:1:7: D302 warning: 516 firms operating differs from about 600 registered"
    )
    assert second == "c.txt: X403 info: no date is given"


def test_a_source_is_named_once_in_a_line(result: Result) -> None:
    finding = replace(result.findings[1], message="c.txt: no date is given")
    lines = report.render(replace(result, findings=(finding,)), "concise").splitlines()
    assert lines[0] == "c.txt: X403 info: no date is given"


def test_full_marks_both_quotes_and_says_why(result: Result) -> None:
    text = report.render(result, "full", width=80)
    lines = text.splitlines()
    at = lines.index("    | Today 516 firms operate there.")
    assert lines[at + 1] == "    |       ^^^"
    far = next(n for n, line in enumerate(lines) if "around 600 firms" in line)
    begin = lines[far].index("600")
    assert lines[far + 1][begin : begin + 3] == "^^^"
    assert lines[far][6] == "…"
    assert len(lines[far]) <= 80
    for words in (
        "about 600 firms; 550 to 650;",
        "why linked: same measure",
        "arithmetic: 516 lies",
    ):
        assert words in text
    assert "\033[" not in text


def test_colour_only_when_asked(result: Result) -> None:
    assert "\033[33;1mwarning\033[0m" in report.render(result, "full", colour=True)


def test_markdown_sections_in_order(result: Result) -> None:
    text = report.render(result, "markdown")
    heads = re.findall(r"^##? (.*)$", text, re.M)
    assert heads == [
        "Discrepancy report",
        "To review (1)",
        "To know (1)",
        "Agreeing (1)",
        "Not compared: nothing to compare with (2)",
        "Every number accounted for",
        "Sources",
    ]
    assert "Today **516** firms operate there." in text
    assert "**trade turnover**: 1.62 billion USD (a.txt:2); 1.6 billion USD (c.txt:1)." in text


def test_markdown_escapes_article_text(result: Result) -> None:
    claim = replace(result.claims[0], quote="[x](http://e) <b> 516 | *", sentence=None)
    finding = replace(result.findings[0], claims=(claim,))
    text = report.render(replace(result, findings=(finding,)), "markdown")
    assert r"\[x\](http://e) \<b\> **516** \| \*" in text


def test_csv_is_a_row_an_assertion(result: Result) -> None:
    rows = list(csv.DictReader(io.StringIO(report.render(result, "csv"))))
    assert tuple(rows[0]) == sheet.COLUMNS
    assert [(r["code"], r["source"], r["value"], r["hedge"]) for r in rows] == [
        ("D302", "a.txt", "516", "exact"),
        ("D302", "b.txt", "600", "about"),
        ("X403", "c.txt", "", ""),
    ]
    assert [rows[0][key] for key in ("as_of", "published", "speaker", "column", "status")] == [
        "2026", "2026-02-27", "the minister", "7", "new",
    ]  # fmt: skip
    assert all(None not in row and row["message"] for row in rows)


def test_csv_runs_no_formula(result: Result) -> None:
    finding = replace(result.findings[1], message="=1+1")
    text = report.render(replace(result, findings=(finding,)), "csv")
    assert "'=1+1" in text
