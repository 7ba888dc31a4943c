"""What must hold of any text: offsets, rendered numbers, units, joined texts, hostile input, the ledger."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit import extract
from audit.model import Mention
from tests.extract.conftest import document

SCALES = {"thousand": 1e3, "million": 1e6, "mn": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
quick = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PIECES = [
    "Trade reached $1.62bn in 2025", "more than 500 firms", "-5 %", "between 3 and 4", "the top ten",
    "½ a cup", "’İ“", "26.02.2026, 18:45", "1,2,3", "one of", "12 - ", "\n", " ", "5/6/7", "Q1 ", "€",
    "twenty-", "million", "٣", "a b c", ".5", "7th", "from 3 to ", "since", "(", "1 000 000",
]  # fmt: skip


def spell(n: int) -> str:
    """An independent writer of cardinals, to read back."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"),
                       (100, "hundred")):  # fmt: skip
        if n >= size:
            rest = n % size
            joint = " and " if word == "hundred" else " "
            return f"{spell(n // size)} {word}" + (joint + spell(rest) if rest else "")
    raise AssertionError(n)


@quick
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_offsets_slice_back_and_never_overlap(english, pieces):
    text = "".join(pieces)
    end = 0
    for one in extract.mentions(document(text), english):
        assert text[one.start : one.end] == one.text
        assert end <= one.start < one.end
        end = one.end


@quick
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_the_ledger_has_every_digit(english, pieces):
    text = "".join(pieces)
    found = list(extract.mentions(document(text), english))
    for match in re.finditer("[0-9]", text):
        assert any(one.start <= match.start() < one.end for one in found), text


@quick
@given(st.integers(2, 10**15 - 1))
def test_words_read_back(said, n):
    (one,) = said(f"They counted {spell(n)} grains.")
    assert one.stated == n


@quick
@given(st.integers(2101, 10**15 - 1), st.booleans())
def test_digits_read_back(said, n, grouped):
    (one,) = said(f"They counted {f'{n:,}' if grouped else n} grains.")
    assert one.stated == n


@quick
@given(st.integers(11, 9999), st.integers(0, 3), st.sampled_from(sorted(SCALES)))
def test_scales_read_back(said, n, places, scale):
    number = n / 10**places
    (one,) = said(f"They spent ${number:.{places}f} {scale}.")
    assert one.stated == pytest.approx(number * SCALES[scale])
    assert one.unit == "USD"
    assert one.literal.low <= one.stated <= one.literal.high


@quick
@given(
    st.integers(11, 1800), st.sampled_from(["tonnes", "km", "percent", "years", "euros", "watts"])
)
def test_a_unit_never_changes_the_value(said, n, unit):
    assert [one.stated for one in said(f"It was {n} {unit}.")] == [n]


@pytest.mark.parametrize(
    "code", ["USD", "EUR", "KZT", "CNY", "GBP", "JPY", "UZS", "CHF", "SEK", "BRL"]
)
def test_every_currency_code(said, code):
    for text in (f"It cost {code} 5.5 million.", f"It cost 5.5 million {code}."):
        assert [(one.stated, one.unit) for one in said(text)] == [(5.5e6, code)]


@quick
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.lists(st.sampled_from(PIECES), max_size=6))
def test_two_texts_give_the_union(english, first, second):
    a, b = "".join(first) + "\n", "".join(second) + "\n"
    apart = [one.text for text in (a, b) for one in extract.mentions(document(text), english)]
    together = [one.text for one in extract.mentions(document(a + b), english)]
    assert together == apart


@pytest.mark.parametrize("piece", ["1", "(", "-", " ", "[", "1-", "1.", "$", "% ", "and "])
def test_a_megabyte_of_one_thing_takes_no_time(english, piece):
    assert _seconds(english, piece, 1_000_000) < 3


@pytest.mark.parametrize(
    "piece", ["1 ", "1,", "one ", "half ", "2024-", "1 to ", "last ", "twenty-", "a/1"]
)
def test_time_grows_with_the_length_alone(english, piece):
    short = _seconds(english, piece, 40_000)
    assert _seconds(english, piece, 80_000) < 3.2 * short + 0.1


def _seconds(english, piece, size):
    text = piece * (size // len(piece))
    begun = time.process_time()  # other tests may run beside
    for _ in extract.mentions(document(text), english):
        pass
    return time.process_time() - begun


def test_sorted_mentions_of_a_whole_text(said):
    found = said("In 2025 trade reached $1.62bn, up 83.6% on 2024, and 516 firms work there.")
    assert found == sorted(found, key=lambda one: one.start)
    assert [one.kind for one in found] == ["period", "money", "percent", "period", "count"]
    assert all(isinstance(one, Mention) for one in found)
