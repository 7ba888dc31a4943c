"""When open claims hold, and which two of them speak of one time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import moments
from audit.model import Claim, Decision, Mention, Period
from audit.moments import Moment

NEVER = Moment(None, False)


def period(text: str) -> Period:
    """ "2023", "2023-05", "2023-05-04", "2023-05-04/2023-06-01", "2023-05-04/.."."""
    if "/" in text:
        first, last = (None if end == ".." else date.fromisoformat(end) for end in text.split("/"))
        return Period(first, last)
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return Period.year(*numbers)
    return Period.month(*numbers) if len(numbers) == 2 else Period(*[date(*numbers)] * 2)


def moment(text: str) -> Moment:
    """As the sentence says, or, behind a tilde, as the text around it does; "" is not known."""
    return Moment(period(text.lstrip("~")), not text.startswith("~")) if text else NEVER


def claim(
    kind: str = "stock",
    own: str = "",
    as_of: str = "",
    published: str = "",
    decided: tuple[Decision, ...] = (),
) -> Claim:
    return Claim(
        "a.md", 0, 1, 2, "open:toll", "c1", Mention(1, 2, "count", "9"), "toll", kind,
        period=period(own) if own else None,
        as_of=period(as_of) if as_of else None,
        published=date.fromisoformat(published) if published else None,
        decided=decided,
    )  # fmt: skip


STATED = Decision("as_of", "stated", "in May 2023")
INHERITED = Decision("period", "inherited", "the sentence before")
UNKNOWN = Decision("as_of", "unknown", "")


@pytest.mark.parametrize(
    ("one", "when"),
    [
        (claim(as_of="2023-05", decided=(STATED,)), "2023-05"),
        (claim("flow", "2023", published="2024-02-01", decided=(INHERITED,)), "~2023"),
        (claim("cumulative", "2005-01-01/2023-12-31", "2023-12-31"), "~2005-01-01/2023-12-31"),
        (claim("cumulative", "2005-01-01/.."), "~2005-01-01/.."),
        (claim("flow", "2022", "2023-12-31"), "~2022"),
        (claim(published="2024-02-01"), "~2024-02-01"),
        (claim(own="../..", published="2024-02-01"), "~2024-02-01"),
        (claim(published="2024-02-01", decided=(UNKNOWN,)), ""),
        (claim(), ""),
    ],
)
def test_when_a_claim_holds(one: Claim, when: str) -> None:
    assert moments.of(one) == moment(when)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("~2024-02-01", "~2024-02-01", True),
        ("~2024-02-01", "~2024-04-01", True),  # one state of things
        ("~2024-02-01", "~2024-04-02", False),
        ("2024-02-01", "2024-03-20", True),
        ("2024-02-01", "2023-02-01", False),
        ("2023", "2023", True),
        ("2023", "2022", False),
        ("2023", "2023-05", False),  # a year and its month are two flows
        ("2023-05", "2023-06", False),
        ("2023", "2023-05-04", True),  # a day in it
        ("2023", "2024-05-04", False),
        ("2020-01-01/..", "2023", True),
        ("2020-01-01/..", "2019", False),
        ("2023", "~2024-02-01", True),  # news of last year
        ("2023", "~2024-04-29", True),
        ("2023", "~2024-04-30", False),
        ("2023", "~2022-12-30", False),  # told before it began
        ("~2023", "2023", True),
        ("~2022", "2023", False),
        ("~2022", "~2023", False),
        ("~2023", "2023-05", False),
        ("", "2023", None),
        ("", "", None),
    ],
)
def test_of_one_time(one: str, other: str, same: bool | None) -> None:
    assert moments.one(moment(one), moment(other)) is same
    assert moments.one(moment(other), moment(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("2023", "2022", True),
        ("2023", "2023", False),
        ("2023", "2023-05", True),
        ("2023-05", "2023-06", True),
        ("2023-02", "2023-03", True),  # the shortest month is a period
        ("2023", "2023-05-04", False),
        ("2023", "2021-05-04", False),  # a day may drift, and is no period
        ("~2024-02-01", "~2025-02-01", False),
        ("2023", "~2024-02-01", False),
        ("2021", "~2024-02-01", True),
        ("~2022", "2023", True),
        ("~2023", "2023", False),
        ("2020-01-01/..", "2023", False),
        ("", "2023", False),
    ],
)
def test_periods_apart(one: str, other: str, parted: bool) -> None:
    assert moments.apart(moment(one), moment(other)) is parted
    assert moments.apart(moment(other), moment(one)) is parted


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2023-05-04", "2023-05-04", 0),
        ("2023-05", "2023-05-31", 0),
        ("2023-05-04", "2023-06-04", 31),
        ("2022", "2023-01-01", 365),
        ("../2022-12-31", "2023-01-01", 1),
    ],
)
def test_days_between_the_beginnings(one: str, other: str, days: int) -> None:
    assert moments.gap(period(one), period(other)) == days
    assert moments.gap(period(other), period(one)) == days


DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
PERIODS = st.one_of(
    DAYS.map(lambda day: Period(day, day)),
    DAYS.map(lambda day: Period.month(day.year, day.month)),
    DAYS.map(lambda day: Period.year(day.year)),
    DAYS.map(lambda day: Period(day, None)),
    DAYS.map(lambda day: Period(None, day)),
    st.builds(lambda day, long: Period(day, day + timedelta(long)), DAYS, st.integers(0, 800)),
)
MOMENTS = st.one_of(st.just(NEVER), st.builds(Moment, PERIODS, st.booleans()))


@given(MOMENTS, MOMENTS)
def test_which_comes_first_changes_nothing(one: Moment, other: Moment) -> None:
    assert moments.one(one, other) is moments.one(other, one)
    assert moments.apart(one, other) is moments.apart(other, one)


@given(MOMENTS, MOMENTS)
def test_two_periods_apart_are_not_one_time(one: Moment, other: Moment) -> None:
    assert not (moments.apart(one, other) and moments.one(one, other))


@given(MOMENTS)
def test_a_time_is_one_with_itself(one: Moment) -> None:
    assert moments.one(one, one) is (None if one.period is None else True)
    assert not moments.apart(one, one)
