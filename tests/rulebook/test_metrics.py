"""Metric files: a bad one is one clear line with file and line; the built-in ones hold together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.model import Fault
from audit.rulebook import entities, metrics, source

RULES = Path(__file__).resolve().parents[2] / "rules"
GOOD = """\
kind: stock
unit: bridge
names:
  en: [bridges across the river]
examples:
  - {text: "Nine bridges cross the river.", stated: 9}
  - {text: "Nine boats passed.", none: true}
"""
YES = '  - {text: "Nine bridges cross the river.", stated: 9}\n'
NO = '  - {text: "Nine boats passed.", none: true}\n'

BAD = [
    (GOOD.replace("kind: stock", "kind: stok"), 1, "stok"),
    (GOOD.replace("unit: bridge", "unit: [bridge]"), 2, "Expected `str`, got `array`"),
    (GOOD.replace("unit: bridge\n", ""), 1, "missing required field `unit`"),
    (GOOD + "rolls: {of: country}\n", 1, "unknown field `rolls`"),
    (GOOD.replace("en: [bridges across the river]", "en: bridges"), 3, "Expected `array`"),
    (GOOD + "band_per_year: ten percent\n", 8, "Expected `float"),
    (GOOD + "never: [1992]\n", 8, "Expected `str`, got `int`"),
    (GOOD + "roles: {of: [country]}\n", 8, "Expected `str`"),
    (GOOD.replace(NO, ""), 1, "none: true"),
    (GOOD.replace(YES, ""), 1, "an example that matches"),
    (GOOD + "sum_of: [ferries]\n", 1, "`ferries`"),
    (GOOD + "part_of: ferries\n", 1, "`ferries`"),
    (GOOD + "names: {en: [x\n", 9, "not valid YAML"),
    ("kind: stock\n\tunit: bridge\n", 2, "not valid YAML"),
    ("kind: stock\nunit: bridge\nkind: flow\n", 3, "“kind” stands twice, first in line 1"),
    ("", 1, "Expected `object`"),
    ("- kind: stock\n", 1, "Expected `object`"),
]


@pytest.mark.parametrize(("text", "line", "words"), BAD, ids=[row[2] for row in BAD])
def test_bad_file(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "bridges.yaml"
    path.write_text(text)
    with pytest.raises(Fault) as caught:
        metrics.read(tmp_path)
    message = str(caught.value)
    assert message.startswith(f"{path}:{line}: ")
    assert words in message
    assert "\n" not in message


def test_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "bridges.yaml").write_bytes(GOOD.encode("utf-16"))
    with pytest.raises(Fault, match=r"bridges\.yaml: cannot be read as UTF-8"):
        metrics.read(tmp_path)


def test_defaults_come_from_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "river_bridges.yaml").write_text(GOOD)
    metric = metrics.read(tmp_path)["river_bridges"]
    assert (metric.label, metric.kind, metric.unit) == ("river bridges", "stock", "bridge")
    assert metric.names == {"en": ("bridges across the river",)}
    assert (metric.roles, metric.never, metric.band_per_year) == ({}, (), None)


def test_a_relation_may_name_a_metric_of_another_folder(tmp_path: Path) -> None:
    (tmp_path / "bridges.yaml").write_text(GOOD + "part_of: population\n")
    known = metrics.read(RULES / "metrics")
    assert metrics.read(tmp_path, known)["bridges"].part_of == "population"


@pytest.fixture(scope="module")
def builtin() -> dict[str, metrics.Metric]:
    return metrics.read(RULES / "metrics")


def test_every_metric_has_two_yes_examples(builtin: dict[str, metrics.Metric]) -> None:
    few = [
        key
        for key, metric in builtin.items()
        if sum(not example.get("none") for example in metric.examples) < 2
    ]
    assert few == []


def test_no_example_of_one_metric_is_shared_with_another(
    builtin: dict[str, metrics.Metric],
) -> None:
    yes = [e["text"] for m in builtin.values() for e in m.examples if not e.get("none")]
    assert len(set(yes)) == len(yes)


def test_examples_use_known_keys_and_entities(builtin: dict[str, metrics.Metric]) -> None:
    atlas = entities.read(RULES / "entities")
    facts = {
        "text", "none", "published", "stated", "low", "high", "hedge", "unit", "definition",
        "period", "as_of",
    }  # fmt: skip
    for metric in builtin.values():
        for example in metric.examples:
            own = facts | set(metric.splits)
            roles = {key: value for key, value in example.items() if key not in own}
            assert roles.keys() <= metric.roles.keys(), (metric.key, example)
            keys = {k for v in roles.values() for k in (v if isinstance(v, list) else [v])}
            seen = {sighting.key for sighting in atlas.scan(example["text"])}
            assert keys <= seen, (metric.key, example)
            assert example.get("definition") in (None, *metric.definitions), (metric.key, example)


def test_a_flow_and_its_running_total_ask_for_the_same_roles(
    builtin: dict[str, metrics.Metric],
) -> None:
    assert builtin["fdi_flow"].roles == builtin["fdi_cumulative"].roles
    assert builtin["fdi_flow"].unit == builtin["fdi_cumulative"].unit


def test_names_are_plain_lower_case_words(builtin: dict[str, metrics.Metric]) -> None:
    plain = re.compile(r"[a-z][a-z'’ -]*")
    names = [name for metric in builtin.values() for name in metric.names["en"]]
    assert [name for name in names if not plain.fullmatch(name)] == []


def test_synonyms_neither_chain_nor_contradict() -> None:
    table = source.read(RULES / "lang" / "synonyms.en.yaml", dict[str, list[str]])
    words = [word for others in table.values() for word in others]
    assert len(set(words)) == len(words)
    assert not set(words) & table.keys()
