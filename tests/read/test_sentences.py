"""Sentences: lines first, wrapped lines together, markers left out."""

import pytest

from audit.model import Part
from audit.read import sentences

WRAPPED = (
    "Trade between the two countries grew to 1.5 billion\n"
    "dollars last year, the ministry said. It had been no\n"
    "more than 1.2 billion the year before.\n"
)


def split(text: str) -> list[str]:
    spans = sentences.spans(text, 0, [Part(0, len(text), "body")])
    return [text[s.start : s.end] for s in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose to $1.5 bn. It fell.", ["It rose to $1.5 bn.", "It fell."]),
        ("Heading without a stop\nThe text.", ["Heading without a stop", "The text."]),
        (
            "Mr. Bell met Dr. Stone in the U.S. Senate.",
            ["Mr. Bell met Dr. Stone in the U.S. Senate."],
        ),
        (
            "# Trade in 2025\n\n- exports: 5\n> quoted 7",
            ["Trade in 2025", "exports: 5", "quoted 7"],
        ),
        ("One.\r\n\r\n  Two.  ", ["One.", "Two."]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_splits(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    assert [s.replace("\n", " ") for s in split(WRAPPED)] == [
        "Trade between the two countries grew to 1.5 billion dollars last year, the ministry said.",
        "It had been no more than 1.2 billion the year before.",
    ]


def test_meta_parts_have_no_sentences_and_none_crosses_a_part() -> None:
    text = "Outlet: 5.Title goes on.Body."
    parts = [Part(0, 10, "meta"), Part(10, 24, "title"), Part(24, 29, "body")]
    spans = sentences.spans(text, 0, parts)
    assert [text[s.start : s.end] for s in spans] == ["Title goes on.", "Body."]


def test_offset_of_the_slice_is_added() -> None:
    spans = sentences.spans("One. Two.", 100, [Part(100, 109, "body")])
    assert [(s.start, s.end) for s in spans] == [(100, 104), (105, 109)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # each name a line, as a scraper leaves links
            "In 2023, trade of\nJapan\nand\nChile\nreached $7.1 billion\n, more than ever.\nIt fell.",
            [
                "In 2023, trade of Japan and Chile reached $7.1 billion , more than ever.",
                "It fell.",
            ],
        ),
        (
            "This year marks the 70\nth\nanniversary of the treaty.",
            ["This year marks the 70 th anniversary of the treaty."],
        ),
        (
            "Norway\n's exports rose by a third.\nSweden\nhas not said by how much.",
            ["Norway 's exports rose by a third.", "Sweden has not said by how much."],
        ),
        (
            "He spoke of growth. In\nBergen\n, 40 firms closed.",
            ["He spoke of growth.", "In Bergen , 40 firms closed."],
        ),
        # what only looks broken: menus, tags, lists, labels, a heading above its text
        ("Business\nsports\npolitics", ["Business", "sports", "politics"]),
        (
            "Rates are expected to stay where they are\neconomy\nPage 3",
            ["Rates are expected to stay where they are", "economy", "Page 3"],
        ),
        (
            "The tasks are:\ncut the cost of transport\nraise the number of trains",
            ["The tasks are:", "cut the cost of transport", "raise the number of trains"],
        ),
        (
            "Trade of the two states\nexports: 5\nimports: 7",
            ["Trade of the two states", "exports: 5", "imports: 7"],
        ),
        (
            "Exports of grain rose again\nPeru\nwas not among the buyers.",
            ["Exports of grain rose again", "Peru was not among the buyers."],
        ),
        ("A line without a stop\n\nand one below", ["A line without a stop", "and one below"]),
    ],
)
def test_lines_that_a_scraper_broke_are_one_sentence(text: str, expected: list[str]) -> None:
    assert [" ".join(s.split()) for s in split(text)] == expected
