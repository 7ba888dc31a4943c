from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from audit.commands import options, output, run
from audit.model import Fault


@click.command()
@click.argument("what", metavar="CODE|FINDING")
@options.paths
@options.config
@options.rules
@click.option("--from", "report", metavar="FILE", help="Look the finding up in a JSON report.")
def command(
    what: str,
    paths: tuple[str, ...],
    config: str | None,
    rules: tuple[str, ...],
    report: str | None,
) -> None:
    """Say what a check looks for, or why the claims of a finding were compared and differ."""
    from audit import check

    pages = check.pages()
    if what.upper() in pages:
        output.stdout(pages[what.upper()].strip() + "\n")
    elif report is not None:
        output.stdout(_reported(what, report))
    else:
        settings = options.settings(config, rules)
        if not paths and not settings.paths:
            raise Fault(f"{what}: no such check; for a finding, name the PATHs or --from REPORT")
        output.stdout(_analysed(what, options.chosen(paths, settings), settings))


def _analysed(what: str, paths: tuple[str, ...], settings: Any) -> str:
    from audit.commands import accepted
    from audit.report import explanation

    terms = accepted.of(settings)
    result = run.analysed(paths, settings, allow_empty=True, quiet=False, accepted=terms)
    found = [one for one in result.findings if what == one.id or what in one.fingerprints]
    if not found:
        raise Fault(f"{what}: no such check or finding")
    return "\n\n".join(explanation.of(one, result, output.width()) for one in found) + "\n"


def _reported(what: str, path: str) -> str:
    """The finding as a report has it, without a new analysis."""
    try:
        report: Any = json.loads(Path(path).read_text(encoding="utf-8"))
        found = [f for f in report["findings"] if what == f["id"] or what in f["fingerprints"]]
        claims = {c["id"]: c for c in [*report["claims"], *report.get("derived", [])]}
        lines = [line for one in found for line in _lines(one, claims)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Fault(f"{path}: not a JSON report of this tool ({error})") from error
    if not found:
        raise Fault(f"{what}: no such check, nor such a finding in {path}")
    return "\n".join(lines) + "\n"


def _lines(finding: dict[str, Any], claims: dict[str, Any]) -> list[str]:
    lines = [f"{finding['code']} {finding['severity']}: {finding['message']}"]
    for one in finding["claims"]:
        claim = claims.get(one, {})
        where = ":".join(str(claim.get(key)) for key in ("source", "line", "column"))
        lines += [f"  --> {where}", f"    | {claim.get('quote')}"]
        lines += [f"    {slot}: {d['words']} ({d['how']})" for slot, d in claim["decided"].items()]
    named = (
        ("why linked", "why_linked"),
        ("arithmetic", "arithmetic"),
        ("way out", "escape"),
        ("material difference", "material"),
    )
    return lines + [f"    {label}: {finding[key]}" for label, key in named if finding.get(key)]
