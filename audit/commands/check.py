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
    """Check PATHs against the corpus of the config. Exits with 1 when something new differs.

    Without PATH the whole corpus is checked. What the baseline knows and what is waived is counted,
    and not shown.
    """
    from audit import gate, report
    from audit.commands import accepted

    settings = options.settings(config, rules)
    wanted = run.targets(outputs, "concise")
    corpus = (*settings.paths, *paths) if paths else options.chosen(paths, settings)
    result = run.analysed(
        corpus,
        settings,
        allow_empty=allow_empty,
        quiet=quiet,
        verbose=verbose,
        focus=paths,
        accepted=accepted.of(settings),
    )
    shown = min_severity or settings.min_severity
    run.shown(result, wanted, shown, settings, quiet=quiet, hide=report.NOT_NEW)
    return gate.code(result.findings, fail_on or settings.fail_on)
