"""A finding on a comment, a waiver or a line of the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.check.on_source import on_source
from audit.model import Finding, Lapse
from audit.rulebook import Rulebook


def of_kind(
    kind: str, code: str, verdict: str, lapses: Iterable[Lapse], rules: Rulebook
) -> Iterator[Finding]:
    for one in lapses:
        if one.kind == kind:
            yield on_source(code, verdict, one.source, one.words, rules, line=one.line)
