"""X401 unreadable (error)

Finds: a source among those named that could not be read: binary, broken front matter, empty.

Wrong when: the file was not meant to be checked; leave it out with `exclude`.

Example: a PDF named `article.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.on_source import Seen, on_source
from audit.model import Finding
from audit.rulebook import Rulebook

CODE = "X401"


def sources(seen: Seen, rules: Rulebook) -> Iterator[Finding]:
    for one in seen.unread:
        yield on_source(CODE, "unreadable", one.source, f"could not be read: {one.reason}", rules)
