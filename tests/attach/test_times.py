"""When a figure holds: reference period or as-of date, stated, inherited or unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]
TRADE = "Trade turnover between Fiji and Japan"


def edtf(claim: Claim, slot: str) -> str | None:
    period = getattr(claim, slot)
    return period.edtf if period else None


PERIODS = [
    (f"{TRADE} reached $500 million in 2023.", "2023"),
    (f"In March 2023 {TRADE} reached $500 million.", "2023-03"),
    (f"{TRADE} reached $500 million in the first half of 2023.", "2023-01/2023-06"),
    (f"{TRADE} reached $500 million in the first nine months of 2023.", "2023-01/2023-09"),
    (f"{TRADE} reached $500 million in January-May 2023.", "2023-01/2023-05"),
    (f"{TRADE} reached $500 million in the third quarter of 2023.", "2023-07/2023-09"),
    (f"{TRADE} reached $500 million in early 2023.", "2023-01/2023-04"),
    (f"{TRADE} reached $500 million in Q1-2023.", "2023-01/2023-03"),
    (f"{TRADE} reached $500 million in mid-2023.", "2023-05/2023-08"),
    (f"{TRADE} reached $500 million in the initial ten months of 2023.", "2023-01/2023-10"),
    (f"{TRADE} reached $500 million in July-April 2022-23.", "2022-07/2023-04"),
    (f"{TRADE} reached $500 million in July-April.", "2023-07/2024-04"),
    (f"{TRADE} reached $500 million in July-April 2023.", None),
    (f"{TRADE} reached $500 million in the first nine months of the fiscal year.", None),
    (f"{TRADE} reached $500 million this year.", "2024-01-01/2024-05-20"),
    (f"{TRADE} will reach $500 million this year.", "2024"),
    (f"This year {TRADE} has grown to $500 million.", "2024-01-01/2024-05-20"),
    (f"{TRADE} stood at $500 million, as the ministers told on 14 May 2024.", None),
    (f"{TRADE} was $300 million in 2022 and fell.", "2022"),
    (f"{TRADE}, which currently stands at $500 million, will grow in 2025.", None),
    (f"{TRADE} reached $500 million last year.", "2023"),
    (f"{TRADE} in 2022 ($500 million) was a record.", "2022"),
    (f"By the end of 2024, {TRADE} will reach $500 million.", "2024"),
    (f"{TRADE} rose by 12 percent compared to 2022.", "2023"),
    (f"{TRADE} reached $500 million in 2023, up on 2022.", "2023"),
    (f"{TRADE} reached $500 million.", None),
]


@pytest.mark.parametrize(("text", "period"), PERIODS, ids=[row[0] for row in PERIODS])
def test_a_flow_has_a_reference_period(claims: Claims, text: str, period: str | None) -> None:
    claim = claims(text)[0]
    assert edtf(claim, "period") == period
    assert claim.as_of is None


@pytest.mark.parametrize(
    ("text", "as_of", "how"),
    [
        ("As of 1 January 2024, Kenya had a population of 54 million people.", "2024-01-01", "stated"),
        ("In 2019 Kenya had a population of 52 million people.", "2019", "stated"),
        ("Kenya has a population of 54 million people.", "2024-05-20", "inherited"),
        ("Austria is the third largest investor in Serbia.", "2024-05-20", "inherited"),
        ("Volunteers planted 1,400 oaks along the canal on 12 April 2023.", "2023-04-12", "stated"),
    ],
)  # fmt: skip
def test_a_stock_has_an_as_of_date(claims: Claims, text: str, as_of: str, how: str) -> None:
    (claim,) = claims(text)
    assert edtf(claim, "as_of") == as_of
    assert claim.period is None
    assert next(d.how for d in claim.decided if d.slot == "as_of") == how


@pytest.mark.parametrize(
    "words", ["this year", "last year", "in the first five months of this year"]
)
def test_an_undated_text_dates_nothing_by_guess(claims: Claims, words: str) -> None:
    (claim,) = claims(f"{TRADE} reached $500 million {words}.", None)
    assert claim.period is None
    decision = next(d for d in claim.decided if d.slot == "period")
    assert decision.how == "unknown"


def test_a_running_total_keeps_its_start_and_runs_to_publication(claims: Claims) -> None:
    (claim,) = claims("Since 2001 Swedish firms have invested $32 billion in Mexico.")
    assert (edtf(claim, "period"), edtf(claim, "as_of")) == ("2001-01-01/..", "2024-05-20")


@pytest.mark.parametrize(
    "text",
    [
        "Since the treaty was signed in March 1995, Swedish firms have invested $32 billion in Mexico.",
        "Swedish firms have invested $32 billion in Mexico since the treaty was signed in March 1995.",
    ],
)
def test_a_running_total_may_start_with_an_event(claims: Claims, text: str) -> None:
    (claim,) = claims(text)
    assert (claim.metric, edtf(claim, "period")) == ("fdi_cumulative", "1995-03-01/..")


def test_the_sentence_before_gives_its_year_within_a_paragraph(claims: Claims) -> None:
    text = "In 2023 trade between Ghana and Togo reached $500 million.{}Exports of Ghana to Togo came to $300 million."
    _, near = claims(text.format(" "))
    _, far = claims(text.format("\n\n"))
    assert edtf(near, "period") == "2023"
    assert next(d.how for d in near.decided if d.slot == "period") == "inherited"
    assert edtf(far, "period") is None


def test_two_years_of_one_sentence_go_to_their_own_numbers(claims: Claims) -> None:
    text = "Kenya's exports to Latvia amounted to $257 million in 2022 and $301 million in 2023."
    assert [edtf(c, "period") for c in claims(text)] == ["2022", "2023"]


def test_growth_stands_in_the_period_of_its_value(claims: Claims) -> None:
    value, growth = claims(f"{TRADE} reached $500 million in 2023, up 12 percent on 2022.")
    assert growth.metric == "trade_turnover.growth"
    assert edtf(value, "period") == edtf(growth, "period") == "2023"


def test_it_takes_metric_and_roles_of_the_sentence_before(claims: Claims) -> None:
    value, growth = claims(f"{TRADE} grew to $257 million in 2022. It rose 17 percent in 2023.")
    assert growth.metric == "trade_turnover.growth"
    assert growth.roles == value.roles
    assert edtf(growth, "period") == "2023"
    assert next(d.how for d in growth.decided if d.slot == "metric") == "inherited"


@pytest.mark.parametrize(
    ("published", "text", "period"),
    [
        ("2024-05-20", "Kenya and Latvia mark the 30th anniversary of diplomatic relations this year.", "2024"),
        ("2024-05-20", "Kenya and Latvia mark the 30th anniversary of diplomatic relations.", "2024"),
        ("2024-05-20", "In 2022 Kenya and Latvia marked the 30th anniversary of diplomatic relations.", "2022"),
        (None, "Kenya and Latvia mark the 30th anniversary of diplomatic relations this year.", None),
    ],
)  # fmt: skip
def test_an_anniversary_is_of_a_known_year_or_of_none(
    claims: Claims, published: str | None, text: str, period: str | None
) -> None:
    (claim,) = claims(text, published)
    assert edtf(claim, "period") == period


BASES = [
    (f"In 2023 {TRADE} rose by 12 percent compared to 2022.", "2022", None),
    (f"In 2023 {TRADE} rose by 12 percent on 2020.", "2020", "2020"),
    (f"In 2023 {TRADE} rose by 12 points on 2020.", "2020", "2020"),
    (f"In January-May 2023 {TRADE} rose by 12 percent compared to the same period of 2022.", "2022", None),
    (f"In 2023 {TRADE} rose by 12 percent.", None, None),
    (f"In 2023 {TRADE} rose by 12 percent to $500 million, compared to $300 million in 2019.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "other"), BASES, ids=[row[0] for row in BASES])
def test_what_a_growth_is_counted_from(
    claims: Claims, text: str, words: str | None, other: str | None
) -> None:
    """Said in the sentence; a filter where it is not the year before."""
    claim = next(c for c in claims(text) if c.metric == "trade_turnover.growth")
    assert next((d.words for d in claim.decided if d.slot == "base"), None) == words
    assert dict(claim.filters).get("base") == other


@pytest.mark.parametrize(
    ("behind", "period"),
    [
        ("in the analogous period of 2016", "2016-01/2016-04"),
        ("in 2016", "2016"),
        ("a year earlier", "2016-01/2016-04"),
    ],
)
def test_a_base_value_is_of_the_time_it_gives(
    claims: Claims, behind: str, period: str | None
) -> None:
    text = f"{TRADE} totaled $422 million in January-April 2017, compared to $333 million {behind}."
    now, base = claims(text)
    assert edtf(now, "period") == "2017-01/2017-04"
    assert edtf(base, "period") == period


@pytest.mark.parametrize(
    ("published", "text", "periods"),
    [
        # a date behind "and" or a comma is that of the figure before it
        ("2024-05-20", f"{TRADE} was $300 million in 2022 and $400 million of trade in 2023.", "2022 2023"),
        ("2024-05-20", f"{TRADE} was $300 million in 2021, $320 million in 2022.", "2021 2022"),
        # "the year before" counts from the year just named
        ("2024-05-20", f"In 2021 {TRADE} was $400 million, up on the year before, when trade stood at $300 million.", "2021 2020"),
        # months so far are those of the year, as statistics have them
        ("2024-11-20", f"Over the past nine months {TRADE} was $300 million.", "2024-01/2024-09"),
        ("2024-06-20", f"Over the past nine months {TRADE} was $300 million.", "2023-09-20/2024-06-20"),
        # most of a year gone by is the year: harvests are over
        ("2024-11-20", f"{TRADE} reached $300 million this year.", "2024"),
        ("2024-11-20", f"{TRADE} has gained $300 million this year.", "2024-01-01/2024-11-20"),
    ],
)  # fmt: skip
def test_the_time_of_each_figure(claims: Claims, published: str, text: str, periods: str) -> None:
    found = [c for c in claims(text, published) if c.mention.kind == "money"]
    assert " ".join(str(edtf(c, "period")) for c in found) == periods


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Dutch direct investment in Ghana has exceeded $3 billion.", "fdi_cumulative"),
        ("Dutch direct investment in Ghana exceeded $3 billion in 2022.", "fdi_flow"),
        ("Dutch firms have invested $3 billion in Ghana to date.", "fdi_cumulative"),
        ("Dutch direct investment in Ghana came to $3 billion.", "fdi_flow"),
    ],
)
def test_what_has_been_without_a_date_is_a_running_total(
    claims: Claims, text: str, metric: str
) -> None:
    (claim,) = claims(text)
    assert claim.metric == metric


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        (f"The ministers agreed to further boost {TRADE.lower()} to $2 billion.", "target"),
        (f"The road helped to boost {TRADE.lower()} to $2 billion.", "actual"),
        (f"{TRADE} fell short of the annual target of $2 billion.", "target"),
        (f"{TRADE} will come to $2 billion.", "forecast"),
        (f"{TRADE} came to $2 billion.", "actual"),
    ],
)
def test_an_aim_is_no_figure_yet(claims: Claims, text: str, mood: str) -> None:
    claim = next(
        c
        for c in claims(text.replace("fiji", "Fiji").replace("japan", "Japan"))
        if c.mention.kind == "money"
    )
    assert claim.modality == mood


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Fiji's exports were $3 billion and $2 billion in 2022 and 2023.", ["2022", "2023"]),
        ("In 2021, 2022 and 2023 Fiji's inflation was 5, 4 and 3 percent.", ["2021", "2022", "2023"]),
        ("Fiji's exports were $3 billion in 2022 and $2 billion in 2023.", ["2022", "2023"]),
    ],
)  # fmt: skip
def test_figures_and_times_in_two_rows_go_together(
    claims: Claims, text: str, wanted: list[str]
) -> None:
    assert [edtf(c, "period") for c in claims(text) if c.mention.stated is not None] == wanted


def test_a_growth_so_far_this_year_is_no_forecast(claims: Claims) -> None:
    found = claims("So far this year Fiji's exports are up 7 percent.")
    assert [(c.modality, edtf(c, "period")) for c in found] == [("actual", "2024-01-01/2024-05-20")]


def test_what_the_previous_season_brought_is_a_base(claims: Claims) -> None:
    text = (
        "Fiji's exports came to $3 billion in 2023, exceeding the previous season's $2.5 billion."
    )
    (one, base) = claims(text)
    assert edtf(one, "period") == "2023"
    assert base.period is None


def test_an_aim_of_a_year_gone_by_was_no_outcome(claims: Claims) -> None:
    (claim,) = claims("The two are targeting $200 million in trade of Fiji with Japan by 2020.")
    assert claim.modality == "target"


def test_when_it_was_founded_dates_no_figure_of_a_thing(claims: Claims) -> None:
    found = claims("Founded in 1994, the town of Fiji is now home to 1.13 million residents.")
    people = [c for c in found if c.mention.stated == 1_130_000]
    assert [edtf(c, "as_of") for c in people] == ["2024-05-20"]


def test_the_day_of_the_telling_is_no_period_of_a_growth(claims: Claims) -> None:
    (claim,) = claims("Data of Tuesday showed that Fiji's exports grew 6.7% from a year earlier.")
    assert claim.period is None


def test_when_a_commission_met_is_not_when_a_figure_told_there_holds(claims: Claims) -> None:
    text = "In April 2024, at the 11th session of the commission, the minister said Fiji's exports exceeded $22 million."
    (claim,) = [c for c in claims(text) if c.metric == "exports"]
    assert claim.period is None
