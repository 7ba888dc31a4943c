"""Work by several processes is the work of one."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
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


def test_jobs_are_told_in_their_order_by_whomever_they_were_done(cores: int) -> None:
    def job(at: int) -> tuple[int, int]:
        time.sleep(0.02)
        return at, os.getpid()

    jobs = [partial(job, at) for at in range(12)]
    told = workers.together(jobs, workers.COST)
    assert [at for at, _ in told] == list(range(12))
    pids = {pid for _, pid in told}
    assert (len(pids) > 1) == (cores > 1)
    assert os.getpid() in pids  # who asks does not sit idle
    assert {pid for _, pid in workers.together(jobs[:3], workers.COST - 1)} == {os.getpid()}


def test_a_job_that_goes_wrong_is_told(cores: int) -> None:
    del cores

    def wrong(at: int) -> int:
        if at == 3:
            raise ValueError("job")
        return at

    with pytest.raises(ValueError, match="job"):
        workers.together([partial(wrong, at) for at in range(6)], workers.COST)


@pytest.mark.parametrize("cost", [0, workers.COST])
def test_a_run_is_the_same_by_one_process_and_by_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cost: int
) -> None:
    monkeypatch.setattr(workers, "COST", cost)  # 0: the checks are shared out as well
    for n in range(workers.ALONE + 20):
        text = f"In 2024, trade between Peru and Chile reached ${3 + n % 7}.{n % 10} billion."
        (tmp_path / f"{n:03}.md").write_text(text, encoding="utf-8")
    found = []
    for number in (1, 2):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _, n=number: set(range(n)))
        found.append(pipeline.run([str(tmp_path)], Config()))
    assert found[0] == found[1]
    assert found[0].findings
