from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, get_args

import click

from audit.commands import accepted, options, output, run
from audit.config import near
from audit.gate import waivers
from audit.model import Fault

if TYPE_CHECKING:
    from audit.config import Config
    from audit.model import Finding


@click.command()
@click.argument("finding", required=False)
@click.option("--reason", required=True, help="Why it is right as it stands. Required.")
@click.option("--verdict", type=click.Choice(get_args(waivers.Verdict)), default="waive",
              help="waive, explained, false; not-same, same: whether claims are of one thing;"
                   " superseded: the older value no longer counts.")  # fmt: skip
@click.option("--until", metavar="DAY", help="The last day on which it counts: 2026-12-31.")
@click.option("--check", "code", metavar="CODE", help="Only findings of this check.")
@click.option("--source", metavar="GLOB", help="Only claims of these sources.")
@click.option("--value", metavar="FIGURE", help='Only claims of this figure, as written: "$5 bn".')
@options.config
@options.rules
@options.no_cache
@options.quiet
def command(
    finding: str | None,
    reason: str,
    verdict: waivers.Verdict,
    until: str | None,
    code: str | None,
    source: str | None,
    value: str | None,
    config: str | None,
    rules: tuple[str, ...],
    quiet: bool,
) -> None:
    """Append a waiver to claim-audit-waivers.toml, beside the config, with its reason.

    FINDING is an id or a fingerprint of a report; what it asserts is waived, and nothing that is
    added to it later. Without FINDING, one at least of --check, --source and --value says what is.
    """
    from audit import check

    if not reason.strip():
        raise Fault("--reason: expected a few words")
    if code is not None and code not in check.pages():
        raise Fault(f"--check {code}: no such check; expected a code such as C101")
    if not (finding or code or source or value):
        raise Fault("expected FINDING, or one at least of --check, --source and --value")
    settings = options.settings(config, rules)
    waiver = waivers.Waiver(
        check=code, source=source, value=value, verdict=verdict, until=_day(until), reason=reason
    )
    about = ""
    if finding is not None:
        if code or source or value:
            raise Fault("expected FINDING, or --check, --source and --value; not both")
        found = _found(finding, settings, quiet)
        waiver = waivers.of(found, verdict, reason, _day(until))
        about = found.message
    add(settings, [(waiver, about)])
    output.stdout(f"{near(accepted.waivers_file(settings))}: waived {waiver.words}\n")


def add(settings: Config, new: list[tuple[waivers.Waiver, str]]) -> None:
    """Append waivers, each with what it is about, to the file, which stays as it is otherwise."""
    from audit.report.encode import clean

    path = accepted.waivers_file(settings)
    before = accepted.text(path) if path.is_file() else ""
    tables = [waivers.table(one, clean(" ".join(about.split()))) for one, about in new]
    text = "\n".join([*([before.rstrip("\n") + "\n"] if before.strip() else []), *tables])
    accepted.checked(text, near(path))
    output.write(path, text)


def _day(until: str | None) -> date | None:
    try:
        return date.fromisoformat(until) if until is not None else None
    except ValueError as error:
        raise Fault(f"--until {until}: expected a day such as 2026-12-31") from error


def _found(name: str, settings: Config, quiet: bool) -> Finding:
    """The finding of that id, or with that fingerprint. Raises Fault."""
    corpus = options.chosen((), settings)
    terms = accepted.of(settings)
    result = run.analysed(corpus, settings, allow_empty=True, quiet=quiet, accepted=terms)
    found = [one for one in result.findings if name == one.id or name in one.fingerprints]
    if len(found) != 1:
        many = f"{len(found)} findings: name one by its id" if found else "no such finding"
        raise Fault(f"{name}: {many}; `claim-audit report` shows ids")
    if found[0].suppression:
        raise Fault(f"{name}: waived already, at {found[0].suppression.place}")
    return found[0]
