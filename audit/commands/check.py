from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from audit.commands import options, run
from audit.config import FailOn
from audit.model import Finding, Result, Severity


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
    result = run.analysed(corpus, settings, allow_empty=allow_empty, quiet=quiet, verbose=verbose)
    result = _touching(result, paths) if paths else result
    shown = min_severity or settings.min_severity
    run.shown(result, wanted, shown, quiet=quiet)
    return gate.code(result.findings, fail_on or settings.fail_on)


def _touching(result: Result, paths: tuple[str, ...]) -> Result:
    """The result with only those findings that have a claim, or their source, in the paths."""
    kept = tuple(one for one in result.findings if any(_inside(s, paths) for s in _sources(one)))
    return replace(result, findings=kept)


def _sources(finding: Finding) -> set[str]:
    named = {finding.source} if finding.source else set()
    return named | {claim.source for claim in finding.claims}


def _inside(source: str, paths: tuple[str, ...]) -> bool:
    where = Path(source).resolve()
    return any(where.is_relative_to(Path(path).resolve()) for path in paths)
