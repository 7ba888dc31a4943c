"""One analysis for a command: progress on a terminal, and what counts as nothing done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic

import click

from audit.commands import output
from audit.config import Config
from audit.model import Document, Fault, Result, Severity, Unread

Source = Document | Unread
_LONG = 1.0  # seconds before a bar is worth its flicker


def analysed(
    paths: Sequence[str],
    config: Config,
    *,
    allow_empty: bool,
    quiet: bool,
    verbose: bool = False,
    focus: Sequence[str] = (),
) -> Result:
    """The pipeline's result. Raises Fault for no source, or sources without one claim."""
    from audit import pipeline

    progress = None if quiet or not sys.stderr.isatty() else _shown
    result = pipeline.run(paths, config, progress, focus=focus)
    if verbose:
        count, largest = pipeline.blocks(result.claims)
        output.note(
            f"aligned {len(result.claims)} claims in {count} blocks, the largest of {largest}"
        )
    for one in result.documents if verbose else ():
        output.note(f"read {one.source} {one.item or ''}".rstrip())
    if not allow_empty:
        _something(result, paths)
    return result


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

    return output.targets(outputs, report.names(), default)


def shown(
    result: Result, wanted: Sequence[output.Target], min_severity: Severity, *, quiet: bool
) -> None:
    """Write the result in every form asked for."""
    from audit import check, report
    from audit.report import tally

    manual = check.pages()
    output.emit(
        wanted,
        lambda target: report.render(
            result,
            target.form,
            min_severity=min_severity,
            colour=output.coloured(target),
            width=output.width(),
            manual=manual,
        ),
    )
    if all(target.path for target in wanted):
        output.note(tally.coverage(result), quiet)
