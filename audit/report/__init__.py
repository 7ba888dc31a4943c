"""findings -> text. One module an output format in `forms`, found by its name.

Those in `folders` give several files.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from msgspec.structs import replace

from audit.model import Fault, Result, Severity
from audit.report import folders, forms
from audit.report.look import RANK, Look, Texts, none
from audit.report.since import Since

__all__ = ["files", "folder_names", "names", "render"]


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
) -> str:
    """The result as text that ends with a newline. Raises Fault for a format there is not.

    Findings below `min_severity` are counted and not shown; `colour` and `width` (columns) bear
    on formats for a terminal. `manual` holds the manual pages of the checks by code, `texts` gives
    the documents of a source again, for formats that carry them; `since` is what an earlier report
    is compared with.
    """
    if form not in names():
        raise Fault(f"unknown output format `{form}`; expected one of: {', '.join(names())}")
    shown = _shown(result, min_severity)
    hidden = len(result.findings) - len(shown.findings)
    look = Look(
        colour=colour, width=width, hidden=hidden, manual=manual or {}, texts=texts, since=since
    )
    text: str = import_module(f"audit.report.forms.{form}").render(shown, look)
    return text if text.endswith("\n") or not text else text + "\n"


def files(
    result: Result,
    form: str,
    *,
    min_severity: Severity = "info",
    texts: Texts = none,
    since: Since | None = None,
) -> dict[str, str]:
    """File name -> text, for the forms of `folder_names`."""
    shown = _shown(result, min_severity)
    hidden = len(result.findings) - len(shown.findings)
    module = import_module(f"audit.report.folders.{form.replace('-', '_')}")
    made: dict[str, str] = module.render(shown, Look(hidden=hidden, texts=texts, since=since))
    return made


def _shown(result: Result, min_severity: Severity) -> Result:
    loud = tuple(f for f in result.findings if RANK[f.severity] <= RANK[min_severity])
    return replace(result, findings=loud)
