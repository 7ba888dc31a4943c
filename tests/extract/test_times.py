"""Dates and periods as days, absolute and relative to publication (a Friday, 27 February 2026)."""

from __future__ import annotations

from datetime import date

import pytest

from audit.model import Rejection

PUBLISHED = date(2026, 2, 27)
TIMES = [
    ("Born on 2026-03-02.", "2026-03-02", "2026-03-02"),
    ("Born on 26.02.2026.", "2026-02-26", "2026-02-26"),
    ("Born on March 2, 2026.", "2026-03-02", "2026-03-02"),
    ("Born on 2 March 2026.", "2026-03-02", "2026-03-02"),
    ("They met on February 25-26.", "2026-02-25", "2026-02-26"),
    ("They met on 25-26 February 2025.", "2025-02-25", "2025-02-26"),
    ("They met on the 5th of May.", "2026-05-05", "2026-05-05"),
    ("It opened in September 2025.", "2025-09-01", "2025-09-30"),
    ("It opened in October.", "2025-10-01", "2025-10-31"),
    ("It opens in December this year.", "2026-12-01", "2026-12-31"),
    ("Output fell in July.", "2025-07-01", "2025-07-31"),
    ("Output will fall in July.", "2026-07-01", "2026-07-31"),
    ("Output fell in March.", "2026-03-01", "2026-03-31"),
    ("October's output was low.", "2025-10-01", "2025-10-31"),
    ("The January to February 17 period was dry.", "2026-01-01", "2026-02-17"),
    ("From January to September 17, 2022, it was dry.", "2022-01-01", "2022-09-17"),
    ("It opened in 2024.", "2024-01-01", "2024-12-31"),
    ("A plan for 2026-2028.", "2026-01-01", "2028-12-31"),
    ("A plan for 2024/25.", "2024-01-01", "2025-12-31"),
    ("It was built in the 1990s.", "1990-01-01", "1999-12-31"),
    ("The 21st century began.", "2001-01-01", "2100-12-31"),
    ("In the first nine months of 2025 it grew.", "2025-01-01", "2025-09-30"),
    ("In the second quarter of 2025 it grew.", "2025-04-01", "2025-06-30"),
    ("In Q3 2025 it grew.", "2025-07-01", "2025-09-30"),
    ("In H1 2025 it grew.", "2025-01-01", "2025-06-30"),
    ("During January-August this year it grew.", "2026-01-01", "2026-08-31"),
    ("From January to March 2025 it grew.", "2025-01-01", "2025-03-31"),
    ("In FY2025 it grew.", "2025-01-01", "2025-12-31"),
    ("In FY2022-23 it grew.", "2022-01-01", "2023-12-31"),
    ("Between 1600 and 1900 it grew.", "1600-01-01", "1900-12-31"),
    ("From 2014 to 2017 it grew.", "2014-01-01", "2017-12-31"),
    ("In 11 months of 2023 it grew.", "2023-01-01", "2023-11-30"),
    ("Over the past year it grew.", "2025-02-27", "2026-02-27"),
    ("By the end of the year it will grow.", None, "2026-12-31"),
    ("It shrank a year ago.", "2025-01-01", "2025-12-31"),
    ("Year-to-date it grew.", "2026-01-01", "2026-02-27"),
    ("Since 1993 it has grown.", "1993-01-01", None),
    ("It will last through 2027.", None, "2027-12-31"),
    ("By the end of 2030 it will grow.", None, "2030-12-31"),
    ("Last year it grew.", "2025-01-01", "2025-12-31"),
    ("This week it grew.", "2026-02-23", "2026-03-01"),
    ("Next month it will grow.", "2026-03-01", "2026-03-31"),
    ("Today it grew.", "2026-02-27", "2026-02-27"),
    ("Yesterday it grew.", "2026-02-26", "2026-02-26"),
    ("They met on Thursday.", "2026-02-26", "2026-02-26"),
    ("Over the past 25 years it grew.", "2001-02-27", "2026-02-27"),
    ("It opened two years ago.", "2024-01-01", "2024-12-31"),
    ("In the twelve months to December it grew.", "2025-01-01", "2025-12-31"),
    ("In the year to the end of March 2025 it grew.", "2024-04-01", "2025-03-31"),
    ("In the financial year ended 30 June 2025 it grew.", "2024-07-01", "2025-06-30"),
    ("In the six months ended June 2024 it grew.", "2024-01-01", "2024-06-30"),
    ("In the 12 months through November it grew.", "2024-12-01", "2025-11-30"),
    ("In the 12 months ending March it will grow.", "2025-04-01", "2026-03-31"),
    ("In the quarter to September it grew.", "2025-07-01", "2025-09-30"),
    ("It took two months to March on Rome.", "2026-03-01", "2026-03-31"),
    ("It has a lease of ten years to 2035.", "2035-01-01", "2035-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), TIMES)
def test_days(said, text, first, last):
    periods = [one.period for one in said(text, PUBLISHED) if one.period]
    got = [(_day(period.first), _day(period.last)) for period in periods]
    assert got == [(first, last)]


def _day(day):
    return None if day is None else str(day)


def test_the_previous_year_is_that_of_the_text(said):
    found = said("Trade in 2023 rose 5 % on the previous year.", PUBLISHED)
    assert [one.period.edtf for one in found if one.period] == ["2023", "2022"]


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Last year it grew.", "undated"),
        ("They met on February 25.", "no year"),
        ("In the first quarter it grew.", "no year"),
    ],
)
def test_an_undated_text_dates_nothing(said, text, how):
    (one,) = said(text)
    assert (one.period, one.how) == (None, how)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Some 2000 workers left.", 2000),
        ("More than 2024 people came.", 2024),
        ("It turns at 3000 rpm.", 3000),
        ("It cost $1999.", 1999),
        ("Prices go up by an average of 1500.", 1500),
        ("A force of 1900 soldiers left.", 1900),
    ],
)
def test_four_digits_that_are_no_year(said, text, value):
    assert [one.stated for one in said(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The 2020 elections came.",
        "Exports in 2024 fell.",
        "Higher than in 2021, it said.",
        "A rise over 2022.",
    ],
)
def test_four_digits_that_are_a_year(said, text):
    assert [one.kind for one in said(text)] == ["period"]


def test_a_page_header_keeps_its_date_alone(read):
    found = read("date 2026-02-27 26.02.2026, 18:45 34191\n", kind="meta")
    assert [one.text for one in found if not isinstance(one, Rejection)] == [
        "2026-02-27",
        "26.02.2026",
    ]
    reasons = [one.reason for one in found if isinstance(one, Rejection)]
    assert reasons == ["clock time", "view counter"]
