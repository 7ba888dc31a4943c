"""What a number line shows of real sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim
from audit.report.page import evidence, numberline
from audit.report.page.numberline import Line

FIRMS = "{} companies with British capital operate in Kazakhstan."
Claims = Callable[..., list[Claim]]


def drawn(claims: Claims, *texts: str, one_thing: bool = True) -> Line:
    found = [claims(text)[0] for text in texts]
    line = numberline.line(evidence.lettered(found), one_thing=one_thing)
    assert line is not None
    return line


@pytest.mark.parametrize(
    ("texts", "kind", "label"),
    [
        (["516", "Around 600"], "gap", "34 {} apart (6.6 %)"),
        (["More than 500", "516"], "common", "common part: 516 {}"),
        (["More than 500", "Around 600"], "common", "common part: 550 to 650 {}"),
        (["Fewer than 300", "516", "Around 600"], "gap", "250 {} apart (83.3 %)"),
    ],
)
def test_common_part_or_gap(claims: Claims, texts: list[str], kind: str, label: str) -> None:
    line = drawn(claims, *(FIRMS.format(text) for text in texts))
    assert line.stretch is not None
    assert line.stretch.kind == kind
    assert line.stretch.label == label.format(line.unit)


def test_a_half_line_has_an_arrow_and_a_hollow_bound(claims: Claims) -> None:
    more, exact = drawn(claims, FIRMS.format("More than 500"), FIRMS.format("516")).lanes
    assert (more.arrows, more.hollow, more.right) == ("right", True, 100.0)
    assert (exact.arrows, exact.hollow) == ("", False)
    assert exact.left == exact.right == exact.point
    less = drawn(claims, FIRMS.format("Fewer than 500"), FIRMS.format("516")).lanes[0]
    assert (less.arrows, less.left) == ("left", 0.0)


def test_claims_of_one_value_share_a_lane(claims: Claims) -> None:
    found = [claims(FIRMS.format(text))[0] for text in ("516", "Around 600")]
    twin = claims("Today " + FIRMS.format("516"))[0]
    line = numberline.line(evidence.lettered([*found, twin]), one_thing=True)
    assert line is not None
    assert [lane.letters for lane in line.lanes] == ["A C", "B"]


def test_a_fall_stands_below_zero(claims: Claims) -> None:
    line = drawn(
        claims,
        "Trade turnover between Kazakhstan and Germany fell by 36 percent in 2023.",
        "Trade turnover between Kazakhstan and Germany grew by 20 percent in 2023.",
    )
    assert [lane.letters for lane in line.lanes] == ["A", "B"]
    assert line.unit == "%"
    assert line.stretch is not None
    assert line.stretch.label == "55 percentage points apart"


def test_another_unit_is_named_and_left_out(claims: Claims) -> None:
    turnover = "Trade turnover between Kazakhstan and Germany in 2023 was {}."
    values = ("$1.2 billion", "$1.3 billion", "900 million euros")
    line = drawn(claims, *map(turnover.format, values))
    assert line.unit == "USD"
    assert line.left_out == ("C",)


def test_dates_stand_on_a_time_axis(claims: Claims) -> None:
    text = "Kazakhstan and Germany established diplomatic relations on {}."
    found = [
        one
        for day in ("11 February 1992", "5 May 1993")
        for one in claims(text.format(day))
        if one.kind == "date"
    ]
    line = numberline.line(evidence.lettered(found), one_thing=True)
    assert line is not None
    assert line.unit == "time"
    assert line.stretch is None
    assert [lane.letters for lane in line.lanes] == ["A", "B"]
    assert all("199" in tick.label for tick in line.ticks)


def test_many_values_are_cut_and_counted(claims: Claims) -> None:
    line = drawn(claims, *(FIRMS.format(f"{n:,}") for n in range(101, 121)))
    assert len(line.lanes) == 12
    assert len(line.left_out) == 8
