"""paths -> pieces -> documents. One module a format in `formats`; a text in hand goes through `text`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from audit.config import Config
from audit.model import Document, Fault, Piece, Unread
from audit.read import decode, front_matter, page, walk
from audit.read.decode import name
from audit.read.formats import Format, by_suffix
from audit.read.header import Header
from audit.read.walk import expanded

__all__ = ["articles", "documents", "expanded", "files", "name", "pieces", "place", "text", "told"]

Instead = Mapping[str, bytes | None]


def documents(
    paths: Sequence[str], config: Config, instead: Instead | None = None
) -> Iterator[Document | Unread]:
    """Every article behind the paths, sorted by source and item, each file once.

    Raises Fault for a path that is missing, and for a file that cannot be read when it is the
    only path named; among others, such a file is an Unread.
    """
    paths = expanded(paths)
    for piece in pieces(paths, config, instead):
        found = piece if isinstance(piece, Unread) else articles(piece)
        yield from [told(found, paths)] if isinstance(found, Unread) else found


def told(unread: Unread, paths: Sequence[str]) -> Unread:
    """What could not be read among others. Raises Fault when it is the only path named."""
    if len(paths) == 1 and not Path(paths[0]).is_dir():
        raise Fault(f"{unread.source}: {unread.reason}")
    return unread


def pieces(
    paths: Sequence[str], config: Config, instead: Instead | None = None
) -> Iterator[Piece | Unread]:
    """What the files behind the paths hold, cut where it can be read apart.

    `instead` says what some sources hold in place of what is on disk; None is a file that is not
    there. Raises Fault for a path that is missing.
    """
    held: dict[str, bytes | Path | None] = {one: real for real, one in files(paths, config).items()}
    held |= instead or {}
    for source, data in sorted(held.items()):
        if data is not None:
            yield from _pieces(source, data, config)


def files(paths: Sequence[str], config: Config) -> dict[Path, str]:
    """The source of every file behind the paths, by where the file really lies.

    Raises Fault for a path that is missing.
    """
    found = walk.files(expanded(paths), by_suffix(), config.excluded)
    named = {real: path.as_posix() for real, path in found.items()}
    return {real: source for real, source in named.items() if not config.own(source)}


def place(real: Path, paths: Sequence[str], config: Config) -> str | None:
    """The source that a file would be if it lay there; None if the folders named leave it out."""
    found = walk.place(real, paths, by_suffix(), config.excluded)
    return found.as_posix() if found and not config.own(found.as_posix()) else None


def articles(piece: Piece) -> tuple[Document, ...] | Unread:
    """The documents of a piece: several for a feed page."""
    form = _format(piece.source)
    more = (piece.item,) if form.pieces else ()
    try:
        found = tuple(form.documents(piece.source, piece.text, *more))
    except ValueError as error:
        return Unread(piece.source, str(error))
    whole = (replace(one, encoding=piece.encoding) for one in found)
    return tuple(_filled(one, piece.date, piece.outlet, "config", piece.language) for one in whole)


def text(source: str, text: str, published: date | None = None) -> tuple[Document, ...]:
    """The documents of a text in hand; `published` counts where the text itself has no date.

    Nobody can be asked to mend it: front matter that is broken is read as text.
    """
    try:
        above = front_matter.read(text)
    except ValueError:
        above = Header(0)
    found = page.documents(source, text, above)
    return tuple(_filled(one, published, None, "given", None) for one in found)


def _pieces(source: str, data: bytes | Path, config: Config) -> Iterator[Piece | Unread]:
    known = config.known(source)
    if decode.name(source) != source:
        yield Unread(decode.name(source), "its name is not UTF-8")
        return
    try:
        found = decode.file(data) if isinstance(data, Path) else decode.raw(data)
    except ValueError as error:
        yield Unread(source, str(error))
        return
    split = _format(source).pieces
    for item, text in split(found.text) if split else [(0, found.text)]:
        yield Piece(source, item, text, found.encoding, known.date, known.outlet, config.language)


def _format(source: str) -> Format:
    known = by_suffix()
    return known.get(Path(source).suffix.lower(), known[".txt"])


def _filled(
    found: Document, day: date | None, outlet: str | None, how: str, language: str | None
) -> Document:
    """The document with what its reader knows and it does not say."""
    if found.published is None and day is not None:
        found = replace(found, published=day, published_how=how)
    return replace(found, outlet=found.outlet or outlet, language=found.language or language)
