"""What was extracted, kept between runs: a few files outside the corpus, each written whole or not at all.

A kept value is found again by what it was made from - the text of a piece with its name, date,
outlet and language - inside an *edition*: this version of the tool, its libraries and its rules.
Whatever differs is made anew, and so is whatever a file does not hold as it was written.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

import msgspec

from audit.model import Piece
from audit.store import file, place
from audit.store.edition import edition
from audit.store.file import File, Values

__all__ = ["Shelf", "edition", "place"]

FILES = 16  # an article that changed rewrites one of them
SPARE = 4_000_000  # bytes a file may hold of what this run did not ask for


class Shelf:
    """The kept values of one edition. Nothing it meets on disk stops a run."""

    def __init__(self, folder: Path, edition: str) -> None:
        self.folder = folder
        self.home = place.home(folder, edition)
        self.notes: list[str] = []  # what was damaged, and is made anew
        self.warnings: list[str] = []  # what could not be written
        self.found = self.made = 0
        self._files: dict[int, File] = {}
        self._used: dict[int, Values] = {}
        self._changed: set[int] = set()

    def get(self, piece: Piece) -> bytes | memoryview | None:
        """What was put for an equal piece; None if nothing was, or it is damaged."""
        key, number = _address(piece)
        data = self._file(number).get(key)
        if data is not None:
            self.found += 1
            self._used.setdefault(number, {})[key] = data
        return data

    def put(self, piece: Piece, data: bytes) -> None:
        key, number = _address(piece)
        self.made += 1
        self._changed.add(number)
        self._used.setdefault(number, {})[key] = data

    def save(self) -> None:
        """Write the files that something was put into; a folder that cannot be written is a warning."""
        try:
            if self._changed:
                place.prepare(self.folder, self.home)
            for number in sorted(self._changed):
                file.write(self.home / str(number), self._kept(number))
        except OSError as error:
            why = error.strerror or type(error).__name__
            self.warnings.append(f"{self.folder}: {why}: nothing is kept for the next run")
        self._changed.clear()

    def _file(self, number: int) -> File:
        if number not in self._files:
            path = self.home / str(number)
            try:
                self._files[number] = file.read(path)
            except (OSError, ValueError) as error:
                self._files[number] = File({}, b"")
                self.notes.append(f"{path}: {error}: made anew")
        return self._files[number]

    def _kept(self, number: int) -> Values:
        """What this run asked for or made, and of the rest the latest that there is room for."""
        used, held = self._used[number], self._file(number)
        room, rest = SPARE, {}
        for key in reversed(held.index):
            data = None if key in used else held.get(key)
            if data is not None and len(data) <= room:
                room -= len(data)
                rest[key] = data
        return dict(reversed(rest.items())) | used


def _address(piece: Piece) -> tuple[bytes, int]:
    """The key of a piece, and the number of the file it belongs to."""
    key = blake2b(msgspec.msgpack.encode(piece), digest_size=16).digest()
    return key, key[0] % FILES
