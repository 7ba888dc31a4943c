from __future__ import annotations

import click

from audit.commands import options, run, scope, since
from audit.config import FailOn
from audit.model import Severity


@click.command()
@options.analysis
@options.min_severity
@options.fail_on
@options.new_since
@click.option(
    "--files-from", metavar="FILE|-", help="Take PATHs from a list, one a line or NUL-ended."
)
@click.option("--stdin-filename", metavar="PATH", help="Check stdin as if it stood in PATH.")
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
    files_from: str | None,
    stdin_filename: str | None,
) -> int:
    """Check PATHs against the corpus of the config. Exits with 1 when something new differs.

    Without PATH the whole corpus is checked, or with --new-since the articles that have changed. What
    was there before, what the baseline knows and what is waived is counted, and not shown.
    """
    from audit import gate, report
    from audit.commands import accepted

    settings = options.settings(config, rules)
    wanted = run.targets(outputs, "concise")
    whole = scope.of(paths, files_from, stdin_filename, settings)
    then = since.revision(new_since, whole, settings)
    about = since.narrowed(whole, then)
    terms = since.accepted(accepted.of(settings), then, about, settings)
    result = run.asked(
        about, settings, terms, allow_empty=allow_empty, quiet=quiet, verbose=verbose
    )
    result = since.facing(result, then, about)
    shown = min_severity or settings.min_severity
    run.shown(result, wanted, shown, settings, quiet=quiet, held=about.held, hide=report.NOT_NEW)
    return gate.code(result.findings, fail_on or settings.fail_on)
