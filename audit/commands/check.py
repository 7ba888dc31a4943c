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
    """Check PATHs against the corpus of the config. Exits with 1 when something differs.

    Without PATH the whole corpus is checked.
    """
    from audit import gate

    settings = options.settings(config, rules)
    wanted = run.targets(outputs, "concise")
    corpus = (*settings.paths, *paths) if paths else options.chosen(paths, settings)
    result = run.analysed(
        corpus, settings, allow_empty=allow_empty, quiet=quiet, verbose=verbose, focus=paths
    )
    shown = min_severity or settings.min_severity
    run.shown(result, wanted, shown, settings, quiet=quiet)
    return gate.code(result.findings, fail_on or settings.fail_on)
