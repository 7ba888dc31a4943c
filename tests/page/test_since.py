"""What an earlier report is compared with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.model import Fault, Finding
from audit.report import since
from audit.report.since import Told


def finding(name: str, *prints: str) -> Finding:
    return Finding(0, "C101", name, "conflict", "error", (), (), "m", fingerprints=prints)


def told(name: str, *prints: str) -> Told:
    return Told(name, "C101", "m", prints)


@pytest.mark.parametrize(
    ("old", "new", "introduced", "fixed", "unchanged"),
    [
        ([], [finding("x", "1")], {"x"}, 0, 0),
        ([told("x", "1", "2")], [finding("y", "2", "1")], set(), 0, 1),
        ([told("x", "1")], [finding("x", "1", "2")], {"x"}, 1, 0),
        ([told("x", "1"), told("y", "1")], [finding("z", "1")], set(), 1, 1),
        ([told("x", "1")], [finding("y", "1"), finding("z", "1")], {"z"}, 0, 1),
        ([told("x")], [finding("x")], set(), 0, 1),
    ],
)
def test_compared(
    old: list[Told], new: list[Finding], introduced: set[str], fixed: int, unchanged: int
) -> None:
    found = since.compared("old.json", old, new)
    assert (found.introduced, len(found.fixed), found.unchanged) == (introduced, fixed, unchanged)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"schema_version": 1, "findings": [{}]}'])
def test_a_file_that_is_no_report_is_a_fault(tmp_path: Path, content: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(content)
    with pytest.raises(Fault, match=r"old\.json: expected a JSON report of claim-audit"):
        since.read(path)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(Fault, match=r"gone\.json: cannot be read: No such file"):
        since.read(tmp_path / "gone.json")


def test_a_report_is_read(tmp_path: Path) -> None:
    row = {"id": "x", "code": "C101", "message": "m", "fingerprints": ["1"], "severity": "error"}
    path = tmp_path / "old.json"
    path.write_text(json.dumps({"schema_version": 1, "findings": [row], "claims": []}))
    assert since.read(path) == (told("x", "1"),)
