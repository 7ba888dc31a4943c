"""The one place that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from itertools import chain
from types import MappingProxyType

import msgspec

from audit import align, attach, check, count, derive, extract, gate, index, read, workers
from audit import focus as focused
from audit.align.work import Work
from audit.align.work import of as measured
from audit.check.case import fingerprint
from audit.check.on_source import Seen
from audit.config import Config
from audit.focus import Inside, Items, inside, members
from audit.gate import Accepted
from audit.index import Entry
from audit.model import Article, Claim, Document, Extraction, Finding, Piece, Result, Unread
from audit.rulebook import Rulebook, examples, load
from audit.store import Shelf

Progress = Callable[[Iterable[Piece | Unread]], Iterable[Piece | Unread]]
Kept = tuple[Entry, ...] | Unread  # of one piece


def run(
    paths: Sequence[str],
    config: Config,
    progress: Progress | None = None,
    *,
    focus: Sequence[str] = (),
    items: Items = MappingProxyType({}),
    shelf: Shelf | None = None,
    instead: read.Instead | None = None,
    accepted: Accepted | None = None,
) -> Result:
    """Everything, from paths to findings. Raises Fault if the job cannot be done.

    `paths` is the whole corpus. With `focus`, files or folders of it (of some files only `items`),
    the findings are exactly those of the whole run that touch these sources (by a claim, or as a
    source), and the result holds the articles, claims and families that the sources touch. Its
    coverage still counts the sources, numbers and claims of the whole corpus, and as groups those
    of the families it holds.

    What the `shelf` keeps of an earlier run is not extracted again; the result is the same without.
    `instead` says what sources hold in place of what is on disk (None: nothing, they are gone).
    `accepted` is what baseline and waivers say; comments in the articles count without it.
    """
    rules = load(config.rules)
    paths = read.expanded(paths)
    pieces = read.pieces(paths, config, instead)
    entries: list[Entry] = []
    unread: list[Unread] = []
    for found in recalled(progress(pieces) if progress else pieces, rules, shelf):
        if isinstance(found, Unread):
            on_disk = found.source not in (instead or {})
            unread.append(read.told(found, paths) if on_disk else found)
        else:
            entries += found
    if shelf:
        shelf.save()
    about = inside(focus, items) if focus else None
    return result(entries, unread, rules, about, accepted, inside(paths))


def recalled(
    pieces: Iterable[Piece | Unread], rules: Rulebook, shelf: Shelf | None
) -> Iterator[Kept]:
    """What the shelf keeps of the pieces; else what is extracted from them now, which the shelf then
    keeps. Claims are views into what is kept or made."""

    def known(piece: Piece | Unread) -> Kept | None:
        if isinstance(piece, Unread):
            return piece
        data = shelf.get(piece) if shelf else None
        with suppress(msgspec.MsgspecError):  # damaged on disk
            return None if data is None else _decode(data)
        return None

    make: Callable[[Piece | Unread], Kept | bytes] = partial(_made, rules=rules)
    for piece, found in workers.ordered(pieces, known, make):
        if isinstance(found, bytes):
            if shelf and isinstance(piece, Piece):
                shelf.put(piece, found)
            yield _decode(found)
        else:
            yield found


def _made(piece: Piece | Unread, rules: Rulebook) -> bytes:
    documents = piece if isinstance(piece, Unread) else read.articles(piece)
    if isinstance(documents, Unread):
        return msgspec.msgpack.encode(documents)
    return msgspec.msgpack.encode(
        tuple(index.entry(extraction(one, rules), rules) for one in documents)
    )


_decode: Callable[[bytes | memoryview], Kept] = msgspec.msgpack.Decoder(Kept).decode


def analyse(
    sources: Iterable[Document | Unread],
    rules: Rulebook,
    named: Inside | None = None,
    accepted: Accepted | None = None,
) -> Result:
    """Documents to findings; the order of the documents changes nothing."""
    every = [one if isinstance(one, Unread) else extraction(one, rules) for one in sources]
    unread = [one for one in every if isinstance(one, Unread)]
    entries = [index.entry(one, rules) for one in every if isinstance(one, Extraction)]
    return result(entries, unread, rules, named, accepted)


def extraction(document: Document, rules: Rulebook) -> Extraction:
    """The stages that look at one document alone."""
    found = tuple(extract.mentions(document, rules.lexicon))
    claims = tuple(attach.claims(document, found, rules))
    derived = tuple(derive.claims(claims, rules))
    return Extraction(document.article, count.ledger(found, claims), claims, derived)


def result(
    entries: Sequence[Entry],
    unread: Sequence[Unread],
    rules: Rulebook,
    focus: Inside | None = None,
    accepted: Accepted | None = None,
    within: Inside | None = None,
) -> Result:
    """The stages that compare the documents, and what was accepted of what they find.

    `within` is where the sources of the corpus lie.
    """
    named = focus or inside(())
    held = index.touching(entries, named, rules) if focus else index.everything(entries)
    known = sorted([*held.claims, *held.around])
    terms = accepted or Accepted()
    links = gate.linking(terms, fingerprint)
    echoes = [e for e in align.echoes(known, rules) if links.sides(e.a) == links.sides(e.b)]
    near = focused.near(echoes, named) if focus else None
    aligned = [*held.claims, *held.derived]
    weights, made = index.weights(entries), align.Links(links.sides, links.ties)
    families = tuple(align.families(aligned, rules, weights, near, made, together=workers.together))
    jobs = check.jobs(families, echoes, known, held.across, rules, links.sides)
    told = [
        *focused.findings(chain(*workers.together(jobs, len(known))), named),
        *check.source_findings(_seen(entries, unread, known, named), rules),
    ]
    claims = sorted(claim for family in families for claim in members(family))
    sources = tuple(sorted({one.article.source for one in entries} | {u.source for u in unread}))
    ruled = gate.ruled(
        sorted(check.once(set(told)), key=_worst_first),
        terms,
        sorted(one.article for one in entries if one.article.ignores),
        sources,
        focus or within or named,
        links.used(claims),
        whole=focus is None,
    )
    lapsed = check.lapse_findings(ruled.lapses, rules)
    return Result(
        documents=_articles(entries, claims, named),
        unread=tuple(sorted(unread)),
        claims=tuple(claims),
        families=families,
        findings=tuple(sorted([*ruled.findings, *lapsed], key=_worst_first)),
        coverage=count.coverage(entries, unread, families),
        sources=sources,
        changes=ruled.changes,
        differing=check.differing(families, rules),
    )


def _articles(
    entries: Iterable[Entry], claims: Iterable[Claim], named: Inside
) -> tuple[Article, ...]:
    """The articles that are named, or have a claim in a family that these touch."""
    placed = {(claim.source, claim.item) for claim in claims}
    every = sorted(one.article for one in entries)
    return tuple(a for a in every if named(a.source, a.item) or (a.source, a.item) in placed)


def _seen(
    entries: Iterable[Entry], unread: Iterable[Unread], claims: Iterable[Claim], named: Inside
) -> Seen:
    """The named sources, for the checks that look at a source alone."""
    return Seen(
        documents=sorted(
            one.article for one in entries if named(one.article.source, one.article.item)
        ),
        unread=sorted(one for one in unread if named(one.source)),
        claims=[claim for claim in claims if named(claim.source, claim.item)],
    )


def work(claims: Sequence[Claim], config: Config) -> Work:
    """How much there was to align, with the rules of the config."""
    return measured(claims, load(config.rules))


def failing_examples(rules: Rulebook) -> list[str]:
    """One line for each example in the rulebook that does not come out as its file says."""
    return list(examples.failures(rules.metrics, partial(_claims_of_text, rules=rules)))


def _claims_of_text(text: str, published: date | None, rules: Rulebook) -> list[Claim]:
    documents = read.text("example", text, published)
    return [
        c for d in documents for c in attach.claims(d, extract.mentions(d, rules.lexicon), rules)
    ]


def _worst_first(finding: Finding) -> tuple[int, str, int, str]:
    return (finding.rank, finding.code, -len(finding.claims), finding.id)
