"""A project's own rules lie over the built-in ones, file by file."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import rulebook
from audit.model import Fault

METRIC = """\
kind: stock
unit: lighthouse
names: {en: [lighthouses of the coast]}
roles: {of: country}
examples:
  - {text: "Chile has 40 lighthouses of the coast.", stated: 40}
  - {text: "The 40 sailors slept.", none: true}
"""


def test_a_metric_is_added(tmp_path: Path) -> None:
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "lighthouses.yaml").write_text(METRIC, encoding="utf-8")
    rules = rulebook.load([tmp_path])
    assert {"lighthouses", "trade_turnover"} <= rules.metrics.keys()
    assert rules.metrics["lighthouses"].unit == "lighthouse"


def test_one_language_file_takes_the_place_of_one(tmp_path: Path) -> None:
    (tmp_path / "lang").mkdir()
    own = "company: [guild]\n"
    (tmp_path / "lang" / "synonyms.en.yaml").write_text(own, encoding="utf-8")
    rules = rulebook.load([tmp_path])
    assert rules.words.norm("guild") == rules.words.norm("company")
    assert rules.words.norm("firm") != rules.words.norm("company")
    assert rules.words.context.modality  # the other files of the language stay the built-in ones


def test_a_country_gets_another_name(tmp_path: Path) -> None:
    (tmp_path / "entities").mkdir()
    text = "countries:\n  KZ: {names: [Land of Apples]}\n"
    (tmp_path / "entities" / "own.yaml").write_text(text, encoding="utf-8")
    atlas = rulebook.load([tmp_path]).atlas
    assert [s.key for s in atlas.scan("Land of Apples and Britain")] == ["KZ", "GB"]


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="expected a folder of rules"):
        rulebook.load([tmp_path / "nowhere"])
