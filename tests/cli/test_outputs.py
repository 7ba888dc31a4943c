"""Every form there is, written side by side: the same bytes whatever the order and the hash seed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from audit import report

pytestmark = pytest.mark.usefixtures("corpus")


def test_all_forms_are_the_same_in_two_runs(run: Callable, tmp_path: Path) -> None:
    names = report.names()
    assert len(names) >= 15
    written = []
    for seed, paths in (("0", ["one", "two"]), ("1", ["two", "one"])):
        folder = tmp_path / seed
        folder.mkdir()
        forms = [part for name in names for part in ("--output-format", f"{name}={folder / name}")]
        done = run("report", *(f"news/{p}.txt" for p in paths), *forms, PYTHONHASHSEED=seed)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        written.append({name: (folder / name).read_bytes() for name in names})
    first, second = written
    assert [name for name in names if first[name] != second[name]] == []
    assert all(first.values())
