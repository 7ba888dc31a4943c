"""Two texts are told as a report tells two claims: the sentence, the arithmetic, the way out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.comparison import Comparison

Compared = Callable[[str, str], Comparison]

TOLD = [  # two texts, what stands in the message, the arithmetic, the way out, the material difference
    ("In 2023, 516 firms operate in Kenya", "Around 600 firms operate in Kenya, 2023",
     "“516 firms” against “Around 600 firms” - not reconcilable", "516 / 550 to 650: 34 apart (6.6 %)", "", None),
    ("Exports rose to $1.26 billion in 2023", "In 2023 exports rose to $1.62 billion",
     "“$1.26 billion” against “$1.62 billion”", "350 million USD apart (27.7 %)", "two digits changed places", "more than 10 %"),
    ("The firm earned 1.2 million dollars in 2020", "The firm earned 1.2 billion dollars in 2020",
     "not reconcilable", "USD apart (", "both were in millions, or both in billions", "power of ten"),
    ("Trade rose 20 % in 2023", "Trade in 2023 fell by 20 %",
     "a rise of “20 %” against a fall of “20 %”", "39 percentage points apart", "both were a rise, or both a fall", "sign"),
    ("It has 8 rooms and a large garden", "It has 12 rooms and a large garden",
     "“8” against “12”", "8 / 12: 4 apart (50.0 %)", "", "more than 10 %"),
    ("More than 500 firms operate in Kenya", "In Kenya around 600 firms operate",
     "both can be true", "common part 550 to 650", "", None),
    ("It has 8 rooms and a large garden", "It has more than 5 rooms and a large garden",
     "one lies inside the other", "8 / more than 5: common part 8", "", None),
    ("The bank was founded in May 1963 in Oslo", "The bank was founded in June 1964 in Oslo",
     "“May 1963” against “June 1964” - not reconcilable", "May 1963 / June 1964", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "message", "arithmetic", "escape", "material"), TOLD)
def test_told(
    compared: Compared,
    a: str,
    b: str,
    message: str,
    arithmetic: str,
    escape: str,
    material: str | None,
) -> None:
    found = compared(a, b)
    assert message in found.message
    assert arithmetic in found.arithmetic
    assert (escape in found.escape) if escape else not found.escape
    assert found.material == material


def test_nothing_is_said_of_what_is_not_compared(compared: Compared) -> None:
    found = compared("The sun is hot", "Rain is wet")
    assert (found.message, found.arithmetic, found.escape, found.material) == ("", "", "", None)
