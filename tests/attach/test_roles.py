"""Whose each figure of a sentence is, where it names more than one country or thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]

# text, and for each figure with a metric of the rulebook: metric, roles in the order of their names
SENTENCES = [
    (
        "Ghanaian exports to Togo soared to $13 million and imports from Togo grew to $11 million.",
        ["exports GH TG", "imports TG GH"],
    ),
    (
        "Trade between Ghana and Togo came to $24 million in 2023, with Ghana exporting $13 million in goods.",
        ["trade_turnover GH TG", "exports GH TG"],
    ),
    (
        "In 2023 trade of Ghana with Togo came to $24 million. This includes $13 million in Ghanaian exports and $11 million in imports from Togo.",
        ["trade_turnover GH TG", "exports GH TG", "imports TG GH"],
    ),
    ("Ghana sells to Togo. Ghana's trade with the whole world came to $40 billion.", ["trade_turnover"]),
    ("Ghana hosted ministers. Trade among African countries reached $90 billion.", ["trade_turnover"]),
    (
        "Kenya and Peru signed a pact. Kenya's and Peru's ministers met. Trade among Central Asian countries was $10 billion in 2023.",
        ["trade_turnover"],
    ),
    ("The Dutch are a partner in the EU: Dutch direct investment in Ghana came to $3 million in 2023.", ["fdi_flow GH NL"]),
    (
        "Italy invests in Kenya. Italy is content. Some 270 Italian companies operate in the country.",
        ["companies_with_foreign_participation KE IT"],
    ),
    ("There are 51 Kenyan-Italian investment projects.", ["joint_projects_count IT KE"]),
    (
        "German imports from Togo rose by 34 percent and those from Ghana rose by 92 percent.",
        ["imports.growth TG", "imports.growth GH"],
    ),
    ("Over the Northern Corridor 2.7 million tons of goods moved in 2023.", ["cargo_volume Northern Corridor"]),
    ("In 2023 the Northern Corridor carried 2.7 million tons.", ["cargo_volume Northern Corridor"]),
    ("In 2023 the port of Sines handled 42 million tonnes of cargo.", ["open:throughput"]),
    ("Inflation was 5.1 percent in Ghana and 4.2 percent in Togo in April.", ["inflation_rate GH", "inflation_rate TG"]),
    (
        "GDP growth is 5.1 percent for Ghana, 4.2 percent for Togo and 3 percent for Benin.",
        ["gdp_growth GH", "gdp_growth TG", "gdp_growth BJ"],
    ),
    ("Ghana exported goods worth $3 billion to Togo and $2 billion to Benin.", ["exports GH TG", "exports GH BJ"]),
    ("Ghana's exports to Togo and Benin were $3 billion and $2 billion in 2023.", ["exports GH TG", "exports GH BJ"]),
    ("Inflation in Ghana and Togo was 4.1 and 2.3 percent in April.", ["inflation_rate GH", "inflation_rate TG"]),
    ("Inflation stood at 4.1 and 2.3 percent in Ghana and Togo in April.", ["inflation_rate GH", "inflation_rate TG"]),
    (
        "Ghana's trade was $3 billion with Togo and $2 billion with Benin in 2023.",
        ["trade_turnover GH TG", "trade_turnover BJ GH"],
    ),
    (
        "Ghana's inflation was 5 percent in May, compared with 4 percent in Togo.",
        ["inflation_rate GH", "inflation_rate TG"],
    ),
    (
        "In 2022 most Ghanaian wheat was exported to Togo (a record 6.4 million tonnes) and Benin (3.49 million tonnes).",
        ["grain_exports wheat GH TG", "grain_exports wheat GH BJ"],
    ),
    (
        "Ghana was Togo's second-largest trade partner after Benin, with trade totalling $68 million in 2023.",
        ["trade_partner_rank TG GH", "trade_turnover GH TG"],
    ),
    (
        "Ghana's exports to Togo in 2023 were worth $48 million, a 2.8% increase, while imports stood at $19 million, up 9.9%.",
        ["exports GH TG", "exports.growth GH TG", "imports TG GH", "imports.growth TG GH"],
    ),
    ("In 2021 investments of $150 million were made into Ghana's roads.", ["fdi_flow GH"]),
    (
        "Ghana registered a $2 billion trade surplus with Togo in 2023 after repeatedly posting deficits.",
        ["trade_balance GH TG"],
    ),
    (
        "Ghana and Togo trade. Trade totalled $14 billion, with Togo suffering a trade deficit of $2 billion with Ghana.",
        ["trade_turnover GH TG", "trade_balance TG GH"],
    ),
    (
        "American and Chinese exports came to $28 billion and $220 billion in 2022, while Togo's exports came to $165 billion.",
        ["exports US", "exports CN", "exports TG"],
    ),
    ("Ghana exported $3.5 billion worth of goods and services in 2023.", ["exports GH"]),
    ("Ghana has become the leading exporter of power in Africa: export revenues exceeded $2.3 billion.", ["exports GH"]),
    (
        "Data show that Ghana-Togo trade totalled $104 million in 2023 with Accra booking a $1.6 million surplus.",
        ["trade_turnover GH TG", "trade_balance"],
    ),
    ("Amid a war in Togo the ministers said that BRICS' average economic growth in 2024 was 3.8 percent.", ["gdp_growth BRICS"]),
    (
        "Ghana and Togo met. Their trade grew to $1.1 billion in 2017; Togo accounts for half of Ghana's trade with Central Asia.",
        ["trade_turnover GH TG", "open:trade"],
    ),
    (
        "Some 700 companies with Ghanaian capital are registered in Togo, and 60 with Togolese capital in Ghana. Togo is near.",
        ["companies_with_foreign_participation TG GH", "companies_with_foreign_participation GH TG"],
    ),
    ("The volume of direct Togolese investments attracted to the Ghanaian economy exceeded $7 billion.", ["fdi_cumulative GH TG"]),
    ("Ministers want to lift mutual trade of Ghana and Togo to $40 million.", ["trade_turnover GH TG"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_whose_each_figure_is(claims: Claims, text: str, wanted: list[str]) -> None:
    told = [c for c in claims(text) if c.mention.stated is not None and not c.term]
    found = [" ".join((c.metric, *(who for role, who in c.roles if role != "about"))) for c in told]
    assert found == wanted


def test_a_verb_before_a_name_narrows_nothing(claims: Claims) -> None:
    (claim,) = claims("Ministers want to lift mutual trade of Ghana and Togo to $40 million.")
    assert claim.filters == ()
    assert claim.modality == "target"


@pytest.mark.parametrize(
    ("text", "paces"),
    [
        ("Consumer prices in Kenya rose by 8 percent from a year earlier and rose by 0.5 percent from the previous month.", ["", "monthly"]),
        ("Monthly inflation in Kenya was 0.5 percent.", ["monthly"]),
    ],
)  # fmt: skip
def test_each_rate_has_its_pace(claims: Claims, text: str, paces: list[str]) -> None:
    found = [dict(c.filters).get("pace", "") for c in claims(text) if c.mention.kind == "percent"]
    assert found == paces


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The Sava Relief Fund said at least 300 people were dead in Torve.", "Torve"),
        ("The Sava Relief Fund employs 300 people.", "Sava Relief Fund"),
        ("The Emirates Group posted a profit of $3 billion.", "Emirates"),
    ],
)
def test_who_only_tells_is_not_what_it_is_of(claims: Claims, text: str, of: str) -> None:
    claim = next(c for c in claims(text) if c.metric.startswith("open:"))
    assert dict(claim.roles).get("about", of) == of


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("Exports from Izmir to Norway rose to $69 million in 2024.", (("of", "Izmir"),)),
        ("Hamburg's exports to Norway reached $5 billion in 2024.", (("of", "Hamburg"),)),
        ("Exports from Germany to Norway reached $5 billion in 2024.", ()),
        ("Oslo's exports to Germany reached $5 billion in 2024.", ()),  # a government's
    ],
)
def test_a_city_s_trade_is_no_country_s(
    claims: Claims, text: str, filters: tuple[tuple[str, str], ...]
) -> None:
    (claim,) = claims(text)
    assert claim.metric == "exports"
    assert claim.filters == filters


def test_who_only_tells_is_no_side_of_a_figure(claims: Claims) -> None:
    told, own = (
        claims(f"The World Health Organization {words} 300 dams.")[0]
        for words in ("said it saw", "owns")
    )
    assert told.subject is None
    assert own.subject == "WHO"
