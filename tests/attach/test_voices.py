"""In which mood a figure is told, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.model import Claim

Claims = Callable[..., list[Claim]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Trade turnover between Fiji and Japan reached $500 million in 2023.", "actual"),
        ("Trade turnover between Fiji and Japan is expected to reach $500 million by 2030.", "forecast"),
        ("Trade turnover between Fiji and Japan is projected to be $500 million in 2030.", "forecast"),
        ("Analysts forecast trade turnover between Fiji and Japan of $500 million in 2030.", "forecast"),
        ("Trade turnover between Fiji and Japan of $500 million is expected in 2030.", "forecast"),
        ("Fiji and Japan plan to increase trade turnover to $500 million by 2030.", "planned"),
        ("Fiji and Japan aim for trade turnover of $500 million by 2030.", "target"),
        ("Trade turnover between Fiji and Japan could reach $500 million by 2030.", "conditional"),
        ("Trade turnover between Fiji and Japan might reach $500 million by 2030.", "conditional"),
        ("Trade turnover between Fiji and Japan was not $500 million in 2023.", "denied"),
    ],
)  # fmt: skip
def test_modality(claims: Claims, text: str, modality: str) -> None:
    (claim,) = claims(text)
    assert claim.modality == modality
    said = [d for d in claim.decided if d.slot == "modality"]
    assert len(said) == (modality != "actual")
    assert all(d.words.lower() in text.lower() for d in said)


@pytest.mark.parametrize(
    ("published", "modality"), [("2022-05-20", "forecast"), ("2024-05-20", "actual")]
)
def test_a_future_that_was_over_when_told_is_none(
    claims: Claims, published: str, modality: str
) -> None:
    text = "Trade turnover between Fiji and Japan will be $500 million in 2023."
    assert claims(text, published)[0].modality == modality


def test_a_mood_holds_in_its_own_clause(claims: Claims) -> None:
    text = "In 2023 trade turnover between Fiji and Japan was $400 million, while exports of Fiji to Japan are expected to reach $300 million in 2030."
    done, hoped = claims(text)
    assert (done.modality, hoped.modality) == ("actual", "forecast")


@pytest.mark.parametrize(
    ("text", "speaker", "upstream", "voice"),
    [
        ("Trade turnover between Fiji and Japan reached $500 million in 2023.", None, None, "own"),
        ("“Trade turnover between Fiji and Japan reached $500 million in 2023,” said Akira Sato.", "Sato", None, "quoted"),
        ('"Trade turnover between Fiji and Japan reached $500 million in 2023," Minister Akira Sato noted.', "Sato", None, "quoted"),
        ("Akira Sato opened the talks. “Trade turnover between Fiji and Japan reached $500 million in 2023,” Sato added.", "Sato", None, "quoted"),
        ("Trade turnover between Fiji and Japan reached $500 million in 2023, according to the Ministry of Trade.", None, "Ministry of Trade", "reported"),
        ("Via the Ministry of Trade: trade turnover between Fiji and Japan reached $500 million in 2023.", None, "Ministry of Trade", "reported"),
    ],
)  # fmt: skip
def test_who_says_so(
    claims: Claims, text: str, speaker: str | None, upstream: str | None, voice: str
) -> None:
    (claim,) = claims(text)
    assert (claim.speaker, claim.upstream, claim.voice) == (speaker, upstream, voice)


def test_what_stands_outside_the_quotation_is_the_papers_own(claims: Claims) -> None:
    text = "Trade turnover between Fiji and Japan reached $500 million in 2023. “It is a good year,” said Akira Sato."
    (claim,) = claims(text)
    assert (claim.voice, claim.speaker) == ("own", None)
