"""What follows from stated claims: the value of the year before, with its proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import attach, derive, extract, read, rulebook
from audit.derive import growth
from audit.model import Claim, Interval, Mention, Period, Result
from audit.rulebook import Rulebook

Analyse = Callable[..., Result]
Claims = Callable[..., list[Claim]]

ROSE = "In 2023 Peru's exports to Japan rose by 20 % to $1.2 billion."
BASES = [  # text, low and high in millions, period
    (ROSE, 1150 / 1.205, 1250 / 1.195, "2022"),
    ("In 2025 trade turnover between Kenya and Latvia rose by 83.6 % to $1.62 billion.", 1615 / 1.8365, 1625 / 1.8355, "2024"),
    ("In January-June 2025 trade turnover between Kenya and Latvia fell by 10 % to $450 million.", 449.5 / 0.905, 450.5 / 0.895, "2024-01/2024-06"),
    ("In 2025 trade turnover between Kenya and Latvia rose by 10 % to more than $450 million.", 450 / 1.105, inf, "2024"),
    ("In 2025 trade turnover between Kenya and Latvia rose by 10 % to about $400 million.", 350 / 1.105, 450 / 1.095, "2024"),
    ("In 2025 trade turnover between Kenya and Latvia reached $450 million, up 10 % on 2024.", 449.5 / 1.105, 450.5 / 1.095, "2024"),
]  # fmt: skip


def derived(claims: list[Claim], rules: Rulebook) -> list[Claim]:
    return list(derive.claims(claims, rules))


@pytest.mark.parametrize(("text", "low", "high", "period"), BASES, ids=[row[0] for row in BASES])
def test_base_of_a_growth_is_an_interval(
    claims: Claims, rules: Rulebook, text: str, low: float, high: float, period: str
) -> None:
    (base,) = derived(claims(text, None), rules)
    assert base.mention.low == pytest.approx(low * 1e6, rel=1e-6)
    assert (inf if base.mention.high is None else base.mention.high) == pytest.approx(high * 1e6)
    assert base.period is not None
    assert base.period.edtf == period


def test_proof_names_what_it_came_from(claims: Claims, rules: Rulebook) -> None:
    stated = claims(ROSE)
    (base,) = derived(stated, rules)
    assert set(base.proof) == {claim.id for claim in stated}
    assert base.id not in {claim.id for claim in stated}
    assert base.roles == stated[0].roles
    assert "$1.2 billion / (1 + 20 %)" in (base.arithmetic or "")


@pytest.mark.parametrize(
    "text",
    [
        "In 2023 Peru's exports to Japan came to $1.2 billion.",
        "In 2023 Peru's exports to Japan rose by 20 %.",
        "In 2023 Peru's exports to Japan were $1.2 billion. In 2022 they rose by 20 %.",
        "In 2023 Peru's exports to Japan were $1.2 billion. In 2023 Peru's imports from Japan rose by 20 %.",
        "Since 2005 trade turnover between Kenya and Latvia rose by 10 % to $450 million.",
        "Trade turnover between Kenya and Latvia rose by 10 % to $450 million.",
    ],
)
def test_nothing_follows(claims: Claims, rules: Rulebook, text: str) -> None:
    assert derived(claims(text), rules) == []


def test_the_year_before_keeps_its_days() -> None:
    assert growth.year_before(Period.year(2024)) == Period.year(2023)
    assert growth.year_before(Period.month(2024, 2)) != Period.month(2024, 1)
    assert growth.year_before(None) is None
    assert growth.year_before(Period(Period.year(2020).first, Period.year(2024).last)) is None
    assert growth.year_before(Period(Period.year(2020).first, None)) is None


# ------------------------------------------------------------------ intervals are carried outward

Held = tuple[Interval, float]  # a set of numbers and a choice inside it


@st.composite
def chosen(draw: st.DrawFn, low: float = 0.01, high: float = 1e6) -> Held:
    ends = st.floats(low, high, allow_nan=False)
    one, two = sorted((draw(ends), draw(ends)))
    share = draw(st.floats(0, 1))
    return Interval(one, two), min(max(one + share * (two - one), one), two)


def holds(interval: Interval, value: float) -> bool:
    slack = 1e-9 * max(1.0, abs(value))
    return interval.low - slack <= value <= interval.high + slack


@given(chosen(), chosen())
def test_what_follows_contains_every_choice_inside(a: Held, b: Held) -> None:
    (left, x), (right, y) = a, b
    assert holds(left + right, x + y)
    assert holds(left - right, x - y)
    assert holds(left * right, x * y)
    assert holds(left / right, x / y)


@given(chosen(-1e3, 1e3), chosen(-1e3, 1e3))
def test_signs_and_nothing(a: Held, b: Held) -> None:
    (left, x), (right, y) = a, b
    assert holds(left * right, x * y)
    if abs(y) > 1e-6:
        assert holds(left / right, x / y)


@given(chosen(), chosen(0.0, 99.0), st.sampled_from(["up", "down"]), st.booleans())
def test_growth_there_and_back(level: Held, rate: Held, way: str, back: bool) -> None:
    (held, value), (percent, g) = level, rate
    factor = Interval(1, 1) + percent * Interval(*((0.01, 0.01) if way == "up" else (-0.01, -0.01)))
    true = 1 + (g if way == "up" else -g) / 100
    assert holds(held / factor if back else held * factor, value / true if back else value * true)


TEXTS = {  # two figures as a text gives them, and what follows from them
    "a value and its growth": (
        "In 2023 Peru's exports to Japan rose by {b} % to ${a} million.",
        lambda a, b: a / (1 + b / 100),
    ),
    "a base and its growth": (
        "In 2022 Peru's exports to Japan were ${a} million. In 2023 Peru's exports to Japan fell by {b} %.",
        lambda a, b: a * (1 - b / 100),
    ),
    "a total and a part": (
        "In 2023 trade turnover between Norway and Chile was ${a} million. In 2023 Norway's exports to Chile were ${b} million.",
        lambda a, b: a - b * 1e6,
    ),
    "a whole and a share": (
        "In 2023 China accounted for {b} percent of the foreign trade of Kazakhstan. In 2023 foreign trade of Kazakhstan came to ${a} million.",
        lambda a, b: a * b / 100,
    ),
}  # fmt: skip
BOOK = rulebook.load()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(TEXTS)),
    st.integers(1000, 99999),
    st.integers(11, 899),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_what_a_text_gives_contains_every_choice_inside_its_figures(
    name: str, a: int, b: int, x: float, y: float
) -> None:
    """Whatever was rounded to the figures written, what follows from it lies in what is derived."""
    text, follows = TEXTS[name]
    (document,) = read.text("text", text.format(a=f"{a / 10:g}", b=f"{b / 10:g}"))
    stated = list(attach.claims(document, extract.mentions(document, BOOK.lexicon), BOOK))
    (one,) = derive.claims(stated, BOOK)
    sides = {claim.id: claim for claim in stated if claim.id in one.proof}
    level, other = (
        next(c.mention for c in sides.values() if c.mention.stated == pytest.approx(value))
        for value in (a * 1e5, b / 10 if name != "a total and a part" else b * 1e5)
    )
    scale = 1e6 if name == "a total and a part" else 1.0
    inside = follows(_within(level, x), _within(other, y) / scale)
    assert (one.mention.low or 0) * (1 - 1e-9) <= inside <= (one.mention.high or inf) * (1 + 1e-9)


def _within(mention: Mention, share: float) -> float:
    held = mention.literal
    return held.low + share * held.width


def test_an_unbounded_level_stays_unbounded() -> None:
    assert Interval(450, inf) / Interval(1.1, 1.2) == Interval(375, inf)
    assert Interval(0, inf) * Interval(0, 2) == Interval(0, inf)
    assert Interval(1, 2) / Interval(0, 1) == Interval(0, inf)


# ------------------------------------------------------------------ the other rules

RULES = [  # text, rule, metric, low and high in millions or the year
    ("In 2022 Peru's exports to Japan were $1.0 billion. In 2023 Peru's exports to Japan rose by 20 %.",
     "growth", "exports", 950 * 1.195, 1050 * 1.205),
    ("In 2023 trade turnover between Norway and Chile was $2.5 billion. In 2023 Norway's exports to Chile were $1.5 billion.",
     "residual", "imports", 900, 1100),
    ("In 2023 China accounted for 45 percent of the foreign trade of Kazakhstan. In 2023 foreign trade of Kazakhstan came to $140 billion.",
     "share", "trade_turnover", 139500 * 0.445, 140500 * 0.455),
    ("In 2023 GDP per capita of Kenya was $2,000. In 2023 the population of Kenya was 50 million people.",
     "product", "gdp", 99000, 101000),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rule", "metric", "low", "high"), RULES, ids=[r[1] for r in RULES]
)
def test_a_rule(
    claims: Claims, rules: Rulebook, text: str, rule: str, metric: str, low: float, high: float
) -> None:
    stated = claims(text)
    (one,) = derived(stated, rules)
    assert (one.rule, one.metric) == (rule, metric)
    assert one.mention.low == pytest.approx(low * 1e6, rel=1e-6)
    assert one.mention.high == pytest.approx(high * 1e6, rel=1e-6)
    assert set(one.proof) == {claim.id for claim in stated}


def test_an_anniversary_gives_the_founding(claims: Claims, rules: Rulebook) -> None:
    (one,) = derived(
        claims("2022 marks the 30th anniversary of diplomatic relations between Kenya and Latvia."),
        rules,
    )
    assert (one.rule, one.mention.period) == ("anniversary", Period.year(1992))
    assert one.arithmetic == "2022 - 30 = 1992"


def test_two_running_totals_give_what_was_added_between(claims: Claims, rules: Rulebook) -> None:
    (later,) = claims(
        "Since 2005, Norwegian direct investment in Brazil has reached $12 billion.", "2024-12-31"
    )
    (first,) = claims(
        "Since 2005, Norwegian direct investment in Brazil has reached $9 billion.", "2020-12-31"
    )
    (one,) = derived([first, later], rules)
    assert (one.rule, one.metric) == ("pace", "fdi_flow")
    assert (one.mention.low, one.mention.high) == (2e9, 4e9)
    assert one.period == Period(date(2021, 1, 1), date(2024, 12, 31))


def test_two_rules_one_behind_the_other_and_no_more(claims: Claims, rules: Rulebook) -> None:
    """A base from a value and its growth, and the base before that; three steps are too many."""
    text = " ".join(
        f"In {year} Peru's exports to Japan rose by 20 %{' to $1.2 billion' if year == 2023 else ''}."
        for year in (2020, 2021, 2022, 2023)
    )
    found = derived(claims(text), rules)
    assert sorted(c.period.edtf for c in found if c.period) == ["2021", "2022"]
    (deep,) = (c for c in found if c.period == Period.year(2021))
    assert len(deep.proof) == 3
    assert "($1.2 billion / (1 + 20 %)" in (deep.arithmetic or "")


def test_nothing_stands_beside_what_it_came_from(claims: Claims, rules: Rulebook) -> None:
    """A base derived from a value would give that value again."""
    stated = claims(ROSE)
    for one in derived(stated, rules):
        parents = [c for c in stated if c.id in one.proof]
        assert all((c.metric, c.period) != (one.metric, one.period) for c in parents)


# ------------------------------------------------------------------ in a corpus


def test_a_derived_value_is_kept_beside_the_family_and_in_no_group(analyse: Analyse) -> None:
    result = analyse(("2024-02-01", ROSE))
    (family,) = result.families
    (base,) = family.derived
    assert base not in result.claims
    assert all(base not in group.claims for group in family.groups)


def test_a_derived_value_never_confirms_what_it_came_from(analyse: Analyse) -> None:
    """The two that it came from stay alone, and no finding rests on the derived value itself."""
    result = analyse(("2024-02-01", ROSE))
    assert [len(g.claims) for family in result.families for g in family.groups] == [1, 1]
    assert result.findings == ()
    wrong = analyse(
        ("2024-02-01", ROSE), ("2023-02-01", "In 2022 Peru's exports to Japan were $0.6 billion.")
    )
    (finding,) = wrong.findings
    assert finding.code == "A204"
    assert set(finding.claims) <= set(wrong.claims)


def test_a_look_alike_of_other_months_does_not_confirm_a_base(analyse: Analyse) -> None:
    """0.882 billion for 2024 is not borne out by 879 million of eight months of 2023."""
    result = analyse(
        ("2026-02-01", "In 2025 trade turnover between Kenya and Latvia rose by 83.6 % to $1.62 billion."),
        ("2023-10-01", "In January-August 2023 trade turnover between Kenya and Latvia was $879 million."),
    )  # fmt: skip
    assert len([d for family in result.families for d in family.derived]) == 1
    assert all(len(g.claims) == 1 for family in result.families for g in family.groups)
    assert result.findings == ()
