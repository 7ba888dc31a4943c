"""Echoes: a figure that kept its number and changed its metric or period on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from audit.align.slots import is_open
from audit.model import Claim, Echo, Period
from audit.rulebook import Rulebook

SMALL_RANK = 10
SAME_NEWS = 3  # days between two papers on one event
Key = tuple[float, str | None, str]
COPIED = 90  # token-sort ratio at which two sentences are one, but for a date


def echoes(claims: Iterable[Claim], rulebook: Rulebook) -> Iterator[Echo]:
    """Pairs with the same precise number, or the same frame, of another metric or period."""
    blocks: dict[Key, list[Claim]] = defaultdict(list)
    for claim in sorted(claims):
        own = key(claim)
        if own is not None:
            blocks[own].append(claim)
    for block in blocks.values():
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                why = _echo(a, b, rulebook)
                if why:
                    yield Echo(a, b, why)


def key(claim: Claim) -> Key | None:
    """What claims must share to echo each other; None for a figure that chance repeats."""
    mention = claim.mention
    if mention.stated is None or not (_telling(claim) or _dated(claim)):
        return None
    return (float(mention.stated) + 0.0, mention.unit, "rank" if mention.kind == "rank" else "")


def _dated(claim: Claim) -> bool:
    """Of a rulebook metric with a period: in near-identical sentences any figure tells."""
    return claim.period is not None and not is_open(claim)


def _telling(claim: Claim) -> bool:
    """Ranks, and numbers of two written digits or more with a scale: chance repeats the others."""
    mention = claim.mention
    if mention.kind == "rank":
        return True
    return bool(
        mention.stated
        and mention.step
        and abs(mention.stated) / mention.step >= 20
        and abs(mention.stated) >= 1e5
    )


def _echo(a: Claim, b: Claim, rulebook: Rulebook) -> str | None:
    if (a.source, a.item) == (b.source, b.item) or (
        is_open(a) != is_open(b) and a.mention.kind != "rank"
    ):
        return None
    if a.modality != "actual" or b.modality != "actual":
        return None
    if a.metric == b.metric and not is_open(a) and a.roles == b.roles:
        return _period_echo(a, b)
    if a.mention.kind == "rank" and a.metric != b.metric and _chosen_number(a):
        frame = fuzz.token_set_ratio(" ".join(_frame(a)), " ".join(_frame(b))) / 100
        shared = set(a.terms) & set(b.terms)
        if shared and _who(a) & _who(b) and frame >= rulebook.checks.fuzzy.echo:
            return "metric"
    return None


def _chosen_number(claim: Claim) -> bool:
    """ "Top 50" and "34th" are figures that travel; "third" comes up everywhere."""
    return (claim.mention.stated or 0) > SMALL_RANK


def _who(claim: Claim) -> set[str]:
    return {who for _, who in claim.roles} | {e for e in (claim.subject, claim.object) if e}


def _frame(claim: Claim) -> list[str]:
    return [word for word in claim.quote.lower().split() if word.isalpha()]


def _period_echo(a: Claim, b: Claim) -> str | None:
    """The same figure for the same months of two years: a telling one, or in the same sentence."""
    one, two = a.period, b.period
    if not (one and two and one.first and two.first and one.last and two.last) or one == two:
        return None
    same_months = (one.first.month, one.last.month) == (two.first.month, two.last.month)
    close = a.published and b.published and abs((a.published - b.published).days) <= 366
    if not (same_months and close and _short(one) and _short(two)):
        return None
    days = abs((a.published - b.published).days) if a.published and b.published else 366
    alike = fuzz.token_sort_ratio(a.quote.lower(), b.quote.lower()) >= COPIED
    copied = alike and days <= SAME_NEWS  # bulletins repeat their sentences month by month
    return "period" if copied or _telling(a) else None


def _short(period: Period) -> bool:
    return bool(period.first and period.last and (period.last - period.first).days <= 366)
