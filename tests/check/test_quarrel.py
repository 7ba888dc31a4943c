"""Quarrels of one group that cannot be one finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Result

PROJECTS = "the joint projects of Turkey and Georgia are worth"


def test_two_currencies_are_two_quarrels(analyse: Callable[..., Result]) -> None:
    result = analyse(
        ("2016-01-10", f"Today {PROJECTS} $640 million."),
        ("2020-01-10", f"Today {PROJECTS} $2.9 billion."),
        ("2016-02-10", f"Today {PROJECTS} 4.1 billion lira."),
        ("2020-02-10", f"Today {PROJECTS} 19.6 billion lira."),
    )
    units = [{c.mention.unit for c in f.claims} for f in result.findings if f.code == "D301"]
    assert sorted(map(sorted, units)) == [["TRY"], ["USD"]]


ONE, TWO = "2024-02-10", "2024-02-14"
TRADE = "Trade turnover between Kazakhstan and Germany amounted to {} in 2023."
IN_OTHER_WORDS = "In 2023 bilateral trade of Germany and Kazakhstan was worth {}."
RATE = "Turkey's annual inflation was {} in January 2024, the statistics office said."
# A sentence; another that clashes with it by a guess alone; the same clash where nothing is guessed.
GUESSES = {
    "over the same number": (
        "In 2023 12,431 students from Kazakhstan studied in Turkey.",
        "In 2023 over 12,431 students from Kazakhstan studied in Turkey.",
        "In 2023 over 13,627 students from Kazakhstan studied in Turkey.",
    ),
    "less than the same number": (
        "The population of Malta is 542,051.",
        "Malta's population is less than 542,051 people.",
        "Malta's population is less than 498,310 people.",
    ),
    "at a rate of the outlet's own": (
        TRADE.format("€3.9 billion"),
        TRADE.format("$3.3 billion (€3.05 billion)"),
        TRADE.format("€3.05 billion"),
    ),
    "tenfold apart, in two ways": (
        TRADE.format("$3.9 billion"),
        IN_OTHER_WORDS.format("$87.4 million"),
        IN_OTHER_WORDS.format("$2.7 billion"),
    ),
    "tenfold apart, in other words": (
        TRADE.format("$3.9 billion"),
        IN_OTHER_WORDS.format("$87.4 million"),
        TRADE.format("$87.4 million"),
    ),
    "rates tenfold apart, in two ways": (
        "Inflation in Turkey was 2.1 percent in January 2024.",
        RATE.format("64.9 percent"),
        RATE.format("7.4 percent"),
    ),
}


@pytest.mark.parametrize("guess", GUESSES)
def test_a_guess_is_an_info(analyse: Callable[..., Result], guess: str) -> None:
    first, guessed, sure = GUESSES[guess]
    told = [analyse((ONE, first), (TWO, second)).findings for second in (guessed, sure)]
    assert [[f.severity for f in findings] for findings in told] == [["info"], ["error"]]


def test_what_one_text_carries_on_is_a_guess(analyse: Callable[..., Result]) -> None:
    first = "Inflation in Kenya was 6.9 percent in January 2024."
    told = [
        analyse((ONE, f"{first} {whose} was 4.5 percent in January 2024.")).findings
        for whose in ("It", "Kenya's inflation")
    ]
    assert [[f.severity for f in findings] for findings in told] == [["info"], ["error"]]
