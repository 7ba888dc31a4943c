"""Numbers in words."""

from math import inf

import pytest

from audit import figures
from audit.model import Interval, Mention
from audit.report import wording


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (516, "516"),
        (10_000, "10,000"),
        (83.6, "83.6"),
        (1.62e9, "1.62 billion"),
        (723_700_000, "723.7 million"),
        (-2.5e6, "-2.5 million"),
        (2.3e12, "2.3 trillion"),
        (1_000_000, "1 million"),
        (999_999, "999,999"),
        (0, "0"),
        (0.05, "0.05"),
        (1 / 3, "0.3333333"),
        (100, "100"),
        (inf, "unbounded"),
    ],
)
def test_number(value: float, words: str) -> None:
    assert figures.number(value) == words


@pytest.mark.parametrize(
    ("rank", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (34, "34th"), (112, "112th"), (1.5, "1.5")],
)
def test_ordinal(rank: float, words: str) -> None:
    assert figures.ordinal(rank) == words


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (Interval(516, 516), "516 USD"),
        (Interval(1.615e9, 1.625e9), "1.615 billion to 1.625 billion USD"),
        (Interval(500, inf, low_open=True), "more than 500 USD"),
        (Interval(500, inf), "at least 500 USD"),
        (Interval(-inf, 9), "at most 9 USD"),
        (Interval(-inf, 9, high_open=True), "less than 9 USD"),
        (Interval(), "any number"),
    ],
)
def test_interval(held: Interval, words: str) -> None:
    assert figures.interval(held, "USD") == words


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"stated": 600, "hedge": "about", "noun": "british company"}, "about 600 british company"),
        ({"stated": 83.6, "unit": "percent", "direction": "up"}, "up 83.6 %"),
        (
            {"stated": 2, "unit": "percentage_point", "direction": "down"},
            "down 2 percentage points",
        ),
        ({"low": 3, "high": 5, "hedge": "range", "unit": "USD/barrel"}, "3 to 5 USD/barrel"),
        ({"hedge": "vague"}, "dozens"),
        ({"stated": 34, "kind": "rank"}, "34th"),
        ({"stated": 10, "kind": "rank", "hedge": "at_most", "low": 1, "high": 10}, "top 10"),
        (
            {"stated": 3, "kind": "duration", "unit": "decade", "hedge": "more_than"},
            "more than dozens",
        ),
        (
            {"stated": 879e6, "direction": "up", "change": "to", "unit": "USD"},
            "879 million USD (up)",
        ),
    ],
)
def test_stated(slots: dict, words: str) -> None:
    mention = Mention(0, 6, **({"kind": "number", "text": "dozens"} | slots))
    assert wording.stated(mention) == words
