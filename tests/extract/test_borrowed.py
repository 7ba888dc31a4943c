"""What a bare number counts: the sentence, then (quote, unit, noun) of every number of it."""

from __future__ import annotations

import pytest

BORROWED = [
    ("The index fell 162.31 points, or 2.14%, to fall to 7,425.81.",
     [("162.31", None, "point"), ("2.14%", "percent", None), ("7,425.81", None, "point")]),
    ("Sales rose to 3.9 million headsets, up from 2.4 million.",
     [("3.9 million", None, "headset"), ("2.4 million", None, "headset")]),
    ("It was cut from 550,000 to 450,000 units.",
     [("550,000", None, "unit"), ("450,000", None, "unit")]),
    ("The value shrank by 813 billion baht to 16.9 trillion.",
     [("813 billion baht", "THB", None), ("16.9 trillion", "THB", None)]),
    ("Yields slowed to 500 tonnes, compared with 1,600 in May.",
     [("500 tonnes", "tonne", None), ("1,600", "tonne", None)]),
    ("The firm has 800 employees abroad, of which 660 are expatriates.",
     [("800", None, "employee"), ("660", None, "employee")]),
    ("The gauge rose by 2 percent but its rival fell by 1.",
     [("2 percent", "percent", None), ("1", "percent", None)]),
    ("It ran 35 trains and another 40 in May.", [("35", None, "train"), ("40", None, "train")]),
]  # fmt: skip
BARE = [
    ("Rates rose to 100% and herds grew from over 1,000 to more than 30,000.",
     [("100%", "percent", None), ("1,000", None, None), ("30,000", None, None)]),
    ("It shipped 35 trains; the toll rose to 40.", [("35", None, "train"), ("40", None, None)]),
    ("It shipped 9 tonnes and 32,000 were sold.", [("9 tonnes", "tonne", None), ("32,000", None, None)]),
    ("It has 26, or 35%, up from 19 then.",
     [("26", None, None), ("35%", "percent", None), ("19", None, None)]),
    ("Growth was 5 percent, and income has more than tripled.",
     [("5 percent", "percent", None), ("tripled", None, "times")]),
    ("Of 10,490 lawyers some came on Sept. 8, 11, and 15.",
     [("10,490", None, "lawyer"), ("11", None, None), ("15", None, None)]),
    ("The team fielded 35 initially.", [("35", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), [*BORROWED, *BARE])
def test_the_unit_of_a_bare_number(said, text, numbers):
    found = [one for one in said(text) if not one.is_time]
    assert [(one.text, one.unit, one.noun) for one in found] == numbers
    assert all(one.text == text[one.start : one.end] for one in found)


def test_a_borrowed_noun_has_no_place_of_its_own(said):
    lender, borrower = said("It holds 800 books, up from 660.")
    assert lender.noun_span is not None
    assert borrower.noun_span is None
    assert borrower.kind == "count"
