"""Decisions: kept by what a finding asserts, applied from an export, counted by check."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from audit.gate import decisions
from audit.gate.decisions import Decision, Given, Precision
from audit.gate.triage import Triage
from audit.model import Fault, Finding

from .conftest import claim, finding, quarrel

A, B, C = claim("a.md", 516), claim("b.md", 600), claim("c.md", 700)


def test_a_decision_outlives_the_order_of_claims_and_the_names_of_files() -> None:
    one, two = finding(A, B), finding(replace(B, source="z.md"), A)
    assert decisions.key(one) == decisions.key(two)
    assert decisions.key(finding(A, B, C)) != decisions.key(one)


def test_written_sorted_and_read_again() -> None:
    made = [
        decisions.of(finding(A, C), "real"),
        decisions.of(finding(A, B), "false", " two\nfunds "),
    ]
    kept = {one.key: one for one in made}
    text = decisions.text(kept)
    assert [json.loads(line)["decision"] for line in text.splitlines()] == ["false", "real"]
    assert json.loads(text.splitlines()[0])["reason"] == "two funds"
    assert decisions.read(text, "d.jsonl") == kept
    assert decisions.text(dict(reversed(kept.items()))) == text


@pytest.mark.parametrize(
    "line", ["{", '{"check": "C101"}', '{"check":"a","fingerprints":[],"decision":"maybe"}']
)
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(
        Fault, match=r"^d\.jsonl:2: expected an object with check, fingerprints and"
    ):
        decisions.read(f"\n{line}\n", "d.jsonl")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b'{"schema_version": 2, "decisions": []}',
        b"\xff",
        b'{"schema_version":1,"decisions":[{}]}',
    ],
)
def test_a_bad_export_is_named(raw: bytes) -> None:
    with pytest.raises(
        Fault, match=r"^e\.json: expected the decisions that the HTML report exports"
    ):
        decisions.exported(raw, "e.json")


def given(one: Finding, **changed: object) -> Given:
    return replace(Given(one.id, one.fingerprints, "real"), **changed)


def test_applied_by_id_then_by_what_is_asserted() -> None:
    here, twin = finding(A, B), replace(finding(A, B), id="twin")
    other = finding(A, C)
    found, lost = decisions.applied(
        [
            given(twin),
            given(other, finding="moved", fingerprints=tuple(reversed(other.fingerprints))),
            given(here, fingerprints=("gone",)),
        ],
        [here, twin, other],
    )
    assert [one.id for one, _ in found] == ["twin", other.id]
    assert [one.fingerprints for one in lost] == [("gone",)]


def test_precision_counts_what_was_judged() -> None:
    said = ("real", "real", "explained", "false", "not-same", "waive")
    made = [Decision("C101", (str(n),), one) for n, one in enumerate(said)]
    (found,) = decisions.precision([*made, Decision("D302", ("x",), "waive")])
    assert found == Precision("C101", 2, 1, 2)
    assert (found.precision, found.alarms) == (0.4, 0.4)


def test_triage_goes_on_back_and_ends() -> None:
    triage = Triage([quarrel(A, B), quarrel(A, C), quarrel(B, C)])
    triage.back()
    triage.decide("real", "")
    triage.skip()
    triage.back()
    triage.back()
    assert triage.decided
    assert triage.decided.choice == "real"
    triage.decide("false", "two funds")
    triage.skip()
    triage.decide("waive", "old")
    assert triage.current is None
    triage.skip()
    triage.decide("real", "")
    assert [(one.choice, one.reason) for one in triage.chosen] == [
        ("false", "two funds"), ("waive", "old"),
    ]  # fmt: skip
    triage.back()
    assert triage.current == quarrel(B, C)


def test_nothing_to_triage() -> None:
    triage = Triage([])
    triage.back()
    assert (triage.current, triage.decided, triage.chosen) == (None, None, [])
