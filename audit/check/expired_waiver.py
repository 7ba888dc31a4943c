"""W502 expired-waiver (warning)

Finds: a waiver past its last day, `until`. It counts for nothing any more, and what it hid is told
again: look once more, and move the day or remove the waiver.

Wrong when: the clock of the machine is.

Example: `until = 2024-06-30`, in July 2024.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.check.on_lapse import of_kind
from audit.model import Finding, Lapse
from audit.rulebook import Rulebook

CODE = "W502"


def lapses(found: Iterable[Lapse], rules: Rulebook) -> Iterator[Finding]:
    yield from of_kind("expired", CODE, "expired waiver", found, rules)
