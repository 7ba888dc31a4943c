"""The words of comparison are data: a file that is not as expected is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.model import Fault
from audit.rulebook import Rulebook, compare

RULES = Path(__file__).parents[2] / "rules" / "lang" / "en.compare.yaml"


def test_an_unknown_key_is_a_fault(tmp_path: Path) -> None:
    bad = RULES.read_text(encoding="utf-8") + "\ncolours: [red]\n"
    (tmp_path / "en.compare.yaml").write_text(bad, encoding="utf-8")
    with pytest.raises(Fault, match=r"en\.compare\.yaml:\d+: .*colours"):
        compare.read(tmp_path / "en.compare.yaml")


def test_opposed_events_are_events(rules: Rulebook) -> None:
    events = rules.compare.axes["event"].values.keys()
    assert all(group <= events for group in rules.compare.opposed)


def test_no_cue_tells_two_sides_of_one_axis(rules: Rulebook) -> None:
    for axis in rules.compare.axes.values():
        cues = [cue for words in axis.values.values() for cue in words]
        assert len(cues) == len(set(cues))
