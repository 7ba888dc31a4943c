"""Every kind of change on a sentence of its own: what it makes of it, and what it leaves alone."""

from __future__ import annotations

import pytest
from injection.edits import Change, Edit, drawn
from injection.kinds import ERRORS, REWRITES, changes

EVERY = {**ERRORS, **REWRITES}
MADE = [
    ("factor 1000", "Sales came to $4.7 billion.", "Sales came to $4.7 million."),
    ("factor 1000", "Sales came to €3bn.", "Sales came to €3m."),
    ("digit swap", "The port moved 274 ships.", "The port moved 247 ships."),
    ("digit swap", "Wages rose 3.8%.", "Wages rose 8.3%."),
    ("year shift", "Exports were $5 billion in 2019.", "Exports were $5 billion in 2020."),
    ("sign", "Imports rose 12 percent.", "Imports fell 12 percent."),
    ("sign", "It is 40% more compared to May.", "It is 40% less compared to May."),
    ("part above whole", "In 8 months of 2019 sales hit $2bn.", "In 8 months of 2019 sales hit $6bn."),
    ("part above whole", "It holds a 35% stake.", "It holds a 135% stake."),
    ("sum off", "Trade reached $5 billion (exports - 3 billion, imports - 2.0 billion).",
     "Trade reached $5 billion (exports - 3 billion, imports - 1.0 billion)."),
    ("rank", "Peru is the third largest buyer.", "Peru is the fifth largest buyer."),
    ("percent or points", "Output grew 7%.", "Output grew 7 percentage points."),
    ("anniversary", "It marked the 22nd anniversary.", "It marked the 21st anniversary."),
    ("currency", "A fee of USD 60 was paid.", "A fee of EUR 60 was paid."),
    ("currency", "It lost 8 million dollars.", "It lost 8 million euros."),
    ("money", "Sales of $3.1 billion.", "Sales of USD 3,100 million."),
    ("percent sign", "A share of 9 percent.", "A share of 9%."),
    ("more than", "Over 70 firms came.", "More than 70 firms came."),
    ("about", "Sales hit about $4bn.", "Sales hit roughly $4bn."),
    ("date format", "Signed on 3 May 2001.", "Signed on May 3, 2001."),
    ("digits or words", "They made seven trips.", "They made 7 trips."),
    ("country name", "Great Britain gained.", "The UK gained."),
    ("trade", "Bilateral ties and mutual trade grew.", "Bilateral ties and trade turnover grew."),
    ("tons", "It moved 6 million tons.", "It moved 6 million tonnes."),
    ("wording", "Sales amounted to $5 million.", "Sales came to $5 million."),
]  # fmt: skip
LEFT_ALONE = [
    (
        "digit swap",
        "On June 17 more than 120 firms came, on 19 January 2014 the 25th time in 12 years.",
    ),
    ("year shift", "He came often (1993, 1995 and 1999)."),
    ("sign", "They want to increase trade with partners now making up 14% of it."),
    ("percent or points", "Firms making up 14% of it left."),
    ("rank", "It is one of the top ten partners."),
    ("more than", "An increase over 2019 was seen."),
    ("digits or words", "It cost 5 million in 3 billion years, or 6.5 percent."),
    ("digit swap", "Signed on 19 Jan 1992, in excess of 120 firms."),
]


def made(kind: str, text: str) -> set[str]:
    return {c.edit.applied(text) for c in changes([text], {kind: EVERY[kind]})}


@pytest.mark.parametrize(("kind", "text", "expected"), MADE)
def test_a_change_is_made(kind: str, text: str, expected: str) -> None:
    assert expected in made(kind, text)


@pytest.mark.parametrize(("kind", "text"), LEFT_ALONE)
def test_what_is_no_error_of_this_kind_is_left_alone(kind: str, text: str) -> None:
    assert made(kind, text) == set()


def test_every_kind_has_a_case() -> None:
    assert {kind for kind, *_ in MADE} == set(EVERY)


@pytest.mark.parametrize(("position", "before"), [(0, 0), (4, 4), (5, 4), (8, 4), (9, 5), (12, 8)])
def test_places_in_the_changed_text_are_found_in_the_unchanged(position: int, before: int) -> None:
    assert Edit(4, 5, "12345").before(position) == before


def test_kinds_and_places_take_turns_and_a_seed_is_kept() -> None:
    many = [Change("a", 0, Edit(at, at + 1, str(at))) for at in range(9)]
    few = [Change("b", 0, Edit(at, at + 1, new)) for at in (3, 6) for new in "xyz"]
    drawing = drawn([*many, *few], 8, seed=1)
    assert [one.kind for one in drawing] == ["a", "b"] * 4
    assert {one.edit.start for one in drawing[1:4:2]} == {3, 6}
    assert drawing == drawn([*few, *many], 8, seed=1) != drawn([*many, *few], 8, seed=2)
