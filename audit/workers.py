"""Work on many items, or by several jobs, by as many processes as there are cores; the results come in
order.

Few items, a single core or a system that cannot fork: then no process is started.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
ALONE = 12  # items that are made before a process starts: a small job is done by then
AHEAD = 64  # items whose results may wait for those before them
MOST = 8  # processes: beyond, the one that collects is what they wait for
COST = 5_000  # of jobs, in claims that they look over, from which a process is worth its start
_make: Callable[[Any], Any]  # what the processes do: they are forked once it is known


def ordered(
    items: Iterable[T], known: Callable[[T], R | None], make: Callable[[T], R]
) -> Iterator[tuple[T, R]]:
    """Each item with what is known of it, else with what is made of it."""
    waiting: deque[tuple[T, R | Future[R]]] = deque()
    crew, alone, done = None, 0, False
    try:
        for item in items:
            found: R | Future[R] | None = known(item)
            if found is None and crew is None and alone >= ALONE:
                crew = _crew(make)
            if found is None and crew is not None:
                found = crew.submit(_made, item)
            elif found is None:
                found, alone = make(item), alone + 1
            waiting.append((item, found))
            if len(waiting) > AHEAD or crew is None:
                yield _told(*waiting.popleft())
        while waiting:
            yield _told(*waiting.popleft())
        done = True
    finally:
        if crew is not None:
            crew.shutdown(wait=done, cancel_futures=True)


def together(jobs: Sequence[Callable[[], R]], cost: int) -> list[R]:
    """What each job returns. The process that asks works, too: it takes those that no other began."""
    crew = _crew(lambda at: jobs[at](), but=1) if cost >= COST else None
    if crew is None:
        return [job() for job in jobs]
    with crew:
        told = [crew.submit(_made, at) for at in range(len(jobs))]
        own = {at: jobs[at]() for at in reversed(range(len(jobs))) if told[at].cancel()}
        return [own[at] if at in own else one.result() for at, one in enumerate(told)]


def _told(item: T, found: R | Future[R]) -> tuple[T, R]:
    return item, found.result() if isinstance(found, Future) else found


def _made(item: Any) -> Any:
    return _make(item)


def _crew(make: Callable[[Any], Any], but: int = 0) -> ProcessPoolExecutor | None:
    """Forked, so that the rules are there without being read again: one process a core, less `but`."""
    global _make
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2:
        return None
    _make = make
    try:
        return ProcessPoolExecutor(
            min(cores, MOST) - but, multiprocessing.get_context("fork"), initializer=_calm
        )
    except OSError:  # no semaphores: a bare container
        return None


def _calm() -> None:
    """Ctrl-C is told to the one that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
