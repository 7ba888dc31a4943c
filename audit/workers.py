"""Work on many items by as many processes as there are cores; the results come in the items' order.

Few items, a single core or a system that cannot fork: then no process is started.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
ALONE = 40  # items that are made before a process starts: a small job is done by then
AHEAD = 64  # items whose results may wait for those before them
MOST = 8  # processes: beyond, the one that collects is what they wait for
_make: Callable[[Any], Any]  # what the processes do: they are forked once it is known


def ordered(
    items: Iterable[T], known: Callable[[T], R | None], make: Callable[[T], R]
) -> Iterator[tuple[T, R]]:
    """Each item with what is known of it, else with what is made of it."""
    waiting: deque[tuple[T, R | Future[R]]] = deque()
    crew, alone = None, 0
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
    finally:
        if crew is not None:
            crew.shutdown(wait=False, cancel_futures=True)


def _told(item: T, found: R | Future[R]) -> tuple[T, R]:
    return item, found.result() if isinstance(found, Future) else found


def _made(item: Any) -> Any:
    return _make(item)


def _crew(make: Callable[[Any], Any]) -> ProcessPoolExecutor | None:
    """Forked, so that the rules are there without being read again."""
    global _make
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2:
        return None
    _make = make
    try:
        return ProcessPoolExecutor(
            min(cores, MOST), multiprocessing.get_context("fork"), initializer=_calm
        )
    except OSError:  # no semaphores: a bare container
        return None


def _calm() -> None:
    """Ctrl-C is told to the one that asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
