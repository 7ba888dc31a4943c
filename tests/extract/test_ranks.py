"""Ranks, ordinals and counted nouns."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "stated", "hedge"),
    [
        ("It is among the top ten investors.", "rank", 10, "at_most"),
        ("It is among the world's fifty fastest-growing economies.", "rank", 50, "at_most"),
        ("It is one of six largest ports.", "rank", 6, "at_most"),
        ("We rank 34th in the skills ranking.", "rank", 34, "exact"),
        ("It is the third-largest port.", "rank", 3, "exact"),
        ("It is the second most visited port.", "rank", 2, "exact"),
        ("She finished second!", "rank", 2, "exact"),
        ("The 34th anniversary was marked.", "ordinal", 34, "exact"),
        ("The 7th session opened.", "ordinal", 7, "exact"),
        ("They mark 25th anniversary.", "ordinal", 25, "exact"),
        ("It is on the 11 th floor.", "ordinal", 11, "exact"),
        ("The twenty-fifth session opened.", "ordinal", 25, "exact"),
    ],
)
def test_place_in_a_row(said, text, kind, stated, hedge):
    (one,) = said(text)
    assert (one.kind, one.stated, one.hedge) == (kind, stated, hedge)
    assert one.low == (1 if hedge == "at_most" else stated)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("More than 500 companies with local money work here.", "company"),
        ("It hosts 88 British companies.", "british company"),
        ("He played for five NBA teams.", "nba team"),
        ("A 30-member delegation arrived.", "member delegation"),
        ("It has 13 people while they sleep.", "person"),
        ("As many as 14 first-team players left.", "first-team player"),
        ("Five profile slots available now.", "profile slot"),
        ("A 12 page document labeled draft.", "page document"),
        ("Kazakhstan makes 22 of the 36 minerals.", "mineral"),
        ("It hired 300 newly trained nurses.", "newly trained nurse"),
        ("Two countries signed.", "country"),
        ("Fewer than 510 COVID-19 cases were found.", "covid-19 case"),
        ("It is one of Kazakhstan's most important partners.", "important partner"),
        ("Three police officers came.", "police officer"),
        ("It sold 516.", None),
    ],
)
def test_counted_noun(said, text, noun):
    one = said(text)[0]
    assert one.noun == noun
    if noun:
        assert one.noun_span is not None
        assert text[one.noun_span.start :].lower().startswith(noun[:2])
