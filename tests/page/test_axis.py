"""Where values stand: in order, inside the line, under ticks that a reader knows."""

from __future__ import annotations

import itertools
from datetime import date
from math import isclose

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit.report.page import axis

VALUES = st.lists(
    st.floats(-1e15, 1e15, allow_subnormal=False).filter(lambda x: x == 0 or abs(x) > 1e-6),
    min_size=1,
    max_size=12,
)


@given(VALUES, st.booleans())
def test_order_is_kept_and_all_stand_inside(values: list[float], backwards: bool) -> None:
    line = axis.numbers(values, backwards=backwards)
    places = [line.x(value) for value in sorted(values, reverse=backwards)]
    assert places == sorted(places)
    assert 0 <= min(places) <= max(places) <= 100


@given(VALUES)
@example([-999998276956065.0, -999998487750204.0])
def test_ticks_are_few_and_in_reach(values: list[float]) -> None:
    line = axis.numbers(values)
    ticks = list(line.ticks())
    assert len(ticks) <= 8
    assert all(-0.01 <= tick.x <= 100.01 for tick in ticks)
    assert len({tick.label for tick in ticks}) == len(ticks)


@given(st.lists(st.dates(date(1000, 1, 1), date(2200, 1, 1)), min_size=1, max_size=8))
def test_days_have_ticks_that_fit(days: list[date]) -> None:
    line = axis.days([day.toordinal() for day in days])
    assert all(0 <= line.x(day.toordinal()) <= 100 for day in days)
    assert len(list(line.ticks())) <= 14


@pytest.mark.parametrize(
    ("values", "log", "labels"),
    [
        ([550, 650, 516], False, ["550", "600", "650"]),
        ([1.615e9, 1.8e9], False, ["1.65 bn", "1.7 bn", "1.75 bn", "1.8 bn"]),
        ([4.2e6, 4.2e9], False, ["0", "1 bn", "2 bn", "3 bn", "4 bn"]),
        ([4.1e6, 4.2e9], True, ["10 m", "100 m", "1 bn"]),
        ([-36, 20], False, ["−40", "−20", "0", "20"]),
        ([7], False, ["6.5", "6.75", "7", "7.25", "7.5"]),
    ],
)
def test_ticks_are_round(values: list[float], log: bool, labels: list[str]) -> None:
    line = axis.numbers(values)
    assert line.log is log
    assert [tick.label for tick in line.ticks()] == labels
    assert ("logarithmic" in line.note) is log


def test_ranks_run_backwards_and_say_so() -> None:
    line = axis.numbers([34, 50], backwards=True)
    assert line.x(34) > line.x(50)
    assert "better ranks to the right" in line.note


def test_a_logarithmic_axis_gives_each_power_the_same_room() -> None:
    line = axis.numbers([1, 1e6])
    steps = [line.x(10.0**n) for n in range(7)]
    assert all(
        isclose(b - a, steps[1] - steps[0], abs_tol=0.11) for a, b in itertools.pairwise(steps)
    )


def test_years_and_months_are_ticks() -> None:
    years = axis.days([date(1991, 12, 16).toordinal(), date(2023, 5, 1).toordinal()])
    assert [tick.label for tick in years.ticks()] == ["1990", "2000", "2010", "2020"]
    months = axis.days([date(2024, 1, 10).toordinal(), date(2024, 3, 20).toordinal()])
    assert [tick.label for tick in months.ticks()] == [
        "Jan 2024",
        "Feb 2024",
        "Mar 2024",
        "Apr 2024",
    ]
