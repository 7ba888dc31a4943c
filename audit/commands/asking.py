"""Findings on a terminal, one at a time, decided by single keys."""

from __future__ import annotations

from collections.abc import Sequence

import click

from audit.commands import output
from audit.gate.triage import KEYS, Chosen, Triage
from audit.model import Finding

_KEYS = (
    "r real  e explained  f false alarm  n not the same thing  w waive  |  s skip  b back  q quit"
)
_SKIP = ("s", " ", "\r", "\n", "\x1b[C")  # and the arrow to the right
_BACK = ("b", "\x7f", "\x08", "\x1b[D")
_QUIT = ("q", "\x1b")


def asked(findings: Sequence[Finding]) -> list[Chosen]:
    """What was decided until the last finding, or until the reader quits in whatever way."""
    triage = Triage(findings)
    try:
        while triage.current is not None:
            _show(triage, triage.current)
            if not _step(triage):
                break
    except (KeyboardInterrupt, EOFError, click.Abort):
        output.stdout("\n")
    return triage.chosen


def _step(triage: Triage) -> bool:
    """Read a key and do what it says; any other is waited over. False to quit."""
    key = ""
    while key not in (*KEYS, *_SKIP, *_BACK, *_QUIT):
        read = click.getchar()  # several at once, where somebody types fast: the last is meant
        key = read if read.startswith("\x1b") else read[-1:].lower()
    if key in KEYS:
        triage.decide(KEYS[key], "" if KEYS[key] == "real" else _reason(KEYS[key]))
    elif key in _BACK:
        triage.back()
    elif key in _SKIP:
        triage.skip()
    return key not in _QUIT


def _reason(choice: str) -> str:
    told = f"{choice}, because (with a reason it is not told again; Enter: none)"
    answer: str = click.prompt(told, default="", show_default=False)
    return answer


def _show(triage: Triage, finding: Finding) -> None:
    from audit.report.forms import full
    from audit.report.look import Look

    look = Look(colour=output.coloured(output.Target("full")), width=output.width())
    state = f" ({finding.status})" if finding.status != "new" else ""
    before = triage.decided
    lines = [
        f"{triage.at + 1} of {len(triage.findings)}{state}",
        "",
        full.finding(finding, look),
        "",
    ]
    lines += [f"decided: {before.choice} {before.reason}".rstrip()] if before else []
    click.clear()
    output.stdout(look.calm("\n".join([*lines, _KEYS, ""])))
