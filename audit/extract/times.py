"""Time expressions as mentions, durations with the stretch they name, and the dates of page headers."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from audit.extract import dates, edges, periods, stretches, years
from audit.extract.dates import Moment
from audit.extract.quantities import Quantity
from audit.extract.scan import Sentence
from audit.model import Kind, Mention, Rejection
from audit.rulebook.lexicon import Lexicon


def read(s: Sentence, i: int, lexicon: Lexicon) -> tuple[Mention, int] | None:
    """The date or period at word `i`, and the word index after it."""
    if (
        dates.year_number(s, i)
        and s.word(i - 1) not in lexicon.fiscal
        and not years.is_year(s, i, lexicon)
    ):
        return None
    found = stretches.read(s, i, lexicon) or edges.read(s, i, lexicon)
    found = found or stretches.ended(s, i, lexicon) or periods.read(s, i, lexicon)
    return (_mention(s, found), found.j) if found else None


def _mention(s: Sentence, found: Moment) -> Mention:
    period = found.period
    one = period is not None and period.first is not None and period.first == period.last
    kind: Kind = "date" if one or (period is None and found.day) else "period"
    return Mention(
        start=s.starts[found.i], end=s.ends[found.j - 1], kind=kind, text=s.text(found.i, found.j),
        period=period, how=found.how,
    )  # fmt: skip


def dated(s: Sentence, mention: Mention, q: Quantity, lexicon: Lexicon) -> Mention:
    """A duration that is placed: "the past 25 years", "two years ago"."""
    if mention.kind != "duration" or mention.stated is None or s.published is None:
        return mention
    before, after = s.word(q.i - 1), s.word(q.j)
    if before in lexicon.windows:
        ahead = lexicon.relatives.get(before, -1) > 0
        period = None if ahead else periods.months_so_far(s.published, mention.unit, mention.stated)
        period = period or periods.window(s.published, mention.unit or "", mention.stated, ahead)
        return replace(mention, period=period, how=dates.RELATIVE if period else None)
    if after == "ago" and mention.unit in ("day", "week", "month", "year", "decade"):
        back = periods.window(s.published, mention.unit, mention.stated, False)
        if back is not None and back.first is not None:
            period = periods.around(back.first, mention.unit, 0)
            return replace(mention, period=period, how=dates.RELATIVE)
    return mention


def header(s: Sentence, hits: list[int], lexicon: Lexicon) -> Iterator[Mention | Rejection]:
    """In a page header only dates count; clocks and counters are rejected."""
    end = 0
    for i in hits:
        if i < end:
            continue
        found = periods.read(s, i, lexicon)
        if found:
            yield _mention(s, found)
            end = found.j
        elif s.digits(i):
            yield Rejection(s.starts[i], s.ends[i], s.written(i), _reason(s, i))


def _reason(s: Sentence, i: int) -> str:
    word = s.words[i]
    if ":" in word:
        return "clock time"
    return "view counter" if word.isdecimal() and ":" in s.word(i - 1) else "page header"
