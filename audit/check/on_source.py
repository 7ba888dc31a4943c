"""A finding on a source rather than on claims."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha1

from msgspec import Struct

from audit.check.case import RANK, digest
from audit.model import Article, Claim, Finding, Unread
from audit.rulebook import Rulebook


class Seen(Struct, frozen=True):
    """All that was read, for checks of the sources themselves."""

    documents: Sequence[Article]
    unread: Sequence[Unread]
    claims: Sequence[Claim]


def on_source(
    code: str,
    verdict: str,
    source: str,
    message: str,
    rules: Rulebook,
    *,
    item: int = 0,
    line: int = 1,
) -> Finding:
    """What a source says wrong, at a line; `item` is its article, where it holds several."""
    severity = rules.checks.severity[code]
    where = [f"item {item}"] if item else [f"line {line}"] if line > 1 else []
    place = "|".join([code, source, *where, message]).encode("utf-8", "surrogatepass")
    return Finding(
        rank=RANK[severity],
        code=code,
        id=f"x{sha1(place, usedforsecurity=False).hexdigest()[:12]}",
        verdict=verdict,
        severity=severity,
        groups=(),
        claims=(),
        message=f"{source}: {f'item {item} ' if item else ''}{message}",
        fingerprints=(digest(code, message),),
        source=source,
        line=line,
    )
