from __future__ import annotations

import click

from audit.commands import options, output, run
from audit.model import Result

FORMS = ("full", "csv", "json", "jsonl", "schemaorg", "webannotation")


@click.command()
@options.analysis
def command(
    paths: tuple[str, ...],
    config: str | None,
    rules: tuple[str, ...],
    outputs: tuple[str, ...],
    allow_empty: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """List the claims in PATHs: each value with what it measures, of whom and when."""
    settings = options.settings(config, rules)
    wanted = output.targets(outputs, FORMS, "full")
    chosen = options.chosen(paths, settings)
    result = run.analysed(chosen, settings, allow_empty=allow_empty, quiet=quiet, verbose=verbose)
    output.emit(wanted, lambda target: _render(result, target.form))


def _render(result: Result, form: str) -> str:
    from audit import report
    from audit.report import claims, encode, rows

    if form == "full":
        return claims.table(result)
    if form == "csv":
        return claims.sheet(result)
    if form in ("schemaorg", "webannotation"):
        return report.render(result, form)
    found = [rows.claim(one) for one in result.claims]
    if form == "json":
        return encode.json(found) + "\n"
    return "".join(f"{encode.line(one)}\n" for one in found)
