"""paths -> documents. One module a format in `formats`; a text in hand goes through `text`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from audit.config import Config
from audit.model import Document, Fault, Unread
from audit.read import decode, front_matter, page, walk
from audit.read.formats import by_suffix
from audit.read.header import Header

__all__ = ["documents", "text"]


def documents(paths: Sequence[str], config: Config) -> Iterator[Document | Unread]:
    """Every article behind the paths, sorted by source and item, each file once.

    Raises Fault for a path that is missing, and for a file that cannot be read when it is the
    only path named; among others, such a file is an Unread.
    """
    alone = len(paths) == 1 and not Path(paths[0]).is_dir()
    for path in walk.files(paths, by_suffix(), config.excluded):
        for found in _file(path, config):
            if alone and isinstance(found, Unread):
                raise Fault(f"{found.source}: {found.reason}")
            yield found


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


def _file(path: Path, config: Config) -> Iterator[Document | Unread]:
    source = path.as_posix()
    known = config.known(source)
    form = by_suffix().get(path.suffix.lower(), by_suffix()[".txt"])
    try:
        decoded = decode.file(path)
        for found in form(source, decoded.text):
            whole = replace(found, encoding=decoded.encoding)
            yield _filled(whole, known.date, known.outlet, "config", config.language)
    except ValueError as error:
        yield Unread(source, str(error))


def _filled(
    found: Document, day: date | None, outlet: str | None, how: str, language: str | None
) -> Document:
    """The document with what its reader knows and it does not say."""
    if found.published is None and day is not None:
        found = replace(found, published=day, published_how=how)
    return replace(found, outlet=found.outlet or outlet, language=found.language or language)
