"""Carets stand under the value, however the sentence is cut."""

import pytest

from audit.model import Claim, Mention, Span
from audit.report import quotes
from audit.report.quotes import columns

FILL = "word " * 30


def claim(quote: str, words: str, offset: int = 1000) -> Claim:
    start = offset + quote.index(words)
    end = start + len(words)
    mention = Mention(start, end, "number", words)
    span = Span(offset, offset + len(quote))
    return Claim("a", 0, start, end, "m", "i", mention, "l", "stock", sentence=span, quote=quote)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("It was 516 then.", "516"),
        (FILL + "It was 516 then.", "516"),
        ("It was 516 then. " + FILL, "516"),
        (FILL + "It was 516 then. " + FILL, "516"),
        ("It\twas\n516 then.", "516"),
        ("516", "516"),
    ],
)
@pytest.mark.parametrize("width", [20, 60, 100])
def test_carets_under_the_value(quote: str, words: str, width: int) -> None:
    shown, carets = quotes.marked(claim(quote, words), width)
    assert len(shown) <= width
    assert "".join(s for s, c in zip(shown, carets, strict=False) if c == "^") == words


def test_a_value_longer_than_the_line_shows_its_beginning() -> None:
    shown, carets = quotes.marked(claim(FILL + "signing of " + FILL, "signing of " + FILL), 40)
    assert len(shown) == 40
    assert "signing of" in shown
    assert len(carets) <= 40


def test_without_a_sentence_the_words_themselves() -> None:
    found = claim("It was 516.", "516")
    bare = Claim("a", 0, 5, 8, "m", "i", found.mention, "l", "stock")
    assert quotes.marked(bare, 40) == ("516", "^^^")


ZWJ = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("before", "cells"),
    [
        ("取引高は", 8),
        ("Zu\u0308rich e\u0301tait ", 13),
        ("emoji 🎉 ", 9),
        (f"family {ZWJ} ", 10),
        ("tab\there ", 9),
        ("גדול ", 5),
        ("zero\u200bwidth ", 10),
    ],
)
def test_carets_stand_under_the_value_on_a_terminal(before: str, cells: int) -> None:
    _, carets = quotes.marked(claim(f"{before}516 firms", "516"), 60)
    assert carets == " " * cells + "^^^"


def test_wide_values_have_wide_carets() -> None:
    assert quotes.marked(claim("およそ 六百社 ある", "六百社"), 60)[1] == " " * 7 + "^" * 6


@pytest.mark.parametrize("fill", ["取引", "e\u0301", "🎉", ZWJ, "x", "ا", "\u0301"])
@pytest.mark.parametrize("width", [20, 60, 100])
def test_no_line_is_wider_than_the_terminal(fill: str, width: int) -> None:
    for quote in (
        f"{fill * 400} 516 firms",
        f"516 firms {fill * 400}",
        f"{fill * 400}516{fill * 400}",
    ):
        shown, carets = quotes.marked(claim(quote, "516"), width)
        assert columns(shown) <= width
        at = shown.index("5")
        assert columns(shown[:at]) == carets.count(" ")
        assert carets.count("^") == 3
