"""Arguments in, text and exit code out: 0 nothing to fail on, 1 findings, 2 could not be done."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

import click

from audit import commands
from audit.model import Fault
from audit.report.encode import clean


class Shelf(click.Group):
    """The commands of the package `commands`, imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = (found.name for found in iter_modules(commands.__path__))
        return sorted(name for name in names if self.get_command(ctx, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if not any(found.name == cmd_name for found in iter_modules(commands.__path__)):
            return None
        found: object = getattr(import_module(f"audit.commands.{cmd_name}"), "command", None)
        return found if isinstance(found, click.Command) else None


@click.command(cls=Shelf, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, help="On an unexpected error, show where it happened.")
@click.version_option(package_name="claim-audit", prog_name="claim-audit")
def program(debug: bool) -> None:
    """Find where articles contradict each other on numbers and facts, and say why."""
    del debug  # read in `main`, where errors arrive


def main(arguments: Sequence[str] | None = None) -> None:
    """Run and exit. Every failure is one line on stderr and exit code 2, never a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    gc.disable()  # a run makes many small frozen objects and hardly a ring: a fifth of its time
    try:
        code = program.main(given, prog_name="claim-audit", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        code = 0
    except (Fault, click.ClickException) as error:
        code = _failed(error.format_message() if isinstance(error, click.ClickException) else error)
    except (KeyboardInterrupt, click.Abort):
        code = _failed("interrupted")
    except Exception as error:
        if "--debug" in given:
            traceback.print_exc()
        code = _failed(_unexpected(error))
    sys.exit(code if isinstance(code, int) else 0)


def _failed(message: object) -> int:
    click.echo(f"claim-audit: error: {clean(' '.join(str(message).split()))}", err=True)
    return 2


def _unexpected(error: Exception) -> str:
    what = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return f"unexpected {what}; this is a bug, please report it (run with --debug for details)"


def _hush() -> None:
    """A reader such as `head` that has seen enough is no error: nothing more is written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
