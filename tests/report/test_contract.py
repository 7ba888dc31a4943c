"""The JSON report is what its schema says, and carries what other programs read from it."""

import json
from importlib.resources import files

import jsonschema
import pytest
from msgspec.structs import replace

from audit import report
from audit.model import Result

SCHEMA = json.loads(files("audit.report").joinpath("report.schema.json").read_text("utf-8"))


def parsed(result: Result) -> dict:
    return json.loads(report.render(result, "json"))


def test_it_validates(result: Result) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(parsed(result), SCHEMA)


def test_a_report_without_anything_validates(result: Result) -> None:
    empty = replace(result, documents=(), unread=(), claims=(), families=(), findings=())
    jsonschema.validate(parsed(empty), SCHEMA)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("claims", 0, "value"), {"stated": 5}),
        (("claims", 0, "start"), -1),
        (("findings", 0, "severity"), "fatal"),
        (("groups", 0, "claims"), [{}]),
        (("schema_version",), 2),
    ],
)
def test_the_schema_bites(result: Result, place: tuple, value: object) -> None:
    row = parsed(result)
    *way, last = place
    node = row
    for key in way:
        node = node[key]
    node[last] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, SCHEMA)


def test_values_have_three_shapes(result: Result) -> None:
    by_source = {c["metric"] + c["source"]: c["value"] for c in parsed(result)["claims"]}
    assert by_source["firmsb.txt"] == {
        "stated": 600, "low": 550, "high": 650, "hedge": "about", "unit": None,
    }  # fmt: skip
    assert by_source["foundingc.txt"] == {"from": "2020-05-05", "to": "2020-05-05"}
    assert by_source["factc.txt"]["term"]["thing"] == "pact"


def test_every_id_that_is_named_is_listed(result: Result) -> None:
    row = parsed(result)
    listed = {c["id"] for c in [*row["claims"], *row["derived"]]}
    named = {i for part in ("groups", "findings") for one in row[part] for i in one["claims"]}
    assert named <= listed
    assert [c["proof"] for c in row["derived"]] == [[result.claims[1].id]]


def test_offsets_and_time(result: Result) -> None:
    first = parsed(result)["claims"][0]
    assert (first["line"], first["column"], first["as_of"], first["period"]) == (1, 7, "2026", None)
    assert first["decided"] == {"subject": {"how": "stated", "words": "there"}}


def test_sources_read_and_unread(result: Result) -> None:
    rows = parsed(result)["sources"]
    assert [row["source"] for row in rows] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert rows[-1]["unread"] == "binary, not text"


def test_json_lines_are_a_finding_each_and_end_with_coverage(result: Result) -> None:
    lines = [json.loads(line) for line in report.render(result, "jsonl").splitlines()]
    assert [line.get("code") for line in lines] == ["D302", "X403", None]
    assert [c["source"] for c in lines[0]["claims"]] == ["a.txt", "b.txt"]
    assert lines[-1]["coverage"]["numbers"] == 9
