"""Which numbers of two texts are laid side by side, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.comparison import Comparison

Compared = Callable[[str, str], Comparison]

FILM = "The film took $30 million at home and $45 million abroad , for a worldwide total of $75 million ."
FLOOD = "The flood killed 41 people and injured 130 , the governor said ."
TOWNS = "There are 67 known cases : 45 in Sofia , 9 in Plovdiv and 4 in Varna ."
RATED = (
    "The novel has 82 % positive reviews from 61 critics and an average rating of 7.4 out of 10 ."
)

QUARRELS = [
    (FILM, "Overseas the film earned $52 million ."),
    (FILM, "Worldwide the film made less than $70 million ."),
    (FILM, "The film took more than $35 million at home ."),
    (FLOOD, "Rescuers counted 130 injured and 38 dead after the flood ."),
    (FLOOD, "The flood left over 150 people injured ."),
    (RATED, "On average the novel is rated 6.8/10 ."),
    (RATED, "Fewer than 50 critics reviewed the novel ."),
    (RATED, "The novel has 82 % positive reviews from more than 70 critics ."),
    (
        "Trade between them reached $2.1 billion in 2024 .",
        "In 2024 their trade came to $2.4 billion .",
    ),
    ("Exports grew by 20 % last year .", "Exports fell by 20 % last year ."),
    ("The mill gives work to 412 people .", "Work at the mill : fewer than 400 people have it ."),
    ("The stadium seats 38,200 fans .", "Fans fill the stadium , which seats over 38,500 ."),
]

AGREEMENTS = [
    (TOWNS, "Plovdiv : there are 9 known cases in Plovdiv ."),
    (FILM, "Overseas the film earned more than $40 million ."),
    (FILM, "Worldwide the film made $75 million ."),
    (FLOOD, "After the flood 130 people were injured and 41 were dead ."),
    (RATED, "The novel is rated above 7/10 on average ."),
    ("Today 516 British companies operate here .", "More than 500 British firms operate here ."),
    ("The stadium seats 38,200 fans .", "Fans fill the stadium , which seats over 38,000 ."),
]

NO_QUARRELS = [
    # of two periods, or more at a later day
    (
        "Trade between them was $2.1 billion in 2024 .",
        "Trade between them was $1.7 billion in 2025 .",
    ),
    (
        "As of 3 May 2021 , the clinic had 120 patients .",
        "As of 9 May 2021 , the clinic had 180 patients .",
    ),
    # of two units
    ("Turnout was 45 % in the town .", "Turnout was 45,000 in the town ."),
    # of two territories, outcomes, purses
    (FILM, "The film had a budget of $20 million ."),
    (FLOOD, "The flood left 12 people missing ."),
    # of two places
    (TOWNS, "In Varna 4 cases are known ."),
    ("Three hikers were lost near Zermatt .", "Near Davos 32 hikers were lost ."),
    # a rest, not the whole
    (
        "The other two suspects were arrested on Friday .",
        "Three suspects were arrested on Friday .",
    ),
    # the number stands in both, for another thing
    ("Police held 14 men and freed 9 .", "Police freed 9 of the men ."),
    # headlines cut the hedge of a round number
    ("More than 200 guests are stranded at the resort .", "200 guests stranded at the resort"),
    # what the number has become
    ("The death toll was 128 , they said .", "They said that the death toll has risen to 146 ."),
    # of two groups
    ("A total of 14 men were freed on Friday .", "A total of 9 women were freed that Friday ."),
    ("Exports to Peru were $ 20 million .", "Imports from Peru were $ 31 million ."),
    # of two countries
    ("Norway added 9,000 jobs in March .", "Portugal added 3,000 jobs in March ."),
    # denied
    ("The firm did not hire 300 people in the town .", "The firm hired 400 people in the town ."),
    # nothing in common
    ("The choir has 40 singers .", "The tunnel is closed for 3 weeks ."),
]


@pytest.mark.parametrize(("a", "b"), QUARRELS)
def test_quarrels(compared: Compared, a: str, b: str) -> None:
    assert (compared(a, b).relation, compared(b, a).relation) == ("disjoint", "disjoint")


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_agreements(compared: Compared, a: str, b: str) -> None:
    assert compared(a, b).relation in ("equal", "a_within_b")
    assert compared(b, a).relation in ("equal", "b_within_a")


@pytest.mark.parametrize(("a", "b"), NO_QUARRELS)
def test_no_quarrels(compared: Compared, a: str, b: str) -> None:
    assert "disjoint" not in (compared(a, b).relation, compared(b, a).relation)


VERDICTS = [
    ("The mill gives work to 412 people .", "Work for 412 people at the mill .", "agrees"),
    (
        "Today 516 firms operate here .",
        "More than 500 firms operate here today , he said .",
        "refines",
    ),
    ("In all 38 farms burnt down .", "The fire : in all over 38 farms burnt down .", "tight"),
    ("The mill gives work to 412 people .", "Work for 530 people at the mill .", "conflict"),
    (
        "As of 2 May 2021 , 412 people work at the mill .",
        "At the mill work 530 people .",
        "unverifiable",
    ),
    ("The choir has 40 singers .", "The tunnel is closed for 3 weeks .", "not comparable"),
]


@pytest.mark.parametrize(("a", "b", "verdict"), VERDICTS)
def test_verdicts(compared: Compared, a: str, b: str, verdict: str) -> None:
    assert compared(a, b).verdict == verdict


def test_why_names_both_numbers(compared: Compared) -> None:
    assert (
        "“$45 million” / “$52 million”"
        in compared(FILM, "Overseas the film earned $52 million .").why
    )
