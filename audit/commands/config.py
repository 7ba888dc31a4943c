from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click
import msgspec

from audit.commands import options, output
from audit.config import Config, Known

_OWN = ("sources", "folder", "path")  # shown in their own way


@click.command()
@options.config
@options.rules
def command(config: str | None, rules: tuple[str, ...]) -> None:
    """Print the settings in force, as TOML, and the file that they come from."""
    output.stdout("".join(f"{line}\n" for line in _lines(options.settings(config, rules))))


def _lines(settings: Config) -> Iterator[str]:
    where = settings.path.as_posix() if settings.path else "no config file: these are the defaults"
    yield f"# {where}"
    usual = Config()
    for field in msgspec.structs.fields(Config):
        if field.name in _OWN:
            continue
        value = getattr(settings, field.name)
        told = "" if value != getattr(usual, field.name) else "  # default"
        name = field.name.replace("_", "-")
        yield f"# {name}: not set" if value is None else f"{name} = {_toml(value)}{told}"
    for glob, known in settings.sources:
        yield from _source(glob, known)


def _source(glob: str, known: Known) -> Iterator[str]:
    yield ""
    yield f"[sources.{_toml(glob)}]"
    for key, value in msgspec.structs.asdict(known).items():
        if value is not None:
            yield f"{key} = {_toml(value)}"


def _toml(value: Any) -> str:
    """A value in TOML, whose strings are written as those of JSON are."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, Path):
        return _toml(value.as_posix())
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value).replace("\x7f", "\\u007f")
