from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from audit.commands import options, output, run

if TYPE_CHECKING:
    from audit.config import Config
    from audit.gate.baseline import Entry
    from audit.model import Result


@click.group()
def command() -> None:
    """What the corpus differs on already: `check` tells what is new beside it.

    The file is claim-audit-baseline.jsonl beside the config, or the config's `baseline`: one
    assertion a line, sorted, without lines and times.
    """


@command.command()
@options.paths
@options.config
@options.rules
@options.no_cache
@options.quiet
def write(paths: tuple[str, ...], config: str | None, rules: tuple[str, ...], quiet: bool) -> None:
    """Write all that the corpus differs on now, but for what is waived. Adopts the tool."""
    from audit import gate
    from audit.commands import accepted
    from audit.gate import baseline

    settings = options.settings(config, rules)
    path = accepted.baseline_file(settings)
    result = run.analysed(
        options.chosen(paths, settings), settings, allow_empty=False, quiet=quiet,
        accepted=accepted.waived(settings),
    )  # fmt: skip
    entries = baseline.entries(result.findings, gate.naming(settings.folder))
    _replaced(path, entries)


@command.command()
@options.paths
@options.config
@options.rules
@options.no_cache
@options.quiet
def prune(paths: tuple[str, ...], config: str | None, rules: tuple[str, ...], quiet: bool) -> None:
    """Remove what is no longer found; what stands in renamed files gets their new names."""
    from audit.commands import accepted

    settings = options.settings(config, rules)
    path = accepted.baseline_file(settings)
    kept, _ = _sorted_out(_against(path, paths, settings, quiet), path, settings)
    _replaced(path, kept)


@command.command()
@options.paths
@options.config
@options.rules
@options.no_cache
@options.quiet
def diff(paths: tuple[str, ...], config: str | None, rules: tuple[str, ...], quiet: bool) -> None:
    """Say what has come (+) and gone (-) since the baseline was written."""
    from audit.commands import accepted
    from audit.report import encode, tally
    from audit.report.forms import concise
    from audit.report.look import Look

    settings = options.settings(config, rules)
    path = accepted.baseline_file(settings)
    result = _against(path, paths, settings, quiet)
    _, fixed = _sorted_out(result, path, settings)
    new = [one for one in result.findings if one.status == "new" and one.code != "W504"]
    lines = [f"+ {concise.line(one, Look())}" for one in new]
    lines += [f"- {one.source}: {one.check} {one.claim}" for one in fixed]
    lines += map(tally.change, result.changes)
    output.stdout(encode.clean("".join(f"{line}\n" for line in lines)))


def _against(path: Path, paths: tuple[str, ...], settings: Config, quiet: bool) -> Result:
    from audit.commands import accepted

    terms = replace(accepted.waived(settings), known=(accepted.known(path),))
    chosen = options.chosen(paths, settings)
    return run.analysed(chosen, settings, allow_empty=False, quiet=quiet, accepted=terms)


def _sorted_out(result: Result, path: Path, settings: Config) -> tuple[list[Entry], list[Entry]]:
    """The entries that are still found, under the names of today, and those that are not.

    What lies in sources that this run did not read is kept.
    """
    from audit import gate
    from audit.commands import accepted

    name = gate.naming(settings.folder)
    held = gate.remaining(result.findings, accepted.known(path), result.sources, name)
    now = {old: new for new, old in held.items()}
    read = frozenset(map(name, result.sources))
    kept, fixed = [], []
    for _, entry in accepted.entries(path):
        new = now.get(entry.assertion)
        if new is not None:
            kept.append(replace(entry, source=new.source, occurrence=new.occurrence))
        elif entry.source in read or not (settings.folder / entry.source).exists():
            fixed.append(entry)
        else:
            kept.append(entry)
    return kept, fixed


def _replaced(path: Path, entries: list[Entry]) -> None:
    """Write the file, and say how it changed."""
    from audit.commands import accepted
    from audit.config import near
    from audit.gate import baseline
    from audit.report.tally import count

    before = {e.assertion for _, e in accepted.entries(path)} if path.is_file() else set()
    after = {e.assertion for e in entries}
    output.write(path, baseline.text(entries))
    output.stdout(
        f"{near(path)}: {count(len(after), 'assertions')}, "
        f"{len(after - before)} added, {len(before - after)} removed\n"
    )
