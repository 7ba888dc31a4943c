"""W501 unused-waiver (warning)

Finds: a comment in an article, or a table of `claim-audit-waivers.toml`, that takes no finding out,
or was not understood. What it was written for has been mended or reworded: remove it, before it
hides something else. A waiver is only looked at in a run over the whole corpus.

Wrong when: what it is for comes and goes with the corpus that is checked.

Example: `<!-- claim-audit: ignore[C101] -- two years -->` beside a figure that nothing contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.check.on_lapse import of_kind
from audit.model import Finding, Lapse
from audit.rulebook import Rulebook

CODE = "W501"


def lapses(found: Iterable[Lapse], rules: Rulebook) -> Iterator[Finding]:
    yield from of_kind("unused", CODE, "unused waiver", found, rules)
