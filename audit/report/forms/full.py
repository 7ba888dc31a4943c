"""For a terminal: each finding with its quotes, values, arithmetic and the way out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from wcwidth import ljust, width, wrap

from audit.model import Claim, Finding, Result
from audit.report import encode, quotes, tally, wording
from audit.report.forms import concise
from audit.report.look import Look

_MOST = 120  # columns: longer lines are hard to follow
_LEAST = 40


def render(result: Result, look: Look) -> str:
    blocks = [finding(one, look) for one in result.findings]
    ends = [
        look.paint(tally.verdict(result, look.hidden), "bold"),
        tally.coverage(result, look.hidden),
    ]
    return look.calm("\n\n".join([*blocks, "\n".join(ends)]))


def finding(one: Finding, look: Look) -> str:
    """The block of one finding, several lines."""
    columns = max(_LEAST, min(look.width, _MOST))
    lines = _wrapped(f"{concise.line(one, look)}  ({one.verdict}, {one.id})", columns, "", "  ")
    for claim, about in zip(one.claims, _abouts(one.claims, columns), strict=True):
        quote, carets = quotes.marked(claim, columns - 6)
        lines += [
            look.paint(f"  --> {encode.flat(claim.source)}:{claim.line}:{claim.column}", "dim"),
            f"    | {quote}",
            f"    | {look.paint(carets, 'warning')}",
            *about,
        ]
    for label, text in wording.notes(one):
        lines += _wrapped(f"{look.paint(label, 'bold')}: {text}", columns, "    ", "      ")
    return "\n".join(lines)


def _abouts(claims: Sequence[Claim], columns: int) -> list[list[str]]:
    """What each claim says, in columns of their own where the terminal is wide enough."""
    rows = [_about(claim) for claim in claims]
    widths = [max(map(width, column)) for column in zip_longest(*rows, fillvalue="")]
    lines = ["    = " + "  ".join(map(ljust, row, widths)).rstrip() for row in rows]
    if all(width(line) <= columns for line in lines):
        return [[line] for line in lines]
    joined = ["; ".join(filter(None, row)) for row in rows]
    return [_wrapped(text, columns, "    = ", "      ") for text in joined]


def _about(claim: Claim) -> list[str]:
    """Value, interval, time and day of publication; then who says so, and whether it is so yet."""
    day = f"published {claim.published}" if claim.published else "published: unknown"
    said = [f"said by {claim.speaker}"] if claim.speaker else []
    said += [f"via {claim.upstream}"] if claim.upstream else []
    said += [claim.definition] if claim.definition else []
    said += [claim.modality] if claim.modality != "actual" else []
    cells = [wording.value(claim), wording.reach(claim), wording.when(claim), day]
    return [" ".join(cell.split()) for cell in (*cells, "; ".join(said))]


def _wrapped(text: str, columns: int, first: str, rest: str) -> list[str]:
    return wrap(
        " ".join(text.split()),
        columns,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
