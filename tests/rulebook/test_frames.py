"""Sentences without their figures: what stays, what stands between, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import rulebook

FRAMES = rulebook.load().frames
PIECES = ["The port", "İzmir", "over", "$", "US$", "€", "1.2", "²", "½", "٣", "bn", "percent", "points",
          "second", "-largest", "rose", "by", "more than", "in 2022", "½", "’s", "—", ".", " "]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sales rose by 12 percent to over $1.2bn in 2022.", "sales by to in"),
        ("Sales fell by 12 percentage points to more than 1.3 billion US dollars in 2023.", "sales by to in"),
        ("It is the second-largest of 14 ports.", "it is the largest of ports"),
        ("It is the largest of some fourteen ports.", "it is the largest of ports"),
        ("The U.K.’s trade doubled to EUR 3m.", "the u k s trade to"),
        ("A €5 note, a $5 note.", "a note a note"),
    ],
)  # fmt: skip
def test_what_a_frame_keeps(text: str, words: str) -> None:
    assert " ".join(FRAMES.words(text)) == words


def test_a_gap_says_what_stood_there_and_where() -> None:
    text = "Sales rose to about $1.2bn."
    frame = FRAMES.of(text)
    assert frame.words == ("sales", "to")
    assert frame.said == ((), ("rose",), ("about", "$", "1.2", "bn"))
    assert [text[t.start : t.end] for t in frame.gaps[2]] == ["about", "$", "1.2", "bn"]
    assert [text[start:].split()[0] for start in frame.starts] == ["Sales", "to"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_one_reading_for_words_and_gaps(text: str) -> None:
    frame = FRAMES.of(text)
    assert frame.words == FRAMES.words(text)
    assert len(frame.gaps) == len(frame.said) == len(frame.words) + 1
    assert FRAMES.place(text, len(text)) == len(frame.words)
