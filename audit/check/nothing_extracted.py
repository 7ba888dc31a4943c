"""X404 nothing-extracted (warning)

Finds: a source in which no claim was found. Silence about it means nothing.

Wrong when: the text really states no figure and no fact.

Example: a page that holds only a menu.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.check.on_source import on_source
from audit.model import Claim, Document, Finding, Unread
from audit.rulebook import Rulebook

CODE = "X404"


def sources(
    documents: Sequence[Document],
    unread: Sequence[Unread],
    claims: Sequence[Claim],
    rules: Rulebook,
) -> Iterator[Finding]:
    spoke = {claim.source for claim in claims}
    for source in sorted({d.source for d in documents} - spoke):
        yield on_source(CODE, "nothing extracted", source, "no claim was found in it", rules)
