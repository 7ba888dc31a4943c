"""What no finding tells of need not agree: such groups are named apart."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from audit import report
from audit.model import Result
from audit.report import untold

Analyse = Callable[..., Result]
DAY = "2026-03-02"
APART = [
    (
        "forecasts of two houses",
        "Kenya's GDP growth is forecast at 5.1 percent in 2027, the World Bank said.",
        "Kenya's GDP growth is forecast at 4.6 percent in 2027, the African Development Bank said.",
    ),
    (
        "a running total that grew",
        "Since 1991, Kenya has attracted $3.1 billion of Norwegian investment.",
        "Since 1991, Kenya has attracted $4.4 billion of Norwegian investment.",
    ),
]
TOGETHER = [
    ("a rounder one", "Trade between Ghana and Peru in 2025 was $1.6 billion.", "Trade between Ghana and Peru in 2025 was $1.62 billion."),
    ("another unit", "Trade between Ghana and Peru in 2025 was $950 million.", "Trade between Ghana and Peru in 2025 was $0.95 billion."),
    ("a bound", "Kenya has a population of more than 50 million people.", "Kenya has a population of 53 million people."),
]  # fmt: skip


def parted(result: Result) -> tuple[int, int]:
    agreeing, differing = untold.groups(result)
    return len(agreeing), len(differing)


@pytest.mark.parametrize(
    ("one", "two"), [row[1:] for row in TOGETHER], ids=[r[0] for r in TOGETHER]
)
def test_figures_that_can_all_be_true_agree(analyse: Analyse, one: str, two: str) -> None:
    result = analyse((DAY, one), (DAY, two))
    assert result.differing == ()
    assert parted(result) == (1, 0)


@pytest.mark.parametrize(("one", "two"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_figures_that_lie_apart_do_not_agree(analyse: Analyse, one: str, two: str) -> None:
    result = analyse(("2025-03-02", one), (DAY, two))
    assert not [f for f in result.findings if f.groups]
    assert parted(result) == (0, 1)
    for form in ("markdown", "html"):
        text = report.render(result, form)
        assert "Differing, not told" in text
        assert not re.search(r"<h2[^>]*>Agreeing|## Agreeing", text)


def test_what_is_told_or_hidden_is_neither(analyse: Analyse) -> None:
    said = "Trade turnover between Ghana and Peru in 2025 was {}."
    result = analyse((DAY, said.format("$8.9 billion")), (DAY, said.format("$5.2 billion")))
    assert result.findings
    assert len(result.differing) == 1  # it is in the JSON report, told or not
    assert parted(result) == (0, 0)
    text = report.render(result, "markdown", hide={f.status for f in result.findings})
    assert "Differing" not in text
    assert "## Agreeing" not in text


def test_the_likeliest_misses_come_first(analyse: Analyse) -> None:
    """A metric of the rulebook before a guess, a known time before none, many voices before few."""
    facts = (
        "The Colva Bridge has 14 lanes. Trade of Ghana and Peru was $1.6 billion in 2025. "
        "Trade of Ghana and Kenya was $2.6 billion in 2024."
    )
    third = "Trade of Ghana and Kenya was $2.6 billion in 2024, a ministry in Accra found."
    result = analyse((DAY, facts), ("2026-03-05", facts + " Ferries run."), ("2026-03-09", third))
    groups = [g.id for family in result.families for g in family.groups]
    _, differing = untold.groups(replace(result, findings=(), differing=tuple(groups)))
    told = [(g.claims[0].is_open, len(g.claims)) for g in differing]
    assert told == [(False, 3), (False, 2), (True, 2)]
