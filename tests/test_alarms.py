"""What raised false alarms over fresh piles of dated trade news, and what must go on raising one.

Each row holds the figures' relation as it was met, in sentences of our own. The first table must stay
without a loud finding: its two texts, or the two figures of one text, are of two things or times.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Result

Analyse = Callable[..., Result]
Article = tuple[str | None, str]

QUIET: list[tuple[str, list[Article]]] = [
    (
        "the trade of one country with all, told behind that of two",
        [("2020-06-26", "Trade between Kenya and Oman came to $90.9 million in January-April 2020. Kenya's foreign trade was $22.5 billion in April 2020. Exports dropped by 41.4 percent to $8.9 billion. In the first four months, trade turnover exceeded $120.8 billion; exports fell by 13.7 percent and made up $51.6 billion, imports went down by 1 percent to $69.2 billion."),
         ("2020-07-02", "Kenya and Oman traded goods worth $91 million in January-April 2020.")],
    ),
    (
        "shipments to the world, behind those to one country",
        [("2020-09-14", "Kenya's exports to Oman dropped by 43.61 percent in July 2020 to $61.255 million. Its exports to the world market declined by 14.57 percent to $1.893 billion.")],
    ),
    (
        "trade operations with all, behind those of two",
        [("2020-10-26", "Kenya's exports to Oman from January through September 2020 amounted to $130.9 million. Foreign trade operations made up $213.3 million."),
         ("2020-10-27", "Kenya's foreign trade turnover made up $18.4 billion from January through September 2020.")],
    ),
    (
        "the value a change is counted from does not date what follows",
        [("2026-01-04", "In January-November 2025, trade between Kenya and Oman reached $14.7 billion. Bilateral trade increased from $11.2 billion over the same period of 2024. During the reporting period, Kenya's exports to Oman amounted to $1.9 billion, while imports totaled $12.8 billion.")],
    ),
    (
        "the same month in a bracket",
        [("2024-04-15", "Trade between Kenya and Oman totaled $43.764 million in January 2024, a 39 percent increase compared to the same month in 2023 ($31.475 million)."),
         ("2024-06-13", "In 2023, trade turnover between Kenya and Oman amounted to 694 million dollars.")],
    ),
    (
        "a base without a year lies before its period",
        [("2025-10-23", "As of October 1, the assets of the Harun Fund amounted to $70.162 billion, marking a 16.9% increase compared to January 1.")],
    ),
    (
        "what it rose from, and what it is above",
        [("2025-01-09", "Norway's gas output rose from 116 bcm in 2023 and also beat the record of 2022, 122.8 bcm.")],
    ),
    (
        "a month's change beside a year's",
        [("2025-12-08", "Peru's exports grew by 9% in 2025. Exports from Peru to Chile dropped by 29% from November 2024."),
         ("2026-01-14", "Peru's exports to Chile decreased by 20% in 2025.")],
    ),
    (
        "a capital that receives guests is a city",
        [("2020-02-06", "Peru received 6,610,592 international tourists in 2019. Lima received 4,404,895 international tourists, up 22% on 2018.")],
    ),
    (
        "exports from a capital",
        [("2019-12-03", "In January-October 2019, exports from Nairobi to Oman fell by 16.96 percent to just under $51 million."),
         ("2019-12-04", "In October 2019, Kenya's exports to Oman exceeded $87 million.")],
    ),
    (
        "the rise of the rents, beside inflation",
        [("2024-03-14", "Kenya's inflation accelerated in February, on a 10 percent increase in actual housing rents. The consumer price index rose to 1.8 percent in February 2024.")],
    ),
    (
        "of a sector that the sentence before names",
        [("2025-02-17", "Irish exports to Peru were €72.6 billion in 2024."),
         ("2025-02-18", "Ireland sells drugs to Peru. The value of exports from the sector rose to €99.9 billion in 2024.")],
    ),
    (
        "what a verb of trade sells, behind the buyer",
        [("2021-06-11", "Kenya exported to Oman the defence and aviation products worth $135.8m in January-May 2021. In the first four months of the year, Kenya's exports to Oman amounted to $1 billion.")],
    ),
    (
        "of which power stations",
        [("2021-11-30", "In January-October 2021 electricity production at thermal power plants in Kenya increased by 1.3 billion kWh reaching 21.4 billion kWh, at hydroelectric power plants by 162.5 million kWh reaching 1.1 billion kWh."),
         ("2021-07-16", "In January-June 2021, Kenya raised electricity production to 13.2 billion kWh.")],
    ),
    (
        "the initial ten months of a year",
        [("2023-11-16", "Kenya's electricity production rose by 278.5 million kWh during the initial 10 months of this year."),
         ("2024-01-12", "Electricity production in Kenya increased by 272.3 million kWh in 2023.")],
    ),
    (
        "imports from all, behind those from one",
        [("2025-09-08", "In August Peru's exports to Chile fell by 33%. Imports from Chile dropped by 16%. Imports rose 1.3% last month."),
         ("2025-09-09", "Peru's imports from Chile declined by 16 percent in August 2025.")],
    ),
    (
        "a share, told behind a growth",
        [("2023-08-06", "In 2022 Polish exports to Oman exceeded $10 billion, 37 percent more than in 2021. With a share of 10 percent Poland was the second supplier.")],
    ),
    (
        "two changes of one figure, from two bases",
        [("2022-01-14", "Kenya's imports from Oman amounted to $37.7 million in November 2021, an increase of 64.6 percent compared to $22.9 million over the same period of 2020, and of 54.5 percent compared to $24.4 million in October 2021.")],
    ),
    (
        "so far is not all of a year",
        [("2013-12-17", "Kenya's trade surplus with Oman was $1.5 billion in 2012, and $1.8 billion in 2013 so far (up 33%).")],
    ),
    (
        "a year with the same month of the year before",
        [("2025-04-19", "Peru's tourism saw an upswing in the first quarter of 2025, with 1.5 million arrivals, a 13 per cent increase from the same period in 2024."),
         ("2024-07-16", "Peru saw a 9.7 per cent decrease in tourist arrivals in the first quarter of 2024.")],
    ),
    (
        "a plan of the year, read as its first days",
        [("2024-01-02", "This year, Peru eyes to welcome 17-18 million international visitors."),
         ("2024-04-14", "Peru received 4.6 million international visitors in January-March 2024.")],
    ),
    (
        "a month of a year of its own, over the new year",
        [("2018-07-03", "Kenya's exports to Oman were $1.282 billion in the July-April period of its current fiscal year."),
         ("2019-01-22", "Between July and December of 2018 Kenya exported goods worth $608.533 million to Oman.")],
    ),
    (
        "months of a fiscal year",
        [("2018-11-03", "Kenya's exports to Oman were $1.28 billion in January-September 2018."),
         ("2019-04-26", "Kenya's exports to Oman were $883.26 million in the first nine months of the fiscal year.")],
    ),
    (
        "growth that slipped is still growth",
        [("2024-01-31", "Peru's GDP growth slipped to 5.6% in 2023."),
         ("2024-02-01", "Peru's economy expanded by 5.6 percent in 2023.")],
    ),
    (
        "points above a rate are no rate",
        [("2023-01-11", "Ghana's inflation of 54.1% in December 2022 is 3.8% up on the rate of November."),
         ("2023-01-12", "Ghana's inflation increased to 54.1 per cent in December 2022.")],
    ),
    (
        "a population of the past, quoted",
        [("2024-06-29", "Peru has a population of 34 million people."),
         ("2024-06-30", "\"Peru had a population of close to 30 million,\" the historian said.")],
    ),
    (
        "a quarter's sales, told a quarter later",
        [("2019-05-08", "Harun Mining's sales of ore declined by 22 percent to 55.416 million tonnes between January and March."),
         ("2019-07-22", "Harun Mining's sales of ore were 61.945 million tonnes, 15.5% lower.")],
    ),
    (
        "exports to all, behind those to one country, in one article",
        [("2025-09-09", "Peru and Chile trade. Peru's exports to Chile fell by 16% in August 2025. In August 2025 the exports rose by 1.3%.")],
    ),
    (
        "exports to all, behind those to one country, against another article",
        [("2025-09-09", "Peru and Chile trade. Peru's exports to Chile fell by 16% in August 2025. In August 2025 the exports rose by 1.3%."),
         ("2025-09-10", "Peru's exports to Chile fell by 16 percent in August 2025.")],
    ),
    (
        "projects of all, behind those with one country, in one article",
        [("2025-09-09", "Kenya and Oman work together. Kenya and Oman carry out 51 joint investment projects. The ministry has 93 joint investment projects.")],
    ),
    (
        "the shares of two goods, in sentences of one form",
        [("2020-06-14", "Kenya's export of cement to world markets dropped by 6.9 percent from January through May 2020 and amounted to 2.3 percent of the country's total export."),
         ("2020-06-14", "Kenya's export of carpets to world markets dropped by 18.3 percent from January through May 2020 and amounted to 1.4 percent of the country's total export.")],
    ),
    (
        "some of the dead, beside all of them",
        [("2018-10-01", "At least 832 people were killed by the Harun earthquake on 28 September 2018."),
         ("2018-10-02", "Of those killed by the Harun earthquake, 821 people died in Palim, officials said on 2 October 2018.")],
    ),
    (
        "yearly and monthly inflation, which a third text tells apart",
        [("2023-03-15", "Peru's inflation for February of 2023 stood at 6.6%, the office said."),
         ("2023-03-15", "Peru's inflation rate was 102.5% in February 2023."),
         ("2023-03-16", "Peru's annual inflation came in at 102.5% in February 2023. The consumer price index rose by 6.6% on a monthly basis in February 2023.")],
    ),
    (
        "the foreign trade of one country with two others",
        [("2024-07-25", "In January through June 2024 Kenya's foreign trade with Oman amounted to $5.8 billion, up 9.4 percent."),
         ("2024-08-01", "Kenya's foreign trade with Peru amounted to $5.7 billion from January through June 2024, which is 29.5 percent more than in the first half of 2023.")],
    ),
    (
        "two sums of one slot in a sentence, of which a paper has the first",
        [("2024-02-02", "In 2023 trade between Kenya and Oman came to $4.6 billion, with the port of Mombasa handling trade worth $3.1 billion."),
         ("2024-02-04", "Trade between Kenya and Oman came to $4.6 billion in 2023.")],
    ),
    (
        "a yearly and a monthly rate in one sentence",
        [("2024-01-11", "Kenya's consumer price index stood at 211.4% year-on-year in December 2023, after growing 25.5% compared to November."),
         ("2024-01-12", "Kenya's inflation shot up to 25.5% in December 2023.")],
    ),
    (
        "a toll, and the one of the evening before in the same sentence",
        [("2023-09-10", "State television reports 2,122 deaths from the Harun earthquake; on Saturday evening it had been 2,012."),
         ("2023-09-10", "The Harun earthquake has killed 2,012 people.")],
    ),
    (
        "a toll of that month, and one of the event's day told years later",
        [("2020-08-15", "By August 15, 2020, the blast at the port of Harun had killed 178 people."),
         ("2022-08-04", "The blast at the port of Harun on August 4, 2020, killed 218 people.")],
    ),
    (
        "the dead of another year's fire",
        [("2023-08-11", "The Harun fire killed at least 85 people in 2018."),
         ("2023-08-12", "The death toll of the Harun fire stands at 80.")],
    ),
    (
        "growth of what is sent and of what is received, with the same digits",
        [("2023-04-03", "Remittances sent abroad by residents of Kenya rose 14.1% to $111 million."),
         ("2023-05-10", "Kenya received $13.9 billion in remittances during the first quarter of 2023, a year-on-year increase of 11.4 percent.")],
    ),
    (
        "a record of another year, behind a semicolon",
        [("2023-01-31", "The Kenyan office announced that the sector earned 46.3 billion dollars, 53 percent more than in 2021; the last record was set in 2019 with 34.5 billion dollars.")],
    ),
    (
        "a deficit, and what it fell by, in one sentence",
        [("2024-02-01", "Kenya's trade deficit with Oman was 291 billion euros in 2023."),
         ("2024-02-02", "The trade deficit in goods that Kenya runs with Oman fell sharply in 2023, by EUR 106 billion or 27% compared to 2022, and stood at EUR 291 billion.")],
    ),
    (
        "a level of another clause, among people who wait",
        [("2023-10-12", "Some 7.75 million people were waiting to start treatment in Kenya. Of them 8,998 were waiting more than 18 months, up from 7,289 at the end of July. Those waiting longer than 12 hours before being admitted numbered 33,107 in September, up 15% from 28,859 in August but below the 54,573 of December 2022.")],
    ),
    (
        "a people of one origin, and a population",
        [("2023-01-16", "India has a population of more than 1.4 billion."),
         ("2023-01-19", "Oman ranks third among India's trade partners and is home to 35 lakh people of Indian origin.")],
    ),
    (
        "a year that another number has, behind a later base",
        [("2024-02-02", "The office's figures show that arrivals grew 18.7% over 2022 and exceeded the 83.5 million of 2019.")],
    ),
    (
        "a threshold that was not reached",
        [("2020-02-25", "Trade turnover between Kenya and Oman came to nearly $4.5 billion in 2019, the president said."),
         ("2020-02-25", "Trade turnover between Kenya and Oman grew last year, but the threshold of 5 billion US dollars could not be attained.")],
    ),
    (
        "a target that was missed",
        [("2023-03-05", "Kenya's GDP growth was 4.4% in 2022."),
         ("2023-03-05", "In 2022 Kenya's GDP growth missed its 5.5% target.")],
    ),
    (
        "a forecast in a clause with which",
        [("2024-03-26", "Kenya's public debt was 110.6% of GDP at the end of 2023."),
         ("2024-03-26", "Kenya's public debt is almost a point above the government's forecast for 2023, which was 109.7% of GDP.")],
    ),
    (
        "a level behind the one that it follows",
        [("2024-03-26", "Kenya's public debt reaches 110.6% of GDP after 111.9% at the end of 2022."),
         ("2024-03-30", "Kenya's public debt stood at 111.9% of GDP at the end of 2022.")],
    ),
    (
        "a toll years later, dated by its day",
        [("2020-08-15", "Kenya asked for an inquiry into the blast at the port of Harun, which killed 178 people."),
         ("2022-08-04", "Two years have gone by since the blast at the port of Harun on Aug. 4, 2020, which killed more than 218 people.")],
    ),
    (
        "tons more, and not tons",
        [("2024-01-15", "In 2023 the Middle Corridor carried 2.8 million tons. That is almost 1.4 million tons more, or twice the volume of 2022."),
         ("2024-10-15", "The Middle Corridor carried 1.7 million tons in 2022.")],
    ),
    (
        "counts that each text dates",
        [("2019-12-16", "There were 1,611 Omani companies operating in Kenya as of December 1, 2019."),
         ("2020-01-13", "The number of Omani companies operating in Kenya reached 1,652 by the end of December 2019.")],
    ),
    (
        "the trade of one country with all, called overall",
        [("2021-08-15", "In January-July 2021 Oman was the largest trade partner of Kenya with trade turnover of $4.6 billion, of which Kenya's exports to Oman made up $4.3 billion and imports from Oman $261.5 million. Kenya's overall turnover in the seven months of 2021 amounted to $17.6 billion.")],
    ),
    (
        "a whole of which a bloc has a share",
        [("2025-01-21", "Kenya's trade with ASEAN reached $15.69 billion in 2024. ASEAN made up 28.3 per cent of the country's total trade of 55.3 billion dollars in 2024.")],
    ),
    (
        "two rates that one sentence gives",
        [("2022-11-16", "Kenya's inflation rose to 11.1% in the 12 months to October 2022, up by 1% on the previous month."),
         ("2022-11-16", "Kenya's inflation was 11.1% in the 12 months to October 2022.")],
    ),
    (
        "growth from a level, told as its fall",
        [("2024-02-22", "Kenya's GDP growth fell to 2.74% in 2023 from 3.10% in 2022."),
         ("2024-02-23", "Kenya's GDP growth was 2.74% in 2023 and 3.10% in 2022.")],
    ),
    (
        "what exports gained, behind a surplus",
        [("2025-02-19", "Kenya's trade surplus with Oman increased from 63.3 billion euros in 2023 to 70 billion euros last year as exports gained 2.2% to 161.4 billion.")],
    ),
    (
        "exports, as a ministry of commerce told them",
        [("2023-03-02", "Imports from Oman amount to $17 billion and Kenyan exports are worth $10.5 billion, the commerce ministry stated in January. Trade between Kenya and Oman grows.")],
    ),
    (
        "some of the memoranda",
        [("2023-04-01", "Kenya and Oman signed 19 memoranda of understanding, the minister said."),
         ("2023-04-04", "The memoranda signed between Kenya and Oman include 12 in the service sector.")],
    ),
    (
        "a fire from day to day",
        [("2023-08-11", "On Friday morning the Harun fire was 80 percent contained."),
         ("2023-08-12", "The county said that the Harun fire was 85% contained.")],
    ),
    (
        "a quarter before the one told",
        [("2024-05-31", "Ghana's GDP grew by 7.8% in the first quarter, and in the previous quarter growth was 8.4%."),
         ("2024-05-31", "Ghana's GDP grew by 7.8% in January-March 2024.")],
    ),
    (
        "quarters of a fiscal year",
        [("2024-06-01", "India's GDP had grown 8.1 per cent in Q2, the office said."),
         ("2024-08-30", "India's GDP grew by 6.7 per cent in April-June 2024.")],
    ),
    (
        "a sum, and what of it was had apart",
        [("2023-04-02", "Kenya and Oman signed deals worth RM170bil. Of the deals signed between Kenya and Oman, RM100bil of the sum was obtained apart.")],
    ),
    (
        "people who were added, and all",
        [("2023-03-22", "Migration helped Ghana's population grow by a record 1 million in 2022."),
         ("2023-03-24", "The population of Ghana was 33,475,870 on January 1, 2023.")],
    ),
    (
        "what a figure is below, behind what it rose from",
        [("2023-10-12", "Those waiting longer than 12 hours before being admitted numbered 33,107 in September, up 15% from 28,859 in August but below the 54,573 of December 2022.")],
    ),
    (
        "million tons, written as some write metric tons",
        [("2023-05-15", "Kenya Railways loaded 126.46 million tonnes of freight in April 2023."),
         ("2023-05-08", "Kenya Railways recorded freight loading of 126.46 MT in April 2023.")],
    ),
    (
        "investment of one country's firms, and of all",
        [("2024-06-07", "Foreign direct investment by Omani companies into Kenya slumped 78.1 per cent in 2023."),
         ("2024-09-26", "Foreign direct investment into Kenya dropped by 91.5 percent in 2023.")],
    ),
]  # fmt: skip

LOUD: list[tuple[str, str, list[Article]]] = [
    (
        "C101",
        "one year's trade in two papers",
        [("2023-01-20", "Kenya's foreign trade amounted to $19.04 billion in 2022."),
         ("2023-01-23", "Kenya's foreign trade turnover in 2022 amounted to $19,430,000,000.")],
    ),
    (
        "A205",
        "a month that is more than its quarter",
        [("2022-05-02", "Kenya's steel exports to Oman came to $688 million in March 2022. Kenya exported steel to Oman worth $49.4 million in January-March 2022.")],
    ),
    (
        "A204",
        "a growth that its own base contradicts",
        [("2023-09-30", "Trade between Kenya and Oman reached $4.61 billion in 2022, which is 41 percent more than in 2021, when it amounted to $2.77 billion.")],
    ),
    (
        "A201",
        "parts that do not make their total",
        [("2024-09-18", "In 2023 trade between Kenya and Oman hit $171.2 billion: Kenya's exports to Oman stood at $61.2 billion, and imports from Oman at $110.6 billion.")],
    ),
    (
        "A213",
        "levels that a change does not lead between",
        [("2025-08-05", "Kenya's trade deficit dropped $11.5 billion from $71.1 billion in May to $60.2 billion in June.")],
    ),
    (
        "C101",
        "two digits changed places",
        [("2022-02-03", "Trade between Kenya and Oman rose by 58 percent to $124.34 billion in 2021."),
         ("2022-11-16", "Trade between Kenya and Oman surged to $124.43 billion in 2021.")],
    ),
    (
        "C101",
        "deals of one visit, whatever they deal with",
        [("2024-04-22", "Kenyan and Omani officials signed 24 memorandums of understanding during Harun Belo's one-day visit to Muscat on Monday."),
         ("2024-04-23", "Kenya and Oman signed 26 agreements during Harun Belo's visit to Muscat.")],
    ),
    (
        "C101",
        "agreements in several fields",
        [("2024-09-04", "Kenya and Oman signed 20 agreements in energy, defence and industry on Wednesday."),
         ("2024-09-05", "Harun Belo hosted the sultan on Wednesday, and 17 cooperation agreements in various sectors were signed between Kenya and Oman.")],
    ),
    (
        "C101",
        "remittances of one fiscal year",
        [("2023-07-10", "Workers' remittances flowing into Kenya declined by around 14%, amounting to $24.02 billion in FY2022-23."),
         ("2023-07-11", "In 2022-23 Kenya received $27.03bn in workers' remittances, down 13.6pc from a year ago.")],
    ),
    (
        "C101",
        "foreign investment of one year from all",
        [("2024-01-12", "Chile attracted foreign direct investment of $21 billion in 2023."),
         ("2024-01-14", "Foreign direct investment in Chile reached $23 billion in 2023.")],
    ),
    (
        "C101",
        "all exports of one year",
        [("2024-01-12", "Chile's total exports came to $94.9 billion in 2023."),
         ("2024-01-14", "In 2023 Chile's overall exports rose to $98.2 billion.")],
    ),
    (
        "D310",
        "two digits changed places, in million tons written MT",
        [("2023-05-15", "Kenya Railways loaded 126.46 MT of freight in April 2023."),
         ("2023-05-08", "Kenya Railways recorded freight loading of 162.46 MT in April 2023.")],
    ),
    (
        "C101",
        "a budget told higher later, of a bridge that is completed",
        [("2023-05-08", "The budget of the Harun Bridge, completed by Kenya Railways, was $500 million."),
         ("2023-05-10", "The budget of the Harun Bridge, completed by Kenya Railways, was $560 million.")],
    ),
]  # fmt: skip


def loud(result: Result) -> list[str]:
    return [f"{f.code}: {f.message}" for f in result.findings if f.severity != "info"]


@pytest.mark.parametrize("articles", [row[1] for row in QUIET], ids=[row[0] for row in QUIET])
def test_two_things_raise_no_alarm(analyse: Analyse, articles: list[Article]) -> None:
    assert loud(analyse(*articles)) == []


@pytest.mark.parametrize(
    ("code", "articles"), [(row[0], row[2]) for row in LOUD], ids=[row[1] for row in LOUD]
)
def test_one_thing_told_twice_does(analyse: Analyse, code: str, articles: list[Article]) -> None:
    assert any(one.startswith(code) for one in loud(analyse(*articles)))
