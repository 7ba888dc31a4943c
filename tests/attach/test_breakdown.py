"""Which total a list is of, which numbers are its parts, and whether it leaves nothing out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import EVERY_PART, PART, Claim

Lists = dict[tuple[str, str], list[str]]  # (slot, total) -> parts

FOUND = [
    # told right behind the total
    ("It has 31 bridges: 17 old ones, nine new ones and five of wood.", EVERY_PART, "31", ["17", "nine", "five"]),
    ("It has 31 bridges – 17 old ones, nine new ones and five of wood – and 12 roads.", EVERY_PART, "31", ["17", "nine", "five"]),
    ("It has 31 bridges, comprising 17 old ones, nine new ones and five of wood.", EVERY_PART, "31", ["17", "nine", "five"]),
    ("The load was 90 tonnes (40 tonnes of rice, 50 tonnes of maize).", PART, "90 tonnes", ["40 tonnes", "50 tonnes"]),
    ("Trade was $9 billion (exports $5 billion and imports $4 billion).", EVERY_PART, "$9 billion", ["$5 billion", "$4 billion"]),
    ("It took 30 buses, of which 16 went to Rovo and 14 to Tarn.", PART, "30", ["16", "14"]),
    ("It took 30 pupils, 16 of them girls and 14 boys.", PART, "30", ["16", "14"]),
    ("Of the 30 buses, 16 went to Rovo and 14 to Tarn.", PART, "30", ["16", "14"]),
    ("Of the 30 buses, 16 went to Rovo and the remaining 14 stay.", EVERY_PART, "30", ["16", "14"]),
    ("It sent 30 buses, 16 to Rovo and 14 to Tarn.", PART, "30", ["16", "14"]),
    ("Sales rose to $90 million, with $50 million from oil and $40 million from gas.", PART, "$90 million", ["$50 million", "$40 million"]),
    ("There are 24 cases in Rovo (9), Tarn (8) and Ost (7).", PART, "24", ["9", "8", "7"]),
    # in the next sentence
    ("It owns 30 buses. Sixteen of them went to Rovo and 14 to Tarn.", PART, "30", ["Sixteen", "14"]),
    ("It owns 30 buses. Of these, 16 went to Rovo and 14 to Tarn.", PART, "30", ["16", "14"]),
    ("It owns 30 buses. They are 16 old ones and 14 new ones.", EVERY_PART, "30", ["16", "14"]),
    # before the total
    ("It took $50 million at home and $40 million abroad, for a worldwide total of $90 million.", EVERY_PART, "$90 million", ["$50 million", "$40 million"]),
    ("It sent 16 buses to Rovo and 14 to Tarn, 30 in all.", EVERY_PART, "30", ["16", "14"]),
    ("They won 17, drew nine and lost 7 of their 33 games.", PART, "33", ["17", "nine", "7"]),
    # of several figures before it, the nearest that no part exceeds
    ("Of 82 posts, 61 are in Rovo: 31 in shops, 18 in banks and 12 in schools.", EVERY_PART, "61", ["31", "18", "12"]),
    ("The 75 seats went to four parties: 36 to A, 25 to B, eight to C and six to D.", EVERY_PART, "75", ["36", "25", "eight", "six"]),
]  # fmt: skip

NONE = [
    "Thirty-one bridges, including 17 old ones, nine new ones and five of wood.",
    "It has 31 bridges: 17 old ones, nine new ones and four of wood, among others.",
    "Day 27: 14 killed, nine injured and three missing.",
    "Smith, 27 - 14 goals, nine assists and three cards.",
    "The ticket costs €12, €8 for students and €5 for children.",
    "Some 200 firms from 40 countries: 20 from Asia, 15 from Africa and seven from Europe.",
    "Of 120 respondents, 70 were women and 52 were under 30.",
    "It has 64 rooms, of which 40 have a sea view and 30 a balcony.",
    "It counted 31 ships: 20 tankers, 12 of them new, and 11 freighters.",
    "It bought 31 ships, paid $9 million and hired 40 men.",
    "The port spent $40 million: 12 cranes, 14 tugs and 15 barges.",
    "It owns 30 buses.\n\nSixteen of them went to Rovo and 14 to Tarn.",
    "It owns 30 buses and 20 trams. Sixteen of them went to Rovo and 14 to Tarn.",
    "In a poll, 57 % fear theft, 50 % fear fire and 40 % fear floods.",
]


@pytest.fixture
def lists(claims: Callable[..., list[Claim]]) -> Callable[[str], Lists]:
    def found(text: str) -> Lists:
        told: Lists = {}
        for claim in claims(text):
            for one in claim.decided:
                if one.slot in (PART, EVERY_PART):
                    total = text[one.span.start : one.span.end] if one.span else "100 %"
                    told.setdefault((one.slot, total), []).append(claim.mention.text)
        return told

    return found


@pytest.mark.parametrize(("text", "slot", "total", "parts"), FOUND)
def test_found(
    lists: Callable[[str], Lists], text: str, slot: str, total: str, parts: list[str]
) -> None:
    assert lists(text) == {(slot, total): parts}


@pytest.mark.parametrize("text", NONE)
def test_no_list(lists: Callable[[str], Lists], text: str) -> None:
    assert lists(text) == {}


def test_shares_of_a_whole(lists: Callable[[str], Lists]) -> None:
    mix = lists("The power mix is 60 % gas, 25 % coal and 15 % nuclear.")
    assert mix == {(PART, "100 %"): ["60 %", "25 %", "15 %"]}
    rest = lists("A loan covers 75 % of the cost, while the remaining 25 % is equity.")
    assert rest == {(EVERY_PART, "100 %"): ["75 %", "25 %"]}


def test_the_list_is_quoted_with_its_words(claims: Callable[..., list[Claim]]) -> None:
    def words(text: str) -> set[str]:
        every = (one for claim in claims(text) for one in claim.decided)
        return {one.words for one in every if one.slot in (PART, EVERY_PART)}

    named = words("There are 24 cases in Rovo (9), Tarn (8) and Ost (7), it said.")
    assert named == {"in Rovo (9), Tarn (8) and Ost (7)"}
    inside = words("The load was 90 tonnes (40 tonnes of rice and 50 tonnes of maize).")
    assert inside == {"40 tonnes of rice and 50 tonnes of maize"}


def test_a_part_that_measures_nothing_by_its_words_is_of_the_lists_kind(
    claims: Callable[..., list[Claim]],
) -> None:
    found = claims("It took 30 pupils, 16 of them from here and 14 of no school.")
    assert [claim.mention.text for claim in found] == ["30", "16", "14"]
