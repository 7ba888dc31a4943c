from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from audit.commands import options, output, run, stream
from audit.config import Config
from audit.model import Fault

LINES = (
    ("relation", "relation"), ("verdict", "verdict"), ("message", "message"), ("why compared", "why"),
    ("arithmetic", "arithmetic"), ("way out", "escape"), ("material difference", "material"),
)  # fmt: skip


class Pair(stream.Line, frozen=True):
    a: str
    b: str


@click.command()
@click.argument("a", required=False)
@click.argument("b", required=False)
@options.config
@options.rules
@click.option("--jsonl", is_flag=True, help='Pairs from stdin, one {"id", "a", "b"} a line.')
def command(
    a: str | None, b: str | None, config: str | None, rules: tuple[str, ...], jsonl: bool
) -> None:
    """Compare two texts, or files, with each other; of files also what a report says of both."""
    settings = options.settings(config, rules)
    if jsonl:
        stream.answer(Pair, lambda pairs: _answers(pairs, settings))
        return
    if a is None or b is None:
        raise Fault("expected two texts or files, or --jsonl")
    pair = Pair(id=0, a=_text(a), b=_text(b))
    for answer in _answers([pair], settings):
        said = ((name, answer[key]) for name, key in LINES)
        output.stdout("".join(f"{name}: {text}\n" for name, text in said if text))
    if _is_file(a) and _is_file(b):
        output.stdout(_findings(a, b, settings))


def _findings(a: str, b: str, config: Config) -> str:
    """What a report on the two files would say of both together."""
    from audit.report.forms import full
    from audit.report.look import Look

    result = run.analysed([a, b], config, allow_empty=True, quiet=True)
    between = [one for one in result.findings if len({c.source for c in one.claims}) > 1]
    look = Look(width=output.width())
    return "".join(f"\n{full.finding(one, look)}\n" for one in between)


def _answers(pairs: list[Pair], config: Config) -> Iterator[dict[str, object]]:
    import msgspec

    from audit import comparison, rulebook

    rules = rulebook.load(config.rules)
    for pair in pairs:
        found = comparison.sentences(pair.a, pair.b, rules)
        yield {"id": pair.id} | msgspec.to_builtins(found)


def _is_file(given: str) -> bool:
    try:
        return Path(given).is_file()
    except OSError:  # a text longer than any file name
        return False


def _text(given: str) -> str:
    """The text of a file of that name, else the words themselves."""
    from audit.read import decode

    if not _is_file(given):
        return given
    try:
        return decode.file(Path(given)).text
    except ValueError as error:
        raise Fault(f"{given}: {error}") from error
