"""Bytes to text, without losing or moving a character."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from msgspec import Struct

# Above this share of letters outside ASCII, text decoded as Windows-1252 is some other encoding.
_MOJIBAKE = 0.2


class Decoded(Struct, frozen=True):
    """A file's text, newlines as they stand; a leading byte-order mark is not counted."""

    text: str
    encoding: str  # "utf-8", or the one that was guessed


def file(path: Path) -> Decoded:
    """The file's text. Raises ValueError with the reason when it is not readable as text."""
    try:
        return raw(path.read_bytes())
    except OSError as error:
        raise ValueError(error.strerror or "cannot be opened") from error


def raw(data: bytes) -> Decoded:
    """UTF-8; else UTF-16 by its byte-order mark; else Windows-1252. Raises ValueError."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_strictly(data, "utf-16"), "utf-16")
    if b"\0" in data:
        raise ValueError("binary, not text")
    try:
        found = Decoded(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        found = Decoded(_western(data), "cp1252")
    if not found.text.strip():
        raise ValueError("empty")
    return found


def name(source: str) -> str:
    """The name of a file as any output can hold it: U+FFFD for each byte that is not UTF-8."""
    return os.fsencode(source).decode("utf-8", "replace")


def _western(data: bytes) -> str:
    text = _strictly(data, "cp1252")
    letters = [letter for letter in text if letter.isalpha()]
    if sum(not letter.isascii() for letter in letters) > _MOJIBAKE * len(letters):
        raise ValueError("neither UTF-8 nor Windows-1252 text")
    return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(f"neither UTF-8 nor {encoding} text") from error
