from __future__ import annotations

from collections.abc import Mapping

import click
from msgspec.structs import asdict

from audit.commands import options, output
from audit.model import Fault


@click.group()
def command() -> None:
    """List, show and test the rules: what is measured, and how it is named."""


@command.command("list")
@options.config
@options.rules
def listed(config: str | None, rules: tuple[str, ...]) -> None:
    """Every metric, one a line."""
    from tabulate import tabulate

    from audit import rulebook

    metrics = rulebook.load(options.settings(config, rules).rules).metrics
    rows = [(one.key, one.kind, one.unit, one.label, one.path) for one in metrics.values()]
    headers = ("metric", "kind", "unit", "label", "file")
    output.stdout(tabulate(sorted(rows), headers=headers) + f"\n\n{len(rows)} metrics\n")


@command.command()
@click.argument("metric")
@options.config
@options.rules
def show(metric: str, config: str | None, rules: tuple[str, ...]) -> None:
    """One metric: its names, its unit, what must hold of it, and its examples."""
    from audit import rulebook

    metrics = rulebook.load(options.settings(config, rules).rules).metrics
    if metric not in metrics:
        raise Fault(f"{metric}: no such metric; `claim-audit rules list` names them")
    fields = asdict(metrics[metric])
    output.stdout("".join(f"{key}: {_shown(value)}\n" for key, value in fields.items() if value))


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "".join(f"\n  {key}: {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, tuple) and value and isinstance(value[0], Mapping):
        return "".join(f"\n  - {one['text']}" for one in value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


@command.command()
@options.config
@options.rules
def test(config: str | None, rules: tuple[str, ...]) -> int:
    """Run every example of every rule. Exits with 1 when one does not hold."""
    from audit import pipeline, rulebook

    book = rulebook.load(options.settings(config, rules).rules)
    failures = pipeline.failing_examples(book)
    count = sum(len(metric.examples) for metric in book.metrics.values())
    output.stdout("".join(f"{failure}\n" for failure in failures))
    output.stdout(f"{count} examples, {len(failures)} do not hold\n")
    return int(bool(failures))
