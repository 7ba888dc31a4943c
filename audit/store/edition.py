"""A name for all that decides an extraction besides its text: the tool, its libraries, the rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from platform import python_version

from audit import rulebook

_LIBRARIES = ("ahocorasick_rs", "babel", "countryinfo", "msgspec", "nupunkt", "pint", "PyStemmer")


def edition(extra: Sequence[Path] = ()) -> str:
    """The digest of this tool with these folders of rules on top of its own.

    The code itself is read, not its version: a checkout changes without a new version.
    """
    seen = blake2b(python_version().encode(), digest_size=8)
    for name in _LIBRARIES:
        with suppress(metadata.PackageNotFoundError):
            seen.update(f"{name} {metadata.version(name)}\n".encode())
    for folder, kind in _folders(extra):
        for path in sorted(folder.rglob(kind)):
            if path.is_file():
                seen.update(f"{path.relative_to(folder).as_posix()}\n".encode())
                seen.update(blake2b(path.read_bytes()).digest())
    return seen.hexdigest()


def _folders(extra: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    yield Path(__file__).parent.parent, "*.py"
    for rules in (rulebook.folder(), *extra):
        yield rules, "*.yaml"
        yield rules, "*.txt"
