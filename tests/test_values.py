"""What a written number commits to, and how two of them stand."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import structs

from audit import extract, read, rulebook
from audit.model import Interval, Mention
from audit.rulebook import checks, folder
from audit.values import in_percent, outcome, reading

SETTINGS = checks.read(folder() / "checks.yaml")
SETS = SETTINGS.sets
LEXICON = rulebook.load().lexicon


def number(
    stated: float,
    hedge: str = "exact",
    step: float = 1.0,
    granule: float = 1.0,
    low: float | None = None,
    high: float | None = None,
    low_open: bool = False,
    high_open: bool = False,
) -> Mention:
    low, high = (stated, stated) if low is None and high is None else (low, high)
    return Mention(
        0, 1, "number", "1", stated=stated, hedge=hedge, step=step, granule=granule, low=low, high=high,
        low_open=low_open, high_open=high_open,
    )  # fmt: skip


def rounded(stated: float, step: float) -> Mention:
    return number(
        stated,
        step=step,
        granule=step,
        low=stated - step / 2,
        high=stated + step / 2,
        high_open=True,
    )


MORE_THAN_500 = number(500, "more_than", granule=100, low=500, high=inf, low_open=True)
EXACTLY_516 = number(516)
ABOUT_600 = number(600, "about", granule=100, low=550, high=650)
AT_LEAST_34 = number(34, "at_least", low=34, high=inf)


@pytest.mark.parametrize(
    ("a", "b", "relation", "closeness"),
    [
        (MORE_THAN_500, EXACTLY_516, "b_within_a", "refines"),
        (EXACTLY_516, MORE_THAN_500, "a_within_b", "refines"),
        (EXACTLY_516, ABOUT_600, "disjoint", "disjoint"),
        (MORE_THAN_500, ABOUT_600, "b_within_a", "tension"),
        (rounded(1.18e9, 1e7), rounded(1.2e9, 1e8), "a_within_b", "refines"),
        (rounded(702e6, 1e6), rounded(703e6, 1e6), "disjoint", "tight"),
        (rounded(702e6, 1e6), rounded(704e6, 1e6), "disjoint", "disjoint"),
        (rounded(1.6e9, 1e8), rounded(1.69e9, 1e7), "overlaps", "tight"),  # only if 1.69 was cut to 1.6
        (rounded(5.7, 0.1), rounded(5.7, 0.1), "equal", "agrees"),
        (number(30, granule=10), number(33), "b_within_a", "refines"),  # a bare round count gives way
        (number(30, granule=10), number(45), "disjoint", "disjoint"),
        (number(30, granule=10), number(30, "more_than", low=30, high=inf, low_open=True), "disjoint", "tight"),
        (number(31), number(31, "more_than", low=31, high=inf, low_open=True), "disjoint", "disjoint"),
        (AT_LEAST_34, number(34), "b_within_a", "refines"),
    ],
)  # fmt: skip
def test_outcome(a: Mention, b: Mention, relation: str, closeness: str) -> None:
    found = outcome(reading(a, SETS), reading(b, SETS), SETS, SETTINGS.tight_overlap)
    assert (found.relation, found.closeness) == (relation, closeness)


FINITE = st.floats(-1e12, 1e12, allow_nan=False)


@given(FINITE, FINITE, FINITE, FINITE)
def test_common_part_lies_in_both(a: float, b: float, c: float, d: float) -> None:
    one, two = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    common = one & two
    assert common.empty or (common.within(one) and common.within(two))
    assert common.empty == (max(one.low, two.low) > min(one.high, two.high))


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_outcome_is_symmetric(a: int, b: int) -> None:
    mirror = {"a_within_b": "b_within_a", "b_within_a": "a_within_b"}
    one, two = reading(number(a), SETS), reading(number(b), SETS)
    there, back = outcome(one, two, SETS), outcome(two, one, SETS)
    assert back.relation == mirror.get(there.relation, there.relation)
    assert there.closeness == back.closeness


def said(hedge: str, digits: str, scale: str) -> Mention:
    """The number as a text gives it, read by the tool."""
    (document,) = read.text("text", f"The sum was {hedge} {digits}{scale} dollars.")
    found = extract.mentions(document, LEXICON)
    return next(m for m in found if isinstance(m, Mention) and m.unit)


WRITTEN = st.builds(
    said,
    st.sampled_from(["", "about", "more than", "at least", "less than", "up to", "almost"]),
    st.one_of(
        st.integers(1, 40).map(lambda n: f"{n / 10:g}"), st.integers(1, 40).map(lambda n: f"{n}00")
    ),
    st.sampled_from([" thousand", " million", ""]),
)


@given(WRITTEN, WRITTEN)
@example(said("", "3.1", " million"), said("more than", "1.2", " million"))
@example(said("about", "700", ""), said("", "720", ""))
def test_outcome_is_symmetric_under_any_hedge_and_rounding(a: Mention, b: Mention) -> None:
    one, two = reading(a, SETS), reading(b, SETS)
    there, back = (outcome(x, y, SETS, SETTINGS.tight_overlap) for x, y in ((one, two), (two, one)))
    mirror = {"a_within_b": "b_within_a", "b_within_a": "a_within_b"}
    assert (there.closeness, there.reading) == (back.closeness, back.reading)
    assert back.relation == mirror.get(there.relation, there.relation)


@given(st.integers(2, 10**6), st.sampled_from([0.001, 1000.0, 1e6]))
def test_unit_change_changes_no_outcome(value: int, factor: float) -> None:
    pairs = [
        (rounded(value, 1.0), rounded(value + 1, 1.0)),
        (rounded(value, 1.0), rounded(value * 10, 10.0)),
    ]
    for a, b in pairs:
        plain = outcome(reading(a, SETS), reading(b, SETS), SETS)
        scaled = outcome(reading(a, SETS, factor), reading(b, SETS, factor), SETS)
        assert plain == scaled


@pytest.mark.parametrize(
    ("a", "b", "closeness"),
    [
        ("about 600", "more than 500", "tension"),
        ("1.2 million", "1.26 million", "tight"),  # only if 1.26 was cut to 1.2 ...
        ("1.2 million", "1.31 million", "disjoint"),  # ... as 1.31 was not
        ("1.2 million", "1.24 million", "refines"),
        ("1,200 thousand", "1.18 million", "refines"),
        ("1,200 thousand", "1,201 thousand", "refines"),  # zeros need not have been measured
        ("1,201 thousand", "1,202 thousand", "tight"),
    ],
)
def test_outcome_of_words_either_way(a: str, b: str, closeness: str) -> None:
    one, two = (reading(said("", text, ""), SETS) for text in (a, b))
    for x, y in ((one, two), (two, one)):
        assert outcome(x, y, SETS, SETTINGS.tight_overlap).closeness == closeness


def test_a_figure_flips_exactly_at_the_end_of_its_interval() -> None:
    """1.2 billion is [1.15, 1.25): 1.15 lies in it, 1.1499999 does not unless it was cut."""
    total = reading(rounded(1.2e9, 1e8), SETS)
    inside, outside = reading(number(1.15e9), SETS), reading(number(1.1499999e9), SETS)
    assert outcome(total, inside, SETS).relation == "b_within_a"
    assert outcome(total, outside, SETS).relation == "disjoint"


def test_fall_reads_below_zero() -> None:
    fallen = reading(rounded(36, 1), SETS, -1.0)
    assert fallen.literal == Interval(-36.5, -35.5, low_open=True)


@pytest.mark.parametrize(
    ("told", "percent", "closeness"),
    [
        ("2.5", 150.0, "agrees"),  # it became two and a half times as much
        ("2.5", 250.0, "agrees"),  # as many write it
        ("2.5", 65.0, "disjoint"),
        ("2.5", 300.0, "disjoint"),
        ("3", 200.0, "agrees"),
    ],
)
def test_a_growth_in_multiples_against_percent(told: str, percent: float, closeness: str) -> None:
    value = float(told)
    step = 0.1 if "." in told else 1.0
    multiple = structs.replace(
        number(value, step=step, granule=step, low=value - step / 2, high=value + step / 2),
        kind="percent",
        unit="times",
    )
    held = outcome(reading(multiple, SETS), reading(number(percent), SETS), SETS)
    assert (held.closeness == "disjoint") == (closeness == "disjoint"), held


@given(st.floats(1.0, 50.0), st.floats(0.0, 10.0))
def test_more_multiples_are_never_less_percent(value: float, more: float) -> None:
    one, two = (
        in_percent(structs.replace(number(v, low=v, high=v), kind="percent", unit="times"))
        for v in (value, value + more)
    )
    assert (one.stated or 0.0) <= (two.stated or 0.0)
    assert (one.low or 0.0) <= (one.stated or 0.0) <= (one.high or 0.0)


@pytest.mark.parametrize(
    ("round_one", "other", "agree"),
    [
        ("$900 million", "$896 million", True),
        ("$900 million", "$866 million", False),
        ("$460 million", "$463 million", True),
        ("$461 million", "$463 million", False),
        ("$26.5 billion", "$26.7 billion", False),
        ("$900 million", "more than $905 million", False),
    ],
)
def test_a_round_sum_stands_for_what_rounds_to_it(round_one: str, other: str, agree: bool) -> None:
    (a,), (b,) = (
        [
            m
            for document in read.text("t", f"It cost {words} then.", None)
            for m in extract.mentions(document, LEXICON)
            if isinstance(m, Mention)
        ]
        for words in (round_one, other)
    )
    held = outcome(reading(a, SETS), reading(b, SETS), SETS)
    assert (held.closeness != "disjoint") is agree
