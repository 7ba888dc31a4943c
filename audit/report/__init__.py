"""findings -> text. One module an output format in `forms`, found by its name.

Those in `folders` give several files. A format for programs that know what a suppressed finding is
has `WHOLE = True`: it is given the findings of every status.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module
from itertools import filterfalse
from pkgutil import iter_modules
from types import ModuleType

from msgspec.structs import replace

from audit.model import Fault, Finding, Result, Severity
from audit.report import folders, forms
from audit.report.look import RANK, Look, Texts, none
from audit.report.since import Since

__all__ = ["NOT_NEW", "WAIVED", "files", "folder_names", "names", "render"]

WAIVED = frozenset({"waived"})
NOT_NEW = frozenset({"known", "waived"})


def names() -> list[str]:
    """The output formats there are."""
    return _names(forms)


def folder_names() -> list[str]:
    """The output formats that are a folder of files."""
    return _names(folders)


def _names(shelf: ModuleType) -> list[str]:
    return sorted(found.name.replace("_", "-") for found in iter_modules(shelf.__path__))


def render(
    result: Result,
    form: str,
    *,
    min_severity: Severity = "info",
    colour: bool = False,
    width: int = 100,
    manual: Mapping[str, str] | None = None,
    texts: Texts = none,
    since: Since | None = None,
    hide: Collection[str] = WAIVED,
) -> str:
    """The result as text that ends with a newline. Raises Fault for a format there is not.

    Findings below `min_severity`, and in formats for people those of a status to `hide`, are
    counted and not shown; `colour` and `width` (columns) bear on formats for a terminal. `manual` holds the manual pages of the checks by code, `texts` gives
    the documents of a source again, for formats that carry them; `since` is what an earlier report
    is compared with.
    """
    if form not in names():
        raise Fault(f"unknown output format `{form}`; expected one of: {', '.join(names())}")
    module = import_module(f"audit.report.forms.{form}")
    shown, hidden = _parted(result, min_severity, () if hasattr(module, "WHOLE") else hide)
    look = Look(
        colour=colour, width=width, hidden=hidden, manual=manual or {}, texts=texts, since=since
    )
    text: str = module.render(shown, look)
    return text if text.endswith("\n") or not text else text + "\n"


def files(
    result: Result,
    form: str,
    *,
    min_severity: Severity = "info",
    texts: Texts = none,
    since: Since | None = None,
    hide: Collection[str] = WAIVED,
) -> dict[str, str]:
    """File name -> text, for the forms of `folder_names`."""
    shown, hidden = _parted(result, min_severity, hide)
    module = import_module(f"audit.report.folders.{form.replace('-', '_')}")
    made: dict[str, str] = module.render(shown, Look(hidden=hidden, texts=texts, since=since))
    return made


def _parted(
    result: Result, min_severity: Severity, hide: Collection[str]
) -> tuple[Result, tuple[Finding, ...]]:
    """The result with the findings that are shown, and the others."""

    def loud(one: Finding) -> bool:
        return RANK[one.severity] <= RANK[min_severity] and one.status not in hide

    shown = tuple(filter(loud, result.findings))
    return replace(result, findings=shown), tuple(filterfalse(loud, result.findings))
