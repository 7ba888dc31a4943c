from __future__ import annotations

import sys
from pathlib import Path

import click

from audit.commands import accepted, asking, decided, options, output, run
from audit.config import Config, near
from audit.gate import decisions
from audit.gate.triage import Chosen
from audit.model import Fault, Finding, Severity


@click.command()
@options.paths
@click.option("--apply", "export", metavar="FILE", help="Take over what the HTML report exported.")
@click.option("--stats", is_flag=True, help="How often each check was right, of what was decided.")
@options.min_severity
@options.config
@options.rules
@options.no_cache
@options.quiet
def command(
    paths: tuple[str, ...],
    export: str | None,
    stats: bool,
    min_severity: Severity | None,
    config: str | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> None:
    """Decide findings one by one, by single keys; none is asked about twice.

    With PATHs, those that touch them. Decisions are kept in claim-audit-decisions.jsonl beside the
    config. With a reason, each but `real` becomes a waiver as well, and is not told again.
    """
    settings = options.settings(config, rules)
    if stats:
        output.stdout(_stats(settings))
    elif export is not None:
        _apply(export, paths, settings, quiet)
    else:
        _ask(paths, settings, min_severity or settings.min_severity, quiet)


def _ask(paths: tuple[str, ...], settings: Config, least: Severity, quiet: bool) -> None:
    from audit.report.look import RANK

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Fault("review asks on a terminal; expected one, or review --apply FILE")
    known = decided.known(settings)
    left = [
        one
        for one in _findings(paths, settings, quiet)
        if one.status != "waived"
        and RANK[one.severity] <= RANK[least]
        and decisions.key(one) not in known
    ]
    chosen = asking.asked(left)
    decided.keep(chosen, settings)
    output.stdout(f"{len(left) - len(chosen)} of {len(left)} left\n")


def _apply(export: str, paths: tuple[str, ...], settings: Config, quiet: bool) -> None:
    try:
        given = decisions.exported(Path(export).read_bytes(), export)
    except OSError as error:
        raise Fault(f"{export}: cannot be read: {error.strerror}") from error
    found, lost = decisions.applied(given, _findings(paths, settings, quiet))
    decided.keep([Chosen(one, made.decision, made.reason) for one, made in found], settings)
    if lost:
        output.note(f"claim-audit: {len(lost)} of {export} are on nothing that is found now", quiet)


def _findings(paths: tuple[str, ...], settings: Config, quiet: bool) -> list[Finding]:
    """What there is to decide: what is said of waivers and of the baseline is not."""
    corpus = (*settings.paths, *paths) if paths else options.chosen(paths, settings)
    terms = accepted.of(settings)
    result = run.analysed(
        corpus, settings, allow_empty=True, quiet=quiet, focus=paths, accepted=terms
    )
    return [one for one in result.findings if not one.code.startswith("W")]


def _stats(settings: Config) -> str:
    from tabulate import tabulate

    rows = [
        (p.check, p.real, p.explained, p.false, f"{p.precision:.0%}", f"{p.alarms:.0%}")
        for p in decisions.precision(decided.known(settings).values())
    ]
    if not rows:
        path = near(decided.file(settings))
        raise Fault(f"{path}: nothing is decided yet; expected what `claim-audit review` writes")
    headers = ("check", "real", "explained", "false", "precision", "false alarms")
    return tabulate(rows, headers=headers, disable_numparse=True) + "\n"
