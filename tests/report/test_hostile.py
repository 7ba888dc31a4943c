"""Whatever an article or a file name holds, each form stays what it is and nothing is obeyed."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import etree
from msgspec.structs import replace

from audit import report
from audit.model import Result, Span
from audit.report import claims

TEXTS = {
    "workflow command": "a\n::error file=x::pwned\r\n::stop-commands::t\r##[add-mask]x %0A",
    "quotes and markup": "\"'`<script>alert(1)</script> ]]> <!-- &amp; --> </failure> {{x}} ${{ x }}",
    "link": "[click](http://e.example) ![i](x) | # h * b _ \\",
    "forbidden in XML": "\x00\x01\x08\x0b\x0c\x1f\x7f\x85\ufffe\uffff",
    "terminal": "\x1b[2J\x1b]0;owned\x07\x9b31m",
    "half a pair": "\ud800 and \udfff",
    "direction": "\u202eגדול\u202c ١٢٣ \u2066x",
    "formula": "=cmd|' /C calc'!A0",
    "long": "x" * 100_000,
    "separators": "one\u2028two\u2029three\x0bfour\x1dfive",
}
MACHINES = ("json", "jsonl", "sarif", "gitlab", "rdjson", "webannotation", "schemaorg")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@pytest.fixture(params=TEXTS.values(), ids=TEXTS)
def hostile(request: pytest.FixtureRequest, result: Result) -> Result:
    """The text as quote, label, source, message, arithmetic, speaker, reason and value."""
    text = request.param
    quote = f"{text} 516 {text}"
    start = quote.index("516")
    claims = [
        replace(
            claim, quote=quote, sentence=Span(0, len(quote)), start=start, end=start + 3,
            label=text, source=f"news/{text}", speaker=text, definition=text,
            mention=replace(claim.mention, text=text, noun=text, noun_span=None, start=start),
        )
        for claim in result.claims
    ]  # fmt: skip
    first = replace(
        result.findings[0], claims=(claims[0], claims[2]), message=text, arithmetic=text,
        escape=text, why_linked=text, severity="error", rank=0,
    )  # fmt: skip
    second = replace(result.findings[1], source=f"news/{text}", message=text)
    unread = tuple(replace(one, reason=text) for one in result.unread)
    return replace(result, claims=tuple(claims), findings=(first, second), unread=unread)


@pytest.mark.parametrize("form", MACHINES)
def test_json_stays_json(hostile: Result, form: str) -> None:
    text = report.render(hostile, form)
    text.encode("utf-8")
    for one in text.rstrip("\n").split("\n") if form == "jsonl" else [text]:
        assert json.loads(one)


def test_no_command_is_smuggled(hostile: Result) -> None:
    lines = re.split(r"[\r\n]", report.render(hostile, "github").rstrip("\n"))
    assert [line[:8] for line in lines] == ["::error ", "1 findin", "coverage"]
    _, properties, _ = lines[0].split("::", 2)
    assert properties.count("title=") == 1
    assert re.fullmatch(r"error (\w+=[^:,]*)(,\w+=[^:,]*)*", properties)


def test_xml_stays_xml(hostile: Result) -> None:
    root = etree.fromstring(report.render(hostile, "junit").encode("utf-8"))
    failure = root.find(".//failure")
    assert len(failure) == 0
    assert failure.text.startswith(failure.get("message").replace("\r\n", "\n").replace("\r", "\n"))


@pytest.mark.parametrize("form", ["full", "concise", "summary", "markdown", "github", "junit"])
def test_nothing_reaches_a_terminal(hostile: Result, form: str) -> None:
    assert not FORBIDDEN.search(report.render(hostile, form))


@pytest.mark.parametrize("form", ["summary", "markdown"])
def test_markup_is_escaped(hostile: Result, form: str) -> None:
    text = report.render(hostile, form)
    assert not re.search(r"(?<!\\)<(script|/failure|!--)", text)
    assert "[click](" not in text


def test_a_summary_survives_a_long_word(hostile: Result) -> None:
    text = report.render(hostile, "summary")
    assert len(text.encode()) < 1_000_000
    assert text.count("\n### ") == 2


def test_no_cell_is_a_formula(hostile: Result) -> None:
    csv.field_size_limit(1_000_000)
    rows = csv.reader(io.StringIO(report.render(hostile, "csv"), newline=""))
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_a_list_of_claims_runs_no_formula(hostile: Result) -> None:
    csv.field_size_limit(1_000_000)
    rows = csv.reader(io.StringIO(claims.sheet(hostile), newline=""))
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert not any(FORBIDDEN.search(cell) for cell in cells)
