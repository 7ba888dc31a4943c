from __future__ import annotations

import click

from audit.commands import options, run
from audit.config import FailOn
from audit.model import Severity


@click.command()
@options.analysis
@options.min_severity
@options.fail_on
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
) -> int:
    """Report where the articles in PATHs differ. Exits with 0 unless --fail-on is given."""
    from audit import gate

    settings = options.settings(config, rules)
    wanted = run.targets(outputs, "full")
    chosen = options.chosen(paths, settings)
    result = run.analysed(chosen, settings, allow_empty=allow_empty, quiet=quiet, verbose=verbose)
    shown = min_severity or settings.min_severity
    run.shown(result, wanted, shown, quiet=quiet)
    return gate.code(result.findings, fail_on or "never")
