"""Named paths to the files behind them, each once, in an order that does not depend on the caller."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from fnmatch import fnmatchcase
from glob import glob, has_magic
from pathlib import Path

from audit.model import Fault
from audit.read import decode


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
) -> dict[Path, Path]:
    """Named files whatever their suffix, and the files of known suffixes inside named folders.

    By where they really lie, in the order of their names. One found twice has its relative name.
    Hidden files and folders are skipped unless named. Raises Fault for a path that is missing.
    """
    found: dict[Path, Path] = {}
    for path in _sorted(paths):
        if path.is_dir():
            inside = [file for file in _inside(path, suffixes) if not excluded(file.as_posix())]
        elif not path.exists():
            raise Fault(f"{path.as_posix()}: no such file or folder")
        elif decode.name(path.as_posix()) != path.as_posix():
            raise Fault(f"{path.as_posix()}: its name is not UTF-8; rename it")
        else:
            inside = [path]
        for file in inside:
            found.setdefault(file.resolve(), file)
    return dict(sorted(found.items(), key=lambda item: item[1].as_posix()))


def place(
    real: Path, paths: Sequence[str], suffixes: Collection[str], excluded: Callable[[str], bool]
) -> Path | None:
    """As what `files` would find a file if it lay there, globs being unexpanded; None if it would not."""
    for path in _sorted(paths):
        if not path.is_dir():
            named = real if path.is_absolute() else Path(os.path.relpath(real))
            if has_magic(str(path)) and _fits(named.parts, path.parts):
                return named
        elif real.suffix.lower() in suffixes and real.is_relative_to(path.resolve()):
            below = real.relative_to(path.resolve())
            hidden = any(part.startswith(".") for part in below.parts)
            if not hidden and not excluded((path / below).as_posix()):
                return path / below
    return None


def _fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path is one that the glob would give."""
    if not parts or not pattern:
        return not parts and all(one == "**" for one in pattern)
    if parts[0].startswith(".") and not pattern[0].startswith("."):
        return False
    if pattern[0] == "**":
        return _fits(parts, pattern[1:]) or _fits(parts[1:], pattern)
    return fnmatchcase(parts[0], pattern[0]) and _fits(parts[1:], pattern[1:])


def _sorted(paths: Sequence[str]) -> list[Path]:
    return sorted(map(Path, paths), key=lambda path: (path.is_absolute(), path))


def _inside(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(where, name)
