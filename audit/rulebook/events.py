"""`rules/events.yaml`: days that texts count from without naming them ("since independence")."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from audit.rulebook import source


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    names: dict[str, tuple[str, ...]]  # language -> words
    dates: dict[str, date]  # entity key -> day


def read(path: Path) -> dict[str, Event]:
    return source.read(path, dict[str, Event])
