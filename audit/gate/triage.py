"""Findings one after the other, decided by single keys. It reads no key and shows nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from audit.gate.decisions import Choice
from audit.model import Finding

KEYS: dict[str, Choice] = {
    "r": "real",
    "e": "explained",
    "f": "false",
    "n": "not-same",
    "w": "waive",
}


class Chosen(Struct, frozen=True):
    finding: Finding
    choice: Choice
    reason: str


class Triage:
    """Where the reader is, and what was decided so far."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings
        self.at = 0
        self._chosen: dict[int, Chosen] = {}

    @property
    def current(self) -> Finding | None:
        """The finding to decide; None behind the last one."""
        return self.findings[self.at] if self.at < len(self.findings) else None

    @property
    def decided(self) -> Chosen | None:
        """What was decided of the current one before."""
        return self._chosen.get(self.at)

    @property
    def chosen(self) -> list[Chosen]:
        return [self._chosen[at] for at in sorted(self._chosen)]

    def decide(self, choice: Choice, reason: str) -> None:
        if self.current is not None:
            self._chosen[self.at] = Chosen(self.current, choice, reason)
            self.skip()

    def skip(self) -> None:
        self.at = min(self.at + 1, len(self.findings))

    def back(self) -> None:
        self.at = max(self.at - 1, 0)
