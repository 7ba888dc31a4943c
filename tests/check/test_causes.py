"""Slips that would explain a gap: told when they explain all of it, and only then."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Finding, Result

Analyse = Callable[..., Result]

EXPORTS = "In 2023 Kenya's exports to Latvia came to {}."
SLIPS = [  # two values of one thing, the first cause, its words
    ("$1.26 billion", "$1.62 billion", "digits swapped", "two digits changed places"),
    ("$516 million", "$561 million", "digits swapped", "“$516 million” / “$561 million”"),
    ("$1.2 million", "$1.2 billion", "million or billion", "both were in millions, or both in billions"),
    ("$1.2mn", "$1.2bn", "million or billion", "both were in millions, or both in billions"),
    ("$125,000", "$1,250,000", "power of ten", "“$125,000” were 10 times as much"),
    ("$12.6 million", "$126 million", "power of ten", "“$12.6 million” were 10 times as much"),
]  # fmt: skip
NO_SLIPS = [
    ("$1.26 billion", "$1.72 billion"),
    ("$1.26 billion", "$2.61 billion"),  # three digits moved
    ("$1.2 billion", "$1.5 billion"),
    ("$1.2 million", "$1.3 billion"),
]


def told(analyse: Analyse, *texts: str) -> Finding:
    (finding,) = (
        f
        for f in analyse(*(("2024-02-01", text) for text in texts)).findings
        if f.verdict == "conflict"
    )
    return finding


@pytest.mark.parametrize(("a", "b", "kind", "says"), SLIPS)
def test_a_slip(analyse: Analyse, a: str, b: str, kind: str, says: str) -> None:
    finding = told(analyse, EXPORTS.format(a), EXPORTS.format(b))
    assert finding.causes[0].kind == kind
    assert says in finding.causes[0].text
    assert finding.escape.startswith("would agree if ")


@pytest.mark.parametrize(("a", "b"), NO_SLIPS)
def test_no_slip(analyse: Analyse, a: str, b: str) -> None:
    finding = told(analyse, EXPORTS.format(a), EXPORTS.format(b))
    assert finding.causes == ()
    assert finding.escape == ""


ELSEWHERE = [  # texts, the cause of the conflict between the first two
    (
        (EXPORTS.format("$1.25 billion"), EXPORTS.format("$1.71 billion"),
         "In 2022 exports from Kenya to Latvia reached $1.71 billion."),
        "year off by one",
    ),
    (
        (EXPORTS.format("$384.3 million"), EXPORTS.format("$559.1 million"),
         "In 2023 Kenya's imports from Latvia came to $559.1 million."),
        "exports and imports swapped",
    ),
    (
        (EXPORTS.format("$384.3 million"), EXPORTS.format("$943.4 million"),
         "In 2023 trade turnover between Kenya and Latvia came to $943.4 million."),
        "another metric",
    ),
    (
        ("In 2023 Kenya's exports to Latvia rose by $310 million to $1.51 billion.",
         "In 2023 Kenya's exports to Latvia rose to $310 million."),
        "by or to",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "kind"), ELSEWHERE, ids=[row[1] for row in ELSEWHERE])
def test_the_number_of_something_else(analyse: Analyse, texts: tuple[str, ...], kind: str) -> None:
    finding = told(analyse, *texts)
    assert finding.causes[0].kind == kind
    assert "as in" in finding.causes[0].text


def test_a_cause_is_not_taken_from_the_same_article(analyse: Analyse) -> None:
    """Who gives both numbers in one text has not confused them."""
    both = (
        EXPORTS.format("$559.1 million")
        + " In 2023 Kenya's imports from Latvia came to $559.1 million."
    )
    assert told(analyse, EXPORTS.format("$384.3 million"), both).causes == ()


def test_what_another_claim_bears_out_comes_first(analyse: Analyse) -> None:
    finding = told(
        analyse,
        EXPORTS.format("$1.26 billion"),
        EXPORTS.format("$1.62 billion"),
        "In 2022 exports from Kenya to Latvia reached $1.62 billion.",
    )
    assert [cause.kind for cause in finding.causes] == ["year off by one", "digits swapped"]
    assert ", or if two digits changed places" in finding.escape


REVIEWS = [  # articles by day, what is to be looked at first, why
    ([("2024-02-01", "$1.2 billion"), ("2024-03-01", "$1.5 billion")], "$1.2 billion", "newer (2024-03-01, not 2024-02-01)"),
    ([("2024-02-01", "$1.5 billion"), ("2024-02-01", "$1.2 billion, corrected from an earlier figure")], "$1.5 billion", "corrects"),
    ([("2024-02-01", "$1.5 billion"), ("2024-02-01", "$1.2 billion")], None, None),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "first", "why"), REVIEWS)
def test_which_side_to_review(
    analyse: Analyse, articles: list[tuple[str, str]], first: str | None, why: str | None
) -> None:
    result = analyse(*((day, EXPORTS.format(value)) for day, value in articles))
    (finding,) = result.findings
    if finding.review is None:
        assert why is None
        return
    named = [c.mention.text for c in finding.claims if c.id in finding.review.claims]
    assert why is not None
    assert (named, why in finding.review.why) == ([first], True)


def test_fewer_voices_are_to_be_looked_at_first(analyse: Analyse) -> None:
    result = analyse(
        ("2024-02-01", EXPORTS.format("$1.2 billion")),
        ("2024-02-01", "Customs data put Kenyan exports to Latvia at $1.2 billion in 2023."),
        ("2024-02-09", EXPORTS.format("$1.5 billion")),
    )
    (finding,) = result.findings
    assert finding.review is not None
    assert finding.review.why == "1 independent testimony against 2"
    assert all(
        "wrong" not in text and "false" not in text
        for text in (finding.message, finding.review.why)
    )


MATERIAL = [
    ("$1.2 billion", "$1.31 billion", None),
    ("$1.2 billion", "$1.5 billion", "more than 10 %"),
    ("$1.2 billion", "$1.2 million", "power of ten"),
]


@pytest.mark.parametrize(("a", "b", "kind"), MATERIAL)
def test_material(analyse: Analyse, a: str, b: str, kind: str | None) -> None:
    assert told(analyse, EXPORTS.format(a), EXPORTS.format(b)).material == kind


def test_material_ways_that_are_no_amounts(analyse: Analyse) -> None:
    grew = "In 2023 Kenya's exports to Latvia {} by 12 %."
    assert told(analyse, grew.format("rose"), grew.format("fell")).material == "sign"
    ranked = "In 2023 Kenya was the {} largest investor in Latvia."
    assert told(analyse, ranked.format("third"), ranked.format("sixth")).material == "rank order"
