"""`rules/checks.yaml`: widths of sets, thresholds and severities."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from audit.model import Severity
from audit.rulebook import source
from audit.values import Sets


class Fuzzy(Struct, frozen=True, forbid_unknown_fields=True):
    open_metric: float
    fact: float
    echo: float
    frame: float


class Settings(Struct, frozen=True, forbid_unknown_fields=True):
    sets: Sets
    tight_overlap: float
    far_apart: float
    drift_days: int
    fuzzy: Fuzzy
    severity: dict[str, Severity]


def read(path: Path) -> Settings:
    return source.read(path, Settings)
