"""A finding on a source rather than on claims."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha1

from msgspec import Struct

from audit.check.case import RANK
from audit.model import Article, Claim, Finding, Unread
from audit.rulebook import Rulebook


class Seen(Struct, frozen=True):
    """All that was read, for checks of the sources themselves."""

    documents: Sequence[Article]
    unread: Sequence[Unread]
    claims: Sequence[Claim]


def on_source(code: str, verdict: str, source: str, message: str, rules: Rulebook) -> Finding:
    severity = rules.checks.severity[code]
    name = sha1(f"{code}|{source}|{message}".encode(), usedforsecurity=False).hexdigest()
    return Finding(
        rank=RANK[severity], code=code, id=f"x{name[:12]}", verdict=verdict, severity=severity,
        groups=(), claims=(), message=f"{source}: {message}", fingerprints=(name[:16],), source=source,
    )  # fmt: skip


def name(source: str, item: int) -> str:
    return f"{source} (item {item})" if item else source
