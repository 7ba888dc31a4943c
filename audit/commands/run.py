"""One analysis for a command: progress on a terminal, and what counts as nothing done."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import click

from audit.commands import output
from audit.config import Config
from audit.model import Fault, Result, Severity


def analysed(
    paths: Sequence[str], config: Config, *, allow_empty: bool, quiet: bool, verbose: bool = False
) -> Result:
    """The pipeline's result. Raises Fault for no source, or sources without one claim."""
    from audit import pipeline

    with _bar(quiet) as bar:
        result = pipeline.run(paths, config, (lambda _: bar.update(1)) if bar else None)
    for one in result.documents if verbose else ():
        output.note(f"read {one.source} {one.item or ''}: {len(one.sentences)} sentences")
    if not allow_empty:
        _something(result, paths)
    return result


def _bar(quiet: bool) -> Any:
    if quiet or not sys.stderr.isatty():
        return nullcontext()
    return click.progressbar(length=0, label="reading", file=sys.stderr, show_eta=False)


def _something(result: Result, paths: Sequence[str]) -> None:
    where = ", ".join(paths)
    if not result.documents and not result.unread:
        raise Fault(f"{where}: no source found (--allow-empty if that is right)")
    if not result.claims:
        why = "; ".join(f"{one.source}: {one.reason}" for one in result.unread[:3])
        tail = f"; {why}" if why else ""
        raise Fault(f"{where}: not one claim found (--allow-empty if that is right){tail}")


def shown(
    result: Result, outputs: Sequence[str], min_severity: Severity, *, default: str, quiet: bool
) -> None:
    """Write the result in every form asked for."""
    from audit import report
    from audit.report import tally

    wanted = output.targets(outputs, report.names(), default)
    output.emit(
        wanted,
        lambda target: report.render(
            result,
            target.form,
            min_severity=min_severity,
            colour=output.coloured(target),
            width=output.width(),
        ),
    )
    if all(target.path for target in wanted):
        output.note(tally.coverage(result), quiet)
