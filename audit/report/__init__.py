"""findings -> text. One module an output format in `forms`, found by its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from msgspec.structs import replace

from audit.model import Fault, Result, Severity
from audit.report import forms
from audit.report.look import RANK, Look

__all__ = ["names", "render"]


def names() -> list[str]:
    """The output formats there are."""
    return sorted(found.name for found in iter_modules(forms.__path__))


def render(
    result: Result,
    form: str,
    *,
    min_severity: Severity = "info",
    colour: bool = False,
    width: int = 100,
    manual: Mapping[str, str] | None = None,
) -> str:
    """The result as text that ends with a newline. Raises Fault for a format there is not.

    Findings below `min_severity` are counted and not shown; `colour` and `width` (columns) bear
    on formats for a terminal. `manual` holds the manual pages of the checks by code, for formats
    that carry them.
    """
    if form not in names():
        raise Fault(f"unknown output format `{form}`; expected one of: {', '.join(names())}")
    shown = tuple(f for f in result.findings if RANK[f.severity] <= RANK[min_severity])
    hidden = len(result.findings) - len(shown)
    look = Look(colour=colour, width=width, hidden=hidden, manual=manual or {})
    text: str = import_module(f"audit.report.forms.{form}").render(
        replace(result, findings=shown), look
    )
    return text if text.endswith("\n") or not text else text + "\n"
