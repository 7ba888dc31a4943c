"""One file of the cache: a magic line, an index, values. Each value has its own checksum.

The file is mapped, not read: a value costs what it weighs, and only when it is asked for.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

MAGIC = b"claim-audit cache 1\n"
_HEAD = len(MAGIC) + 12  # then the length of the index (8 bytes) and its checksum (4)

Values = dict[bytes, bytes | memoryview]
Index = dict[bytes, tuple[int, int, int]]  # key -> offset behind the index, length, checksum


class File:
    """The values of a file, the latest last."""

    def __init__(self, index: Index, data: bytes | memoryview) -> None:
        self.index = index
        self._data = data

    def get(self, key: bytes) -> bytes | memoryview | None:
        """The value; None if there is none, or its bytes are not those that were written."""
        if key not in self.index:
            return None
        offset, length, checksum = self.index[key]
        value = self._data[offset : offset + length]
        return value if len(value) == length and crc32(value) == checksum else None


def read(path: Path) -> File:
    """The file; an empty one where there is none. Raises ValueError when it is not one of ours."""
    try:
        with path.open("rb") as handle:
            whole = memoryview(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError:
        return File({}, b"")
    size = int.from_bytes(whole[len(MAGIC) : len(MAGIC) + 8], "big")
    checksum = int.from_bytes(whole[_HEAD - 4 : _HEAD], "big")
    index = whole[_HEAD : _HEAD + size]
    if whole[: len(MAGIC)] != MAGIC or crc32(index) != checksum:
        raise ValueError("damaged, or of another program")
    try:
        return File(msgspec.msgpack.decode(index, type=Index), whole[_HEAD + size :])
    except msgspec.MsgspecError as error:
        raise ValueError("not understood") from error


def write(path: Path, values: Values) -> None:
    """Under another name first: who reads sees the old file or the new one. Raises OSError."""
    index: Index = {}
    offset = 0
    for key, value in values.items():
        index[key] = (offset, len(value), crc32(value))
        offset += len(value)
    head = msgspec.msgpack.encode(index)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(MAGIC + len(head).to_bytes(8, "big") + crc32(head).to_bytes(4, "big") + head)
            out.writelines(values.values())
        os.replace(name, path)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise
