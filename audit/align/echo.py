"""Echoes: a figure that kept its number and changed its metric or period on the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from audit.align.slots import is_open
from audit.model import Claim, Echo, Period, days_apart
from audit.rulebook import Rulebook

SMALL_RANK = 10
YEAR = 366  # days
YEARS = 2  # by which a year is misread; further apart, one round sum twice is no wonder
CHOSEN = 10  # last places that a figure holds: with fewer, two papers may well agree by chance
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
    """The same figure for the same months of two years, or since two years: a telling one, one that
    two papers print on one event, or in the same sentence."""
    days = days_apart(a.published, b.published)
    if not (a.period and b.period) or a.period == b.period or days > YEAR:
        return None
    if not all(c.decided_as("period", "stated") for c in (a, b)):
        return None  # when it was, another sentence said
    forms = (_same_months, _same_end, _same_start)
    if not any(form(a.period, b.period) for form in forms):
        return None
    alike = fuzz.token_sort_ratio(a.quote.lower(), b.quote.lower()) >= COPIED
    of_one_event = days <= SAME_NEWS and (alike or _chosen(a))  # bulletins repeat theirs
    lasting = _same_start(a.period, b.period)  # a total may stay what it was
    return "period" if of_one_event or (_telling(a) and not lasting) else None


def _chosen(claim: Claim) -> bool:
    """Of two digits at least; percentages lie close together."""
    mention = claim.mention
    digits = abs(mention.stated or 0.0) / mention.step if mention.step else 0.0
    return mention.kind != "percent" and digits >= CHOSEN


def _same_months(a: Period, b: Period) -> bool:
    """January-July of 2023 and of 2024."""
    if not (_short(a) and _short(b) and a.first and a.last and b.first and b.last):
        return False
    apart = 0 < abs(a.first.year - b.first.year) <= YEARS  # no quarter beside its days so far
    return apart and (a.first.month, a.last.month) == (b.first.month, b.last.month)


def _same_end(a: Period, b: Period) -> bool:
    """Since 1991 and since 1993: running totals up to the same day, or to that of the text."""
    return a.last == b.last and a.first is not None and b.first is not None and not _short(a)


def _same_start(a: Period, b: Period) -> bool:
    """From 2005 to 2013 and to 2014."""
    return a.first == b.first and None not in (a.last, b.last) and not _short(a)


def _short(period: Period) -> bool:
    return bool(period.first and period.last and (period.last - period.first).days <= YEAR)
