"""Every kind of change by its name, in the order of the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from injection import contexts, errors, rewrites
from injection.edits import Change, Edit

Editor = Callable[[str], Iterable[Edit]]
ERRORS: dict[str, Editor] = {
    "factor 1000": errors.factor,
    "digit swap": errors.digits,
    "year shift": contexts.years,
    "sign": contexts.signs,
    "part above whole": contexts.wholes,
    "sum off": errors.sums,
    "rank": contexts.ranks,
    "percent or points": errors.points,
    "anniversary": contexts.anniversaries,
    "currency": errors.currency,
}
REWRITES: dict[str, Editor] = {
    "money": rewrites.money,
    "percent sign": rewrites.percents,
    "more than": rewrites.bounds,
    "about": rewrites.abouts,
    "date format": rewrites.dates,
    "digits or words": rewrites.counts,
    "country name": rewrites.countries,
    "trade": rewrites.trades,
    "tons": rewrites.tons,
    "wording": rewrites.wording,
}


def changes(texts: Sequence[str], editors: dict[str, Editor]) -> Iterator[Change]:
    """Every change that the texts allow."""
    for article, text in enumerate(texts):
        for kind, editor in editors.items():
            for edit in editor(text):
                if edit.new != text[edit.start : edit.end]:
                    yield Change(kind, article, edit)
