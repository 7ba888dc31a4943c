"""X402 encoding-guessed (warning)

Finds: a source that is not UTF-8 and was read in an encoding guessed from its bytes.

Wrong when: the guess is right; save the file as UTF-8 to be sure.

Example: a page saved in Windows-1252.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.check.on_source import on_source
from audit.model import Claim, Document, Finding, Unread
from audit.rulebook import Rulebook

CODE = "X402"


def sources(
    documents: Sequence[Document],
    unread: Sequence[Unread],
    claims: Sequence[Claim],
    rules: Rulebook,
) -> Iterator[Finding]:
    guessed = {
        d.source: d.encoding for d in documents if d.encoding.lower() not in ("utf-8", "utf-8-sig")
    }
    for source, encoding in sorted(guessed.items()):
        yield on_source(
            CODE, "encoding guessed", source, f"is not UTF-8; read as {encoding}", rules
        )
