"""What a figure measures where no metric file knows it: which word of its sentence says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]

# sentence, figure, what it measures, filters
COUNTED = [
    ("The landslide in the Vesna valley killed 23 people.", "23", "die", ""),
    ("Floods kill 34 people near Torve.", "34", "die", ""),
    ("A bus crash near Torve has claimed 23 lives.", "23", "die", ""),
    ("Twenty-three people who perished in the fire were buried.", "Twenty-three", "die", ""),
    ("The fire killed 11 and injured 45.", "11", "die", ""),
    ("The fire killed 11 and injured 45.", "45", "injure", ""),
    ("About 62 were injured when the stand collapsed.", "62", "injure", ""),
    ("Some 440 students fell ill.", "440", "student", "action=infect"),
    ("The quake left 2,300 people homeless.", "2,300", "displace", ""),
    ("Some 1,400 homes have been destroyed by the blaze.", "1,400", "house", "action=destroy"),
    ("The blaze razed 1,400 dwellings.", "1,400", "house", "action=destroy"),
    ("Nurses inoculate 88,000 children a week.", "88,000", "child", "action=vaccinate"),
    ("Police arrested 57 protesters.", "57", "protest", "action=arrest"),
    ("The carmaker recalled 210,000 vehicles.", "210,000", "vehicle", "action=recall"),
    ("The works turned out and sold 12,400 buses.", "12,400", "bus", "action=sell"),
    ("The tyre maker employs about 7,900 people in two plants.", "7,900", "worker", ""),
    ("The camp held 3,100 refugees, and 640 of them sleep in tents.", "640", "refuge", "action=sleep subset=refuge"),
    ("The airline carried 9.4 million passengers.", "9.4 million", "passenger", "whose=airlin"),
    ("The choir has 41 members.", "41", "member", ""),
    ("The city will host the fourth Andes Water Forum.", "fourth", "forum", "of=andes of=water"),
    ("Some 250,000 people had lost their homes.", "250,000", "displace", ""),
    ("Rains drove about 1,200 people from their homes.", "1,200", "displace", ""),
    ("After the storm 6,000 people are missing.", "6,000", "missing", ""),
    ("The province reported 1,312 suspected measles cases.", "1,312", "case", "of=measl of=suspect"),
    ("Volunteers saved 23 lives.", "23", "life", "action=save"),
    ("The Reform Bloc won 41,000 votes.", "41,000", "vote", ""),
    ("The explosion of 2,750 tons of nitrate shook the port.", "2,750 tons", "nitrat", "action=shook"),
]  # fmt: skip
OWNED = [
    ("The ministry ordered the evacuation of 12,140 residents.", "12,140", "evacuate", ""),
    ("The mill has a staff of 418.", "418", "worker", ""),
    ("The museum drew a crowd of 31,200.", "31,200", "attendance", ""),
    ("The record attendance of 61,300 was set in May.", "61,300", "attendance", "statistic=record"),
    ("The stadium has a capacity of 42,000 seats.", "42,000", "capacity", ""),
    ("The group has a fleet of 64 aircraft.", "64", "aircraft", "whose=group"),
    ("A total of 640 homes were flooded.", "640", "house", "action=flood"),
    ("The hall keeps 41 volumes of letters.", "41", "letter", "action=keep"),
    ("The mill employs up to 7,900 people.", "7,900", "worker", ""),
    ("The fair sold 410 tickets as gifts.", "410", "ticket", "action=sell"),
    ("The ship had 310 passengers on board.", "310", "passenger", ""),
    ("The harbour has a depth of about 15.6 metres.", "15.6 metres", "depth", ""),
    ("The tower rises to a height of 310 metres.", "310 metres", "height", ""),
    ("The island has an area of 312 square kilometres.", "312 square kilometres", "area", ""),
    ("The train reached a speed of 412 km/h.", "412 km/h", "speed", ""),
    ("The mine reported a net profit of $4.2 million.", "$4.2 million", "profit", ""),
    ("The council approved a loan of $350 million.", "$350 million", "loan", ""),
    ("Berg Capital must pay a fine of $12 million.", "$12 million", "fine", ""),
    ("The fund posted a loss of $4 million.", "$4 million", "damage", ""),
]
BESIDE = [
    ("The new line is 163 km long.", "163 km", "length", "of=line"),
    ("The canal, 163 kilometres long, was dug by hand.", "163 kilometres", "length", "of=canal"),
    ("The tower is 310 metres tall.", "310 metres", "height", "of=tower"),
    ("The vessel will be 18 metres in depth.", "18 metres", "depth", "of=vessel"),
    ("The council approved a $350 million loan.", "$350 million", "loan", ""),
    ("The group opened a $1.1 billion terminal.", "$1.1 billion", "cost", "of=termin whose=group"),
    ("The storm caused $2.6 million in losses.", "$2.6 million", "damage", ""),
    ("The bridge spans 812 km (505 mi) in length.", "812 km", "length", "of=bridg"),
    ("The line is 812 km (505 mi) long.", "812 km", "length", "of=line"),
    ("The flood destroyed 81 percent of the houses.", "81 percent", "house", "action=destroy"),
    ("The lottery paid out $12 million in prizes.", "$12 million", "prize", ""),
    ("Wind power accounts for 32 percent of electricity.", "32 percent", "share", "of=electr"),
    ("The Reform Bloc holds 32 percent of the seats.", "32 percent", "share", "of=mandate"),
    ("81 percent of the children received a dose.", "81 percent", "share", "of=child"),
    ("The state holds 41 percent of Tarvik Oil.", "41 percent", "share", "part=state"),
    (
        "Norvik Bank holds a 41 percent stake in Tarvik.",
        "41 percent",
        "stake",
        "part=norvik whose=bank",
    ),
    ("Contracts worth $1.5 billion were signed.", "$1.5 billion", "deal", ""),
    ("The deal is worth $4 billion.", "$4 billion", "deal", ""),
    ("Donors pledged a total of $210 million.", "$210 million", "pledg", ""),
    ("The club has a budget of a little over a million euros.", "a million euros", "budget", ""),
    (
        "The field has 278 million barrels of proven reserves.",
        "278 million barrels",
        "reserve",
        "of=proven",
    ),
    ("Turnout, at 68 percent, was low.", "68 percent", "turnout", ""),
    ("At $6.4 million, revenue was flat.", "$6.4 million", "revenue", ""),
    ("Output, at 6.4 million bags, was flat.", "6.4 million", "output", ""),
    ("The magnitude 6.8 quake woke the town.", "6.8", "magnitud", ""),
    ("A 6.8-magnitude tremor woke the town.", "6.8", "magnitud", ""),
    ("The dam lies 15 km (9 miles) from the border.", "15 km", "distance", "of=border"),
    ("The dam lies 15 km north of the town.", "15 km", "distance", ""),
    ("The 57-km Sava Base Tunnel opened.", "57-km", "length", ""),
    ("The project's $56 million budget was spent.", "$56 million", "budget", ""),
    ("Torve, a town of about 120,000 people, was cut off.", "120,000", "population", ""),
    ("A 55-year-old businessman won the seat.", "55-year-old", "age", ""),
    ("Passenger numbers were up by 9 percent.", "9 percent", "passenger.growth", ""),
    ("A 34 percent jump in profits surprised the market.", "34 percent", "profit.growth", ""),
]
VERBS = [
    ("The terminal can handle 3.4 million TEU a year.", "3.4 million TEU a year", "capacity", ""),
    ("The plant can process 120,000 barrels a day.", "120,000 barrels a day", "capacity", ""),
    ("The hall can hold 9,000 people.", "9,000", "capacity", ""),
    ("The port handled 3.4 million TEU.", "3.4 million TEU", "throughput", "whose=port"),
    ("The port moved 71.3 million tonnes of cargo.", "71.3 million tonnes", "cargo", "whose=port"),
    ("The well pumped 3,400 barrels of oil.", "3,400 barrels", "output", "of=oil"),
    ("The vessel weighs 41,000 tonnes.", "41,000 tonnes", "weight", ""),
    ("The road cost $40 million.", "$40 million", "cost", "of=road"),
    ("The state spends $40 million on the road.", "$40 million", "spending", "part=road"),
    ("The regulator fined the bank $12 million.", "$12 million", "fine", "whose=bank"),
    ("The bank lent farmers $600 million.", "$600 million", "lent", "whose=bank"),
    ("The regulator fined Berg Capital $12 million.", "$12 million", "fine", ""),
    ("Turnout was 68 percent.", "68 percent", "turnout", ""),
    ("Turnout: 68 percent.", "68 percent", "turnout", ""),
    ("Operating profit ended at 310 million euros.", "310 million euros", "profit", "of=oper"),
    ("Attendance settled at 41,000.", "41,000", "attendance", ""),
    ("The liquidity shortage peaked at $1.4 billion.", "$1.4 billion", "shortag", "of=liquid"),
    ("Damage to houses comes to 9 million euros.", "9 million euros", "damage", ""),
    ("About 3 million people came to the town.", "3 million", "person", ""),
    ("The stadium swallowed 96 million dollars.", "96 million dollars", "cost", ""),
    ("Turnout (68 percent) was low.", "68 percent", "turnout", ""),
    ("The number of deaths rose to 41.", "41", "die", ""),
    ("Net profit rose to $4.2 million.", "$4.2 million", "profit", ""),
    ("Revenue was reported at $1.8 billion.", "$1.8 billion", "revenue", ""),
    ("By 10:30 turnout was 12 percent.", "12 percent", "turnout", "part=by the hour"),
    ("The average salary is $1,240.", "$1,240", "pay", "statistic=average"),
    ("Passengers on board numbered 310.", "310", "passenger", ""),
    ("Registered voters: 1,284,500.", "1,284,500", "voter", ""),
    ("The firm cut net debt to $1.48 billion.", "$1.48 billion", "debt", ""),
    ("Revenue rose by 5 percent.", "5 percent", "revenue.growth", ""),
    ("Net debt fell by $440 million.", "$440 million", "debt.change", ""),
    ("The fund reported a 12 percent profit increase.", "12 percent", "profit.growth", ""),
    ("The firm cut net debt by $440 million.", "$440 million", "debt.change", ""),
    ("Of this gas, 11.8 bcm were supplied to the mills.", "11.8 bcm", "suppli", "part=mill"),
    ("The dam will generate 5,150 megawatts.", "5,150 megawatts", "capacity", ""),
    ("The port moved 3.4 million TEU.", "3.4 million TEU", "throughput", "whose=port"),
    ("The firm guides to 80,000 barrels a day.", "80,000 barrels a day", "output", ""),
    ("The group hired, taking its workforce to 102,379.", "102,379", "worker", ""),
    ("The shop saw its sales rise by 5 percent.", "5 percent", "revenue.growth", ""),
    ("The toll from a quake that hit Torve and Brenn climbed above 350.", "350", "die", ""),
    ("The budget still being confirmed by ministers was $5 million.", "$5 million", "budget", ""),
    ("Profit fell, with revenue increasing by 13 percent.", "13 percent", "revenue.growth", ""),
    ("Damage ranges between $3 million and $5 million.", "$3 million and $5 million", "damage", ""),
    ("Cargo grew 2.5 times.", "2.5 times", "cargo.growth", ""),
    ("The port saw a seven-fold increase in cargo.", "seven-fold", "cargo.growth", "whose=port"),
    (
        "The port handled 62 percent more cargo than in 2022.",
        "62 percent",
        "throughput.growth",
        "of=cargo whose=port",
    ),
    ("Fees exceeded those of 2022 by 27 percent.", "27 percent", "fee.growth", ""),
]
AGAIN = [
    ("Turnout was 68.4 percent, up from 61 percent.", "61 percent", "turnout", ""),
    ("Net debt fell by $440 million to $1.48 billion.", "$1.48 billion", "debt", ""),
    ("Revenue rose 5 percent to $31 billion.", "$31 billion", "revenue", ""),
    ("Fees are $40 million, an increase of $4 million.", "$4 million", "fee.change", ""),
    ("Fees were $40 million, an increase of 11 percent.", "11 percent", "fee.growth", ""),
    ("Turnout was 68 percent, an increase of 5 percent.", "5 percent", "percent", ""),
    ("Passenger numbers grew 5 percent to 4.1 million.", "4.1 million", "passenger", ""),
    ("Throughput jumped from 0.9 bcm in 2022 to 1.5 bcm in 2023.", "1.5 bcm", "throughput", ""),
    (
        "The profit of 10.6 billion rupees ($2.9 billion) was a surprise.",
        "$2.9 billion",
        "profit",
        "",
    ),
    ("Revenue was up 81 percent at $107 million.", "$107 million", "revenue", ""),
    ("Revenue came to $4.1 million, 63 percent more.", "63 percent", "revenue.growth", ""),
]


@pytest.mark.parametrize(
    ("text", "figure", "measures", "filters"), [*COUNTED, *OWNED, *BESIDE, *VERBS, *AGAIN]
)
def test_what_a_figure_measures(
    text: str, figure: str, measures: str, filters: str, claims: Claims
) -> None:
    (found,) = (c for c in claims(text) if c.mention.text == figure)
    assert found.metric == f"open:{measures}"
    told = [f"{axis}={value}" for axis, value in found.filters if axis != "value"]
    assert " ".join(told) == filters


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Chapter 7 covers the rules.", "7"),
        ("He lives at 14 Elm Street.", "14"),
        ("The flight left from Gate 23.", "23"),
        ("See page 41.", "41"),
        ("Route 66 is closed.", "66"),
        ("Sonata No. 7 was played.", "7"),
        ("On 3 May 2024 the shop opened.", "3 May 2024"),
        ("He is 41.", "41"),
        ("Ana Weka, 16, won the race.", "16"),
        ("With many rivals, 12 is a lot.", "12"),
        ("Anna Berg came home second, first among the women.", "first"),
    ],
)
def test_a_number_of_which_nothing_is_said(text: str, figure: str, claims: Claims) -> None:
    assert figure not in [c.mention.text for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Analysts expected $1.8 billion.", "$1.8 billion"),
        ("It was $1.8 billion.", "$1.8 billion"),
    ],
)
def test_a_figure_with_a_unit_is_listed_and_has_no_terms(
    text: str, figure: str, claims: Claims
) -> None:
    (found,) = (c for c in claims(text) if c.mention.text == figure)
    assert found.terms == ()
    assert [d.how for d in found.decided if d.slot == "metric"] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Fees rose 5 percent. Analysts expected $31 million.", "$31 million"),
        ("Fees were up 5 percent. Norvik had $31 million.", "$31 million"),
        ("Exports of tin were up 5 percent. Ore rose 5 percent to $31 million.", "$31 million"),
        ("Sugar was 5 percent dearer. It went from 3 percent to 4 percent.", "4 percent"),
    ],
)
def test_a_level_is_not_of_what_grew_elsewhere(text: str, figure: str, claims: Claims) -> None:
    found = [c for c in claims(text) if c.mention.text == figure]
    assert not {"fee", "export", "sugar"} & {term for c in found for term in c.terms}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour is 15.6 metres deep.", "The harbour has a depth of 15.6 metres."),
        ("The wall measures 9.4 km in length.", "The wall is 9.4 km long."),
        ("Turnout reached 68 percent.", "Turnout: 68 percent."),
        ("The toll stands at 41.", "Some 41 people died."),
        ("The hall holds 9,000 people.", "The hall has a capacity of 9,000."),
        ("The mill employs 418 people.", "The mill has a staff of 418."),
        ("Blaze destroys 41 homes.", "The blaze flattened 41 dwellings."),
        ("Losses were $4 million.", "The fund posted a loss of $4 million."),
        ("The vessel weighed 41 tonnes.", "The vessel weighs 41 tonnes."),
        ("The plant can produce 40 tonnes.", "The plant has a capacity of 40 tonnes."),
        ("The state spent $4 million.", "Spending was $4 million."),
    ],
)
def test_two_wordings_of_one_measure(one: str, other: str, claims: Claims) -> None:
    (first,), (second,) = claims(one), claims(other)
    assert first.metric == second.metric


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The port handled 3 million TEU.", "The port can handle 3 million TEU."),
        ("Fees rose by 5 percent.", "Fees were 5 percent."),
        ("Net debt fell to $4 million.", "Net debt fell by $4 million."),
        ("The bank owns 41 percent of the mill.", "The mill has a capacity of 41 percent."),
        ("The fire killed 11.", "The fire injured 11."),
        ("The road cost $4 million.", "The road fund took $4 million in fees."),
    ],
)
def test_two_measures_in_like_words(one: str, other: str, claims: Claims) -> None:
    (first,), (second,) = claims(one), claims(other)
    assert first.metric != second.metric
