"""The quote in stretches is the quote, whatever overlaps."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from audit.model import Claim, Decision, Span
from audit.report.page import evidence

SENTENCES = (
    "Around 600 companies with British capital are registered in Kazakhstan.",
    "In January-August 2023, trade turnover between Kazakhstan and the UK grew to $879 million.",
    "Trade turnover between Kazakhstan and Germany fell by 36 percent in 2023.",
)


@pytest.mark.parametrize("text", SENTENCES)
def test_the_stretches_make_the_sentence(claims: Callable[..., list[Claim]], text: str) -> None:
    claim = claims(text)[0]
    found = evidence.segments(claim)
    assert "".join(one.text for one in found) == claim.quote
    assert [one.text for one in found if one.kind == "value"] == [claim.mention.text]
    assert any(one.kind == "slot" for one in found)


def test_overlapping_words_are_marked_once(claims: Callable[..., list[Claim]]) -> None:
    claim = claims(SENTENCES[0])[0]
    whole = tuple(Decision(slot, "stated", "x", Span(0, 40)) for slot in ("owner", "host"))
    found = evidence.segments(replace(claim, decided=whole))
    assert "".join(one.text for one in found) == claim.quote
    assert not any(one.kind == "slot" for one in found)


def test_a_long_sentence_is_cut_around_its_value(claims: Callable[..., list[Claim]]) -> None:
    claim = claims(SENTENCES[0])[0]
    long = replace(claim, quote=claim.quote + " and" * 1000)
    text = "".join(one.text for one in evidence.segments(long))
    assert len(text) < 1000
    assert text.endswith(" …")
    assert "600" in text
