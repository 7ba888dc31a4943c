"""One module a format: `SUFFIXES`, and `documents(source, text) -> Iterator[Document]`.

`documents` raises ValueError with the reason for a text that is not in its format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from audit.model import Document

Format = Callable[[str, str], Iterator[Document]]


@cache
def by_suffix() -> dict[str, Format]:
    """Every suffix, in lower case with its dot, and the reader of its format."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return {suffix: module.documents for module in modules for suffix in module.SUFFIXES}
