"""Named paths to the files behind them, each once, in an order that does not depend on the caller."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

from audit.model import Fault


def expanded(paths: Sequence[str]) -> tuple[str, ...]:
    """The paths, each glob as what it matches; a file of that very name comes first.

    Raises Fault for a glob that matches nothing.
    """
    found: list[str] = []
    for path in paths:
        if Path(path).exists() or not has_magic(path):
            found.append(path)
            continue
        matched = sorted(glob(path, recursive=True))
        if not matched:
            raise Fault(f"{path}: no such file or folder, and nothing that matches it")
        found += matched
    return tuple(found)


def files(
    paths: Sequence[str], suffixes: Collection[str], excluded: Callable[[str], bool]
) -> list[Path]:
    """Named files whatever their suffix, and the files of known suffixes inside named folders.

    Hidden files and folders are skipped unless named. Raises Fault for a path that is missing.
    """
    found: dict[Path, Path] = {}
    for path in sorted(map(Path, paths)):
        if path.is_dir():
            inside = [file for file in _inside(path, suffixes) if not excluded(file.as_posix())]
        elif path.exists():
            inside = [path]
        else:
            raise Fault(f"{path.as_posix()}: no such file or folder")
        for file in inside:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=lambda path: path.as_posix())


def _inside(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(where, name)
