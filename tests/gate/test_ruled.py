"""What is new, known or waived, on which side it is told, and what was accepted in vain."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from os.path import normpath
from pathlib import Path

import pytest
from msgspec.structs import replace

from audit import gate
from audit.gate import Accepted, Known, asserted
from audit.gate.waivers import Placed, Waiver
from audit.model import Article, Finding, Ignore

from .conftest import claim, finding, on_source, quarrel

TODAY = date(2026, 6, 1)
A, B, C = claim("a.md", 516), claim("b.md", 600, year=2023), claim("c.md", 700)


def ruled(
    *findings: Finding,
    known: Sequence[Finding] | None = None,
    waivers: Sequence[Waiver] = (),
    ignores: dict[str, Sequence[Ignore]] | None = None,
    focus: Sequence[str] = (),
    name: str = "old.jsonl",
    line: int = 7,
) -> gate.Ruled:
    states = ()
    if known is not None:
        lines = {a: line for every in asserted(known, str) for a in every}
        states = (Known(name, lines),)
    placed = tuple(Placed("w.toml", 10 * n, one) for n, one in enumerate(waivers, 1))
    articles = [Article(source, 0, ignores=tuple(held)) for source, held in (ignores or {}).items()]
    return gate.ruled(
        findings, Accepted(Path(), states, placed, TODAY), articles, ["a.md", "b.md", "c.md"],
        lambda source: not focus or normpath(source) in focus, whole=not focus,
    )  # fmt: skip


def statuses(found: gate.Ruled) -> list[str]:
    return [one.status for one in found.findings]


def lapses(found: gate.Ruled) -> list[tuple[str, int]]:
    return [(one.kind, one.line) for one in found.lapses]


def waiver(**fields: object) -> Waiver:
    return Waiver(**{"reason": "two ways to count"} | fields)  # type: ignore[arg-type]


def test_a_finding_is_known_only_if_all_that_it_asserts_is() -> None:
    assert statuses(ruled(quarrel(A, B), known=[quarrel(A, B)])) == ["known"]
    assert statuses(ruled(quarrel(A, B), known=[quarrel(A, C)])) == ["new"]
    assert statuses(ruled(quarrel(A, B, C), known=[quarrel(A, B)])) == ["new"]
    assert statuses(ruled(quarrel(A, B), known=[quarrel(A, B, C)])) == ["known"]
    assert statuses(ruled(finding(A, B, code="D302"), known=[quarrel(A, B)])) == ["new"]
    assert statuses(ruled(on_source("a.md"), known=[on_source("a.md")])) == ["known"]


def test_two_states_know_together() -> None:
    states = (("HEAD", finding(A)), ("base", finding(B)))
    accepted = Accepted(known=tuple(gate.state(name, [one], Path()) for name, one in states))
    found = gate.ruled([quarrel(A, B)], accepted, [], ["a.md", "b.md"], lambda _: True)
    assert statuses(found) == ["known"]
    assert [(c.name, c.introduced, c.remaining) for c in found.changes] == [
        ("HEAD", 1, 0), ("base", 1, 0),
    ]  # fmt: skip
    assert found.lapses == ()


def test_the_new_side_comes_first() -> None:
    (one,) = ruled(quarrel(A, B, C), known=[quarrel(A, B)]).findings
    assert [c.source for c in one.claims] == ["c.md", "a.md", "b.md"]
    assert one.fingerprints == ("C101:700", "C101:516", "C101:600")


def test_the_side_that_the_run_is_about_comes_first() -> None:
    (one,) = ruled(quarrel(A, B, C), known=[quarrel(A, B)], focus=["b.md"]).findings
    assert [c.source for c in one.claims] == ["b.md", "c.md", "a.md"]


def test_what_came_and_went() -> None:
    found = ruled(quarrel(A, C), on_source("a.md"), known=[quarrel(A, B), on_source("a.md")])
    (change,) = found.changes
    assert (change.introduced, change.remaining, change.fixed) == (1, 1, 1)
    assert lapses(found) == [("stale", 7)]
    assert "an entry of b.md is no longer found" in found.lapses[0].words


def test_of_other_sources_nothing_is_said() -> None:
    found = ruled(on_source("a.md"), known=[quarrel(B, C)], focus=["a.md"])
    assert (found.changes[0].fixed, found.lapses) == (0, ())
    assert ruled(on_source("b.md"), known=[quarrel(B, C)], focus=["b.md"]).changes[0].fixed == 1


def test_entries_of_one_article_are_one_lapse() -> None:
    known = [quarrel(claim("a.md", n, n), claim("b.md", n + 1, n)) for n in range(10, 15)]
    found = ruled(known=known)
    assert [one.words.split(" are")[0] for one in found.lapses] == [
        "5 entries of a.md", "5 entries of b.md",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("held", "waived"),
    [
        (waiver(check="C101"), True),
        (waiver(check="D302"), False),
        (waiver(source="a.*"), True),
        (waiver(source="c.md"), False),
        (waiver(value="600"), True),
        (waiver(value=600), True),
        (waiver(value="60"), False),
        (waiver(source="a.md", value=516, check="C101"), True),
        (waiver(source="a.md", value=600), False),
        (waiver(fingerprints=("C101:516", "C101:600")), True),
        (waiver(fingerprints=("C101:516", "C101:600", "C101:700")), True),
        (waiver(fingerprints=("C101:516",)), False),
        (waiver(fingerprints=("C101:516",), source="a.md"), True),
        (waiver(check="C101", until=TODAY), True),
        (waiver(check="C101", until=date(2026, 5, 31)), False),
        (waiver(check="C101", reason=" "), False),
        (waiver(verdict="superseded", check="C101"), True),
        (waiver(verdict="superseded", value=516), False),
        (waiver(verdict="superseded", source="b.md"), True),
        (waiver(verdict="not-same", source="b.md"), True),
        (waiver(verdict="not-same", source="?.md"), False),
        (waiver(verdict="same", source="?.md"), False),
    ],
)
def test_a_waiver(held: Waiver, waived: bool) -> None:
    found = ruled(quarrel(A, B), waivers=[held])
    assert statuses(found) == ["waived" if waived else "new"]
    if waived:
        suppression = found.findings[0].suppression
        assert suppression
        assert (suppression.by, suppression.place) == ("waiver", "w.toml:10")
        assert suppression.reason == "two ways to count"
        assert found.lapses == ()
    else:
        assert [place for _, place in lapses(found)] == [10]


def test_what_is_left_of_a_quarrel_is_told() -> None:
    held = [waiver(source="b.md")]
    assert statuses(ruled(quarrel(A, B, C), waivers=held)) == ["new"]
    assert statuses(ruled(quarrel(A, B, replace(A, source="c.md", id="c2")), waivers=held)) == [
        "waived"
    ]
    assert ruled(quarrel(A, B, C), waivers=held).lapses == ()
    known = [quarrel(A, C)]
    assert statuses(ruled(quarrel(A, B, C), waivers=held, known=known)) == ["known"]


def test_a_new_side_is_not_waived_with_the_old_ones() -> None:
    held = [waiver(fingerprints=("C101:516", "C101:600"))]
    assert statuses(ruled(quarrel(A, B, C), waivers=held)) == ["new"]


def test_what_is_superseded_counts_no_more_whoever_comes() -> None:
    held = [waiver(verdict="superseded", fingerprints=("C101:516", "C101:600"))]
    assert statuses(ruled(quarrel(A, B), waivers=held)) == ["waived"]
    again = claim("c.md", 516)
    assert statuses(ruled(quarrel(A, B, again), waivers=held)) == ["waived"]
    assert statuses(ruled(quarrel(A, B, C), waivers=held)) == ["new"]


def test_lapses_of_waivers() -> None:
    held = [
        waiver(source="z.md"),
        waiver(source="z.md", until=date(2020, 1, 1)),
        waiver(source="z.md", reason=""),
        waiver(source="a.md", until=date(2020, 1, 1)),
    ]
    every = [("expired", 20), ("expired", 40), ("no reason", 30), ("unused", 10)]
    assert lapses(ruled(quarrel(A, B), waivers=held)) == every
    # Whoever changes one article hears of what bears on it alone.
    assert lapses(ruled(quarrel(A, B), waivers=held, focus=["a.md"])) == [("expired", 40)]


def covering(start: int = 0, end: int = 99, **fields: object) -> Ignore:
    return Ignore(3, start, end, **{"reason": "two ways to count"} | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ignore", "waived", "lapse"),
    [
        (covering(), True, None),
        (covering(codes=("C101",)), True, None),
        (covering(codes=("C102", "D302")), False, "unused"),
        (covering(0, 10), False, "unused"),
        (covering(0, 11), True, None),
        (covering(12, 99), True, None),
        (covering(13, 99), False, "unused"),
        (covering(reason=""), False, "no reason"),
        (covering(fault="is never ended"), False, "unused"),
        (covering(12, 13, scope="figure"), True, None),
        (covering(11, 12, scope="figure"), False, None),
    ],
)
def test_a_comment(ignore: Ignore, waived: bool, lapse: str | None) -> None:
    found = ruled(quarrel(A, B), ignores={"a.md": [ignore]})
    assert statuses(found) == ["waived" if waived else "new"]
    assert [one.kind for one in found.lapses] == ([lapse] if lapse else [])
    if waived:
        suppression = found.findings[0].suppression
        assert suppression
        assert (suppression.by, suppression.place) == ("comment", "a.md:3")


def test_a_comment_is_of_its_article_alone() -> None:
    found = ruled(quarrel(A, B), ignores={"c.md": [covering()]})
    assert statuses(found) == ["new"]
    items = quarrel(claim("a.md", 5, item=1), claim("a.md", 9, item=2))
    articles = [
        Article("a.md", 2, ignores=(covering(),)),
        Article("a.md", 3, ignores=(covering(),)),
    ]
    found = gate.ruled([items], Accepted(), articles, ["a.md"], lambda _: True)
    assert statuses(found) == ["waived"]
    assert found.lapses == ()  # the same comment on two items of a page


def test_a_finding_on_a_source_is_waived_for_the_file_alone() -> None:
    whole, part = covering(scope="file", codes=("X403",)), covering(codes=("X403",))
    assert statuses(ruled(on_source("a.md"), ignores={"a.md": [whole]})) == ["waived"]
    assert statuses(ruled(on_source("a.md"), ignores={"a.md": [part]})) == ["new"]
    assert statuses(ruled(on_source("a.md"), waivers=[waiver(source="*.md", check="X403")])) == [
        "waived"
    ]


def test_whose_own_figure_is_waived_hears_no_more_of_the_others() -> None:
    ignores = {"c.md": [covering()]}
    assert statuses(ruled(quarrel(A, B, C), ignores=ignores)) == ["new"]
    assert statuses(ruled(quarrel(A, B, C), ignores=ignores, focus=["c.md"])) == ["waived"]
    assert statuses(ruled(quarrel(A, B, C), ignores=ignores, focus=["b.md"])) == ["new"]


def test_what_is_waived_makes_no_entry_stale() -> None:
    found = ruled(quarrel(A, B), known=[quarrel(A, B)], ignores={"a.md": [covering()]})
    assert statuses(found) == ["waived"]
    (change,) = found.changes
    assert (change.introduced, change.remaining, change.fixed, found.lapses) == (0, 0, 0, ())
