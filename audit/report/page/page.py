"""The contents as HTML: one self-contained page, or several that link to each other."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from msgspec.structs import asdict

from audit.model import Result
from audit.report import tally
from audit.report.look import Look
from audit.report.page import policy
from audit.report.page.contents import Contents
from audit.report.page.entries import Entry
from audit.report.page.template import Links, entity_name, environment

_HERE = Path(__file__).parent
_TITLES = {
    "entries": "Findings",
    "timelines": "Over time",
    "articles": "By source",
    "differing": "Differing, not told",
    "agreeing": "Agreeing",
    "alone": "Not compared",
}
_IDS = {"entries": "findings", "articles": "sources"}


def pages(result: Result, look: Look, contents: Sequence[Contents]) -> dict[str, str]:
    """File name -> text."""
    style = policy.squeezed((_HERE / "page.css").read_text(encoding="utf-8"))
    script = (_HERE / "page.js").read_text(encoding="utf-8").strip()
    template = environment(_links(contents), result).get_template("page.html")
    shared = {
        "policy": policy.header(style, script),
        "style": style,
        "script": script,
        "verdict": tally.verdict(result, look.hidden),
        "coverage": tally.coverage(result, look.hidden).removeprefix("coverage: "),
        "version": version("claim-audit"),
        "held": result.coverage,
        "ledger": _ledger(result),
        "since": look.since,
    }
    chapters = _chapters(contents) if len(contents) > 1 else None
    return {
        one.name: template.render(shared | _own(one), sections=chapters or _sections(one))
        for one in contents
    }


def _links(contents: Sequence[Contents]) -> Links:
    """Anchor -> address: a mere fragment where there is only one page."""
    if len(contents) == 1:
        return lambda anchor: f"#{anchor}"
    home = {told.anchor: page.name for page in contents for e in page.entries for told in e.told}
    home |= {article.anchor: page.name for page in contents for article in page.articles}
    return lambda anchor: f"{home.get(anchor, '')}#{anchor}"


def _own(one: Contents) -> dict[str, object]:
    return asdict(one) | {
        "told": [entry for entry in one.entries if not entry.close],
        "close": [entry for entry in one.entries if entry.close],
        "filters": _filters(one.entries),
    }


def _sections(one: Contents) -> list[tuple[str, str, int | None]]:
    """Name, address and size of each section of a page."""
    sizes = dict(one.sizes)
    found = [
        (title, f"#{_IDS.get(field, field)}", sizes.get(field, len(getattr(one, field))))
        for field, title in _TITLES.items()
        if field == "entries" or getattr(one, field)
    ]
    return [*found, ("Ledger", "#ledger", None), ("Limits", "#limits", None)]


def _chapters(contents: Sequence[Contents]) -> list[tuple[str, str, int | None]]:
    return [(one.part.capitalize(), one.name, None) for one in contents]


def _filters(entries: Sequence[Entry]) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen: key and text of each value that occurs."""
    values = {
        "status": {v: v for e in entries for v in e.statuses},
        "severity": {v: v for e in entries for v in e.severities},
        "check": {v: v for e in entries for v in e.checks},
        "entity": {v: entity_name(v) for e in entries for v in e.entities},
        "metric": {v: v for e in entries for v in e.metrics},
        "source": {v: v for e in entries for v in e.sources},
    }
    return {name: sorted(held.items(), key=lambda pair: pair[1]) for name, held in values.items()}


def _ledger(result: Result) -> list[tuple[str, int]]:
    """Where every number went; the last line is the sum of those above."""
    held = result.coverage
    claimed = held.numbers - held.times - held.rejected - held.unresolved
    return [
        ("numbers that became a claim", claimed),
        ("dates and periods, used as context", held.times),
        *((f"rejected: {reason}", number) for reason, number in held.rejected_by_reason),
        ("unresolved", held.unresolved),
        ("numbers seen", held.numbers),
    ]
