"""A life in brackets, "(1871–1941)": extraction reads one period, here it is two dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from audit.attach.sentence import TIMES
from audit.model import Mention, Period

LEAST = 15  # years: what is shorter may be a season, a term of office or a band's career
OPENERS = ("(", "-lrb-", "[", "-lsb-", ";")
DASHES = frozenset("-–—−")
_DASH = re.compile(r"\s*[-–—−]+\s*")


def read(mentions: Sequence[Mention], text: str, offset: int) -> Iterator[Mention]:
    """The mentions with each bracketed stretch of years cut into its first and last date."""
    for mention in mentions:
        before = text[max(0, mention.start - offset - 8) : mention.start - offset]
        if mention.kind in TIMES and before.rstrip().lower().endswith(OPENERS):
            yield from _cut(mention)
        else:
            yield mention


def _cut(mention: Mention) -> Iterator[Mention]:
    period = mention.period
    dash = _DASH.search(mention.text)
    long = period and period.first and period.last and period.last.year - period.first.year >= LEAST
    if not (period and period.first and period.last and dash and long):
        yield mention
        return
    first, last = mention.text[: dash.start()], mention.text[dash.end() :]
    yield replace(
        mention,
        end=mention.start + dash.start(),
        text=first,
        period=_part(first, period.first),
    )
    yield replace(
        mention,
        start=mention.start + dash.end(),
        text=last,
        period=_part(last, period.last),
    )


def _part(written: str, day: date) -> Period:
    """The year, month or day that one end names."""
    if written.strip().isdigit():
        return Period.year(day.year)
    if len(re.findall(r"\d+", written)) == 1:
        return Period.month(day.year, day.month)
    return Period(day, day)
