"""A210 count-and-list (warning)

Finds: a count, and the list behind it that is to hold so many and does not: its members are counted
with every "and" inside a name and without, and neither fits. Also a year in such a list that lies
outside the years that the count is of.

Wrong when: the list gives only the most important ones and does not say so.

Example: "five offices: Oslo, Bergen, Lima and Quito".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.check.case import Case, finding
from audit.check.numbers import said
from audit.model import Claim, Finding
from audit.rulebook import Rulebook

CODE = "A210"
Key = tuple[object, ...]
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    counts = {(*_article(claim), claim.start): claim for claim in claims if not claim.term}
    for listed in sorted(claims):
        at = _announced(listed)
        count = counts.get((*_article(listed), at)) if at is not None else None
        if count and (why := _number(count, listed) or _years(count, listed)):
            text = f"{count.label}: {said(count)}, listed {said(listed)} - {why}"
            yield finding(case, CODE, "conflict", [count, listed], text)


def keys(claim: Claim, _rules: Rulebook) -> Iterator[Key]:
    """One article, for what one sentence tells."""
    if _announced(claim) is not None or claim.mention.kind == "count":
        yield ("article", *_article(claim))


def _article(claim: Claim) -> tuple[str, int]:
    return claim.source, claim.item


def _announced(claim: Claim) -> int | None:
    """Where the count stands that announces a list."""
    spans = (d.span for d in claim.decided if d.slot == "count")
    return next((span.start for span in spans if span), None)


def _number(count: Claim, listed: Claim) -> str | None:
    least, most = listed.mention.low or 0, listed.mention.high or 0
    stated = count.mention.stated or 0
    if least <= stated <= most:
        return None
    many = f"{least:.0f}" if least == most else f"{least:.0f} to {most:.0f}"
    return f"{many} are named"


def _years(count: Claim, listed: Claim) -> str | None:
    """A year of the list outside the stated years of the count."""
    period = count.period
    stated = count.decided_as("period", "stated")
    if not (stated and period and period.first and period.last):
        return None
    first, last = period.first.year, period.last.year
    outside = [y for y in _YEAR.findall(listed.mention.text) if not first <= int(y) <= last]
    if not outside or first == last:
        return None
    return f"{', '.join(outside)} is not in {first}-{last}"
