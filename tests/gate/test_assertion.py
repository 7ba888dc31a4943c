"""Assertions outlive moved text and renamed files, and equal ones are told apart by counting."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.gate.assertion import Assertion, asserted, naming, recognised

from .conftest import claim, finding, on_source


def same(name: str) -> str:
    return name


def numbers(*sources: str) -> list[Assertion]:
    """The same thing asserted in these sources, one occurrence after the other."""
    count = dict.fromkeys(sources, 0)
    made = []
    for source in sources:
        count[source] += 1
        made.append(Assertion(source, "C101", "f", count[source]))
    return made


def test_a_claim_is_one_assertion_for_each_check_that_tells_of_it() -> None:
    one, two = claim("a.md", 5), claim("b.md", 9)
    told = asserted([finding(one, two), finding(one, two), finding(one, two, code="D302")], same)
    assert told[0] == told[1]
    assert [a.fingerprint for a in told[0]] == ["C101:5", "C101:9"]
    assert [a.check for a in told[2]] == ["D302", "D302"]


def test_equal_ones_are_numbered_in_the_order_of_their_source() -> None:
    places = [claim("a.md", 5, at) for at in (90, 10, 50)]
    told = asserted([finding(one) for one in places], same)
    assert [a.occurrence for (a,) in told] == [3, 1, 2]
    items = [claim("a.md", 5, 10, item=item) for item in (2, 1)]
    assert [a.occurrence for (a,) in asserted([finding(i) for i in items], same)] == [2, 1]
    assert [a.occurrence for (a,) in asserted([finding(claim(s, 5)) for s in "ab"], same)] == [1, 1]


def test_findings_on_sources_assert_as_well() -> None:
    told = asserted([on_source("a.md", line=3), on_source("a.md", line=2), on_source("b.md")], same)
    assert [(a.source, a.occurrence) for (a,) in told] == [("a.md", 2), ("a.md", 1), ("b.md", 1)]


@pytest.mark.parametrize(
    ("told", "known", "gone", "new"),
    [
        (["a", "b"], ["a", "b"], "", []),
        (["a", "b", "b"], ["a", "b"], "", [("b", 2)]),
        (["z", "b"], ["a", "b"], "a", []),  # a renamed
        (["a", "z"], ["a"], "", [("z", 1)]),  # a copied
        (["z"], ["a"], "", [("z", 1)]),  # mended in a, which is there, and made anew in z
        (["y", "z"], ["a"], "a", [("z", 1)]),  # one went, two came
        (["z", "z"], ["a", "a"], "a", []),
        (["z", "z"], ["a", "b"], "ab", []),  # two files became one
    ],
)
def test_recognised(told: list[str], known: list[str], gone: str, new: list[tuple]) -> None:
    found = recognised(numbers(*told), numbers(*known), lambda source: source in gone)
    left = [(a.source, a.occurrence) for a in numbers(*told) if a not in found]
    assert left == new
    assert len(set(found.values())) == len(found)


def test_another_fingerprint_is_never_recognised() -> None:
    other = Assertion("z", "C101", "g")
    assert recognised([other], numbers("a"), lambda _: True) == {}


def test_sources_are_named_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    named = naming(tmp_path)
    for given in ("../news/a.md", str(tmp_path / "news" / "a.md"), "../sub/../news/./a.md"):
        assert named(given) == "news/a.md"
    assert naming(Path())("\udcff.md") == "?.md"
