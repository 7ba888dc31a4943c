"""The articles themselves, each claim marked where it stands and linked to what is told of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from audit.model import Claim, Document, Result, Span
from audit.report.look import RANK
from audit.report.page.entries import Entry

Place = tuple[str, int]  # source, item


class Stretch(Struct, frozen=True):
    text: str
    claim: Claim | None = None
    entry: Entry | None = None  # that the claim is told in


class Article(Struct, frozen=True):
    """A source with what it claims; `text` is empty where it is not shown."""

    anchor: str
    source: str
    item: int
    title: str
    outlet: str
    published: str
    claims: int
    told: tuple[Entry, ...]
    head: tuple[Stretch, ...] = ()  # front matter and header lines
    text: tuple[Stretch, ...] = ()


def anchors(result: Result) -> dict[Place, str]:
    return {(one.source, one.item): f"s{n}" for n, one in enumerate(result.documents, 1)}


def articles(
    result: Result, told: Sequence[Entry], texts: Mapping[Place, Document]
) -> list[Article]:
    """Every source that was read, those that are told of first; with its text where that is given."""
    claims: dict[Place, list[Claim]] = {}
    for claim in result.claims:
        claims.setdefault((claim.source, claim.item), []).append(claim)
    homes = _homes(told)
    names = anchors(result)
    found = []
    for one in result.documents:
        place = (one.source, one.item)
        held = claims.get(place, [])
        entries = {homes[c.id].anchor: homes[c.id] for c in held if c.id in homes}
        found.append(
            Article(
                anchor=names[place],
                source=one.source,
                item=one.item,
                title=" ".join((one.title or "").split()),
                outlet=one.outlet or "",
                published=str(one.published or ""),
                claims=len(held),
                told=tuple(entries.values()),
                **_texts(texts.get(place), held, homes),
            )
        )
    return sorted(found, key=lambda a: (not a.told, a.source, a.item))


def _homes(told: Iterable[Entry]) -> dict[str, Entry]:
    """Claim id -> the worst entry that it stands in."""
    found: dict[str, Entry] = {}
    for entry in told:
        named = {c.id for one in entry.told for c in one.finding.claims}
        for claim in named:
            found.setdefault(claim, entry)
    return found


def _texts(
    document: Document | None, claims: Sequence[Claim], homes: Mapping[str, Entry]
) -> dict[str, tuple[Stretch, ...]]:
    if document is None:
        return {}
    begin, end = document.offset, document.offset + len(document.text)
    body = min((p.start for p in document.parts if p.kind == "body"), default=begin)
    return {
        "head": tuple(stretches(document, Span(begin, body), claims, homes)),
        "text": tuple(stretches(document, Span(body, end), claims, homes)),
    }


def stretches(
    document: Document, reach: Span, claims: Iterable[Claim], homes: Mapping[str, Entry]
) -> Iterator[Stretch]:
    """The text cut at its claims; of claims that overlap, the one that is told of is marked."""
    at = reach.start
    for claim in _apart(claims, homes):
        if at <= claim.start < claim.end <= reach.end:
            yield Stretch(document.quote(at, claim.start))
            yield Stretch(document.quote(claim.start, claim.end), claim, homes.get(claim.id))
            at = claim.end
    yield Stretch(document.quote(at, reach.end).rstrip())


def _apart(claims: Iterable[Claim], homes: Mapping[str, Entry]) -> list[Claim]:
    kept: list[Claim] = []
    taken: set[int] = set()
    for claim in sorted(claims, key=lambda c: (_weight(c, homes), c.start, -c.end)):
        reach = range(claim.start, claim.end)
        if taken.isdisjoint(reach):
            taken.update(reach)
            kept.append(claim)
    return sorted(kept, key=lambda c: c.start)


def _weight(claim: Claim, homes: Mapping[str, Entry]) -> int:
    home = homes.get(claim.id)
    return RANK[home.worst.severity] if home else len(RANK)
