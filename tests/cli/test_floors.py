"""Floors of scores only go up, and a fall is told."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scores.py"
_spec = importlib.util.spec_from_file_location("scores", SCRIPT)
assert _spec
assert _spec.loader
scores = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(scores)


@pytest.mark.parametrize(
    ("now", "fell"),
    [
        ({"a": {"x": 90.0}}, 0),
        ({"a": {"x": 89.96}}, 0),
        ({"a": {"x": 89.9}}, 1),
        ({"a": {"y": 99.0}}, 1),
        ({}, 1),
        ({"a": {"x": 95.0}, "b": {"z": 1.0}}, 0),
    ],
)
def test_fallen(now: dict, fell: int) -> None:
    assert len(scores.fallen({"a": {"x": 90.0}}, now)) == fell


def test_raised_keeps_the_higher_and_adds_the_new() -> None:
    floors = {"a": {"x": 90.0, "y": 50.0}}
    now = {"a": {"x": 89.98, "y": 60.0}, "b": {"z": -2.0}}
    assert scores.raised(floors, now) == {"a": {"x": 90.0, "y": 60.0}, "b": {"z": -2.0}}


def test_without_the_labelled_text_it_says_so() -> None:
    command = [sys.executable, str(SCRIPT), "--scorer", "no/score.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, "nothing was measured" in done.stdout) == (0, True)


def test_first_run_writes_and_a_fall_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scorer = tmp_path / "score.py"
    scorer.write_text("")
    monkeypatch.setattr(scores, "ROOT", tmp_path)
    monkeypatch.setattr(scores, "FLOORS", tmp_path / "reports" / "scores.json")
    monkeypatch.setattr(sys, "argv", ["scores.py", "--scorer", str(scorer)])
    for value, code in ((70.0, 0), (75.0, 0), (72.0, 1)):
        monkeypatch.setattr(scores, "measured", lambda *_, v=value: {"a": {"x": v}})
        assert scores.main() == code
    assert json.loads(scores.FLOORS.read_text())["a"]["x"] == 75.0
    assert "a / x: 72.0 is below its floor 75.0" in capsys.readouterr().out
