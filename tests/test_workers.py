"""Work by several processes is the work of one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit import pipeline, workers
from audit.config import Config

MANY = workers.ALONE + 3 * workers.AHEAD


@pytest.fixture(params=[1, 2, 5])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    number = int(request.param)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(number)))
    return number


def nothing(_: int) -> int | None:
    return None


def test_results_come_in_the_order_of_the_items(cores: int) -> None:
    pids = []

    def make(item: int) -> tuple[int, int]:
        return item * item, os.getpid()

    for item, (square, pid) in workers.ordered(range(MANY), nothing, make):  # type: ignore[arg-type]
        assert square == item * item
        pids.append(pid)
    assert len(pids) == MANY
    assert (len(set(pids)) > 1) == (cores > 1)  # the first ones are made at home


def test_what_is_known_is_not_made(cores: int) -> None:
    del cores

    def make(item: int) -> int:
        assert item % 3
        return -item

    found = dict(workers.ordered(range(MANY), lambda n: None if n % 3 else n, make))
    assert found == {n: -n if n % 3 else n for n in range(MANY)}


def test_what_goes_wrong_is_told_where_it_is_asked_for(cores: int) -> None:
    del cores

    def make(item: int) -> int:
        if item == MANY - 5:
            raise ValueError("item")
        return item

    told = []
    with pytest.raises(ValueError, match="item"):
        told.extend(item for item, _ in workers.ordered(range(MANY), nothing, make))
    assert told == [] or told == list(range(MANY - 5))


def test_items_are_taken_as_they_are_needed(cores: int) -> None:
    """A reader that stops early leaves nothing running, and the rest unread."""
    del cores
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for item in range(10 * MANY):
            taken = item
            yield item

    work = workers.ordered(items(), nothing, abs)
    for _ in range(workers.ALONE + 1):
        next(work)
    work.close()
    assert taken <= workers.ALONE + workers.AHEAD + 1


def test_a_run_is_the_same_by_one_process_and_by_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(workers.ALONE + 20):
        text = f"In 2024, trade between Peru and Chile reached ${3 + n % 7}.{n % 10} billion."
        (tmp_path / f"{n:03}.md").write_text(text, encoding="utf-8")
    found = []
    for number in (1, 2):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, n=number: set(range(n)))
        found.append(pipeline.run([str(tmp_path)], Config()))
    assert found[0] == found[1]
    assert found[0].findings
