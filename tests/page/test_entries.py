"""How findings become entries, and how they are called."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from audit.model import Result
from audit.report.page import evidence
from audit.report.page.entries import entries, permalinks

TEXT = "Trade turnover between Kazakhstan and Germany in 2025 was {}."


def quarrel(analyse: Callable[..., Result]) -> Result:
    return analyse(
        ("2026-03-02", TEXT.format("$8.9 billion")), ("2026-03-03", TEXT.format("$5.2 billion"))
    )


def test_equal_findings_have_two_names(analyse: Callable[..., Result]) -> None:
    finding = quarrel(analyse).findings[0]
    names = permalinks([finding, replace(finding, id="other")])
    assert len(set(names.values())) == 2


def test_a_name_outlives_moved_text(analyse: Callable[..., Result]) -> None:
    before = quarrel(analyse)
    moved = analyse(
        ("2026-03-02", "Ten lines of something else.\n\n" + TEXT.format("$8.9 billion")),
        ("2026-03-03", TEXT.format("$5.2 billion")),
    )
    assert {*permalinks(before.findings).values()} == {*permalinks(moved.findings).values()}


def test_findings_on_the_same_groups_are_one_entry(analyse: Callable[..., Result]) -> None:
    result = quarrel(analyse)
    loud = result.findings[0]
    twin = replace(loud, id="twin", severity="info", rank=2, code="D304", status="waived")
    (entry,) = [e for e in entries(replace(result, findings=(loud, twin))) if e.claims]
    assert [one.finding.id for one in entry.told] == [loud.id, "twin"]
    assert entry.statuses == ["new", "waived"]
    assert entry.worst is loud


def test_what_is_new_stands_before_what_is_known(analyse: Callable[..., Result]) -> None:
    result = quarrel(analyse)
    one = result.findings[0]
    known = replace(one, id="k", groups=("g",), status="known", code="A201")
    found = entries(replace(result, findings=(known, one)), introduced={one.id})
    assert [entry.worst.id for entry in found] == [one.id, "k"]
    assert found[0].statuses == ["new", "introduced"]


def test_letters_go_on_past_z() -> None:
    assert [evidence._letter(n) for n in (0, 25, 26, 51, 52, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "AAA",
    ]
