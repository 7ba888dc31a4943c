"""Dates of two texts: of one event, on one side of a day, with and without a year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.comparison import Comparison

Compared = Callable[[str, str], Comparison]

BRIDGE = "The bridge over the gorge was opened on 4 March 2019 ."
SIDES = [
    ("The bridge was opened before 4 March 2019 .", "disjoint"),
    ("The bridge was opened before 5 March 2019 .", "a_within_b"),
    ("The bridge was opened by 4 March 2019 .", "a_within_b"),
    ("The bridge was opened after 4 March 2019 .", "disjoint"),
    ("The bridge was opened after 3 March 2019 .", "a_within_b"),
    ("The bridge was opened before 2019 .", "disjoint"),
    ("The bridge was opened before 2020 .", "a_within_b"),
    ("The bridge was opened prior to March 2019 .", "disjoint"),
    ("The bridge was opened after February 2019 .", "a_within_b"),
    ("The bridge was opened in 2019 .", "a_within_b"),
    ("The bridge was opened in the 2010 's .", "a_within_b"),
    ("It was on March 4 that the bridge was opened .", "equal"),
    ("It was on April 4 that the bridge was opened .", "disjoint"),
    ("Opened in 2019 , the bridge is long .", "a_within_b"),
]


@pytest.mark.parametrize(("b", "relation"), SIDES)
def test_sides_of_a_day(compared: Compared, b: str, relation: str) -> None:
    assert compared(BRIDGE, b).relation == relation


LIFE = "The painter -LRB- 3 May 1871 -- 9 June 1941 -RRB- lived in Lyon ."
EVENTS = [
    (LIFE, "The painter was born in 1871 .", "a_within_b"),
    (LIFE, "The painter was born in 1881 .", "disjoint"),
    (LIFE, "The painter died on 9 June 1940 .", "disjoint"),
    ("The painter (1871–1941) lived in Lyon .", "The painter died in 1951 .", "disjoint"),
    ("The band ( 1991–1995 ) played in Lyon .", "The band broke up in 1993 .", "b_within_a"),
    ("The painter was born in 1871 .", "The painter died in 1941 .", "none"),
    ("The painter was born on 3 May 1871 .", "The painter graduated on 3 May 1871 .", "disjoint"),
    ("The bridge opened on 4 March 2019 .", "The bridge closed on 4 March 2019 .", "disjoint"),
    ("The inn opened in 1990 and closed in 2004 .", "The inn closed in 2004 .", "equal"),
]


@pytest.mark.parametrize(("a", "b", "relation"), EVENTS)
def test_events(compared: Compared, a: str, b: str, relation: str) -> None:
    assert compared(a, b).relation == relation
