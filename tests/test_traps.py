"""The traps that caught other tools, one test each; the sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim, Finding, Mention, Rejection, Result

Analyse = Callable[..., Result]
Claims = Callable[..., list[Claim]]
Found = list[Mention | Rejection]
Numbers = Callable[..., Found]

FEED = """date 2026-03-02
26.02.2026, 18:45 34191
The port of Poti reports a record
The population of Ghana is 31 million people, the port says.

25.02.2026, 09:10 1204
A minister visits Lima
Some 90 companies with French capital are registered in Peru.
"""


def rejected(found: Found) -> dict[str, str]:
    return {one.text: one.reason for one in found if isinstance(one, Rejection)}


def loud(result: Result) -> list[Finding]:
    return [f for f in result.findings if f.severity != "info"]


def values(result: Result) -> dict[str, float | None]:
    return {c.mention.text: c.mention.stated for c in result.claims}


def test_view_counters_and_clock_times_of_a_feed_are_rejected(
    analyse: Analyse, numbers: Numbers
) -> None:
    wanted = {
        "18:45": "clock time",
        "34191": "view counter",
        "09:10": "clock time",
        "1204": "view counter",
    }
    assert rejected(numbers(FEED, None)) == wanted
    assert set(values(analyse((None, FEED)))) == {"31 million", "90"}


def test_a_pages_date_is_not_its_items_date(analyse: Analyse) -> None:
    result = analyse((None, FEED))
    assert [(d.item, str(d.published)) for d in result.documents] == [
        (1, "2026-02-26"),
        (2, "2026-02-25"),
    ]
    assert {c.as_of.edtf for c in result.claims if c.as_of} == {"2026-02-26", "2026-02-25"}


def test_a_header_date_is_no_figure(analyse: Analyse) -> None:
    result = analyse((None, "date 2026-03-02\nGhana has a population of 31 million people."))
    assert values(result) == {"31 million": 31e6}
    assert str(result.documents[0].published) == "2026-03-02"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("In 2023 Swedish investment in Mexico came to $723.7mn.", 723.7e6),
        ("In 2023 Swedish investment in Mexico came to $23bn.", 23e9),
        ("In 2023 Swedish investment in Mexico came to $ 23 bn.", 23e9),
        ("In 2023 Swedish investment in Mexico came to US$1.4tn.", 1.4e12),
    ],
)
def test_a_scale_glued_to_its_number_is_read(claims: Claims, text: str, stated: float) -> None:
    (claim,) = claims(text)
    assert claim.mention.stated == pytest.approx(stated)
    assert claim.mention.unit == "USD"


def test_these_figures_are_no_figure_reference(numbers: Numbers) -> None:
    text = "These figures 40 and 60 came up. See Figure 3."
    assert rejected(numbers(text)) == {"Figure 3": "reference"}


def test_a_dash_before_a_value_is_no_minus(claims: Claims) -> None:
    text = "In 2023 trade between Kenya and Latvia was $1.9 billion (export – 1.5 billion, import – 0.4 billion)."
    assert [c.mention.stated for c in claims(text)] == [1.9e9, 1.5e9, 0.4e9]
    assert [c.metric for c in claims(text)] == ["trade_turnover", "exports", "imports"]


def test_34th_in_a_ranking_is_no_34th_anniversary(analyse: Analyse) -> None:
    result = analyse(
        ("2026-05-01", "Kenya ranks 34th in the IMD competitiveness ranking."),
        ("2026-05-01", "Kenya and Latvia established diplomatic relations in 1990."),
        ("2026-05-01", "2024 marked the 34th anniversary of diplomatic relations between Kenya and Latvia."),
    )  # fmt: skip
    ranks = [c for c in result.claims if c.kind == "rank"]
    assert [c.metric for c in ranks] == ["competitiveness_rank"]
    assert loud(result) == []


def test_the_decades_of_another_country_in_the_feed_are_not_ours(analyse: Analyse) -> None:
    result = analyse(
        (
            None,
            "26.02.2026, 18:45 34191\nSerbia and Kenya\nSerbia and Kenya have had diplomatic relations for three decades.\n\n"
            "25.02.2026, 09:10 1204\nLatvia and Kenya\nLatvia and Kenya mark the 34th anniversary of diplomatic relations in 2026.\n",
        )
    )
    groups = [g for family in result.families for g in family.groups]
    assert all(len(g.claims) == 1 for g in groups)
    assert result.findings == ()


def test_25_february_is_no_25_years(analyse: Analyse, numbers: Numbers) -> None:
    text = "They met on 25 February. Over the past 25 years investment from Sweden to Mexico has reached $30 billion."
    result = analyse(("2026-05-01", text))
    kinds = {m.text: m.kind for m in numbers(text) if isinstance(m, Mention)}
    assert (kinds["25 February"], kinds["25 years"]) == ("date", "duration")
    (claim,) = result.claims
    assert claim.metric == "fdi_cumulative"
    assert claim.period is not None
    assert claim.period.edtf == "2001-05-01/2026-05-01"


def test_last_year_of_an_undated_text_is_no_year(analyse: Analyse) -> None:
    result = analyse(
        (None, "Trade between Kenya and Latvia was $900 million last year."),
        ("2024-05-01", "Trade between Kenya and Latvia was $1.3 billion last year."),
    )
    assert [c.period.edtf if c.period else None for c in result.claims] == [None, "2023"]
    assert loud(result) == []


def test_nine_months_are_not_a_year(analyse: Analyse) -> None:
    result = analyse(
        ("2023-11-01", "Trade between Kenya and Latvia was $900 million in the first nine months of 2023."),
        ("2024-02-01", "Trade between Kenya and Latvia was $1.3 billion in 2023."),
    )  # fmt: skip
    (family,) = result.families
    assert len(family.groups) == 2
    assert result.findings == ()


def test_a_derived_base_is_not_confirmed_by_a_look_alike(analyse: Analyse) -> None:
    """1.62 / 1.836 is 0.879 to 0.885 billion for 2024; 879 million is of eight months of 2023."""
    result = analyse(
        ("2026-02-01", "In 2025 trade between Kenya and Latvia rose by 83.6 % to $1.62 billion."),
        ("2023-10-01", "Trade between Kenya and Latvia was $879 million in January-August 2023."),
    )
    ((base,),) = [f.derived for f in result.families]
    assert base.mention.low is not None
    assert base.mention.high is not None
    assert base.mention.low < 879.5e6 < base.mention.high
    assert all(len(g.claims) == 1 for f in result.families for g in f.groups)


def test_a_sum_that_rounding_saves_is_no_error(analyse: Analyse) -> None:
    text = "In 2023 trade between Kenya and Latvia was $1.8 billion (exports - $1.5 billion, imports - $384.3 million)."
    (finding,) = analyse(("2026-05-01", text)).findings
    assert (finding.code, finding.severity, finding.verdict) == ("A201", "info", "tight")
    assert "1.4657 billion" in finding.escape


@pytest.mark.parametrize("words", ["including", "among them", "such as"])
def test_open_lists_are_not_subtracted(analyse: Analyse, words: str) -> None:
    text = f"In 2023 Kenya's exports to Latvia were $300 million, {words} tea exports of $120 million and others."
    result = analyse(("2026-05-01", text))
    assert {"$300 million", "$120 million"} <= set(values(result))
    assert result.findings == ()


def test_two_metrics_of_one_sentence_keep_their_numbers(analyse: Analyse) -> None:
    texts = (
        "Digitalisation of public services in Kenya has reached 90 %, and internet penetration 93 %.",
        "In Kenya internet penetration is 93 %.",
        "In Kenya 90 % of public services are online.",
    )
    result = analyse(*(("2026-05-01", text) for text in texts))
    told = {(c.metric, c.mention.stated) for c in result.claims}
    assert told == {("digital_services_share", 90.0), ("internet_penetration", 93.0)}
    assert result.findings == ()


def test_missing_spaces_and_stray_quotes_of_scraped_text(claims: Claims) -> None:
    text = "Trade between Kenya and Latvia reached$1.62bn in 2023.”Exports of Kenya to Latvia were $ 0.9 bn in 2022"
    assert [(c.metric, c.mention.stated) for c in claims(text)] == [
        ("trade_turnover", 1.62e9),
        ("exports", 0.9e9),
    ]
