"""What a command is about: PATHs, a list of them, or a text on stdin; and the corpus around it."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.commands import options
from audit.config import Config
from audit.model import Fault

if TYPE_CHECKING:
    from audit.focus import Items
    from audit.read import Instead


class Scope(Struct, frozen=True):
    corpus: tuple[str, ...]  # files and folders on disk
    focus: tuple[str, ...] | None = None  # of them, what is checked; None: everything
    named: tuple[str, ...] = ()  # of these, what was asked for by name
    held: Instead = {}  # what sources hold in place of what is on disk
    items: Items = {}  # of some sources, what alone is checked


def of(
    paths: tuple[str, ...], files_from: str | None, stdin_filename: str | None, config: Config
) -> Scope:
    """From the arguments of a command. Raises Fault for those that exclude each other."""
    from audit import read

    if stdin_filename is not None:
        if paths or files_from is not None:
            raise Fault("--stdin-filename: expected no PATH and no --files-from beside it")
        return _from_stdin(stdin_filename, config)
    if not paths and files_from is None:
        return Scope(options.chosen(paths, config))
    listed = _listed(files_from) if files_from is not None else ()
    named = (*read.expanded(paths), *listed)
    return Scope((*config.paths, *named), named, named)


def _listed(given: str) -> tuple[str, ...]:
    """The paths of a list, one a line, or each ended by NUL as `git diff -z` writes them.

    Raises Fault naming the line of a path that is missing.
    """
    where = "stdin" if given == "-" else given
    try:
        data = sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
    except OSError as error:
        raise Fault(f"--files-from {given}: cannot be read: {error.strerror}") from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Fault(f"--files-from {given}: expected paths in UTF-8, got UTF-16")
    found = []
    for place, path in _entries(data.removeprefix(codecs.BOM_UTF8)):
        if not os.path.exists(path):
            raise Fault(f"{where}, {place}: {path}: no such file or folder")
        found.append(path)
    return tuple(found)


def _entries(data: bytes) -> Iterator[tuple[str, str]]:
    """No path has a NUL, and no list of lines has one: its presence says how a list is written."""
    if b"\0" in data:
        for number, name in enumerate(data.split(b"\0"), 1):
            if name:
                yield f"entry {number}", os.fsdecode(name)
        return
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield f"line {number}", os.fsdecode(line.removesuffix(b"\r"))


def _from_stdin(name: str, config: Config) -> Scope:
    from audit import read

    path = Path(name)
    if not path.name or path.is_dir():
        raise Fault(f"--stdin-filename {name}: expected the name of a file")
    source = read.files(config.paths, config).get(path.resolve(), path.as_posix())
    return Scope(config.paths, (source,), (source,), {source: sys.stdin.buffer.read()})
