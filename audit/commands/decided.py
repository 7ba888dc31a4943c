"""The decisions that are kept beside the config, and the waivers that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from audit.commands import accepted, output
from audit.commands.waive import add
from audit.config import Config, near
from audit.gate import decisions, waivers
from audit.gate.triage import Chosen


def file(settings: Config) -> Path:
    return settings.folder / decisions.FILE


def known(settings: Config) -> dict[decisions.Key, decisions.Decision]:
    """All that was decided so far. Raises Fault."""
    path = file(settings)
    return decisions.read(accepted.text(path), near(path)) if path.is_file() else {}


def keep(chosen: Sequence[Chosen], settings: Config) -> None:
    """Write the decisions, and waivers for those that have a reason; say what was written."""
    if not chosen:
        return
    made = [decisions.of(one.finding, one.choice, one.reason) for one in chosen]
    every = known(settings) | {one.key: one for one in made}
    fresh = _waivers(chosen, settings)
    output.write(file(settings), decisions.text(every))
    counts = Counter(one.decision for one in made)
    told = ", ".join(f"{number} {choice}" for choice, number in sorted(counts.items()))
    output.stdout(f"{near(file(settings))}: {told}\n")
    if fresh:
        add(settings, fresh)
        output.stdout(f"{near(accepted.waivers_file(settings))}: {len(fresh)} waived\n")
    _warn(chosen)


def _waivers(chosen: Iterable[Chosen], settings: Config) -> list[tuple[waivers.Waiver, str]]:
    """Those that are not there yet, each with what it is about."""
    held = {one.waiver for one in accepted.waived(settings).waivers}
    made = {
        waivers.of(one.finding, one.choice, " ".join(one.reason.split())): one.finding.message
        for one in chosen
        if one.choice != "real" and one.reason.strip() and one.finding.status != "waived"
    }
    return [(waiver, about) for waiver, about in made.items() if waiver not in held]


def _warn(chosen: Iterable[Chosen]) -> None:
    bare = 0
    for one in chosen:
        why = one.finding.suppression
        if one.choice == "real" and why:
            output.note(f"claim-audit: {one.finding.id} is real, and still waived at {why.place}")
        bare += one.choice != "real" and not one.reason.strip() and not why
    if bare:
        output.note(f"claim-audit: {bare} without a reason: kept as decided, and told again")
