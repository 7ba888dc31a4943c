"""A folder of pages for what is too much for one; `index.html` comes first."""

from __future__ import annotations

from audit.model import Result
from audit.report.look import Look
from audit.report.page import contents, page


def render(result: Result, look: Look) -> dict[str, str]:
    """File name -> text."""
    return page.pages(result, look, list(contents.folder(result, look)))
