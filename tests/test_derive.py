"""What follows from stated claims: the value of the year before, with its proof."""

from __future__ import annotations

from collections.abc import Callable
from math import inf

import pytest

from audit import derive
from audit.model import Claim, Period, Result
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
    assert derive.year_before(Period.year(2024)) == Period.year(2023)
    assert derive.year_before(Period.month(2024, 2)) != Period.month(2024, 1)
    assert derive.year_before(None) is None
    assert derive.year_before(Period(Period.year(2020).first, Period.year(2024).last)) is None
    assert derive.year_before(Period(Period.year(2020).first, None)) is None


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
