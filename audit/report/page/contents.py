"""What goes on a page: all of a small report, or a part of a large one. What is cut is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from audit.model import Document, Result, Unread
from audit.report.look import Look
from audit.report.page import remainder, running
from audit.report.page.entries import Entry, entries
from audit.report.page.remainder import Alone, Parallel
from audit.report.page.running import Article, Place
from audit.report.page.timeline import Timeline, timelines

GROUPS = 1000  # on one page; past that a browser takes more than two seconds to open it
TEXT = 600_000  # characters of running text on one page ...
_AROUND = 250  # characters of markup for each
_LESS = 1_100  # ... and so many fewer for each entry, so that 500 of them stay under 2 MB
_ALONE = 400
_TIMELINES = 8
_PER_PAGE = {"findings": 250, "differing": 500, "agreeing": 500, "alone": 2000, "sources": 400}
_PARTS = {"alone": "not compared", "differing": "not told", "sources": "by source"}
_FOLDER = "--output-format html-dir=FOLDER has them all"

T = TypeVar("T")


class Contents(Struct, frozen=True):
    """The parts of one page, and for those that are cut, the sentence that says so."""

    name: str = "index.html"
    part: str = ""
    entries: Sequence[Entry] = ()
    timelines: Sequence[Timeline] = ()
    articles: Sequence[Article] = ()
    unread: Sequence[Unread] = ()
    differing: Sequence[Parallel] = ()
    agreeing: Sequence[Parallel] = ()
    alone: Sequence[Alone] = ()
    alone_why: Sequence[tuple[str, int]] = ()  # of all claims that stand alone
    fewer_entries: str = ""
    fewer_texts: str = ""
    fewer_differing: str = ""
    fewer_agreeing: str = ""
    fewer_alone: str = ""
    sizes: tuple[tuple[str, int], ...] = ()  # of the parts before they were cut
    first: bool = True  # carries the verdict's own sections: findings, ledger, limits


def single(result: Result, look: Look) -> Contents:
    """One page with the worst groups, the rest counted."""
    every = _entries(result, look)
    told = every[:GROUPS]
    agree, differ = remainder.parallel(result, look)
    room = GROUPS - len(told)
    apart = differ[: max(room // 2, room - len(agree))]
    shown = agree[: room - len(apart)]
    alone = remainder.alone(result)
    articles = _articles(result, told, look, TEXT - _LESS * len(told))
    return Contents(
        entries=told,
        timelines=timelines(result, _TIMELINES),
        articles=articles,
        unread=result.unread,
        differing=apart,
        agreeing=shown,
        alone=alone[:_ALONE],
        alone_why=remainder.reasons(alone),
        sizes=(
            ("differing", len(differ)),
            ("agreeing", len(agree)),
            ("alone", len(alone)),
            ("entries", len(every)),
        ),
        fewer_entries=_fewer(len(told), len(every), "groups with findings, the worst"),
        fewer_texts=_fewer(
            sum(bool(a.text) for a in articles), len(articles), "articles with their text"
        ),
        fewer_differing=_fewer(len(apart), len(differ), "differing groups, the likeliest"),
        fewer_agreeing=_fewer(len(shown), len(agree), "agreeing groups, the most told"),
        fewer_alone=_fewer(min(len(alone), _ALONE), len(alone), "claims"),
    )


def _entries(result: Result, look: Look) -> list[Entry]:
    return entries(result, look.since.introduced if look.since else ())


def _fewer(shown: int, every: int, what: str) -> str:
    return "" if shown == every else f"{shown:,} of {every:,} {what}, are shown; {_FOLDER}."


def _articles(result: Result, told: Sequence[Entry], look: Look, budget: float) -> list[Article]:
    """Every source; with their texts those that are told of, then the others while there is room."""
    named = {(one.claim.source, one.claim.item) for entry in told for one in entry.claims}
    places = [(one.source, one.item) for one in result.documents]
    order = sorted(places, key=lambda place: (place not in named, place))
    return running.articles(result, told, dict(_texts(order, look, budget)))


def _texts(order: Iterable[Place], look: Look, budget: float) -> Iterator[tuple[Place, Document]]:
    """In this order while there is room; a file is read once, and none once the room is used up."""
    by_source: dict[str, list[Place]] = {}
    for place in order:
        by_source.setdefault(place[0], []).append(place)
    for source, places in by_source.items():
        if budget <= 0:
            return
        found = {(one.source, one.item): one for one in look.texts(source)}
        for place in filter(found.__contains__, places):
            budget -= len(found[place].text) + _AROUND
            if budget >= 0:
                yield place, found[place]


def folder(result: Result, look: Look) -> Iterator[Contents]:
    """Everything, on as many pages as it needs; the first is `index.html`."""
    told = _entries(result, look)
    rest = Contents(timelines=timelines(result, _TIMELINES * 2), unread=result.unread)
    for n, chunk in _chunks("findings", told):
        name = "index.html" if n == 1 else f"findings-{n}.html"
        first = replace(rest, unread=()) if n == 1 else Contents()
        yield replace(first, name=name, part=_part("findings", n), entries=chunk, first=n == 1)
    for n, articles in _chunks("sources", _articles(result, told, look, inf)):
        unread = result.unread if n == 1 else ()
        yield _page("sources", n, articles=articles, unread=unread)
    agree, differ = remainder.parallel(result, look)
    for n, groups in _chunks("differing", differ):
        yield _page("differing", n, differing=groups)
    for n, groups in _chunks("agreeing", agree):
        yield _page("agreeing", n, agreeing=groups)
    every = remainder.alone(result)
    for n, alone in _chunks("alone", every):
        why = remainder.reasons(every) if n == 1 else ()
        yield _page("alone", n, alone=alone, alone_why=why)


def _page(kind: str, number: int, **parts: Any) -> Contents:
    return Contents(name=f"{kind}-{number}.html", part=_part(kind, number), first=False, **parts)


def _part(kind: str, number: int) -> str:
    title = _PARTS.get(kind, kind)
    return title if number == 1 else f"{title}, page {number}"


def _chunks(kind: str, parts: Sequence[T]) -> Iterator[tuple[int, Sequence[T]]]:
    """Numbered from 1; of the findings there is one page even if it is empty."""
    size = _PER_PAGE[kind]
    for n, start in enumerate(range(0, max(len(parts), kind == "findings"), size), 1):
        yield n, parts[start : start + size]
