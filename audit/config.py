"""The project's settings: `claim-audit.toml` or `[tool.claim-audit]`, one file a run, found upwards."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from audit.model import Fault, Severity

FILE = "claim-audit.toml"
OWN = "claim-audit-"  # what the names of baseline, waivers and decisions begin with
FailOn = Literal["error", "warning", "info", "never"]


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """What the reader of a project knows about its files, and the files do not say."""

    date: date | None = None
    outlet: str | None = None


class _Keys(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    paths: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    exclude: list[str] = field(default_factory=list)
    fail_on: FailOn = "error"
    min_severity: Severity = "info"
    language: str | None = None
    cache: str | None = None
    baseline: str | None = None
    sources: dict[str, Known] = field(default_factory=dict)


class Config(Struct, frozen=True):
    """The settings of one run; paths and rule folders are already relative to the caller."""

    paths: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: FailOn = "error"
    min_severity: Severity = "info"
    language: str | None = None
    cache: str | None = None  # a folder of its own, relative to the caller
    baseline: str | None = (
        None  # a file, relative to the caller; without it, the usual one if there
    )
    sources: tuple[tuple[str, Known], ...] = ()
    folder: Path = Path()
    path: Path | None = None

    def known(self, source: str) -> Known:
        """Date and outlet for a source; where several globs match, the first one in the file."""
        return next((k for glob, k in self.sources if matches(source, glob, self.folder)), Known())

    def own(self, source: str) -> bool:
        """Whether a file is one that this tool keeps: a hook may name it, and it is no article."""
        name = Path(source).name
        if self.baseline and name == Path(self.baseline).name:
            return Path(source).resolve() == Path(self.baseline).resolve()
        return name.startswith(OWN) and name.endswith(".jsonl")

    def excluded(self, source: str) -> bool:
        return any(matches(source, glob, self.folder) for glob in self.exclude)


def matches(source: str, glob: str, folder: Path) -> bool:
    """Whether a glob of the config means this source: as given, inside the folder, or by name."""
    return any(fnmatch(name, glob) for name in _names(source, folder))


@cache  # asked once a glob; a path is looked up on disk once
def _names(source: str, folder: Path) -> tuple[str, ...]:
    path, root = Path(source).resolve(), folder.resolve()
    inside = (path.relative_to(root).as_posix(),) if path.is_relative_to(root) else ()
    return (source, Path(source).name, *inside)


def load(path: str | None = None, start: Path | None = None) -> Config:
    """The named file, else the nearest one upwards from `start`, else the defaults.

    Raises Fault naming the file and what was expected.
    """
    if path is not None:
        if not Path(path).is_file():
            raise Fault(f"{path}: no such config file")
        return _read(Path(path))
    return next(_found(start or Path.cwd()), Config())


def _found(start: Path) -> Iterator[Config]:
    for folder in (start.resolve(), *start.resolve().parents):
        own, shared = folder / FILE, folder / "pyproject.toml"
        if own.is_file():
            yield _read(own)
        elif shared.is_file() and "claim-audit" in _toml(shared).get("tool", {}):
            yield _read(shared)


def _read(path: Path) -> Config:
    raw: Any = _toml(path)
    if path.name == "pyproject.toml":
        raw = raw.get("tool", {}).get("claim-audit", {})
    try:
        keys = msgspec.convert(raw, _Keys)
    except msgspec.ValidationError as error:
        expected = ", ".join(f.encode_name for f in msgspec.structs.fields(_Keys))
        raise Fault(f"{path}: {error}; expected keys: {expected}") from error
    folder = path.parent
    return Config(
        paths=tuple(near(folder / item) for item in keys.paths),
        rules=tuple(Path(near(folder / item)) for item in keys.rules),
        exclude=tuple(keys.exclude),
        fail_on=keys.fail_on,
        min_severity=keys.min_severity,
        language=keys.language,
        cache=near(folder / keys.cache) if keys.cache else None,
        baseline=near(folder / keys.baseline) if keys.baseline else None,
        sources=tuple(keys.sources.items()),
        folder=folder,
        path=path,
    )


def near(path: Path) -> str:
    """The path as a reader in the current folder would write it."""
    whole, here = path.resolve(), Path.cwd()
    return (whole.relative_to(here) if whole.is_relative_to(here) else path).as_posix()


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Fault(f"{path}: not valid TOML: {error}") from error
