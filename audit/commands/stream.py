"""JSON Lines in on stdin, JSON Lines out on stdout."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from audit.commands import output
from audit.model import Fault

_BATCH = 256  # answers a write: one system call a line made a tenth of the time


class Line(Struct, frozen=True):
    id: Any


L = TypeVar("L", bound=Line)


def answer(form: type[L], answers: Callable[[list[L]], Iterable[dict[str, object]]]) -> None:
    """One answer a line, in order. Raises Fault naming the line that is not as expected.

    All lines are read before the first answer, so that a bad one leaves no half an output.
    """
    batch: list[str] = []
    encode = msgspec.json.Encoder().encode
    for one in answers(lines(form)):
        batch.append(encode(one).decode())
        if len(batch) == _BATCH:
            output.stdout("\n".join(batch) + "\n")
            batch.clear()
    if batch:
        output.stdout("\n".join(batch) + "\n")


def lines(form: type[L]) -> list[L]:
    """The lines of stdin as `form`; blank ones are skipped."""
    decode = msgspec.json.Decoder(form).decode
    found = []
    for number, line in enumerate(sys.stdin.buffer.read().split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(decode(line))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Fault(f"stdin, line {number}: {error}") from error
    return found
