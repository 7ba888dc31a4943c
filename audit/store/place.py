"""Where the cache lies, and how it is emptied: never more than folders that it made itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from audit.model import Fault

VARIABLE = "CLAIM_AUDIT_CACHE"
EDITIONS = 4  # kept beside each other: a branch with other rules finds its own again
_PREFIX = "claims-"


def of(configured: str | None) -> Path:
    """The folder of the cache: $CLAIM_AUDIT_CACHE, the config's, else the user's. Raises Fault."""
    named = os.environ.get(VARIABLE) or configured
    if named:
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or ""
    try:
        above = Path(base) if Path(base).is_absolute() else Path.home() / ".cache"
    except RuntimeError as error:
        raise Fault(f"no home folder for the cache: name one in {VARIABLE}") from error
    return above / "claim-audit"


def home(folder: Path, edition: str) -> Path:
    return folder / f"{_PREFIX}{edition}"


def editions(folder: Path) -> list[Path]:
    """The editions in the folder, the one last written to at the end."""
    found = [p for p in folder.glob(f"{_PREFIX}*") if p.is_dir() and not p.is_symlink()]
    return sorted(found, key=lambda path: (path.stat().st_mtime, path.name))


def prepare(folder: Path, home: Path) -> None:
    """A folder for an edition, unseen by git and by backups; the oldest make room. Raises OSError."""
    if home.is_dir():
        return
    home.mkdir(mode=0o700, parents=True)
    (home / ".gitignore").write_text("*\n", encoding="utf-8")
    (home / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
    for old in editions(folder)[:-EDITIONS]:
        shutil.rmtree(old, ignore_errors=True)


def sizes(folder: Path) -> Iterator[int]:
    """Bytes of every file of the cache."""
    for one in editions(folder):
        yield from (path.stat().st_size for path in one.iterdir() if path.is_file())


def clean(folder: Path) -> int:
    """Remove every edition and nothing else; the bytes that were freed. Raises Fault."""
    freed = sum(sizes(folder))
    try:
        for one in editions(folder):
            shutil.rmtree(one)
    except OSError as error:
        raise Fault(f"{folder}: cannot be emptied: {error.strerror}") from error
    return freed
