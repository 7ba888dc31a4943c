"""The row of a mention that other programs read."""

from __future__ import annotations

from datetime import date

from audit.extract.jsonl import row, rows


def test_a_quantity(said):
    (one,) = said("Farms sold more than 13mn tonnes.")
    assert row(one) == {
        "start": 21, "end": 32, "text": "13mn tonnes", "kind": "measure", "stated": 13e6,
        "low": 13e6, "high": None, "hedge": "more_than", "direction": None,
        "unit": "metric_ton", "noun": None,
    }  # fmt: skip


def test_a_change_has_a_direction_and_a_level_has_none(said):
    by, to = said("Trade rose 5 % to $3 billion.")
    assert (row(by)["direction"], row(to)["direction"]) == ("up", None)


def test_both_ends_of_a_fall_tell_it(said):
    found = rows(said("It fell from $2,415 to $2,315."))
    assert [one["direction"] for one in found] == ["down", "down"]


def test_a_time_has_its_days(said):
    (one,) = said("Since 1993 it grew.", date(2026, 1, 1))
    assert (row(one)["from"], row(one)["to"]) == ("1993-01-01", None)
