"""How a report is to look, and the words and colours of severities."""

from __future__ import annotations

from msgspec import Struct

from audit.model import Severity

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_COLOURS = {"error": "31;1", "warning": "33;1", "info": "36", "dim": "2", "bold": "1"}


class Look(Struct, frozen=True):
    colour: bool = False
    width: int = 100  # columns
    hidden: int = 0  # findings below the severity that is shown

    def paint(self, text: str, kind: str) -> str:
        return f"\033[{_COLOURS[kind]}m{text}\033[0m" if self.colour and text else text
