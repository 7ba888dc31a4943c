"""Open claims of one measure: which join, which stay apart, and that their order does not matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import moments, rulebook
from audit.align import named
from audit.model import ABOUT, Claim, Decision, Mention, Period, Result, Span

RULES = rulebook.load()  # hypothesis runs one test many times, and fixtures do not mix with it
Analyse = Callable[..., Result]


def groups(result: Result) -> list[set[str]]:
    return [{c.mention.text for c in g.claims} for f in result.families for g in f.groups]


# two articles of a day each, and the figures of them that are, or are not, of one thing
JOINED = [
    ("the clause names it in both", "340", "520",
     "The Arun flood destroyed 340 houses.", "The Arun flood wrecked a dam. The Arun flood destroyed 520 houses."),
    ("a name in its short form", "450", "540",
     "Norvik Steel Corp employs 450 people.", "Norvik Steel is hiring. Norvik employs 540 people."),
    ("named by one, the topic of the other", "$4.1 million", "$4.7 million",
     "Profit of Alder Mill rose to $4.1 million.", "Alder Mill, run by the Moss family, gained. Alder Mill said profit was $4.7 million."),
    ("another word for it", "34", "43",
     "The Tumling landslide killed 34 people.", "The death toll of the Tumling landslide rose to 43."),
    ("narrowed in one only", "15.6 metres", "16.5 metres",
     "Colva Port has a depth of 15.6 metres.", "Colva Port is 16.5 metres deep."),
    ("nothing named, in the same words", "1,400", "1,900",
     "Volunteers planted 1,400 young oaks along the old canal.", "Volunteers planted 1,900 young oaks along the old canal."),
    ("a year, and news of it a little later", "71 million tonnes", "17 million tonnes",
     "In 2023 Colva Port moved 71 million tonnes of cargo.", "Colva Port moved 17 million tonnes of cargo last year."),
    ("in all, and plainly", "3,400", "4,300",
     "In total Colva Trust has 3,400 books.", "Colva Trust has 4,300 books."),
    ("what lasts, whenever it is told", "163 km", "136 km",
     "In 2019 the Karo Line was 163 km long.", "The Karo Line was 136 km long in 2023."),
]  # fmt: skip
APART = [
    ("two names", "450", "540",
     "Norvik Steel employs 450 people.", "Alder Mill employs 540 people."),
    ("two actions", "34", "43",
     "The Tumling landslide buried 34 cars. Tumling is cut off.", "The Tumling landslide destroyed 43 cars. Tumling is cut off."),
    ("two parts", "3,400", "4,300",
     "Colva Trust gave 3,400 books to schools.", "Colva Trust gave 4,300 books to prisons."),
    ("two narrowings", "3,400", "4,300",
     "Colva Trust has 3,400 library books.", "Colva Trust has 4,300 picture books."),
    ("one narrowed, of a counted noun", "3,400", "4,300",
     "Colva Trust has 3,400 books.", "Colva Trust has 4,300 picture books."),
    ("a record, and a plain figure", "61,300", "48,200",
     "Alder Stadium had a record attendance of 61,300.", "Alder Stadium had an attendance of 48,200."),
    ("some of them", "3,100", "640",
     "Colva Camp held 3,100 refugees.", "Colva Camp held many; of 990 refugees, 640 of them sleep in tents."),
    ("two years", "450", "540",
     "In 2022 Norvik Steel hired 450 people.", "In 2023 Norvik Steel hired 540 people."),
    ("two months", "$41 million", "$47 million",
     "Norvik Steel had sales of $41 million in May 2023.", "Norvik Steel had sales of $47 million in June 2023."),
    ("of two owners", "41 percent", "32 percent",
     "Norvik Steel holds 41 percent of Alder Mill.", "Berg Capital holds 32 percent of Alder Mill."),
    ("in words that are opposites", "340", "520",
     "In May the yearly poll reached 340 urban households in all.", "In May the yearly poll reached 520 rural households in all."),
    ("told by men, and by women", "340", "520",
     "Men of the Arun club planted 340 young oaks in the park.", "Women of the Arun club planted 520 young oaks in the park."),
    ("what is, and what can be", "3.1 million TEU", "4.3 million TEU",
     "Colva Port handled 3.1 million TEU.", "Colva Port can handle 4.3 million TEU."),
    ("a level and a change", "5 percent", "7 percent",
     "Colva Port has a growth target. Fees of Colva Port rose by 5 percent.", "Fees of Colva Port were 7 percent."),
]  # fmt: skip


@pytest.mark.parametrize("row", JOINED, ids=[row[0] for row in JOINED])
def test_joined(row: tuple[str, ...], analyse: Analyse) -> None:
    _, left, right, one, other = row
    for texts in ((one, other), (other, one)):
        result = analyse(*(("2024-02-05", text) for text in texts))
        assert any({left, right} <= group for group in groups(result))


@pytest.mark.parametrize("row", APART, ids=[row[0] for row in APART])
def test_kept_apart(row: tuple[str, ...], analyse: Analyse) -> None:
    _, left, right, one, other = row
    for texts in ((one, other), (other, one)):
        found = groups(analyse(*(("2024-02-05", text) for text in texts)))
        assert {left, right} <= set().union(*found)
        assert not any({left, right} <= group for group in found)


def test_two_names_of_one_text_are_apart(analyse: Analyse) -> None:
    text = "Norvik Steel employs 450 people. Alder Mill employs 540 people. It employs 560 people."
    assert not any({"450", "540"} <= group for group in groups(analyse(("2024-02-05", text))))


# ------------------------------------------------------------------ any claims

NAMES = ("Arun", "Berg", "Colva Port", "Colva")
FILTERS = (
    ("of", "mill"), ("of", "pit"), ("action", "destroy"), ("action", "build"), ("part", "school"),
    ("statistic", "record"), ("subset", "house"), ("value", "before the change"),
)  # fmt: skip
QUOTES = (
    "Crews saw many old urban mills along the river.",
    "Crews saw many old rural mills along the river.",
    "A fire broke out.",
)
PERIODS = (None, Period.year(2022), Period.year(2023), Period.month(2023, 5))


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Open claims of one measure in a few texts; each text has one day and one setting."""
    settings_of = [draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3)) for _ in "abc"]
    return [draw(_claim(i, settings_of)) for i in range(draw(st.integers(0, 14)))]


@st.composite
def _claim(draw: st.DrawFn, number: int, settings_of: list[list[str]]) -> Claim:
    text = draw(st.integers(0, 2))
    name = draw(st.sampled_from((None, *NAMES)))
    period = draw(st.sampled_from(PERIODS))
    how: Any = draw(st.sampled_from(("stated", "inherited")))
    noun = draw(st.sampled_from((None, "house")))
    decided = [Decision("period", how, "")] if period else []
    decided += [Decision(ABOUT, how, name)] if name else []
    filters = draw(st.lists(st.sampled_from(FILTERS), unique_by=lambda pair: pair[0], max_size=2))
    return Claim(
        f"{'abc'[text]}.md", 0, number, number + 1, "open:house", f"c{number}",
        Mention(number, number + 1, "count", "9", stated=9.0, low=9.0, high=9.0, noun=noun),
        "house", draw(st.sampled_from(("stock", "cumulative", "rate"))), ("house",),
        subject=draw(st.sampled_from((None, "GH", "PE"))),
        roles=((ABOUT, name),) if name else (),
        filters=tuple(sorted(filters)),
        period=period,
        published=date(2024, 1, 1 + 9 * text),
        decided=tuple(decided),
        sentence=Span(number, number + 1),
        quote=draw(st.sampled_from(QUOTES)),
        setting=tuple(settings_of[text]),
        home=("GH",) if text else (),
        topic=("flood", "house"),
    )  # fmt: skip


SHUFFLED = claims().flatmap(lambda some: st.tuples(st.just(some), st.permutations(some)))


@settings(max_examples=150, deadline=None)
@given(SHUFFLED)
def test_the_order_of_claims_changes_nothing(orders: tuple[list[Claim], list[Claim]]) -> None:
    one, other = orders
    assert named.joined(one, RULES) == named.joined(other, RULES)


@settings(max_examples=150, deadline=None)
@given(claims())
def test_every_claim_is_in_one_group(some: list[Claim]) -> None:
    found = [c for group in named.joined(some, RULES) for c in group]
    assert sorted(found) == sorted(some)


@settings(max_examples=150, deadline=None)
@given(claims())
def test_no_two_of_a_group_differ(some: list[Claim]) -> None:
    opposites = RULES.words.opposites
    for group in named.joined(some, RULES):
        faces = [named._face(claim, RULES) for claim in group]
        for one, other in combinations(faces, 2):
            assert not named.differ(one, other, opposites)


@settings(max_examples=150, deadline=None)
@given(claims())
def test_who_joins_a_group_is_like_one_of_it(some: list[Claim]) -> None:
    for group in named.joined(some, RULES):
        faces = [named._face(claim, RULES) for claim in group]
        for i, face in enumerate(faces):
            others = faces[:i] + faces[i + 1 :]
            assert not others or any(named._one_subject(face, other) for other in others)


@settings(max_examples=150, deadline=None)
@given(claims())
def test_differing_is_the_same_both_ways(some: list[Claim]) -> None:
    faces = [named._face(claim, RULES) for claim in some]
    for one, other in combinations(faces, 2):
        opposites = RULES.words.opposites
        assert named.differ(one, other, opposites) == named.differ(other, one, opposites)


@settings(max_examples=150, deadline=None)
@given(claims())
def test_no_group_has_two_periods_parts_or_measures(some: list[Claim]) -> None:
    for group in named.joined(some, RULES):
        stated = {c.period for c in group if c.period and c.decided[0].how == "stated"}
        years = stated & {Period.year(2022), Period.year(2023)}
        assert len(years) < 2
        bases = [c for c in group if ("value", "before the change") in c.filters]
        assert len(group) == 1 or all(moments.of(c).stated for c in bases)
        for axis in ("action", "part"):
            assert len({value for c in group for name, value in c.filters if name == axis}) < 2
