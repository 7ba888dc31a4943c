"""findings -> marks: by what other programs know a finding again in the next run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from audit.model import Finding


def marks(findings: Iterable[Finding]) -> Iterator[str]:
    """40 hex digits a finding, in order: made of what is asserted, so that moved text keeps its
    mark; of findings that assert the same each has its own."""
    seen: Counter[str] = Counter()
    for one in findings:
        asserted = "|".join((one.code, *(sorted(one.fingerprints) or (one.id,))))
        seen[asserted] += 1
        text = f"{asserted}#{seen[asserted]}"
        yield sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]
