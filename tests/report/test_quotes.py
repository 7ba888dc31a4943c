"""Carets stand under the value, however the sentence is cut."""

import pytest

from audit.model import Claim, Mention, Span
from audit.report import quotes

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
