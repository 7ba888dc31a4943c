"""What the figures of a list may stand for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.check.rounded import added, slack, written
from audit.model import Interval, Mention
from audit.rulebook import load
from audit.values import Reading, reading

SETS = load().checks.sets


def read(stated: float, step: float = 1.0, *, exact: bool = True) -> Reading:
    half = 0.0 if exact else step / 2
    mention = Mention(
        0, 1, "count", "", stated, stated - half, stated + half, step=step, granule=step
    )
    return reading(mention, SETS)


@pytest.mark.parametrize(
    ("number", "low", "high"),
    [
        (75, 75, 75),  # below a hundred: as exact as it looks
        (30, 30, 30),
        (212, 212, 212),
        (640, 635, 645),
        (24_310, 24_305, 24_315),
        (600, 550, 650),
        (3_000, 2_700, 3_300),  # a tenth at most
    ],
)
def test_a_round_number_may_be_rounded(number: int, low: int, high: int) -> None:
    assert slack(read(number)) == Interval(low, high)


def test_written_digits_are_rounded_or_cut_off() -> None:
    assert slack(read(5.5, 0.5, exact=False)) == Interval(5.25, 6.0)


def test_parts_told_together_are_as_exact_as_the_finest() -> None:
    assert added([read(600), read(214)]) == Interval(814, 814)
    assert added([read(600), read(210)]) == Interval(800, 820)


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=6))
def test_what_they_come_to_as_written_is_never_excluded(numbers: list[int]) -> None:
    parts = [read(number) for number in numbers]
    assert written(parts).within(added(parts))


@given(st.lists(st.floats(1, 999), min_size=2, max_size=6), st.sampled_from([0.1, 1.0, 10.0]))
def test_rounding_hides_no_true_sum(values: list[float], step: float) -> None:
    """Numbers that add up still do when each, and their sum, is rounded to one step."""
    rounded = [read(round(value / step) * step, step, exact=False) for value in values]
    total = read(round(sum(values) / step) * step, step, exact=False)
    assert added(rounded).meets(slack(total))
