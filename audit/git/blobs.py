"""What files held: the contents of blobs, asked for by their names alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from audit.git.command import told
from audit.git.commit import Commit
from audit.git.difference import Change
from audit.model import Fault

_WHOLE = "a partial clone lacks what files held: run `git fetch --refetch --no-filter`"


def contents(changes: Iterable[Change]) -> dict[Change, bytes]:
    """What each file that was there held; one question a repository.

    Raises Fault for what a partial clone lacks.
    """
    there = [change for change in changes if change.blob]
    by_commit: dict[Commit, list[Change]] = {}
    for change in there:
        by_commit.setdefault(change.commit, []).append(change)
    return {
        change: data
        for commit, own in by_commit.items()
        for change, data in zip(own, _read(commit, own), strict=True)
    }


def _read(commit: Commit, changes: Sequence[Change]) -> Iterator[bytes]:
    asked = "".join(f"{change.blob}\n" for change in changes).encode()
    try:
        rest = told("cat-file", "--batch", folder=commit.folder, stdin=asked)
    except Fault as fault:
        raise Fault(f"{fault}; {_WHOLE}") from fault
    at = 0
    for change in changes:
        end = rest.index(b"\n", at)
        kind, _, size = rest[at:end].removeprefix(f"{change.blob} ".encode()).partition(b" ")
        if kind != b"blob":
            raise Fault(f"{change.blob} is not here; {_WHOLE}")
        at = end + 1 + int(size)
        yield rest[end + 1 : at]
        at += 1
