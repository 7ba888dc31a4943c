"""W503 no-reason (warning)

Finds: a comment or a waiver that does not say why. It counts for nothing: whoever comes later cannot
tell whether it is still right.

Wrong when: never; a few words will do. `[sic]` behind a figure is a reason in itself.

Example: `<!-- claim-audit: ignore[C101] -->`; expected `<!-- claim-audit: ignore[C101] -- why -->`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.check.on_lapse import of_kind
from audit.model import Finding, Lapse
from audit.rulebook import Rulebook

CODE = "W503"


def lapses(found: Iterable[Lapse], rules: Rulebook) -> Iterator[Finding]:
    yield from of_kind("no reason", CODE, "no reason", found, rules)
