"""Quarrels of one group that cannot be one finding."""

from __future__ import annotations

from collections.abc import Callable

from audit.model import Result

PROJECTS = "the joint projects of Turkey and Georgia are worth"


def test_two_currencies_are_two_quarrels(analyse: Callable[..., Result]) -> None:
    result = analyse(
        ("2016-01-10", f"Today {PROJECTS} $640 million."),
        ("2020-01-10", f"Today {PROJECTS} $2.9 billion."),
        ("2016-02-10", f"Today {PROJECTS} 4.1 billion lira."),
        ("2020-02-10", f"Today {PROJECTS} 19.6 billion lira."),
    )
    units = [{c.mention.unit for c in f.claims} for f in result.findings if f.code == "D301"]
    assert sorted(map(sorted, units)) == [["TRY"], ["USD"]]
