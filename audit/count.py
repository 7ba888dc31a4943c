"""Where every number went: the ledger of an article, and the coverage printed under every output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from audit.model import Article, Claim, Coverage, Family, Ledger, Mention, Rejection, Unread


def ledger(found: Iterable[Mention | Rejection], claims: Iterable[Claim]) -> Ledger:
    """The account of one article's numbers."""
    every = list(found)
    starts = {one.start for one in every}  # a rank may be said without a number
    rejected = Counter(one.reason for one in every if isinstance(one, Rejection))
    return Ledger(
        numbers=len(every),
        times=sum(isinstance(one, Mention) and one.is_time for one in every),
        claimed=sum(c.start in starts and _of_a_number(c) for c in claims),
        rejected=tuple(sorted(rejected.items())),
    )


def _of_a_number(claim: Claim) -> bool:
    return claim.mention.kind != "fact" and not claim.mention.is_time


class Counted(Protocol):
    """An extraction, packed or not."""

    @property
    def article(self) -> Article: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def claims(self) -> Sequence[object]: ...


def coverage(
    read: Sequence[Counted], unread: Sequence[Unread], families: Sequence[Family]
) -> Coverage:
    """What was looked at in these articles, and what was compared in these families."""
    ledgers = [one.ledger for one in read]
    rejected: Counter[str] = Counter()
    for one in ledgers:
        rejected.update(dict(one.rejected))
    sizes = [len(group.claims) for family in families for group in family.groups]
    numbers, times = (sum(getattr(one, name) for one in ledgers) for name in ("numbers", "times"))
    return Coverage(
        sources=len({one.article.source for one in read} | {one.source for one in unread}),
        documents=len(read),
        numbers=numbers,
        claims=sum(len(one.claims) for one in read),
        times=times,
        rejected=rejected.total(),
        unresolved=numbers - times - rejected.total() - sum(one.claimed for one in ledgers),
        groups=len(sizes),
        compared=sum(size > 1 for size in sizes),
        not_comparable=sizes.count(1),
        failed=len({one.source for one in unread}),
        rejected_by_reason=tuple(sorted(rejected.items(), key=lambda pair: (-pair[1], pair[0]))),
    )
