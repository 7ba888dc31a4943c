"""What a number measures and of whom: metric, roles, definition, filters, open metrics."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]

# text, metric, roles in the order of their names, the value as written
KNOWN = [
    ("Two-way trade between Brazil and Egypt came to $2.1 billion in 2023.", "trade_turnover", "BR EG", "$2.1 billion"),
    ("Brazilian-Egyptian trade turnover exceeded $2.1 billion in 2023.", "trade_turnover", "BR EG", "$2.1 billion"),
    ("In 2022 mutual trade between Italy and Georgia totalled 1.3 billion euros.", "trade_turnover", "GE IT", "1.3 billion euros"),
    ("Ghana's exports to Togo reached $310 million in 2023.", "exports", "GH TG", "$310 million"),
    ("Exports from Togo to Ghana reached $310 million in 2023.", "exports", "TG GH", "$310 million"),
    ("In 2023 Ghana's imports from Togo came to $310 million.", "imports", "TG GH", "$310 million"),
    ("Ghana imported goods worth $310 million from Togo in 2023.", "imports", "TG GH", "$310 million"),
    ("Moldova exported goods worth $3.2 billion in 2021.", "exports", "MD", "$3.2 billion"),
    ("The trade deficit of Kenya with Latvia was $12 million in 2023.", "trade_balance", "KE LV", "$12 million"),
    ("The economy of Peru grew by 3.1 percent in 2023.", "gdp_growth", "PE", "3.1 percent"),
    ("Inflation in Turkey stood at 61 percent in July 2022.", "inflation_rate", "TR", "61 percent"),
    ("The unemployment rate in Spain fell to 11.6 percent in 2023.", "unemployment_rate", "ES", "11.6 percent"),
    ("Kenya has a population of 54 million people.", "population", "KE", "54 million"),
    ("GDP per capita of Laos rose to $2,100 in 2023.", "gdp_per_capita", "LA", "$2,100"),
    ("Public debt of Laos stood at 41 percent of GDP in 2023.", "public_debt", "LA", "41 percent"),
    ("Swedish firms invested $3.2 billion in Mexico in 2021.", "fdi_flow", "MX SE", "$3.2 billion"),
    ("Since 2001 Swedish firms have invested $32 billion in Mexico.", "fdi_cumulative", "MX SE", "$32 billion"),
    ("Direct investment from Sweden to Mexico has exceeded $12 billion over the past ten years.", "fdi_cumulative", "MX SE", "$12 billion"),
    ("Austria is among the top 10 foreign investors in Serbia.", "investor_rank", "RS AT", "top 10"),
    ("Japan is the fourth-largest trading partner of Chile.", "trade_partner_rank", "CL JP", "fourth"),
    ("Poland is the 21st largest economy in the world.", "economy_rank", "PL", "21st"),
    ("Around 300 French companies operate in Morocco.", "companies_with_foreign_participation", "MA FR", "300"),
    ("Some 4,500 Indian students are enrolled at universities in Georgia.", "students", "GE IN", "4,500"),
    ("Tourism brought 5.1 million foreign tourists to Georgia in 2024.", "foreign_visitors", "GE", "5.1 million"),
    ("Remittances to Nepal rose to $9 billion in 2022.", "remittances_received", "NP", "$9 billion"),
    ("Kenya accounts for 12 percent of the foreign trade of Uganda.", "trade_share", "UG KE", "12 percent"),
    ("Kenya and Latvia established diplomatic relations on 5 May 1992.", "diplomatic_relations_established", "KE LV", "5 May 1992"),
    ("In 2022 Kenya and Latvia marked the 30th anniversary of diplomatic relations.", "diplomatic_anniversary", "KE LV", "30th"),
    ("Trade turnover between Fiji and Japan rose by 12 percent in 2023.", "trade_turnover.growth", "FJ JP", "12 percent"),
    ("Trade turnover of Fiji and Japan was up by $40 million in 2023.", "trade_turnover.change", "FJ JP", "$40 million"),
    ("Trade turnover between Fiji and Japan rose by 12 points in 2023.", "trade_turnover.growth", "FJ JP", "12"),
    ("In the structure of bilateral trade, exports from Togo to Ghana were $310 million in 2023.", "exports", "TG GH", "$310 million"),
    ("Kenya's economy is the largest in East Africa.", "economy_rank", "KE", "largest"),
    ("China remains Chile's single largest trading partner.", "trade_partner_rank", "CL CN", "largest"),
    ("Malaysia is China's second-largest trading partner in ASEAN.", "trade_partner_rank", "CN MY", "second"),
    ("Nigeria is Africa's second-largest economy.", "economy_rank", "NG", "second"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "metric", "roles", "value"), KNOWN, ids=[row[0] for row in KNOWN])
def test_metric_and_roles(claims: Claims, text: str, metric: str, roles: str, value: str) -> None:
    (claim,) = claims(text)
    assert (claim.metric, claim.mention.text) == (metric, value)
    assert [who for _, who in claim.roles] == roles.split()


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        ("Around 300 French companies operate in Morocco.", "operating"),
        ("Some 90 companies with French capital are registered in Morocco.", "registered"),
        ("Some 90 joint ventures with France exist in Morocco.", "joint_venture"),
        ("Some 90 enterprises with French capital exist in Morocco.", None),
        ("In 2021 foreign direct investment from Sweden in Mexico was $3 billion.", "fdi"),
        ("In 2021 Swedish investment in Mexico was $3 billion.", "investment"),
        ("Hungary's nominal GDP reached 200 billion dollars.", "nominal"),
    ],
)
def test_definition(claims: Claims, text: str, definition: str | None) -> None:
    assert claims(text)[0].definition == definition


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("Exports from Moldova to Poland were $32 million in 2021.", False),
        ("Total exports from Moldova to Poland were $32 million in 2021.", False),
        ("Wine exports from Moldova to Poland were $32 million in 2021.", True),
        ("Exports of wine from Moldova to Poland were $32 million in 2021.", True),
    ],
)
def test_a_word_that_narrows_is_a_filter(claims: Claims, text: str, narrowed: bool) -> None:
    (claim,) = claims(text)
    assert claim.metric == "exports"
    assert bool(claim.filters) is narrowed


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The harbour authority hired 85 divers in March 2023.", {"diver"}),
        ("Volunteers planted 1,400 oaks along the canal in 2023.", {"oak", "plant"}),
        ("In 2023 volunteers planted about 1,400 oaks along the canal.", {"oak", "plant"}),
        ("The museum lent 240 paintings to schools in 2022.", {"paint"}),
    ],
)
def test_open_metric_is_the_counted_noun_and_what_governs_it(
    claims: Claims, text: str, terms: set[str]
) -> None:
    (claim,) = claims(text)
    assert claim.metric.startswith("open:")
    assert terms <= set(claim.terms)
    assert claim.roles == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The museum lent 240 paintings to schools in 2022.", "school"),
        ("Volunteers planted 1,400 oaks along the canal in 2023.", "canal"),
        ("Gunmen killed 360 people at a music festival.", "music festiv"),
        ("Gunmen killed 1,200 people and took hostages.", None),
        ("The fund put $4 million in bonds.", "bond"),
        ("Volunteers planted 1,400 oaks in 2023.", None),
    ],
)
def test_what_stands_behind_an_open_figure_narrows_it(
    claims: Claims, text: str, part: str | None
) -> None:
    (claim,) = claims(text)
    assert dict(claim.filters).get("part") == part


@pytest.mark.parametrize(
    "text",
    [
        "The ministers signed trade deals worth $2 billion.",
        "The retail trade employs 40,000 people.",
        "Some 40 companies took part in the exhibition.",
        "The museum of foreign trade has 300 exhibits.",
    ],
)
def test_a_word_of_a_name_is_not_the_name(claims: Claims, text: str) -> None:
    wrong = {"trade_turnover", "foreign_trade", "companies_with_foreign_participation"}
    assert {claim.metric for claim in claims(text)}.isdisjoint(wrong)


def test_each_role_says_how_it_was_decided(claims: Claims) -> None:
    text = "Ghana and Togo met. Ghana's exports to Togo reached $310 million in 2023."
    (claim,) = claims(text)
    how = {d.slot: (d.how, d.words) for d in claim.decided}
    assert how["exporter"] == ("stated", "Ghana")
    assert how["importer"] == ("stated", "Togo")
    for decision in claim.decided:
        if decision.span and decision.how == "stated":
            assert text[decision.span.start : decision.span.end] == decision.words


def test_a_role_left_out_is_inherited_and_says_so(claims: Claims) -> None:
    text = "Ghana's trade with Togo is growing. In 2023 our exports reached $50 million."
    (claim,) = claims(text)
    assert dict(claim.roles) == {"exporter": "GH", "importer": "TG"}
    assert {d.how for d in claim.decided if d.slot in ("exporter", "importer")} == {"inherited"}


def test_a_role_that_nothing_fills_stays_unknown(claims: Claims) -> None:
    (claim,) = claims("Moldova exported goods worth $3.2 billion in 2021.")
    assert claim.object is None
    assert dict(claim.roles) == {"exporter": "MD"}


def test_a_parenthesis_is_read_with_the_sentence_before_it(claims: Claims) -> None:
    text = "In 2023 trade between Fiji and Japan reached $1.6 billion (exports - 1.2 billion; imports - 0.4 billion)."
    total, exports, imports = claims(text)
    assert [c.metric for c in (total, exports, imports)] == ["trade_turnover", "exports", "imports"]
    assert {c.period.edtf for c in (total, exports, imports) if c.period} == {"2023"}
    assert {c.mention.unit for c in (exports, imports)} == {"USD"}
    assert dict(exports.roles)["exporter"] == dict(imports.roles)["importer"]


@pytest.mark.parametrize(
    ("said", "exporter"),
    [
        ("“In 2023 our exports reached $50 million,” Kodjo said.", "TG"),
        ("In 2023 our exports reached $50 million.", "GH"),
    ],
)
def test_our_is_the_speakers_country(claims: Claims, said: str, exporter: str) -> None:
    """The text is at home in Ghana; the minister quoted is Togo's."""
    text = "Togo's Trade Minister Ama Kodjo came to Ghana. Ports are growing in Ghana. "
    (claim,) = claims(text + said)
    assert dict(claim.roles)["exporter"] == exporter
    assert {who for _, who in claim.roles} == {"GH", "TG"}


NO_FIRST_PLACE = [
    "Ties to the world's largest economy are old.",
    "Austria is one of the largest investors in Serbia.",
    "Kenya is the second-largest economy in East Africa.",
    "The port is the largest on the coast.",
]


@pytest.mark.parametrize("text", NO_FIRST_PLACE)
def test_a_superlative_is_no_rank(claims: Claims, text: str) -> None:
    assert [c for c in claims(text) if c.kind == "rank" and c.mention.stated == 1] == []


def test_a_second_rank_is_not_of_the_first_ones_row(claims: Claims) -> None:
    text = "China is Indonesia's largest trading partner and second-largest for machines."
    assert [c.mention.text for c in claims(text) if c.metric == "trade_partner_rank"] == ["largest"]


def test_points_of_an_index_are_its_own(claims: Claims) -> None:
    (claim,) = claims("The index of the exchange in Fiji rose 12 points in 2023.")
    assert claim.mention.unit is None


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("In 2023 our exports to the US reached $50 million.", "inherited"),
        ("In 2023 exports to the US reached $50 million.", "assumed"),
        ("In 2023 exports to Togo reached 50 million US dollars.", "inherited"),
    ],
)
def test_the_us_is_not_us_and_its_dollars_are_no_country(
    claims: Claims, sentence: str, how: str
) -> None:
    """The text is Ghana's and speaks of Togo; "our" or no third country makes it sure."""
    found = claims(
        f"Ghana's trade with Togo is growing. Ports grow in Togo and in Ghana. {sentence}"
    )
    decided = {d.slot: d.how for d in found[-1].decided}
    assert decided.get("exporter") == how
