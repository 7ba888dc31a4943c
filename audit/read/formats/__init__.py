"""One module a format: `SUFFIXES`, and `documents(source, text) -> Iterator[Document]`.

`documents` raises ValueError with the reason for a text that is not in its format. A format whose
articles stand one below the other also has `pieces(text) -> Iterator[tuple[int, str]]`: each
article's number and text, which `documents(source, text, number)` then reads alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from msgspec import Struct

from audit.model import Document


class Format(Struct, frozen=True):
    documents: Callable[..., Iterator[Document]]
    pieces: Callable[[str], Iterator[tuple[int, str]]] | None = None


@cache
def by_suffix() -> dict[str, Format]:
    """Every suffix, in lower case with its dot, and the reader of its format."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {
        suffix: Format(module.documents, getattr(module, "pieces", None))
        for module in modules
        for suffix in module.SUFFIXES
    }
