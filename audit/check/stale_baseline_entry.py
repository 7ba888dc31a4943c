"""W504 stale-baseline-entry (warning)

Finds: lines of the baseline whose assertions are no longer found: somebody has mended them. One
finding for each article; `claim-audit baseline prune` removes the lines, so that the same mistake
is news if it comes back.

Wrong when: the run reads other sources than the baseline was written for.

Example: an article whose figure was corrected last week.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.check.on_lapse import of_kind
from audit.model import Finding, Lapse
from audit.rulebook import Rulebook

CODE = "W504"


def lapses(found: Iterable[Lapse], rules: Rulebook) -> Iterator[Finding]:
    yield from of_kind("stale", CODE, "stale baseline entry", found, rules)
