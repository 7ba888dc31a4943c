from __future__ import annotations

from pathlib import Path

import click

from audit.commands import options, run
from audit.config import FailOn
from audit.model import Severity


@click.command()
@options.analysis
@options.min_severity
@options.fail_on
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
    old: str | None,
) -> int:
    """Report where the articles in PATHs differ. Exits with 0 unless --fail-on is given."""
    from audit import gate
    from audit.commands import accepted
    from audit.report import since

    settings = options.settings(config, rules)
    earlier = since.read(Path(old)) if old else None
    wanted = run.targets(outputs, "full")
    chosen = options.chosen(paths, settings)
    result = run.analysed(
        chosen,
        settings,
        allow_empty=allow_empty,
        quiet=quiet,
        verbose=verbose,
        accepted=accepted.of(settings),
    )
    shown = min_severity or settings.min_severity
    change = since.compared(old or "", earlier, result.findings) if earlier is not None else None
    run.shown(result, wanted, shown, settings, quiet=quiet, since=change)
    return gate.code(result.findings, fail_on or "never")
