"""One analysis for a command: progress on a terminal, and what counts as nothing done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from audit.commands import options, output
from audit.config import Config
from audit.model import Coverage, Document, Fault, Piece, Result, Severity, Unread

if TYPE_CHECKING:
    from audit.focus import Items
    from audit.read import Instead
    from audit.report.since import Since
    from audit.store import Shelf

Source = Piece | Unread
_NOTHING = Result((), (), (), (), (), Coverage())
_LONG = 1.0  # seconds before a bar is worth its flicker


def analysed(
    paths: Sequence[str],
    config: Config,
    *,
    allow_empty: bool,
    quiet: bool,
    verbose: bool = False,
    focus: Sequence[str] | None = None,
    items: Items | None = None,
    held: Instead | None = None,
) -> Result:
    """The pipeline's result. Raises Fault for no source, or sources without one claim.

    `focus` is what of the paths is asked about, None for all, and `items` what alone of some files:
    findings are told on a claim of these.
    `held` is what sources hold in place of what is on disk.
    """
    from audit import focus as focused
    from audit import pipeline

    if focus is not None and not focus:
        output.note(
            "claim-audit: nothing to check: no article is named, or none has changed", quiet
        )
        return _NOTHING
    progress = None if quiet or not sys.stderr.isatty() else _shown
    shelf = _shelf(config)
    result = pipeline.run(
        paths, config, progress, focus=focus or (), items=items or {}, shelf=shelf, instead=held
    )
    for line in shelf.warnings if shelf else ():
        output.note(f"claim-audit: cache {line}", quiet)
    if verbose:
        _told(result, shelf, config)
    if not allow_empty:
        _something(result, paths)
    if focus is None:
        return result
    named = focused.inside(focus, items or {})
    return replace(
        result,
        findings=tuple(
            focused.facing(result.findings, lambda claim: named(claim.source, claim.item))
        ),
    )


def _told(result: Result, shelf: Shelf | None, config: Config) -> None:
    """What was read and compared, on stderr."""
    from audit import pipeline

    if shelf:
        for line in shelf.notes:
            output.note(f"cache {line}")
        output.note(f"read {shelf.made} anew, {shelf.found} kept of earlier runs")
    work = pipeline.work(result.claims, config)
    output.note(
        f"aligned {work.claims:,} claims in {work.blocks:,} blocks, the largest of "
        f"{work.largest:,}; {work.scored:,} pairs scored"
    )
    for one in result.documents:
        output.note(f"with {one.source} {one.item or ''}".rstrip())


def _shelf(config: Config) -> Shelf | None:
    from audit import store

    if not options.caching():
        return None
    return store.Shelf(store.place.of(config.cache), store.edition(config.rules))


def _shown(sources: Iterable[Source]) -> Iterator[Source]:
    """The sources, with a progress bar once the work turns out to be long."""
    rest = iter(sources)
    begin = monotonic()
    for source in rest:
        yield source
        if monotonic() - begin > _LONG:
            break
    else:
        return
    with click.progressbar(rest, label="reading", file=sys.stderr, show_pos=True) as bar:
        yield from bar
    output.note("comparing")


def _something(result: Result, paths: Sequence[str]) -> None:
    where = ", ".join(paths)
    held = result.coverage
    if not held.documents and not held.failed:
        raise Fault(f"{where}: no source found (--allow-empty if that is right)")
    if not held.claims:
        why = "; ".join(f"{one.source}: {one.reason}" for one in result.unread[:3])
        tail = f"; {why}" if why else ""
        raise Fault(f"{where}: not one claim found (--allow-empty if that is right){tail}")


def targets(outputs: Sequence[str], default: str) -> list[output.Target]:
    """Where to, checked before the work begins."""
    from audit import report

    return output.targets(outputs, report.names(), default, report.folder_names())


def shown(
    result: Result,
    wanted: Sequence[output.Target],
    min_severity: Severity,
    config: Config,
    *,
    quiet: bool,
    since: Since | None = None,
    held: Mapping[str, bytes] | None = None,
) -> None:
    """Write the result in every form asked for."""
    from audit import check, report
    from audit.report import tally

    manual = check.pages()
    texts = partial(_texts, config, held or {})

    def render(target: output.Target) -> str | dict[str, str]:
        if target.form in report.folder_names():
            return report.files(
                result, target.form, min_severity=min_severity, texts=texts, since=since
            )
        return report.render(
            result,
            target.form,
            min_severity=min_severity,
            colour=output.coloured(target),
            width=output.width(),
            manual=manual,
            texts=texts,
            since=since,
        )

    output.emit(wanted, render)
    if all(target.path for target in wanted):
        output.note(tally.coverage(result, since=since), quiet)


def _texts(config: Config, held: Mapping[str, bytes], source: str) -> Iterator[Document]:
    """The documents of a source once more: the analysis keeps no text."""
    from audit import read

    on_disk = [] if source in held else [source]
    instead = {name: text for name, text in held.items() if name == source}
    try:
        found = list(read.documents(on_disk, config, instead))
    except Fault:
        return  # gone since: the report does without
    yield from (one for one in found if isinstance(one, Document))
