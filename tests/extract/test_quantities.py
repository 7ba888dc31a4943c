"""What number a text states, in which unit: sentence, then (quote, stated, unit) of every mention."""

from __future__ import annotations

import pytest

NUMBERS = [
    ("The park has 516 trees.", [("516", 516, None)]),
    ("It holds 1,234,567 books.", [("1,234,567", 1234567, None)]),
    ("Services lost 63 000, trade 48 000.", [("63 000", 63000, None), ("48 000", 48000, None)]),
    ("It holds 1 234 567 books.", [("1 234 567", 1234567, None)]),
    ("Er zahlte 1.234.567,8 euros.", [("1.234.567,8 euros", 1234567.8, "EUR")]),
    ("They lent 12,34,567 books.", [("12,34,567", 1234567, None)]),
    ("The index stood at .08 then.", [(".08", 0.08, None)]),
    ("A town of 80mn people.", [("80mn", 80e6, None)]),
    ("A town of 3.5M people.", [("3.5M", 3.5e6, None)]),
    ("About 12k readers wrote.", [("12k", 12e3, None)]),
    ("They planted one hundred and twenty-three thousand trees.",
     [("one hundred and twenty-three thousand", 123000, None)]),
    ("They planted twenty-eight thousand six hundred forty-two trees.",
     [("twenty-eight thousand six hundred forty-two", 28642, None)]),
    ("Half a million letters came.", [("Half a million", 5e5, None)]),
    ("Two and a half million letters came.", [("Two and a half million", 2.5e6, None)]),
    ("Two-thirds of voters agreed.", [("Two-thirds", 2 / 3, None)]),
    ("A fifth of voters agreed.", [("A fifth", 0.2, None)]),
    ("One in five adults agreed.", [("One in five", 0.2, None)]),
    ("It needs 2 1/4 cups and 3½ spoons.", [("2 1/4", 2.25, None), ("3½", 3.5, None)]),
    ("It needs 3 hundred and 21 nails.", [("3 hundred and 21", 321, None)]),
    ("Three lakh crore were spent.", [("Three lakh crore", 3e12, None)]),
    ("Two dozen cooks left.", [("Two dozen", 24, None)]),
    ("Zero point zero eight was read.", [("Zero point zero eight", 0.08, None)]),
    ("Sales doubled.", [("doubled", 2, None)]),
    ("Sales rose sixfold.", [("sixfold", 6, None)]),
    ("It is 1.5 times as long.", [("1.5", 1.5, None)]),
]  # fmt: skip
MONEY = [
    ("It cost 130 million kroner.", [("130 million kroner", 130e6, "NOK")]),
    ("It cost 5 kronor.", [("5 kronor", 5, "SEK")]),
    ("It cost 5 danish kroner.", [("5 danish kroner", 5, "DKK")]),
    ("Trade reached $1.62bn.", [("$1.62bn", 1.62e9, "USD")]),
    ("Trade reached US$ 481.81 billion.", [("US$ 481.81 billion", 481.81e9, "USD")]),
    ("It cost HK $5.4m.", [("HK $5.4m", 5.4e6, "HKD")]),
    ("A $5 billion bid failed.", [("$5 billion", 5e9, "USD")]),
    ("It cost RM79 a month.", [("RM79 a month", 79, "MYR/month")]),
    ("It cost USD10m.", [("USD10m", 10e6, "USD")]),
    ("It cost 92 million yuan.", [("92 million yuan", 92e6, "CNY")]),
    (
        "It cost 2.3 trillion tenge ($5.1 billion).",
        [("2.3 trillion tenge", 2.3e12, "KZT"), ("$5.1 billion", 5.1e9, "USD")],
    ),
    (
        "It cost 10.5 million Australian dollars.",
        [("10.5 million Australian dollars", 10.5e6, "AUD")],
    ),
    ("It cost 50 cents.", [("50 cents", 0.5, "USD")]),
    (
        "It cost thirteen dollars forty-five cents.",
        [("thirteen dollars forty-five cents", 13.45, "USD")],
    ),
    ("Oil fetched $37.80 a barrel.", [("$37.80 a barrel", 37.8, "USD/barrel")]),
    ("They earned $2 a year earlier.", [("$2", 2, "USD")]),
    ("It fell to £-50.8bn.", [("£-50.8bn", -50.8e9, "GBP")]),
    ("It cost 700 million pounds.", [("700 million pounds", 700e6, "GBP")]),
    ("The baby weighs seven pounds.", [("seven pounds", 7, "pound")]),
    ("Five pounds of butter melted.", [("Five pounds", 5, "pound")]),
    ("ALL 5 answers are wrong.", [("5", 5, None)]),
]
MEASURES = [
    ("Farms sold 13mn tonnes of grain.", [("13mn tonnes", 13e6, "tonne")]),
    ("Prices rose 5.7 per cent.", [("5.7 per cent", 5.7, "percent")]),
    ("Prices rose 2 percentage points.", [("2 percentage points", 2, "percentage_point")]),
    ("Rates fell 50 basis points.", [("50 basis points", 50, "basis_point")]),
    ("It flows at 600 litres per second.", [("600 litres per second", 600, "liter/second")]),
    ("It drove at 80km/h.", [("80km/h", 80, "kilometer/hour")]),
    ("It drove at 87 mph.", [("87 mph", 87, "mile/hour")]),
    ("They pump 325,000 barrels per day.", [("325,000 barrels per day", 325e3, "barrel/day")]),
    ("It is 1.8m tall.", [("1.8m", 1.8, "meter")]),
    ("A 100m race was run.", [("100m", 100, "meter")]),
    ("About 190 km2 burned.", [("190 km2", 190, "square_kilometer")]),
    ("A 3-inch crack.", [("3-inch", 3, "inch")]),
    ("He is 5 feet and 2 inches.", [("5 feet and 2 inches", 5 + 1 / 6, "foot")]),
    ("It was 98.6 degrees Fahrenheit.", [("98.6 degrees Fahrenheit", 98.6, "degree_Fahrenheit")]),
    ("It was 20°C.", [("20°C", 20, "degree_Celsius")]),
    ("A 15-year-old girl won.", [("15-year-old", 15, "year_old")]),
    ("A battery of 1.3 GWh.", [("1.3 GWh", 1.3, "gigawatt_hour")]),
    ("Over three decades passed.", [("three decades", 3, "decade")]),
    ("They worked 10 - hour shifts.", [("10 - hour", 10, "hour")]),
    ("They paid $ more than 22500.", [("22500", 22500, "USD")]),
    ("About 2 / 3 of them left.", [("2 / 3", 2 / 3, None)]),
    ("A man aged 35 won.", [("35", 35, "year_old")]),
    ("Output rose 16-fold.", [("16-fold", 16, None)]),
    ("It made 4.1 million cars.", [("4.1 million", 4100000, None)]),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS + MONEY + MEASURES)
def test_every_number_of_the_sentence(said, text, expected):
    counted = [one for one in said(text) if one.kind not in ("date", "period")]
    got = [(one.text, one.stated, one.unit) for one in counted]
    assert got == [(quote, pytest.approx(value), unit) for quote, value, unit in expected]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They sold 10, 12 and 15 million cars.", [10e6, 12e6, 15e6]),
        ("Growth was 3 and 5 percent.", [3, 5]),
        ("It seats 12 and won 3 million.", [12, 3e6]),
    ],
)
def test_a_list_shares_scale_and_unit(said, text, values):
    assert [one.stated for one in said(text)] == values


@pytest.mark.parametrize(
    ("text", "step", "granule"),
    [
        ("85 cars", 1, 5), ("650 cars", 1, 50), ("516 cars", 1, 1), ("6,000 cars", 1, 1000),
        ("300 billion cars", 1e9, 1e11), ("$1.62bn", 1e7, 1e7), ("40 cars", 1, 10),
    ],
)  # fmt: skip
def test_places(said, text, step, granule):
    (one,) = said(text)
    assert (one.step, one.granule) == (pytest.approx(step), pytest.approx(granule))
