"""Which claims speak of one thing: one group each, hard slots, complete linkage, testimonies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import align, rulebook
from audit.align import work
from audit.model import Claim, Group, Mention, Period, Result
from audit.rulebook import Rulebook

RULES = rulebook.load()  # hypothesis runs one test many times, and fixtures do not mix with it
WORDS = ("anchor", "barge", "canal", "dock", "ebb", "ferry", "gull", "harbour")
DAY = date(2024, 5, 4)
Analyse = Callable[..., Result]


def claim(number: int, terms: tuple[str, ...], kind: str, unit: str | None, year: int) -> Claim:
    found = Mention(number, number + 1, "count", "9", stated=9.0, low=9.0, high=9.0, unit=unit)
    terms = tuple(sorted(terms))
    return Claim(
        f"{number % 3}.md", 0, number, number + 1, "open:" + " ".join(terms), f"c{number}", found,
        " ".join(terms), kind, terms, as_of=Period.year(year), published=DAY, quote=" ".join(terms),
    )  # fmt: skip


CLAIMS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True).map(tuple),
        st.sampled_from(("stock", "rate")),
        st.sampled_from((None, "tonne", "USD")),
        st.sampled_from((2022, 2023)),
    ),
    max_size=24,
).map(lambda rows: [claim(i, *row) for i, row in enumerate(rows)])


def dice(a: Claim, b: Claim) -> float:
    shared = len(set(a.terms) & set(b.terms))
    return 2 * shared / (len(a.terms) + len(b.terms))


def joined(claims: list[Claim], rules: Rulebook = RULES) -> list[Group]:
    return [g for family in align.families(claims, rules) for g in family.groups]


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_every_claim_is_in_exactly_one_group(claims: list[Claim]) -> None:
    groups = joined(claims)
    assert sorted(c.id for g in groups for c in g.claims) == sorted(c.id for c in claims)
    assert len({g.id for g in groups}) == len(groups)


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_hard_slots_are_the_same_throughout_a_group(claims: list[Claim]) -> None:
    for group in joined(claims):
        assert len({(c.kind, c.mention.unit) for c in group.claims}) == 1


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_every_two_of_a_group_are_alike_not_only_neighbours(claims: list[Claim]) -> None:
    """Complete linkage: the terms weigh 1 to 1 + ln 24, so a weighted likeness of 0.82 keeps the
    plain one above one half, whichever two members are taken."""
    for group in joined(claims):
        for a, b in combinations(group.claims, 2):
            assert dice(a, b) > 0.5


@settings(max_examples=60, deadline=None)
@given(CLAIMS.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_order_of_claims_changes_nothing(orders: tuple[list[Claim], list[Claim]]) -> None:
    assert joined(orders[0]) == joined(orders[1])


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_testimonies_share_out_the_claims_of_a_group(claims: list[Claim]) -> None:
    for group in joined(claims):
        told = [name for testimony in group.testimonies for name in testimony]
        assert sorted(told) == sorted(c.id for c in group.claims)


def test_a_chain_of_near_misses_is_no_group() -> None:
    """Each is like the next one, and the first shares nothing with the last."""
    chain = [claim(i, (*WORDS, *WORDS)[i : i + 6], "stock", None, 2023) for i in range(8)]
    groups = joined(
        [*chain, *(claim(9 + i, c.terms, "stock", None, 2023) for i, c in enumerate(chain))]
    )
    assert len(groups) > 1
    assert max(len(g.claims) for g in groups) > 1


# ------------------------------------------------------------------ whole sentences


def together(result: Result, *quotes: str) -> bool:
    groups = [g for family in result.families for g in family.groups]
    return any({c.mention.text for c in g.claims} >= set(quotes) for g in groups)


JOINED = [
    (
        ("The flood in the Arun valley destroyed 340 houses on 3 January 2024.", "340"),
        ("On 3 January 2024, the flood in the Arun valley destroyed 520 houses.", "520"),
    ),
    (
        ("Volunteers planted 1,400 oaks along the canal in 2023.", "1,400"),
        ("In 2023 volunteers planted 1,900 oaks along the canal.", "1,900"),
    ),
    (
        ("Trade between Fiji and Japan reached $500 million in 2023.", "$500 million"),
        ("Japanese-Fijian trade turnover came to $710 million in 2023.", "$710 million"),
    ),
    (
        ("Ghana has a population of 31 million people.", "31 million"),
        ("In 2019 the population of Ghana was 29 million people.", "29 million"),
    ),
    (
        ("Some 90 companies with French capital are registered in Peru.", "90"),
        ("Around 120 French companies operate in Peru.", "120"),
    ),
]


@pytest.mark.parametrize(("one", "two"), JOINED)
def test_joined_across_outlets(
    analyse: Analyse, one: tuple[str, str], two: tuple[str, str]
) -> None:
    result = analyse(("2024-05-04", one[0]), ("2024-05-05", two[0]))
    assert together(result, one[1], two[1])


APART = [
    (
        ("In 2023 the clinic treated 340 patients, all of them adults.", "340"),
        ("In 2023 the clinic treated 520 patients, all of them children.", "520"),
    ),
    (
        ("The blast at the Orlova pit killed 34 miners on 3 May 2024.", "34"),
        ("The blast at the Orlova pit injured 12 miners on 3 May 2024.", "12"),
    ),
    (
        ("In 2023 the poll reached 340 urban households.", "340"),
        ("In 2023 the poll reached 120 rural households.", "120"),
    ),
    (
        ("In 2023 Kenya exported goods worth $40 million to Latvia.", "$40 million"),
        ("In 2023 Kenya imported goods worth $90 million from Latvia.", "$90 million"),
    ),
    (
        ("In 2023 Kenya's exports to Latvia were $40 million.", "$40 million"),
        ("In 2023 Latvia's exports to Kenya were $90 million.", "$90 million"),
    ),
    (
        ("In 2023 Kenya's exports to Latvia were $40 million.", "$40 million"),
        ("In 2022 Kenya's exports to Latvia were $90 million.", "$90 million"),
    ),
    (
        ("Around 120 French companies operate in Peru.", "120"),
        ("Around 300 Peruvian companies operate in France.", "300"),
    ),
    (
        ("The flood destroyed 340 bridges on 3 January 2024.", "340"),
        ("The flood destroyed 520 houses on 3 January 2024.", "520"),
    ),
    (
        ("The museum sold 340 tickets in 2023.", "340"),
        ("The museum sold tickets for $520 in 2023.", "$520"),
    ),
    (
        ("Since 1991 Swedish firms have invested $32 billion in Mexico.", "$32 billion"),
        ("Since 2005 Swedish firms have invested $12 billion in Mexico.", "$12 billion"),
    ),
    (
        ("Trade between Fiji and Japan is expected to reach $500 million in 2025.", "$500 million"),
        ("Trade between Fiji and Japan reached $400 million in 2025.", "$400 million"),
    ),
]


@pytest.mark.parametrize(("one", "two"), APART)
def test_never_joined(analyse: Analyse, one: tuple[str, str], two: tuple[str, str]) -> None:
    result = analyse(("2024-05-04", one[0]), ("2024-05-05", two[0]))
    assert {one[1], two[1]} <= {c.mention.text for c in result.claims}
    assert not together(result, one[1], two[1])


def test_a_family_holds_the_periods_and_parts_of_one_metric(analyse: Analyse) -> None:
    texts = (
        "In 2022 trade between Kenya and Latvia reached $300 million.",
        "In 2023 trade between Kenya and Latvia reached $340 million.",
        "In 2023 Kenya's exports to Latvia were $90 million.",
        "In 2023 trade between Kenya and Latvia rose by 13 percent.",
    )
    (family,) = analyse(*(("2024-05-04", text) for text in texts)).families
    assert len(family.groups) == len(texts)


def test_a_founding_and_its_anniversary_are_two_groups_of_one_family(analyse: Analyse) -> None:
    (family,) = analyse(
        ("2022-05-04", "In 2022 Kenya and Latvia marked the 30th anniversary of diplomatic relations."),
        ("2024-05-04", "Kenya and Latvia established diplomatic relations on 5 May 1992."),
    ).families  # fmt: skip
    assert len(family.groups) == 2


def test_a_group_says_why_its_claims_were_joined(analyse: Analyse) -> None:
    (family,) = analyse(
        ("2024-05-04", "Trade between Fiji and Japan reached $500 million in 2023."),
        ("2024-05-04", "Japanese-Fijian trade turnover came to $510 million in 2023."),
    ).families
    (group,) = family.groups
    (link,) = group.links
    assert {link.claim, link.to} == {c.id for c in group.claims}
    assert dict(link.slots).keys() >= {"metric", "pair", "period", "unit"}


# ------------------------------------------------------------------ testimonies

SATO = "“Trade between Fiji and Japan reached $500 million in 2023,” said Minister Akira Sato."
TESTIMONIES = [
    ("one speaker twice", (SATO, "“In 2023 Fiji and Japan had trade of $500 million,” Akira Sato told reporters."), 1),
    ("two speakers", (SATO, "“In 2023 Fiji and Japan had trade of $510 million,” said Minister Mere Tora."), 2),
    ("a sentence copied", ("Trade between Fiji and Japan reached $500 million in 2023.", "Trade between Fiji and Japan reached $500 million in 2023 ."), 1),
    ("told in other words", ("Trade between Fiji and Japan reached $500 million in 2023.", "The chamber put the 2023 trade turnover of Japan and Fiji at $500 million."), 2),
    ("one ministry", ("According to the Ministry of Trade, in 2023 trade between Fiji and Japan reached $500 million.", "Fiji and Japan had a trade turnover of $510 million in 2023, according to the Ministry of Trade."), 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "independent"), [row[1:] for row in TESTIMONIES], ids=[row[0] for row in TESTIMONIES]
)
def test_independent_testimonies(
    analyse: Analyse, texts: tuple[str, str], independent: int
) -> None:
    families = analyse(*(("2024-05-04", text) for text in texts)).families
    (group,) = [g for family in families for g in family.groups if len(g.claims) == 2]
    assert len(group.testimonies) == independent


def test_the_work_counts_blocks_and_the_pairs_that_were_scored() -> None:
    alike = [claim(i, WORDS[1:6], "stock", None, 2022) for i in range(6)]
    other = claim(6, ("gull", "harbour"), "stock", "tonne", 2022)
    done = work.of([*alike, other], RULES)
    assert (done.claims, done.blocks, done.largest) == (7, 2, 6)
