"""Numbers that count nothing are rejected, with the reason: the ledger."""

from __future__ import annotations

import pytest

from audit.model import Rejection

LOOK_ALIKES = [
    ("The CA5+UK format met.", "part of a name"),
    ("The G20 met.", "part of a name"),
    ("COVID-19 spread.", "part of a name"),
    ("A Boeing 737 landed.", "part of a name"),
    ("Stoxx 600 futures fell.", "part of a name"),
    ("The S&P 500 fell.", "part of a name"),
    ("Covid -19 spread.", "part of a name"),
    ("Two-way trade grew.", "idiom"),
    ("Dial 555-1234 now.", "phone number"),
    ("It has 5G.", "part of a name"),
    ("See Figure 3.", "reference"),
    ("Under Article 12 it is banned.", "reference"),
    ("See No. 7.", "reference"),
    ("They met at 18:45.", "clock time"),
    ("They met at 6pm.", "clock time"),
    ("They met at 11 a.m.", "clock time"),
    ("Call 86-10-63074558 now.", "phone number"),
    ("Call +7 717 272 0101 now.", "phone number"),
    ("Use version 10.3.1 of it.", "version"),
    ("They live at 575 Mill Road.", "address"),
    ("They won 2-1.", "score"),
    ("Which one do you prefer?", "pronoun"),
    ("No one came.", "pronoun"),
    ("They help one another.", "pronoun"),
    ("It is open 24/7.", "idiom"),
    ("They met twice.", "adverb"),
    ("It led at half-time.", "part of a phrase"),
    ("Read https://www.example.org/news/2021/09/19 first", "web address"),
    ("Item 12345678901234567 sold.", "identifier"),
]


@pytest.mark.parametrize(("text", "reason"), LOOK_ALIKES)
def test_rejected_with_its_reason(read, text, reason):
    found = [one for one in read(text) if one.text != "first"]
    assert found
    assert {one.reason for one in found if isinstance(one, Rejection)} == {reason}
    assert all(isinstance(one, Rejection) for one in found)
