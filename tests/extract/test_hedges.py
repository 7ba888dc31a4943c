"""Hedges and the set of numbers they commit to; directions of change."""

from __future__ import annotations

import pytest

SETS = [
    ("516 firms signed.", "exact", 516, 516),
    ("It cost $1.62bn.", "exact", 1.615e9, 1.625e9),
    ("Around 600 firms signed.", "about", 550, 650),
    ("An estimated 5 million children read.", "about", 4.5e6, 5.5e6),
    ("More than 500 firms signed.", "more_than", 500, None),
    ("Output exceeds $300 billion.", "more_than", 300e9, None),
    ("At least 34 firms signed.", "at_least", 34, None),
    ("No fewer than 34 firms signed.", "at_least", 34, None),
    ("500-plus firms signed.", "at_least", 500, None),
    ("They have 20 or more.", "at_least", 20, None),
    ("Fewer than 40 firms signed.", "less_than", None, 40),
    ("Up to 400 firms signed.", "at_most", None, 400),
    ("No more than 40 firms signed.", "at_most", None, 40),
    ("Almost 6,000 students left.", "almost", 5000, 6000),
    ("600-odd guests came.", "about", 550, 650),
    ("30 or so came.", "about", 25, 35),
    ("Between 20 and 30 came.", "range", 20, 30),
    ("It took 40 to 50 hours.", "range", 40, 50),
    ("A rate of 5-6 %.", "range", 5, 6),
    ("From 5 to 6 percent agreed.", "range", 5, 6),
    ("Between $US160 million and $US171 million.", "range", 160e6, 171e6),
    ("It will cost $89 to $93 billion.", "range", 89e9, 93e9),
    ("Over three or four years it grew.", "range", 3, 4),
    ("It weighs 5.5 ± 0.5 mm.", "range", 5, 6),
    ("It is above 3 and below 9.", "range", 3, 9),
    ("It is greater than 30 and less than or equal to 40.", "range", 30, 40),
    ("Tens of thousands of people came.", "range", 1e4, 1e5),
    ("Dozens of people came.", "vague", None, None),
    ("Children under the age of 5 read.", "less_than", None, 5),
    ("Children aged 3-6 years read.", "range", 3, 6),
    ("Several hundred people came.", "vague", None, None),
]


@pytest.mark.parametrize(("text", "hedge", "low", "high"), SETS)
def test_hedge_and_set(said, text, hedge, low, high):
    (one,) = said(text)
    assert (one.hedge, one.low, one.high) == (hedge, *(_near(bound) for bound in (low, high)))


def _near(bound):
    return None if bound is None else pytest.approx(bound)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Trade rose 20 %.", [("up", "by")]),
        ("Trade fell to 3 points.", [("down", "to")]),
        ("Trade rose by over 190%.", [("up", "by")]),
        ("It fell from $2,415 to $2,315.", [("down", "from"), ("down", "to")]),
        ("It gained 0.68 percent to 3,005.47.", [("up", "by"), ("up", "to")]),
        ("An increase of 83.6% was seen.", [("up", "by")]),
        ("A 4.2 percent drop followed.", [("down", "by")]),
        ("The index: -0.6% today.", [("down", "by")]),
        ("Exports doubled.", [("up", "by")]),
        ("The rate stands at 93%.", [(None, None)]),
        ("It is making up 14% of it.", [(None, None)]),
        ("It rose by $43.6 billion to $419.2 billion.", [("up", "by"), ("up", "to")]),
        ("Up to 400 came.", [(None, None)]),
        ("It shrank at an annual rate of 19.4 percent.", [("down", "by")]),
        ("It cut the rate by 25 basis points.", [("down", "by")]),
        ("It contracted 4.2% in May and 2.1% in all.", [("down", "by"), ("down", "by")]),
        ("It rose 4% in May and 55% of firms say so.", [("up", "by"), (None, None)]),
    ],
)
def test_direction(said, text, moves):
    got = [(one.direction, one.change) for one in said(text) if one.kind not in ("date", "period")]
    assert got == moves


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("They will spend it over five years.", "exact"),
        ("It took over five years.", "more_than"),
        ("Over the past 25 years it grew.", "exact"),
        ("It has run for over 25 years.", "more_than"),
        ("The maker handed over 766 jets.", "exact"),
        ("Fires spread over 300 hectares.", "exact"),
        ("The maker sold over 766 jets.", "more_than"),
        ("It sells all of it under a 30-year deal.", "exact"),
        ("They met over a 10-day stay.", "exact"),
        ("Prices shot up to 400.", "exact"),
        ("Prices cost up to 400.", "at_most"),
    ],
)
def test_over_of_a_stretch_or_of_the_verb_is_no_bound(said, text, hedge):
    assert said(text)[0].hedge == hedge
