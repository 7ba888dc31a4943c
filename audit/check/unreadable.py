"""X401 unreadable (error)

Finds: a source among those named that could not be read: binary, broken front matter, empty.

Wrong when: the file was not meant to be checked; leave it out with `exclude`.

Example: a PDF named `article.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.check.on_source import on_source
from audit.model import Claim, Document, Finding, Unread
from audit.rulebook import Rulebook

CODE = "X401"


def sources(
    documents: Sequence[Document],
    unread: Sequence[Unread],
    claims: Sequence[Claim],
    rules: Rulebook,
) -> Iterator[Finding]:
    for one in unread:
        yield on_source(CODE, "unreadable", one.source, f"could not be read: {one.reason}", rules)
