"""The options that commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from audit.config import Config, load
from audit.model import Fault

F = TypeVar("F", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, metavar="[PATH]...")
config = click.option("--config", metavar="FILE", help="Config file (default: found upwards).")
rules = click.option(
    "--rules", multiple=True, metavar="FOLDER", help="Add or override rules. Repeatable."
)
output_format = click.option(
    "--output-format",
    "outputs",
    multiple=True,
    metavar="FORM[=FILE]",
    help="How, and where to, the result is written. Repeatable.",
)
min_severity = click.option(
    "--min-severity",
    type=click.Choice(["error", "warning", "info"]),
    help="Show findings from here.",
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="Exit with 1 for findings from here.",
)
new_since = click.option(
    "--new-since",
    metavar="REF",
    help="Only what was not told when HEAD and this commit, tag or branch parted is new.",
)
allow_empty = click.option("--allow-empty", is_flag=True, help="No source or no claim is no error.")
quiet = click.option("--quiet", "-q", is_flag=True, help="Nothing on stderr but errors.")
verbose = click.option("-v", "--verbose", is_flag=True, help="Say what is being read.")


def _remember(context: click.Context, _: click.Parameter, value: bool) -> bool:
    context.meta[_NO_CACHE] = value
    return value


_NO_CACHE = "audit.no_cache"
no_cache = click.option(
    "--no-cache",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="Extract everything anew, and keep nothing.",
)


def caching() -> bool:
    """Whether the command that runs may keep extractions between runs: one that has the option."""
    return click.get_current_context().meta.get(_NO_CACHE) is False


def analysis(command: F) -> F:
    """The options of every command that runs the analysis."""
    for option in (no_cache, verbose, quiet, allow_empty, output_format, rules, config, paths):
        command = option(command)
    return command


def settings(config: str | None, rules: tuple[str, ...], language: str | None = None) -> Config:
    """The config with the rule folders of the command line after its own."""
    found = load(config)
    for folder in rules:
        if not Path(folder).is_dir():
            raise Fault(f"{folder}: no such rule folder")
    folders = (*found.rules, *map(Path, rules))
    return replace(found, rules=folders, language=language or found.language)


def chosen(paths: tuple[str, ...], config: Config) -> tuple[str, ...]:
    """The paths given, else those of the config. Raises Fault when there are neither."""
    if not paths and not config.paths:
        raise Fault("no path given, and no `paths` in the config")
    return paths or config.paths
