"""The ledger: every numeral with its fate."""

import csv
import io
from datetime import date

import pytest

from audit.model import Document, Mention, Part, Period, Rejection
from audit.report import ledger

TEXT = "At 18:45 trade\nreached 5 % in 2020."


@pytest.fixture
def entries() -> list[ledger.Entry]:
    document = Document(
        "a.txt", 2, line=7, text=TEXT, offset=100, parts=(Part(100, 135, "body"),), sentences=()
    )
    year = Period(date(2020, 1, 1), date(2020, 12, 31))
    found = (
        Rejection(103, 108, "18:45", "clock time"),
        Mention(123, 126, "percent", "5 %", stated=5, unit="percent"),
        Mention(130, 134, "period", "2020", period=year),
    )
    return [ledger.Entry(document, found)]


def test_rows_have_place_and_fate(entries: list[ledger.Entry]) -> None:
    rows = list(csv.reader(io.StringIO(ledger.sheet(entries, rejected=True))))
    assert rows[1:] == [
        ["a.txt", "2", "7", "4", "18:45", "rejected", "clock time", ""],
        ["a.txt", "2", "8", "9", "5 %", "mention", "percent", "5 %"],
        ["a.txt", "2", "8", "16", "2020", "time", "period", "2020"],
    ]


def test_without_rejections_and_with_totals(entries: list[ledger.Entry]) -> None:
    text = ledger.table(entries, rejected=False)
    assert "18:45" not in text
    assert text.splitlines()[-1] == (
        "coverage: 3 numbers: 1 mention, 1 dates and periods, 1 rejected (1 clock time)"
    )
