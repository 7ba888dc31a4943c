"""Every numeral of every document with its fate: a mention, a time, or rejected with a reason."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from tabulate import tabulate

from audit.model import Document, Mention, Rejection
from audit.report import encode, place, wording
from audit.report.tally import count

COLUMNS = ("source", "item", "line", "column", "text", "fate", "what", "value")


class Entry(Struct, frozen=True):
    """What was extracted from one document, in the order of the text."""

    document: Document
    found: tuple[Mention | Rejection, ...]


def mentions(entry: Entry) -> list[Mention]:
    return [one for one in entry.found if isinstance(one, Mention)]


def table(entries: Sequence[Entry], *, rejected: bool) -> str:
    """As text that ends with the totals; without `rejected`, mentions alone."""
    shown = [row for row in _rows(entries) if rejected or row[5] != "rejected"]
    lines = tabulate(shown, headers=COLUMNS, tablefmt="simple", disable_numparse=True)
    return encode.clean(f"{lines}\n\n{totals(entries)}\n")


def sheet(entries: Iterable[Entry], *, rejected: bool) -> str:
    """As CSV with a header row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    shown = (row for row in _rows(entries) if rejected or row[5] != "rejected")
    writer.writerows(map(encode.cell, row) for row in shown)
    return out.getvalue()


def totals(entries: Iterable[Entry]) -> str:
    """`12 numbers: 8 mentions, 3 times, 1 rejected (1 clock time)`."""
    rows = _rows(entries)
    fates = Counter(str(row[5]) for row in rows)
    reasons = Counter(str(row[6]) for row in rows if row[5] == "rejected")
    why = ", ".join(f"{number} {reason}" for reason, number in sorted(reasons.items()))
    return (
        f"coverage: {count(len(rows), 'numbers')}: {count(fates['mention'], 'mentions')}, "
        f"{fates['time']} dates and periods, {fates['rejected']} rejected{f' ({why})' if why else ''}"
    )


def _rows(entries: Iterable[Entry]) -> list[tuple[object, ...]]:
    return [_row(entry.document, one) for entry in entries for one in entry.found]


def _row(document: Document, one: Mention | Rejection) -> tuple[object, ...]:
    line, column = place.of(document, one.start)
    where = (document.source, document.item, line, column, " ".join(one.text.split()))
    if isinstance(one, Rejection):
        return (*where, "rejected", one.reason, "")
    fate = "time" if one.kind in {"date", "period"} else "mention"
    return (*where, fate, one.kind, wording.stated(one))
