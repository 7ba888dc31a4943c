"""One analysis for a command: progress on a terminal, and what counts as nothing done."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from audit.commands import options, output
from audit.config import Config
from audit.focus import inside
from audit.model import Change, Coverage, Document, Fault, Piece, Result, Severity, Unread

if TYPE_CHECKING:
    from audit.commands.scope import Scope
    from audit.focus import Items
    from audit.gate import Accepted
    from audit.read import Instead
    from audit.report.since import Since
    from audit.store import Shelf

Source = Piece | Unread
_NOTHING = "claim-audit: nothing to check: no article is named, or none has changed"
_LONG = 1.0  # seconds before a bar is worth its flicker


def asked(
    scope: Scope,
    config: Config,
    accepted: Accepted,
    *,
    allow_empty: bool,
    quiet: bool,
    verbose: bool = False,
) -> Result:
    """The result for what a command is about, which may be nothing. Raises Fault as `analysed`."""
    if scope.focus == ():
        output.note(_NOTHING, quiet)
        changes = tuple(Change(one.name, 0, 0, 0) for one in accepted.known)
        return Result((), (), (), (), (), Coverage(), changes=changes)
    return analysed(
        scope.corpus, config, allow_empty=allow_empty, quiet=quiet, verbose=verbose,
        focus=scope.focus or (), items=scope.items, held=scope.held, named=scope.named,
        accepted=accepted,
    )  # fmt: skip


def analysed(
    paths: Sequence[str],
    config: Config,
    *,
    allow_empty: bool,
    quiet: bool,
    verbose: bool = False,
    focus: Sequence[str] = (),
    items: Items = MappingProxyType({}),
    held: Instead = MappingProxyType({}),
    named: Sequence[str] | None = None,
    accepted: Accepted | None = None,
) -> Result:
    """The pipeline's result. Raises Fault for no source, or sources without one claim.

    `focus` is what of the paths is asked about, and `items` what alone of some files; `named` is what
    of it must make a claim (None: all of it, globs too). `held` is what sources hold in place of
    what is on disk.
    """
    from audit import pipeline, read

    if named is None:
        named = focus = read.expanded(focus)
    progress = None if quiet or not sys.stderr.isatty() else _shown
    shelf = _shelf(config)
    result = pipeline.run(
        paths, config, progress,
        focus=focus, items=items, shelf=shelf, instead=held, accepted=accepted,
    )  # fmt: skip
    for line in shelf.warnings if shelf else ():
        output.note(f"claim-audit: cache {line}", quiet)
    if verbose:
        _told(result, shelf, config)
    if not allow_empty:
        _something(result, paths)
        _said(result, named)
    return result


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


def _said(result: Result, focus: Sequence[str]) -> None:
    """What was named makes a claim, too: a typo, or another language, must not look like peace."""
    named = inside(focus)
    if focus and not any(named(claim.source) for claim in result.claims):
        where = ", ".join(focus)
        raise Fault(f"{where}: not one claim found (--allow-empty if that is right)")


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
    held: Instead = MappingProxyType({}),
    hide: Collection[str] | None = None,
) -> None:
    """Write the result in every form asked for; `hide` are statuses that people need not see."""
    from audit import check, report
    from audit.report import tally

    manual = check.pages()
    texts = partial(_texts, config, held)
    hide = report.WAIVED if hide is None else hide

    def render(target: output.Target) -> str | dict[str, str]:
        if target.form in report.folder_names():
            return report.files(
                result, target.form, min_severity=min_severity, texts=texts, since=since, hide=hide
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
            hide=hide,
        )

    output.emit(wanted, render)
    if all(target.path for target in wanted):
        output.note(tally.coverage(result), quiet)


def _texts(config: Config, held: Instead, source: str) -> Iterator[Document]:
    """The documents of a source once more: the analysis keeps no text."""
    from audit import read

    on_disk = [] if source in held else [source]
    instead = {name: text for name, text in held.items() if name == source}
    try:
        found = list(read.documents(on_disk, config, instead))
    except Fault:
        return  # gone since: the report does without
    yield from (one for one in found if isinstance(one, Document))
