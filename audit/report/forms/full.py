"""For a terminal: each finding with its quotes, values, arithmetic and the way out."""

from __future__ import annotations

import textwrap

from audit.model import Claim, Finding, Result
from audit.report import quotes, tally, wording
from audit.report.forms import concise
from audit.report.look import Look


def render(result: Result, look: Look) -> str:
    blocks = [finding(one, look) for one in result.findings]
    ends = [look.paint(tally.verdict(result), "bold"), tally.coverage(result, look.hidden)]
    return look.calm("\n\n".join([*blocks, "\n".join(ends)]))


def finding(one: Finding, look: Look) -> str:
    """The block of one finding, several lines."""
    head = f"{concise.line(one, look)}  ({one.verdict}, {one.id})"
    lines = [head]
    for claim in one.claims:
        lines += _claim(claim, look)
    for label, text in wording.notes(one):
        lines += _note(label, text, look)
    return "\n".join(lines)


def _claim(claim: Claim, look: Look) -> list[str]:
    quote, carets = quotes.marked(claim, max(40, look.width - 6))
    where = f"  --> {claim.source}:{claim.line}:{claim.column}"
    about = [wording.value(claim), wording.reach(claim), wording.when(claim), *_said(claim)]
    return [
        look.paint(where, "dim"),
        f"    | {quote}",
        f"    | {look.paint(carets, 'warning')}",
        f"    = {'; '.join(filter(None, about))}",
    ]


def _said(claim: Claim) -> list[str]:
    """Who says so, and whether it is so yet."""
    said = [f"said by {claim.speaker}"] if claim.speaker else []
    said += [f"via {claim.upstream}"] if claim.upstream else []
    said += [f"published {claim.published}"] if claim.published else ["published: unknown"]
    said += [claim.definition] if claim.definition else []
    return said + ([claim.modality] if claim.modality != "actual" else [])


def _note(label: str, text: str, look: Look) -> list[str]:
    first = f"    {label}: "
    return textwrap.wrap(
        text,
        max(40, look.width),
        initial_indent=first,
        subsequent_indent=" " * 6,
        break_long_words=False,
    )
