"""A commit and the files on disk -> the files that are not as they were."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from audit.git.command import told
from audit.git.commit import Commit, nothing, within

_FILES = ("100644", "100755")
_ABSENT, _SUBMODULE = "000000", "160000"


class Change(Struct, frozen=True):
    """One file that may not be as it was: where only its date differs, git does not look inside."""

    commit: Commit
    now: Path | None  # where it lies; None: it is gone
    then: Path | None  # where it lay; None: it was not there
    blob: str | None = None  # what it held; None as well for what was no file, such as a link


class Difference(Struct, frozen=True):
    changes: tuple[Change, ...]
    kept: frozenset[Path]  # of the files asked for, those that git keeps, or would if told to


class _Row(Struct, frozen=True):
    """One of `git diff-index --raw`: modes before and after, the object before, and the paths."""

    before: str
    after: str
    oid: str
    then: Path
    now: Path


def difference(commit: Commit, files: Collection[Path]) -> Difference:
    """What of the repository is not as it was, its submodules with one of `files` included.

    `files` are absolute, without links. Raises Fault for a submodule that lacks its commit.
    """
    rows = {row.now: row for row in _rows(commit) if not _left_out(row)}
    changed = {path: _change(commit, row) for path, row in rows.items() if not _is_submodule(row)}
    loose = set(_loose(commit))
    fresh = [Change(commit, path, None) for path in sorted(loose - changed.keys())]
    index = _index(commit, files)
    inner = [difference(*one) for one in _submodules(index, rows, files)]
    kept = frozenset(path for path in files if path in index or path in loose)
    return Difference(
        (*changed.values(), *fresh, *(change for one in inner for change in one.changes)),
        kept.union(*(one.kept for one in inner)),
    )


def _rows(commit: Commit) -> Iterator[_Row]:
    options = ("-z", "--raw", "--no-abbrev", "-M", "--no-relative", "--ignore-submodules=dirty")
    fields = iter(_asked(commit, "diff-index", *options, commit.oid, "--"))
    for head in fields:
        before, after, oid, _, status = head.decode().removeprefix(":").split(" ")
        then = now = commit.path(next(fields))
        if status.startswith(("R", "C")):
            now = commit.path(next(fields))
        yield _Row(before, after, oid, then, now)


def _change(commit: Commit, row: _Row) -> Change:
    return Change(
        commit,
        row.now if os.path.lexists(row.now) else None,  # out of the index, and on disk
        row.then if row.before != _ABSENT else None,
        row.oid if row.before in _FILES else None,
    )


def _left_out(row: _Row) -> bool:
    """What a sparse checkout leaves out is not on disk, and not deleted."""
    return row.after != _ABSENT and not os.path.lexists(row.now)


def _is_submodule(row: _Row) -> bool:
    return _SUBMODULE in (row.before, row.after)


def _loose(commit: Commit) -> Iterator[Path]:
    """Files that git was not told of; those that it is to ignore are not among them."""
    options = ("-z", "--others", "--exclude-standard", "--full-name")
    names = _asked(commit, "ls-files", *options, "--", ":/")
    return (commit.path(name) for name in names if not name.endswith(b"/"))


def _index(commit: Commit, files: Collection[Path]) -> dict[Path, str]:
    """Of the files, those in the index; and the submodules that hold one, with their commits."""
    every = set(files).union(*(path.parents for path in files))
    inside = (path.relative_to(commit.top) for path in every if commit.top in path.parents)
    wanted = {os.fsencode(path.as_posix()) for path in inside}
    found = {}
    for entry in _asked(commit, "ls-files", "-z", "--stage", "--full-name", "--", ":/"):
        head, _, name = entry.partition(b"\t")
        if name in wanted:
            mode, oid, _ = head.decode().split(" ")
            found[commit.path(name)] = oid if mode == _SUBMODULE else ""
    return found


def _submodules(
    index: Mapping[Path, str], rows: Mapping[Path, _Row], files: Collection[Path]
) -> Iterator[tuple[Commit, list[Path]]]:
    """Each submodule that is checked out, at its commit of before, and its own of the files."""
    for path, oid in index.items():
        if not oid or not (path / ".git").exists():
            continue
        row = rows.get(path)
        if row is None:
            then = within(path, oid)
        elif row.before == _SUBMODULE:
            then = within(path, row.oid)
        else:
            then = nothing(path)
        yield then, [file for file in files if path in file.parents]


def _asked(commit: Commit, *arguments: str) -> list[bytes]:
    return told(*arguments, folder=commit.folder).split(b"\0")[:-1]
