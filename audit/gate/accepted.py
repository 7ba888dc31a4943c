"""What was accepted before a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from audit.gate.assertion import Assertion
from audit.gate.waivers import Placed


class Known(Struct, frozen=True):
    """What an earlier state asserts: that of a baseline, or of a commit."""

    name: str  # a file, a commit
    lines: Mapping[Assertion, int]  # of the file; 0 where there is none, and then none goes stale


class Accepted(Struct, frozen=True):
    """All of it; sources are named in it from `folder`."""

    folder: Path = Path()
    known: tuple[Known, ...] = ()
    waivers: tuple[Placed, ...] = ()
    today: date | None = None  # without it, no waiver expires
