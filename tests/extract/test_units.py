"""Dimensions and conversions."""

from __future__ import annotations

import pytest

from audit.rulebook.units import dimension, factor
from tests.extract.conftest import RULES


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (None, "count"), ("USD", "money"), ("percent", "percent"), ("tonne", "[mass]"),
        ("percentage_point", "percentage_point"), ("basis_point", "percentage_point"),
        ("USD/barrel", "money/[volume]"), ("hectare", "[area]"), ("decade", "[time]"),
    ],
)  # fmt: skip
def test_dimension(unit, expected):
    assert dimension(unit) == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("tonne", "kilogram", 1000), ("decade", "year", 10), ("basis_point", "percentage_point", 0.01),
        ("USD/tonne", "USD/kilogram", 0.001), ("kilometer/hour", "meter/second", 1 / 3.6),
        ("USD", "USD", 1), ("USD", "EUR", None), ("percent", "percentage_point", None),
        ("tonne", "meter", None), ("degree_Celsius", "degree_Fahrenheit", None), (None, "tonne", None),
        ("nonsense", "tonne", None),
    ],
)  # fmt: skip
def test_factor(a, b, expected):
    assert factor(a, b) == (None if expected is None else pytest.approx(expected))


def test_every_unit_of_the_lexicon_is_defined(english):
    from audit.rulebook import units

    known = units.read(RULES / "units.txt").names
    named = {*english.units, *english.symbols.values(), *english.squared.values()}
    assert {part for unit in named for part in unit.split("/")} <= known
