"""Which figure of a sentence is which: metric, roles, filter and time of one number among others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]
DAY = "2024-05-20"

# text, the words of one figure, and what is read of it: metric, roles, filters, period
READINGS: list[tuple[str, str, dict[str, object]]] = [
    (
        "Kenya's exports to Oman fell by 13.7 percent and made up $51.6 million, imports went down by 1 percent to $69.2 million in 2023.",
        "$51.6 million",
        {"metric": "exports"},
    ),
    (
        "In December 2023, 59,666 tourists from Kenya visited Oman, which is 7.15 percent more compared to December 2022.",
        "7.15 percent",
        {"metric": "tourists.growth", "roles": {"destination": "OM", "origin": "KE"}},
    ),
    (
        "In 2023 power generation at thermal power plants in Kenya rose by 1.3 billion kWh reaching 21.4 billion kWh, at hydroelectric power plants by 162.5 million kWh reaching 1.1 billion kWh.",
        "21.4 billion kWh",
        {"filters": {("source", "thermal")}},
    ),
    (
        "In 2023 power generation at thermal power plants in Kenya rose by 1.3 billion kWh reaching 21.4 billion kWh, at hydroelectric power plants by 162.5 million kWh reaching 1.1 billion kWh.",
        "1.1 billion kWh",
        {"filters": {("source", "hydro")}},
    ),
    (
        "The biggest increase in Kenya was for rents, which rose by 11.7 percent last month, and had an impact as they account for a quarter of the Consumer Price Index (CPI).",
        "11.7 percent",
        {"metric": "open:percent"},
    ),
    (
        "Kenya's inflation accelerated in April, primarily attributed to a 10 percent increase in actual housing rents.",
        "10 percent",
        {"metric": "open:rent.growth"},
    ),
    (
        "Exports of Kenya to Oman rose 4.4% in April. Imports from Oman dropped 16% from a year ago.",
        "16%",
        {"metric": "imports.growth", "period": "2024-04"},
    ),
    (
        "Cargo transportation between Kenya and Oman increased by 22% compared to 2022, the ministry's press service reported on May 7.",
        "22%",
        {"metric": "bilateral_freight.growth", "period": "2023"},
    ),
    (
        "Kenya's inflation was 25.5% in February, twice the previous month's 12.8%.",
        "12.8%",
        {"metric": "inflation_rate", "period": "2024-01"},
    ),
    (
        "In Ghana annual inflation was 18.34%; for March the office had announced 8%.",
        "18.34%",
        {"metric": "inflation_rate", "period": None},
    ),
    (
        "Foreign direct investment by South Korean companies into Kenya also slumped 78 per cent to $1.8 billion in 2023.",
        "$1.8 billion",
        {"metric": "fdi_flow"},
    ),
    (
        "Ghana's GDP grew by 7.8% in the fourth quarter. In the same period last year growth was 6.1%.",
        "6.1%",
        {"metric": "gdp_growth", "period": "2022-10/2022-12"},
    ),
    (
        "The memoranda that Kenya and Oman signed include 12 with companies.",
        "12",
        {"metric": "deals_count", "filters": {("part", "some of them")}},
    ),
    (
        "Forty contracts include those that Spain and Oman signed.",
        "Forty",
        {"metric": "deals_count", "filters": set()},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "wanted"), READINGS, ids=[row[1] for row in READINGS])
def test_a_figure_among_others(
    claims: Claims, text: str, figure: str, wanted: dict[str, object]
) -> None:
    (claim,) = (c for c in claims(text, DAY) if c.mention.text == figure)
    read = {
        "metric": claim.metric,
        "roles": dict(claim.roles),
        "filters": set(claim.filters),
        "period": claim.period.edtf if claim.period else None,
    }
    assert {slot: read[slot] for slot in wanted} == wanted
