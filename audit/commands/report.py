from __future__ import annotations

from pathlib import Path

import click

from audit.commands import options, run, since
from audit.commands.scope import Scope
from audit.config import FailOn
from audit.model import Fault, Severity


@click.command()
@options.analysis
@options.min_severity
@options.fail_on
@options.new_since
@click.option(
    "--compare", "old", metavar="FILE", help="Say what is new or gone since this JSON report."
)
def command(
    paths: tuple[str, ...],
    config: str | None,
    rules: tuple[str, ...],
    outputs: tuple[str, ...],
    allow_empty: bool,
    quiet: bool,
    verbose: bool,
    min_severity: Severity | None,
    fail_on: FailOn | None,
    new_since: str | None,
    old: str | None,
) -> int:
    """Report where the articles in PATHs differ. Exits with 0 unless --fail-on is given."""
    from audit import gate
    from audit.commands import accepted
    from audit.report import since as report

    if old and new_since:
        raise Fault("--compare and --new-since: expected one of them")
    settings = options.settings(config, rules)
    earlier = report.read(Path(old)) if old else None
    wanted = run.targets(outputs, "full")
    whole = Scope(options.chosen(paths, settings))
    then = since.revision(new_since, whole, settings)
    terms = since.accepted(accepted.of(settings), then, whole, settings)
    result = run.asked(
        whole, settings, terms, allow_empty=allow_empty, quiet=quiet, verbose=verbose
    )
    result = since.facing(result, then, whole)
    change = report.compared(old or "", earlier, result.findings) if earlier is not None else None
    shown = min_severity or settings.min_severity
    run.shown(result, wanted, shown, settings, quiet=quiet, since=change)
    return gate.code(result.findings, fail_on or "never")
