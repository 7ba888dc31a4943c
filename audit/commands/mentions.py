from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import click
import msgspec

from audit.commands import options, output, stream
from audit.config import Config
from audit.model import Document, Fault, Unread
from audit.report.ledger import Entry

FORMS = ("full", "csv", "jsonl")


class Text(stream.Line, frozen=True):
    text: str
    published: date | None = None


@click.command()
@options.analysis
@click.option("--ledger", is_flag=True, help="Every number with its fate, rejected ones too.")
@click.option("--jsonl", is_flag=True, help='Texts from stdin, one {"id", "text"} a line.')
def command(
    paths: tuple[str, ...],
    config: str | None,
    rules: tuple[str, ...],
    outputs: tuple[str, ...],
    allow_empty: bool,
    quiet: bool,
    verbose: bool,
    ledger: bool,
    jsonl: bool,
) -> None:
    """List the numbers, dates and periods in PATHs, without comparing them."""
    settings = options.settings(config, rules)
    if jsonl:
        stream.answer(Text, lambda texts: _answers(texts, settings))
        return
    wanted = output.targets(outputs, FORMS, "full")
    entries = list(_entries(options.chosen(paths, settings), settings, quiet, verbose))
    if not entries and not allow_empty:
        raise Fault("no source found (--allow-empty if that is right)")
    output.emit(wanted, lambda target: _render(entries, target.form, ledger))


def _entries(paths: tuple[str, ...], config: Config, quiet: bool, verbose: bool) -> Iterator[Entry]:
    from audit import read, rulebook
    from audit.extract import mentions

    lexicon = rulebook.load(config.rules).lexicon
    for found in read.documents(paths, config):
        if isinstance(found, Unread):
            output.note(f"claim-audit: {found.source}: {found.reason}", quiet)
            continue
        output.note(f"reading {found.source} {found.item or ''}", not verbose)
        yield Entry(found, tuple(mentions(found, lexicon)))


def _answers(texts: list[Text], config: Config) -> Iterator[dict[str, object]]:
    from audit import read, rulebook
    from audit.extract import jsonl, mentions
    from audit.model import Mention

    lexicon = rulebook.load(config.rules).lexicon
    for line in texts:
        documents = read.text(str(line.id), line.text, line.published)
        found = [one for document in documents for one in mentions(document, lexicon)]
        yield {"id": line.id, "mentions": jsonl.rows(m for m in found if isinstance(m, Mention))}


def _render(entries: list[Entry], form: str, rejected: bool) -> str:
    from audit.report import ledger

    if form == "csv":
        return ledger.sheet(entries, rejected=rejected)
    if form == "full":
        return ledger.table(entries, rejected=rejected)
    return msgspec.json.Encoder().encode_lines(map(_line, entries)).decode()


def _line(entry: Entry) -> dict[str, object]:
    from audit.extract import jsonl
    from audit.report import ledger

    document: Document = entry.document
    return {
        "source": document.source,
        "item": document.item,
        "published": str(document.published) if document.published else None,
        "mentions": jsonl.rows(ledger.mentions(entry)),
    }
