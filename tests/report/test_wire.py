"""What other programs read: valid by the published schemas, on the right line, the same each run."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from msgspec.structs import replace

from audit import check, report
from audit.model import Finding, Result, Severity, Span

SCHEMAS = Path(__file__).parent / "schemas"
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "jenkins-junit.xsd"))
COMMAND = re.compile(r"::(error|warning) ((?:[a-zA-Z]+=[^:,\r\n]*,?)+)::([^\r\n]*)")


def own(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


@pytest.fixture
def valid(published: Callable[[str], Any]) -> Callable[[Result], dict[str, Any]]:
    """Every machine-readable form of a result, parsed and held against its schema."""
    sarif = published("json.schemastore.org/sarif-2.1.0")

    def forms(result: Result) -> dict[str, Any]:
        names = ("sarif", "gitlab", "rdjson", "webannotation", "schemaorg", "json")
        texts = {name: report.render(result, name, manual=check.pages()) for name in names}
        parsed = {name: json.loads(text) for name, text in texts.items()}
        jsonschema.validate(parsed["sarif"], sarif)
        jsonschema.validate(parsed["gitlab"], own("gitlab-code-quality.json"))
        jsonschema.validate(parsed["rdjson"], own("rdjson.json"))
        parsed["junit"] = etree.fromstring(report.render(result, "junit").encode())
        JUNIT.assertValid(parsed["junit"])
        return parsed

    return forms


def told(result: Result, *findings: Finding) -> Result:
    return replace(result, findings=findings)


def many(result: Result, severity: Severity, count: int) -> list[Finding]:
    first = result.findings[0]
    rank = {"error": 0, "warning": 1, "info": 2}[severity]
    return [replace(first, id=f"m{n}", rank=rank, severity=severity) for n in range(count)]


def test_all_are_valid(result: Result, valid: Callable) -> None:
    valid(result)
    valid(told(replace(result, claims=(), families=(), documents=(), unread=())))


@pytest.mark.parametrize(
    ("form", "place", "value"),
    [
        ("sarif", ("runs", 0, "results", 0, "level"), "fatal"),
        ("gitlab", (0, "severity"), "error"),
        ("rdjson", ("diagnostics", 0, "severity"), "warning"),
    ],
)
def test_the_schemas_bite(
    result: Result, published: Callable, form: str, place: tuple, value: str
) -> None:
    row = json.loads(report.render(result, form))
    *way, last = place
    node = row
    for key in way:
        node = node[key]
    node[last] = value
    schemas = {
        "sarif": published("json.schemastore.org/sarif-2.1.0"),
        "gitlab": own("gitlab-code-quality.json"),
        "rdjson": own("rdjson.json"),
    }
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, schemas[form])


def test_a_command_a_finding_on_its_first_side(result: Result) -> None:
    first, *rest = report.render(result, "github").splitlines()
    level, properties, message = COMMAND.fullmatch(first).groups()  # type: ignore[union-attr]
    assert level == "warning"
    assert properties == (
        "file=a.txt,line=1,endLine=1,col=7,endColumn=10,title=D302 definition%3A firms"
    )
    assert message.startswith("516 firms operating differs from about 600 registered%0Aother side")
    assert rest[0] == "1 finding more in the summary"
    assert rest[1].startswith("coverage: 4 sources")


def test_no_more_commands_than_are_shown(result: Result) -> None:
    findings = [*many(result, "error", 12), *many(result, "warning", 11), *many(result, "info", 3)]
    lines = report.render(told(result, *findings), "github").splitlines()
    levels = [line.split()[0] for line in lines if line.startswith("::")]
    assert levels == ["::error"] * 10 + ["::warning"] * 10
    assert lines[20] == "6 findings more in the summary"


def test_what_is_not_new_stays_out_of_the_margin(result: Result) -> None:
    known, waived = (replace(result.findings[0], status=s) for s in ("known", "waived"))
    text = report.render(told(result, known, waived), "github")
    assert "::" not in text
    assert "2 findings more" in text


def test_sarif_tells_both_sides_and_the_manual(result: Result, valid: Callable) -> None:
    run = valid(result)["sarif"]["runs"][0]
    first, second = run["results"]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {
        "startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 10, "snippet": {"text": "516"},
    }  # fmt: skip
    other = first["relatedLocations"][0]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "b.txt"
    assert "[b.txt:1](1)" in first["message"]["text"]
    rule = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert (rule["id"], rule["name"]) == ("D302", "definition")
    assert rule["help"]["text"].startswith("Finds: ")
    assert run["columnKind"] == "unicodeCodePoints"
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "c.txt"
    unread = run["invocations"][0]["toolExecutionNotifications"][0]
    assert unread["message"]["text"] == "binary, not text"


@pytest.mark.parametrize(
    ("status", "why"), [("known", "known to the baseline"), ("waived", "waived")]
)
def test_sarif_suppresses_what_is_not_new(
    result: Result, valid: Callable, status: str, why: str
) -> None:
    old = replace(result.findings[0], status=status)
    row = valid(told(result, old))["sarif"]["runs"][0]["results"][0]
    assert row["suppressions"] == [{"kind": "external", "justification": why}]


def test_every_check_is_a_rule_with_help(result: Result, valid: Callable) -> None:
    rules = valid(result)["sarif"]["runs"][0]["tool"]["driver"]["rules"]
    assert [one["id"] for one in rules] == sorted(check.pages())
    assert all(one["help"]["text"] and one["fullDescription"]["text"] for one in rules)


def test_equal_findings_have_two_marks_that_stay(result: Result, valid: Callable) -> None:
    twins = [replace(result.findings[0], id=name) for name in ("k1", "k9")]
    row = valid(told(result, *twins))
    marks = [one["fingerprint"] for one in row["gitlab"]]
    assert len(set(marks)) == 2
    assert marks == [one["partialFingerprints"]["assertions/v1"]
                     for one in row["sarif"]["runs"][0]["results"]]  # fmt: skip
    claim = replace(twins[0].claims[0], line=40, column=3)
    moved = replace(twins[0], claims=(claim, *twins[0].claims[1:]))
    assert valid(told(result, moved))["gitlab"][0]["fingerprint"] == marks[0]


def test_gitlab_lists_known_and_leaves_waived_out(result: Result, valid: Callable) -> None:
    known = replace(result.findings[0], status="known")
    waived = replace(result.findings[1], status="waived")
    (issue,) = valid(told(result, known, waived))["gitlab"]
    assert (issue["check_name"], issue["severity"]) == ("D302", "minor")
    assert issue["location"] == {"path": "a.txt", "lines": {"begin": 1, "end": 1}}


def test_rdjson_counts_bytes(result: Result, valid: Callable) -> None:
    quote = "Ångström: “516” firms"
    start = quote.index("516")
    claim = replace(
        result.claims[0], quote=quote, sentence=Span(0, len(quote)), start=start, column=start + 1
    )
    finding = replace(result.findings[0], claims=(claim, result.claims[2]))
    (row,) = valid(told(result, finding))["rdjson"]["diagnostics"]
    before = len(quote[:start].encode())
    place = row["location"]["range"]
    assert place["start"] == {"line": 1, "column": before + 1}
    assert place["end"] == {"line": 1, "column": before + 4}
    assert row["related_locations"][0]["location"]["path"] == "b.txt"
    far = replace(finding, claims=(replace(claim, column=500),))
    (row,) = valid(told(result, far))["rdjson"]["diagnostics"]
    assert row["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


def test_junit_counts(result: Result, valid: Callable) -> None:
    error = replace(result.findings[0], severity="error", rank=0)
    known = replace(error, id="k8", status="known")
    root = valid(told(result, error, known, result.findings[1]))["junit"]
    assert {k: root.get(k) for k in ("tests", "failures", "errors")} == {
        "tests": "4", "failures": "1", "errors": "0",
    }  # fmt: skip
    assert root[0].get("skipped") == "1"
    assert [s.get("name") for s in root] == ["a.txt", "b.txt", "c.txt", "coverage"]
    assert [c.get("name") for c in root[1]] == ["no finding"]
    assert root.find(".//failure").get("type") == "D302"
    assert root[-1].findtext("system-out").startswith("coverage: ")


def test_a_value_of_two_lines_ends_on_the_second(result: Result, valid: Callable) -> None:
    mention = replace(result.claims[0].mention, text="516\nfirms")
    claim = replace(result.claims[0], mention=mention)
    row = valid(told(result, replace(result.findings[0], claims=(claim,))))
    region = row["sarif"]["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (2, 6)
    assert row["gitlab"][0]["location"]["lines"] == {"begin": 1, "end": 2}


def test_annotations_select_exactly_the_words(result: Result, valid: Callable) -> None:
    page = valid(result)["webannotation"]
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    first = page["items"][0]
    position, quote = first["target"]["selector"]
    assert (position["start"], position["end"]) == (6, 9)
    assert quote == {
        "type": "TextQuoteSelector", "exact": "516", "prefix": "Today ",
        "suffix": " firms operate there.",
    }  # fmt: skip
    assert [body["purpose"] for body in first["body"]] == ["describing", "commenting"]
    assert len({item["id"] for item in page["items"]}) == len(result.claims)


def test_schemaorg_says_who_and_rates_nothing(result: Result, valid: Callable) -> None:
    graph = valid(result)["schemaorg"]["@graph"]
    assert [node["@type"] for node in graph] == ["Claim"] * len(result.claims)
    first = graph[0]
    assert first["author"]["name"] == "the minister"
    assert (first["about"]["value"], first["appearance"]["url"]) == (516, "a.txt")
    assert first["temporalCoverage"] == "2026"
    assert "Rating" not in report.render(result, "schemaorg")


def test_paths_are_references(result: Result, valid: Callable) -> None:
    claim = replace(result.claims[0], source="./news/a b#1 ü.txt")
    row = valid(told(result, replace(result.findings[0], claims=(claim,))))
    run = row["sarif"]["runs"][0]["results"][0]
    where = run["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": "news/a%20b%231%20%C3%BC.txt", "uriBaseId": "%SRCROOT%"}
    assert row["gitlab"][0]["location"]["path"] == "news/a b#1 ü.txt"
    away = replace(claim, source="/tmp/a.txt")  # noqa: S108 - a name, not a file
    row = valid(told(result, replace(result.findings[0], claims=(away,))))
    run = row["sarif"]["runs"][0]["results"][0]
    where = run["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": "file:///tmp/a.txt"}


def test_the_summary_says_what_it_cut(result: Result) -> None:
    long = replace(result.findings[0], message="word " * 4000)
    findings = [replace(long, id=f"m{n}") for n in range(500)]
    text = report.render(told(result, *findings), "summary")
    assert 900_000 < len(text.encode()) < 1_000_000
    shown = text.count("\n### ")
    assert f"**{500 - shown} findings cut here:**" in text
    assert text.splitlines()[-1].startswith("coverage: ")


def test_the_summary_begins_with_the_worst_new_one(result: Result) -> None:
    known = replace(result.findings[0], severity="error", rank=0, status="known")
    text = report.render(told(result, known, *result.findings), "summary")
    heads = re.findall(r"^### (.*)$", text, re.M)
    assert heads == ["D302 definition: firms", "X403 undated", "D302 definition: firms (known)"]
    assert re.search(r"^\| error +\| +0 \| +1 \| +0 \|$", text, re.M)
    assert "**516** firms operate there." in text
