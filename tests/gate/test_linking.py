"""What people decided of links, in the groups that claims make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from audit import pipeline, read
from audit.gate import Accepted
from audit.gate.waivers import Placed, Waiver
from audit.model import Result
from audit.rulebook import Rulebook

TURNOVER = "In 2025, trade turnover between Kazakhstan and Germany reached ${} billion."
Analyse = Callable[..., Result]


@pytest.fixture
def analyse(rules: Rulebook) -> Analyse:
    """Articles a.md, b.md, ... published in March 2026, under waivers."""

    def result(texts: list[str], *held: Waiver) -> Result:
        documents = [
            one
            for name, text in zip("abcd", texts, strict=False)
            for one in read.text(f"{name}.md", text, date(2026, 3, 2))
        ]
        placed = tuple(Placed("w.toml", n, one) for n, one in enumerate(held, 1))
        return pipeline.analyse(documents, rules, accepted=Accepted(waivers=placed))

    return result


def groups(result: Result) -> list[list[str]]:
    every = (g for family in result.families for g in family.groups)
    return sorted(
        [c.source for c in g.claims] for g in every if any(c.mention.unit for c in g.claims)
    )


def codes(result: Result) -> list[str]:
    return [one.code for one in result.findings if one.status == "new"]


def test_what_is_not_the_same_is_set_apart(analyse: Analyse) -> None:
    texts = [TURNOVER.format(figure) for figure in ("8.9", "5.2", "5.2")]
    before = analyse(texts)
    assert groups(before) == [["a.md", "b.md", "c.md"]]
    assert "C101" in codes(before)
    (found,) = [one for one in before.findings if one.code == "C101"]
    prints = {c.source: held for c, held in zip(found.claims, found.fingerprints, strict=True)}
    for held in (
        Waiver(source="a.md", verdict="not-same", reason="goods and services"),
        Waiver(value="$8.9 billion", verdict="not-same", reason="goods and services"),
        Waiver("C101", (prints["a.md"],), verdict="not-same", reason="goods and services"),
    ):
        after = analyse(texts, held)
        assert groups(after) == [["a.md"], ["b.md", "c.md"]]
        assert codes(after) == []
        ids = [g.id for family in after.families for g in family.groups]
        assert len(ids) == len(set(ids))


def test_what_comes_later_is_held_against_the_rest(analyse: Analyse) -> None:
    texts = [TURNOVER.format(figure) for figure in ("8.9", "5.2", "9.9")]
    held = Waiver(source="a.md", verdict="not-same", reason="goods and services")
    after = analyse(texts, held)
    (found,) = [one for one in after.findings if one.code == "C101"]
    assert sorted(c.source for c in found.claims) == ["b.md", "c.md"]


@pytest.mark.parametrize(
    "held",
    [
        Waiver(source="z.md", verdict="not-same", reason="x"),
        Waiver(source="a.md", verdict="not-same", reason=""),
        Waiver("D302", ("0123",), verdict="not-same", reason="x"),
    ],
)
def test_a_link_waiver_that_does_nothing_is_said(analyse: Analyse, held: Waiver) -> None:
    after = analyse([TURNOVER.format("8.9"), TURNOVER.format("5.2")], held)
    assert "C101" in codes(after)
    assert {"W501", "W503"} & set(codes(after))


def test_what_is_the_same_is_tied(analyse: Analyse) -> None:
    texts = [
        "The reservoir at Arun holds 340 million cubic metres of water.",
        "The reservoir at Orlo holds 520 million cubic metres when filled to the brim.",
    ]
    before = groups(analyse(texts))
    assert before == [["a.md"], ["b.md"]]
    tied = analyse(texts, Waiver(source="?.md", verdict="same", reason="one lake"))
    assert groups(tied) == [["a.md", "b.md"]]
    assert "W501" not in codes(tied)
