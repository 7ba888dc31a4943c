"""X403 undated (info)

Finds: a document without a date. "Last year" in it stays unknown, and nothing in it is dated by
guess. A date can be given in the configuration.

Wrong when: the date stands in a place that is not read; tell the configuration.

Example: a press release pasted without its header.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.check.on_source import Seen, on_source
from audit.model import Finding
from audit.rulebook import Rulebook

CODE = "X403"


def sources(seen: Seen, rules: Rulebook) -> Iterator[Finding]:
    for document in seen.documents:
        if document.published is None:
            dateline = " (its dateline names no year)" if document.dateline else ""
            yield on_source(
                CODE,
                "undated",
                document.source,
                f"has no date{dateline}",
                rules,
                item=document.item,
                line=document.line,
            )
