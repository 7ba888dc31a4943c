"""Near-identical texts: the one number that was written anew decides, as written."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.comparison import Comparison, parallel
from audit.rulebook import Rulebook

Compared = Callable[[str, str], Comparison]

FRAME = "The depot at the harbour stores {} crates of tea for the winter ."
CASES = [
    ("516", "516 ", "equal"),
    ("516", "616", "disjoint"),
    ("600", "640", "disjoint"),  # no widening of a round number: nothing else was changed
    ("30", "more than 30", "disjoint"),
    ("30", "more than 20", "a_within_b"),
    ("30", "more than 40", "disjoint"),
    ("30", "less than 30", "disjoint"),
    ("30", "less than 40", "a_within_b"),
    ("30", "at least 30", "a_within_b"),
    ("30", "no more than 30", "a_within_b"),
    ("30", "30 or more", "a_within_b"),
    ("more than 20", "30", "b_within_a"),
    ("less than 20", "30", "disjoint"),
    ("more than 20", "less than 40", "overlaps"),
    ("more than 40", "less than 20", "disjoint"),
    ("more than 20", "more than 40", "b_within_a"),
    ("five", "six", "disjoint"),
    ("five", "5", "equal"),
    ("$ 500", "$ less than 600", "a_within_b"),
    ("$ 500", "less than $ 600", "a_within_b"),
    ("$ 500", "more than $ 600", "disjoint"),
    ("12.4", "12", "a_within_b"),  # the finer is written as the coarser
    ("12.6", "12", "disjoint"),
    ("4,500", "4500", "equal"),
    ("9 th", "more than 9 th", "disjoint"),
]


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_one_number_was_changed(compared: Compared, a: str, b: str, relation: str) -> None:
    assert compared(FRAME.format(a), FRAME.format(b)).relation == relation


NOT_PARALLEL = [
    ("The depot stores 30 crates of tea .", "The depot stores 30 crates of rice ."),
    ("The depot stores 30 crates of tea .", "The depot stores 40 crates of rice ."),
    ("30 crates", "40 crates"),
    ("The depot stores 30 crates of tea .", "The depot stores about 40 crates of tea ."),
    ("The depot stores 30 crates of tea .", "The depot stores 30 million crates of tea ."),
]


@pytest.mark.parametrize(("a", "b"), NOT_PARALLEL)
def test_more_than_a_number_was_changed(rules: Rulebook, a: str, b: str) -> None:
    assert parallel.change(a, b, rules.lexicon) is None
