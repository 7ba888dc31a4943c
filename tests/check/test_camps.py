"""The fewest camps, their size, and how they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from audit.check.camps import partition
from audit.model import Interval, Result
from audit.rulebook import checks, folder
from audit.values import Reading, outcome

SETS = checks.read(folder() / "checks.yaml").sets
Analyse = Callable[..., Result]

ends = st.integers(0, 12)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Ranges, bounds and half-open roundings on a short line, so that many of them touch."""
    low, high = sorted((draw(ends), draw(ends)))
    kind = draw(st.sampled_from(["range", "above", "below", "half open"]))
    if kind == "above":
        return Interval(low, inf, low_open=draw(st.booleans()))
    if kind == "below":
        return Interval(-inf, high, high_open=draw(st.booleans()))
    return Interval(low, high + 1, high_open=True) if kind == "half open" else Interval(low, high)


def ranged(held: Interval) -> Reading:
    """A statement that commits to a set and nothing else."""
    return Reading(held, held, held, None, 1.0, 1.0, "range")


readings = st.lists(intervals().map(ranged), min_size=1, max_size=6)


def partitions(items: list[int]) -> Iterator[list[list[int]]]:
    if not items:
        yield []
        return
    first, rest = items[0], items[1:]
    for smaller in partitions(rest):
        for i, part in enumerate(smaller):
            yield [*smaller[:i], [first, *part], *smaller[i + 1 :]]
        yield [[first], *smaller]


def possible(held: list[Interval]) -> bool:
    """Whether one value can make all of them true."""
    common = held[0]
    for other in held[1:]:
        common = common & other
    return not common.empty


@given(readings)
def test_fewest_groups(held: list[Reading]) -> None:
    """Against brute force over every way to part them."""
    fewest = min(
        len(parts)
        for parts in partitions(list(range(len(held))))
        if all(possible([held[i].literal for i in part]) for part in parts)
    )
    camps = partition(held, SETS)
    assert len(camps) == fewest
    assert sorted(i for camp in camps for i in camp) == list(range(len(held)))
    assert all(possible([held[i].literal for i in camp]) for camp in camps)


@given(readings)
def test_one_camp_if_and_only_if_all_meet_two_by_two(held: list[Reading]) -> None:
    meet = all(a.literal.meets(b.literal) for a, b in combinations(held, 2))
    assert (len(partition(held, SETS)) == 1) == meet


@given(readings, st.randoms())
def test_their_number_does_not_depend_on_the_order(held: list[Reading], random: object) -> None:
    shuffled = list(held)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert len(partition(shuffled, SETS)) == len(partition(held, SETS))


@given(intervals().map(ranged), intervals().map(ranged))
def test_the_verdict_is_symmetric(a: Reading, b: Reading) -> None:
    assert outcome(a, b, SETS).closeness == outcome(b, a, SETS).closeness


@given(intervals(), intervals(), intervals())
def test_narrowing_never_turns_a_conflict_into_agreement(
    a: Interval, b: Interval, other: Interval
) -> None:
    narrow = a & other
    if not narrow.empty and outcome(ranged(a), ranged(b), SETS).closeness == "disjoint":
        assert outcome(ranged(narrow), ranged(b), SETS).closeness == "disjoint"


# ------------------------------------------------------------------ as they are told


def exports(value: str) -> str:
    return f"In 2023 Kenya's exports to Latvia came to {value}."


def test_three_camps_are_told_as_three(analyse: Analyse) -> None:
    result = analyse(
        ("2024-02-01", exports("$1.2 billion")),
        ("2024-02-03", "According to customs, Kenya exported goods worth $1.2 billion to Latvia in 2023."),
        ("2024-02-02", "Latvia took Kenyan exports of $1.5 billion in 2023."),
        ("2024-02-04", "Exports from Kenya to Latvia were at least $2 billion in 2023."),
    )  # fmt: skip
    (finding,) = result.findings
    assert finding.code == "C101"
    assert "3 camps: 2 sources say “$1.2 billion” (a.md and b.md, 2023), 1 says" in finding.message
    assert [(camp.sources, camp.testimonies) for camp in finding.camps] == [(2, 2), (1, 1), (1, 1)]
    assert [camp.says for camp in finding.camps[1:]] == ["“$1.5 billion”", "“at least $2 billion”"]
    assert finding.camps[2].common == Interval(2e9, inf)
    assert finding.material == "more than 10 %"


def test_what_fits_two_camps_stands_with_the_nearer(analyse: Analyse) -> None:
    result = analyse(
        ("2024-02-01", exports("$1.2 billion")),
        ("2024-02-02", exports("$1.5 billion")),
        ("2024-02-03", exports("$1.15 billion to $1.6 billion")),
    )
    (finding,) = [f for f in result.findings if f.code == "C101"]
    assert len(finding.camps) == 2


def test_copies_of_one_report_are_one_testimony(analyse: Analyse) -> None:
    copied = exports("$1.2 billion")
    result = analyse(("2024-02-01", copied), ("2024-02-02", copied), ("2024-02-03", exports("$1.7 billion")))  # fmt: skip
    (finding,) = result.findings
    assert "2 sources (one testimony) say" in finding.message
    assert [camp.testimonies for camp in finding.camps] == [1, 1]


def test_two_figures_of_one_article(analyse: Analyse) -> None:
    result = analyse(
        ("2024-02-01", f"{exports('$1.2 billion')}\n\n{exports('$1.7 billion')}"),
    )
    (finding,) = result.findings
    assert (
        "“$1.2 billion” (a.md, 2023) against “$1.7 billion” in the same article" in finding.message
    )
