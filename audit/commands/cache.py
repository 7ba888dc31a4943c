from __future__ import annotations

import click

from audit import config as settings
from audit.commands import options, output


@click.group()
def command() -> None:
    """What earlier runs extracted: where it is kept, and how to be rid of it."""


@command.command("dir")
@options.config
def where(config: str | None) -> None:
    """Print the folder of the cache."""
    from audit.store import place

    output.stdout(f"{place.of(settings.load(config).cache)}\n")


@command.command()
@options.config
def clean(config: str | None) -> None:
    """Remove all that is kept. Nothing else in the folder is touched."""
    from audit.store import place

    folder = place.of(settings.load(config).cache)
    output.note(f"{folder}: {place.clean(folder) / 1e6:,.1f} MB freed")
