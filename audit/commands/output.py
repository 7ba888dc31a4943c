"""Where results go: stdout, or files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

import click
from msgspec import Struct

from audit.model import Fault


class Target(Struct, frozen=True):
    form: str
    path: str | None = None  # None is stdout


def targets(
    outputs: Sequence[str], known: Collection[str], default: str, folders: Collection[str] = ()
) -> list[Target]:
    """`FORM[=FILE]` as given, `default` on stdout when none is.

    Raises Fault for an unknown form, and for one of `folders` without a folder.
    """
    found = []
    for output in outputs or (default,):
        form, mark, path = output.partition("=")
        if form not in {*known, *folders}:
            names = ", ".join([*known, *folders])
            raise Fault(f"unknown output format `{form}`; expected one of: {names}")
        if form in folders and path in ("", "-"):
            raise Fault(f"--output-format {output}: expected a folder: {form}=FOLDER")
        if mark and not path:
            raise Fault(f"--output-format {output}: expected a file after `=`")
        found.append(Target(form, path if path and path != "-" else None))
    return found


def emit(wanted: Sequence[Target], render: Callable[[Target], str | dict[str, str]]) -> None:
    """Everything is rendered before anything is written, so that a failure leaves no half."""
    texts = [(target, render(target)) for target in wanted]
    for target, text in texts:
        if isinstance(text, dict):
            folder(Path(target.path or "."), text)
        elif target.path is not None:
            write(Path(target.path), text)
    for target, text in texts:
        if target.path is None and isinstance(text, str):
            stdout(text)


def folder(path: Path, files: dict[str, str]) -> None:
    """Each file whole; the first, which names the others, last. Raises Fault."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Fault(f"{path.as_posix()}: cannot be a folder: {error.strerror}") from error
    for name, text in reversed(files.items()):
        write(path / name, text)


def write(path: Path, text: str) -> None:
    """The whole text or nothing. Raises Fault."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(
            "wb", dir=path.parent, prefix=".claim-audit-", delete=False
        ) as out:
            temporary = out.name
            out.write(text.encode("utf-8", "replace"))
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)  # a temporary file is private; a report is not
        os.replace(temporary, path)
    except OSError as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        raise Fault(f"{path.as_posix()}: cannot be written: {error.strerror}") from error


def stdout(text: str) -> None:
    """A closed pipe is left quietly, and the exit code stays what the analysis says."""
    try:
        out = sys.stdout.buffer
        out.write(text.encode("utf-8", "replace"))
        out.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def coloured(target: Target) -> bool:
    """Only on a terminal that has colours, and not where NO_COLOR says so (no-color.org)."""
    asked = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return target.path is None and sys.stdout.isatty() and asked


def width() -> int:
    """Columns of the terminal; 100 where there is none, so that files do not depend on a window."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 100


def note(text: str, quiet: bool = False) -> None:
    if not quiet:
        click.echo(text, err=True)
