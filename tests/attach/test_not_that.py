"""What a figure is not, however near the words stand: each of these was read in the press as something
that it did not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]
DAY = "2024-05-20"
TWO = "Chad and Oman trade. Chad lies far from Oman. "

# text, the words of one figure, the metric that it is not of
NOT_OF: list[tuple[str, str, str]] = [
    ("In Peru the unemployment rate was 4.4% in June 2023, up 0.4%, a surprise.", "0.4%", "unemployment_rate"),
    ("Unemployment in Peru went up by 0.3% in the three months to July.", "0.3%", "unemployment_rate"),
    ("The project is to add an additional 5.57 trillion yen to Japan's GDP.", "5.57 trillion yen", "gdp"),
    ("Exports, a key engine of the Chadian economy, contracted 1% in 2023.", "1%", "gdp_growth"),
    ("Chad's imports in July increased by 13.1% to $27.1 billion, resulting in a trade deficit of $1.37 billion.", "13.1%", "trade_balance.growth"),
    ("The total included 26.4 million tonnes of corn and 14.8 million tonnes of wheat from Chad.", "14.8 million tonnes", "grain_harvest"),
    ("Chad had a total capacity of 49,099 megawatts in 2022, higher than the demand of 32,250MW.", "49,099 megawatts", "installed_capacity.change"),
    ("The state railway of Chad handled 369 million passenger trips in January.", "369 million", "visits"),
    ("In 2023 Chad's imports and exports reached 12.6 trillion francs.", "12.6 trillion", "exports"),
    ("International investment banks expect Chad's domestic demand to grow by 5 percent in 2024.", "5 percent", "fdi_flow.growth"),
    ("Capacity in Chad exceeded demand by 34 percent in 2022, with installed capacity of 490 MW.", "34 percent", "installed_capacity.growth"),
    ("In Peru 65 percent think the rate of inflation will increase.", "65 percent", "inflation_rate"),
    ("Chad's contribution to economic growth of the region, which grew, reached 24.8 percent.", "24.8 percent", "gdp_growth"),
    ("In Peru 90% of the schools were closed and unemployment is rampant.", "90%", "unemployment_rate"),
    ("Direct investment from Oman in the Chadian economy grew 25% in 2022.", "25%", "gdp_growth"),
    ("Adjusted for inflation the growth of pay in Chad was 1.1% in 2023.", "1.1%", "inflation_rate"),
    ("Chad will raise its minimum wage by 2.5 per cent in 2024, as inflation is high.", "2.5 per cent", "inflation_rate"),
    ("Chadian firms sell goods to Oman and to a market of 86 million people.", "86 million", "population"),
    ("In Chad the river dolphin's population fell by 65% from 1994 to 2016.", "65%", "population.growth"),
    ("The rate per 100,000 inhabitants in Chad was 25.8 in 2024.", "25.8", "population"),
    ("Oman's total import of Chadian goods exceeded 1.2 billion dollars in July.", "1.2 billion dollars", "imports_total"),
    ("Chad's exports to Shanghai Cooperation Organisation countries rose 85 percent in 2023.", "85 percent", "exports_countries.growth"),
    ("Rescuers were active in Chad on Thursday, with supplies from 17 countries.", "17", "exports_countries"),
    (TWO + "The two signed 37 agreements on farming.", "two", "deals_count"),
    (TWO + "The visa was lifted in Chad, and two Omani companies operate regular flights.", "two", "companies_with_foreign_participation"),
    (TWO + "Some 1,661 people made the trip to Chad last month in 33 boats.", "1,661", "tourists"),
    (TWO + "Sales to Chad fell to $984 million; imports from Chad rose.", "$984 million", "imports"),
    (TWO + "Chad's portfolio of projects with Oman now exceeds $4 billion, and trade turnover has grown.", "$4 billion", "trade_turnover"),
    (TWO + "Oman imported £6.5bn more than it exported in trade with Chad.", "£6.5bn", "imports.change"),
    ("Chad's unemployment rate fell from 5.3 to 5.1 per cent while participation slipped from 65.5 to 65.4 per cent.", "65.4 per cent", "unemployment_rate"),
    ("Museums of Chad. Chad had a good year. The Orsay broke its record with 3.9 million visitors in 2023.", "3.9 million", "tourists"),
    ("Japan aims to double annual security spending to 2% of gross domestic product, having long kept it at 1%, or roughly 5 trillion yen.", "5 trillion yen", "gdp"),
    ("OPEC+ has announced fresh production cuts that will take over 1.65 mb/d off global oil output as of May 2023.", "1.65 mb/d", "oil_production"),
    ("Chad and Oman. Last year 11 million tons of oil were exported to Oman, and gas supplies to the country amounted to 9.4 bcm.", "9.4 bcm", "oil_exports"),
    ("Korean FDI in Vietnam from 1988 to September 2022 reached US$80.5 billion with more than 9,400 operating projects.", "9,400", "fdi_cumulative"),
]  # fmt: skip

# text, the words of one figure, and what is read of it
READ: list[tuple[str, str, dict[str, object]]] = [
    (TWO + "Chad's exports to Oman were $23 billion in 2020; a year later they were $29 billion, and in 2022 they had reached $45 billion.", "$29 billion", {"period": "2021"}),
    ("Imports of Chad from Oman were $1.28bn in 2022, $1.02bn in 2023 (a 20% reduction) and $1.05bn in 2024.", "20%", {"period": "2023"}),
    ("Chad's 2023 grain harvest was 142.6 million tonnes, down 9.5 percent from the record of 2022.", "9.5 percent", {"period": "2023"}),
    ("In Chad inflation was 4.9 percent in the first half of January 2024.", "4.9 percent", {"period": "2024-01-01/2024-01-15"}),
    ("Bangladesh's exports to India were $1.53 billion in the first eight months of fiscal year 2022-23.", "$1.53 billion", {"period": None}),
    (TWO + "Imports from Oman were $1.28bn in 2022. Exports were $17.5mn in 2022.", "$17.5mn", {"roles": {"exporter": "TD", "importer": "OM"}}),
    ("Chad was Oman's biggest partner in 2022 with trade of $1.1 bln, up by 16%; Peru came third.", "16%", {"roles": {"pair": "OM", "pair2": "TD"}}),
    ("China is the Arab world's largest partner, with trade of $430 billion in 2022, the Saudi foreign minister said.", "$430 billion", {"roles": {"pair": "Arab League", "pair2": "CN"}}),
    ("Only 3.5 million Chinese came to Oman in 2023 out of a total of 28 million foreign tourists.", "28 million", {"metric": "foreign_visitors", "roles": {"destination": "OM"}}),
    ("Oman had 4.5 million visitors from Chad and 3.5 million from Peru in 2023.", "3.5 million", {"metric": "tourists", "origin": "PE"}),
    ("Many Turkish companies operate in Qatar and more than 100 Qatari companies operate in Turkey.", "100", {"roles": {"host": "TR", "owner": "QA"}}),
    ("Canada had a good year in Canada. In Quebec the unemployment rate was 4.4% in June 2023.", "4.4%", {"filters": {("part", "quebec")}}),
    ("After a surplus of $75 million in March 2024 Chad's trade balance with Oman showed a deficit of $40 million in 2024.", "$40 million", {"filters": {("sign", "deficit")}}),
    ("In Peru inflation was 3.5 per cent in May 2024. Month-on-month it fell by 0.2 per cent.", "0.2 per cent", {"filters": {("pace", "monthly")}}),
    (TWO + "Chad's exports to Oman were worth $2 billion in 2022, with imports exceeding $3 billion.", "$3 billion", {"filters": set()}),
    ("Against all the talk about Chad's economy, January 2023 brought 517,000 jobs and an unemployment rate of 3.4 percent, a low last recorded in May 1969.", "3.4 percent", {"period": "2023-01"}),
    ("U.S. imports of flowers from Colombia were valued at $659 million in 2016, an increase of $97 million from 2011.", "$97 million", {"period": "2016"}),
    ("South Korea's president has signed agreements worth 12 billion dollars with Oman on a tour through which he wants to lessen his country's reliance on Peru and Japan.", "12 billion dollars", {"roles": {"pair": "KR", "pair2": "OM"}}),
    ("Croatia and Chad. Peru led the countries importing Omani goods, with a trade turnover of $2.9 billion; Croatia had $337 million.", "$2.9 billion", {"roles": {"pair": "OM", "pair2": "PE"}}),
    ("Chad and Oman. In the eight months of the current year bilateral trade of Chad and Oman contracted 27.9%.", "27.9%", {"period": "2024-01-01/2024-05-20"}),
    ("Total bilateral trade of Oman and Chad reached USD 24 billion in 2023-24, Chad's trade ministry said in a release, marking 14 per cent growth in Chad's exports to Oman as compared to 2022-23.", "14 per cent", {"metric": "exports.growth"}),
    ("Prices in Peru rose. Core inflation of Peru, without energy and food, was 7.1% (6.9% in the previous month).", "6.9%", {"filters": {("scope", "core")}}),
    ("In March Oman reported a trade turnover of $12 billion with Chad for 2023.", "$12 billion", {"period": "2023"}),
    ("In March Chad's trade with Oman reached $2 billion, the ministry reported.", "$2 billion", {"period": "2024-03"}),
    ("Inflation in Peru was 24.48% in January. Last month the office had estimated it at 34.80% year on year in December, before the rebasing.", "34.80%", {"period": "2023-12"}),
    (TWO + "Trade of Chad and Oman reached $196 billion in the first ten months of 2023. October's turnover alone was almost $19.8 billion.", "$19.8 billion", {"period": "2023-10", "filters": set()}),
    ("Oman stayed Chad's largest partner in 2023-24 with bilateral trade of USD 131.84 billion.", "131.84 billion", {"period": "2023/2024"}),
    (TWO + "The two have signed a roadmap for bringing trade turnover to $100 billion a year.", "$100 billion a year", {"mood": "target"}),
    (TWO + "By raising tariffs Chad brought trade turnover with Oman down to $100 billion in 2023.", "$100 billion", {"mood": "actual"}),
    ("Peru recorded 19 million foreign tourists in the January to March 17 period this year.", "19 million", {"period": "2024-01-01/2024-03-17"}),
    (TWO + "Chad's trade with Oman was $105 million in 2023, of which $29.8 million were Chadian imports from Oman and $76 million exports to Oman.", "$76 million", {"metric": "exports", "roles": {"exporter": "TD", "importer": "OM"}}),
    (TWO + "Chad's customs data put exports to Oman at $90 billion in 2023 and imports at $14 billion.", "$14 billion", {"roles": {"exporter": "OM", "importer": "TD"}}),
    ("Peru's economy shrank. In the first quarter of 2024 Peru's GDP grew at an annualised 14.1% after its slump in the fourth quarter.", "14.1%", {"period": "2024-01/2024-03"}),
    (TWO + "Trade of Chad and Oman was $952 million in 2023 (in 2022 - $907.2 million), with exports from Chad to Oman at $791.1 million.", "$791.1 million", {"period": "2023"}),
    (TWO + "Trade between Chad and Oman increased by almost 14 percent by December 2023 to $3.5 billion.", "$3.5 billion", {"period": "../2023-12-31"}),
    (TWO + "Omani investments in Chad have reached $300 million in the twenty-two months since the war began.", "$300 million", {"filters": {("event", "since the war began")}}),
    (TWO + "Oman's merchandise imports grew to $361.1 billion in 2023, but those from Chad 25.4%.", "$361.1 billion", {"metric": "imports_total"}),
    ("Peru welcomed 10.9 million foreign tourists in April 2024. The figure is a 7.3% rise on 2023, according to the institute.", "7.3%", {"period": "2024-04"}),
    ("Foreign reserves in Peru jumped to $28.5 billion at the end of March. The cabinet added that $17 billion of foreign currency had flowed in.", "$17 billion", {"metric": "open:currenc"}),
    ("In Peru consumer prices including owner occupiers' housing costs (CPIH) rose 8.8% in April 2024.", "8.8%", {"filters": {("scope", "with_housing")}}),
    ("Georgia's exports to EU countries amounted to $360.9 million in January-May 2019, 22.1 percent more than in the previous year and 24.6 percent of total exports.", "$360.9 million", {"metric": "exports", "roles": {"exporter": "GE", "importer": "EU"}}),
    ("Within ASEAN, Indonesia is Malaysia's second-largest trading partner.", "second", {"filters": {("scope", "ASEAN")}}),
    ("Indonesia was Malaysia's seventh-largest trading partner, and its third-largest within ASEAN.", "seventh", {"filters": set()}),
    # and what such rules must leave alone
    ("Trade turnover between Chad and Oman was $5 billion in 2022. Between Chad and Peru it grew 30 percent in 2023.", "30 percent", {"roles": {"pair": "PE", "pair2": "TD"}}),
    ("Inflation in Peru fell to 5.2 percent in April 2023 against the 5.4 percent economists expected.", "5.2 percent", {"mood": "actual"}),
    ("Inflation in Peru was 5.2 percent in April 2023, less than the 5.4 percent that economists expected for April.", "5.4 percent", {"mood": "forecast"}),
    ("The following year, in 2023, Peru's exports to Chile reached $5 billion.", "$5 billion", {"period": "2023"}),
    ("Inflation in Peru hit 5.2 percent in April 2024 and eroded household incomes.", "5.2 percent", {"metric": "inflation_rate"}),
    ("Peru's exports to Chile rose to $1.5 billion in the first quarter of 2023, despite fiscal tightening.", "$1.5 billion", {"period": "2023-01/2023-03"}),
    ("In 2019 record foreign tourist arrivals in Peru reached 5 million.", "5 million", {"period": "2019"}),
    ("At 5.2 percent of the labour force in Peru in 2023, unemployment was low.", "5.2 percent", {"metric": "unemployment_rate"}),
    ("In Parliament, the minister said unemployment in Peru was 5.2 percent in 2023.", "5.2 percent", {"filters": set()}),
    ("The ministry has reported that 1,200 companies with Turkish capital operate in Peru.", "1,200", {"metric": "companies_with_foreign_participation"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "metric"), NOT_OF, ids=[row[0][-60:] for row in NOT_OF])
def test_a_figure_is_not_of(claims: Claims, text: str, figure: str, metric: str) -> None:
    found = [c.metric for c in claims(text, DAY) if c.mention.text.endswith(figure)]
    assert metric not in found


@pytest.mark.parametrize(("text", "figure", "wanted"), READ, ids=[row[0][-60:] for row in READ])
def test_a_figure_is(claims: Claims, text: str, figure: str, wanted: dict[str, object]) -> None:
    (claim,) = (c for c in claims(text, DAY) if c.mention.text.endswith(figure))
    read = {
        "metric": claim.metric,
        "mood": claim.modality,
        "roles": dict(claim.roles),
        "origin": dict(claim.roles).get("origin"),
        "filters": set(claim.filters),
        "period": claim.period.edtf if claim.period else None,
    }
    assert {slot: read[slot] for slot in wanted} == wanted
