"""X402 encoding-guessed (warning)

Finds: a source that is not UTF-8 and was read in an encoding guessed from its bytes.

Wrong when: the guess is right; save the file as UTF-8 to be sure.

Example: a page saved in Windows-1252.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.on_source import Seen, on_source
from audit.model import Finding
from audit.rulebook import Rulebook

CODE = "X402"


def sources(seen: Seen, rules: Rulebook) -> Iterator[Finding]:
    guessed = {
        d.source: d.encoding
        for d in seen.documents
        if d.encoding.lower() not in ("utf-8", "utf-8-sig")
    }
    for source, encoding in sorted(guessed.items()):
        yield on_source(
            CODE, "encoding guessed", source, f"is not UTF-8; read as {encoding}", rules
        )
