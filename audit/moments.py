"""When an open claim holds, and whether two of them speak of one time.

Without a metric nobody knows whether a figure is of a period or of a date. What its words say is a
moment; where they say nothing, it is the day on which the text appeared.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from audit.model import Claim, Period

LONG = 27  # days from which a stated time is a period rather than a date
AFTER = 120  # days behind a long period in which its figure is news
MONTH = 30  # days behind a short one
NEAR = 60  # days between two dates of one state of things


class Moment(Struct, frozen=True):
    period: Period | None
    stated: bool  # by words of the sentence

    @property
    def long(self) -> bool:
        return _days(self.period) >= LONG if self.period else False

    @property
    def whole(self) -> bool:
        return bool(self.period and self.period.first and self.period.last)


def of(claim: Claim) -> Moment:
    own = claim.period or claim.as_of
    whole = claim.period and claim.period.first and claim.period.last
    if claim.kind == "cumulative" and claim.as_of and not whole:
        own = claim.as_of  # a running total holds up to a day
    stated = claim.decided_as("period", "stated") or claim.decided_as("as_of", "stated")
    if own and own.first is None and own.last:  # "till April 15" holds on that day
        own = Period(own.last, own.last)
    if own and (own.first or own.last):
        return Moment(own, stated)
    unknown = claim.decided_as("as_of", "unknown")
    day = None if unknown else claim.published
    return Moment(Period(day, day) if day else None, False)


def one(a: Moment, b: Moment) -> bool | None:
    """Whether they are one time; None where one of them is not known."""
    if a.period is None or b.period is None:
        return None
    if not a.long and not b.long:
        return gap(a.period, b.period) <= NEAR
    if (a.stated and b.stated) or (a.long and b.long):
        return _alike(a, b)
    return _told_behind(a, b)


def apart(a: Moment, b: Moment) -> bool:
    """Whether they are two periods, each with a figure of its own: 2022 and 2023. Days may drift."""
    if a.period is None or b.period is None or not (a.long or b.long):
        return False
    if a.long and b.long:
        return not _alike(a, b)
    return not (a.stated and b.stated) and not _told_behind(a, b)


def _alike(a: Moment, b: Moment) -> bool:
    """Two periods are one if they are equal, or one of them is open and reaches over the other."""
    if a.period is None or b.period is None:
        return False
    if a.whole and b.whole and a.long and b.long:
        return a.period == b.period
    return a.period.meets(b.period)


def _told_behind(a: Moment, b: Moment) -> bool:
    """Whether the day of one text is when the other's period is news; one of them is a period."""
    period, day = (a.period, b.period) if a.long else (b.period, a.period)
    if period is None or day is None:
        return False
    if period.first is None or period.last is None or day.first is None:
        return period.meets(day)
    news = max(
        MONTH, min(AFTER, 2 * _days(period) // 3)
    )  # a quarter's figure is news for two months
    return 0 <= (day.first - period.first).days <= _days(period) + news


def _days(period: Period) -> int:
    return (period.last - period.first).days if period.first and period.last else LONG


def gap(a: Period, b: Period) -> int:
    """Days between the beginnings of two times; 0 where they meet."""
    if a.meets(b):
        return 0
    ends = sorted([a.first or a.last or date.min, b.first or b.last or date.min])
    return (ends[1] - ends[0]).days
