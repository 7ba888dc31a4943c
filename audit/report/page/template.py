"""The templates and what they may call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from audit.model import Claim, Result
from audit.report import tally, wording
from audit.report.page import evidence, running, timeline
from audit.report.page.entries import outlet
from audit.report.page.running import Article

_FOLDER = Path(__file__).parent / "templates"
_WORDS = {"error": "Not reconcilable", "warning": "To review", "info": "To know"}
_ROWS = 40  # claims of one group that are shown with their quotes
_COLUMNS = 8
Links = Callable[[str], str]


def environment(links: Links, result: Result) -> Environment:
    """Everything that comes from an article is escaped: only our own style and script are `safe`."""
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    homes = running.anchors(result)
    made.globals |= {
        "words": _WORDS,
        "why_differing": wording.DIFFERING,
        "rows": _ROWS,
        "columns": _COLUMNS,
        "height": timeline.HEIGHT,
        "count": tally.count,
        "value": wording.value,
        "reach": wording.reach,
        "when": evidence.time,
        "voices": lambda claim: list(_voices(claim)),
        "outlet": outlet,
        "segments": evidence.segments,
        "summary": _summary,
        "side": _side,
        "named": _named,
        "link": links,
        "href": lambda claim: links(homes.get((claim.source, claim.item), "")),
    }
    return made


def entity_name(key: str) -> str:
    """A country's name for its ISO 3166 code; any other key is a name already."""
    return str(Locale("en").territories.get(key, key))


def _voices(claim: Claim) -> Iterator[str]:
    """Who says so, in which sense, and whether it is so yet."""
    if claim.speaker:
        yield f"said by {claim.speaker}"
    if claim.upstream:
        yield f"via {claim.upstream}"
    if claim.definition:
        yield claim.definition.replace("_", " ")
    if claim.modality != "actual":
        yield claim.modality
    if claim.arithmetic:
        yield claim.arithmetic


def _named(article: Article) -> str:
    return f"{article.source}, item {article.item}" if article.item else article.source


def _summary(article: Article) -> list[str]:
    claims = tally.count(article.claims, "claims")
    return [*filter(None, (article.outlet, article.published or "undated")), claims]


def _side(x: float) -> str:
    """The class of a label at `x` percent: at the edges it grows inwards."""
    return "s" if x < 10 else "e" if x > 90 else ""
