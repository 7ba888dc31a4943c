"""A202 share (error; across sources and for things that no rule names a warning)

Finds: a share above 100 %; a percentage that the part and the whole beside it do not give; shares of
one whole that come to more than all of it, or, with "the remaining", to less; a part that is not
its share of the whole, across sources.

Wrong when: the percentage is a change or a return, not a share; or the shares overlap.

Example: "accounts for 114 % of all investment"; "a 149 % stake"; "120 of the 300 projects (60 %)".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from audit.check import derived, listed, shares_told, summed
from audit.check.case import Case, finding
from audit.check.context import assumptions
from audit.check.numbers import amount, rough, said, who
from audit.check.sentence import before, behind, either
from audit.model import Claim, Finding
from audit.rulebook import Rulebook

CODE = "A202"
Key = tuple[object, ...]
ALL = 100.0


def find(case: Case) -> Iterator[Finding]:
    for claim in case.claims:
        low = claim.mention.low
        if low is not None and low > ALL and _is_share(claim, case.rules):
            text = f"{case.about(claim)}: {who(claim)} is a share of more than the whole"
            yield finding(case, CODE, "conflict", [claim], text, arithmetic=f"{low:g} % > 100 %")
    yield from derived.every(case, CODE, "share")


def _is_share(claim: Claim, rules: Rulebook) -> bool:
    """By its metric; of an open one, by the words right beside it: a stake, of the votes, turnout."""
    if claim.mention.unit != "percent" or claim.mention.direction is not None:
        return False
    if not claim.is_open:
        return claim.kind == "share"
    words = rules.words.context
    level, whole = _cues(tuple(words.share_levels), tuple(words.wholes), tuple(words.no_wholes))
    return bool(level.search(before(claim)) or whole.match(behind(claim)))


@cache
def _cues(
    levels: tuple[str, ...], wholes: tuple[str, ...], no: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before a share, and right behind one."""
    whole = rf"^[\s-](?:of\s)?(?:[a-z]+\s)?(?:{either(wholes)})\b(?!['’]|\s(?:{either(no)})\b)"
    level = rf"\b(?:{either(levels)})(?:\s[a-z]+){{0,2}}\s$"
    return re.compile(level, re.IGNORECASE), re.compile(whole, re.IGNORECASE)


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    actual = [c for c in claims if c.modality == "actual"]
    for told in shares_told.triples(actual, rules):
        parts = f"“{told.part.mention.text}” of {said(told.whole)}"
        yield finding(
            case, CODE, "conflict", [told.share, told.part, told.whole],
            f"{told.share.label}: {parts} is not {who(told.share)}",
            arithmetic=f"{told.part.mention.text} / {told.whole.mention.text} = {rough(told.works_out, 'percent')}; stated {told.share.mention.text}",
        )  # fmt: skip
    for one in listed.lists(actual):
        if one.total is None:
            yield from summed.told(case, CODE, one)
    for run in shares_told.lists(actual, rules):
        yield from _summed(case, run, "warning")
    yield from _of_one_whole(case, actual)


def keys(claim: Claim, rules: Rulebook) -> Iterator[Key]:
    """One article, for what one sentence tells, and one whole at one time."""
    if claim.modality == "actual":
        yield ("article", claim.source, claim.item)
        if share := _of_whole(claim, rules):
            yield share[0]


def _of_one_whole(case: Case, claims: Sequence[Claim]) -> Iterator[Finding]:
    """Shares that different holders have of one whole at one time, each counted once, at its least."""
    wholes: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for claim in sorted(claims):
        if share := _of_whole(claim, case.rules):
            slot, holder = share
            known = wholes[slot].get(holder)
            if known is None or _least(claim) < _least(known):
                wholes[slot][holder] = claim
    for held in wholes.values():
        if len(held) > 1 and not _nested(held, case.rules):
            yield from _summed(case, list(held.values()))


def _of_whole(claim: Claim, rules: Rulebook) -> tuple[Key, str] | None:
    """The whole that a claim gives a share of, and who holds the share; None if it does not say."""
    metric = rules.metrics.get(claim.metric)
    holder = dict(claim.roles).get(metric.shared_by or "") if metric else None
    if metric is None or holder is None or assumptions(claim) or claim.kind != "share":
        return None
    rest = tuple(pair for pair in claim.roles if pair[0] != metric.shared_by)
    slot = ("whole", claim.metric, rest, claim.filters, claim.definition, claim.period, claim.as_of)
    return (slot, holder) if rest else None


def _nested(holders: dict[str, Claim], rules: Rulebook) -> bool:
    """Whether one holder lies in another: Germany's share is in the EU's."""
    return any(rules.atlas.part_of(key) & holders.keys() for key in holders)


def _least(claim: Claim) -> float:
    return claim.mention.low or 0.0


def _summed(
    case: Case, shares: Sequence[Claim], severity: Literal["warning"] | None = None
) -> Iterator[Finding]:
    total = sum(_least(claim) for claim in shares)
    if total <= ALL:
        return
    parts = " + ".join(amount(_least(c), None) for c in shares)
    home = {(claim.source, claim.item) for claim in shares}
    text = ", ".join(map(said if len(home) == 1 else who, shares))
    yield finding(
        case, CODE, "conflict", shares, f"{shares[0].label}: {text} together are more than the whole",
        arithmetic=f"at least {parts} = {amount(total, 'percent')} > 100 %",
        severity=severity or ("warning" if len(home) > 1 else None),
    )  # fmt: skip
