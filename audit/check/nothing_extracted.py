"""X404 nothing-extracted (warning)

Finds: a source in which no claim was found. Silence about it means nothing.

Wrong when: the text really states no figure and no fact.

Example: a page that holds only a menu.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.on_source import Seen, on_source
from audit.model import Finding
from audit.rulebook import Rulebook

CODE = "X404"


def sources(seen: Seen, rules: Rulebook) -> Iterator[Finding]:
    spoke = {claim.source for claim in seen.claims}
    for source in sorted({d.source for d in seen.documents} - spoke):
        yield on_source(CODE, "nothing extracted", source, "no claim was found in it", rules)
