"""For editors: one self-contained page, from file:// and without a network (design, section 10)."""

from __future__ import annotations

from audit.model import Result
from audit.report.look import Look
from audit.report.page import contents, page


def render(result: Result, look: Look) -> str:
    (text,) = page.pages(result, look, [contents.single(result, look)]).values()
    return text
