"""For editors: verdict first, findings worst first, then what agrees and what was not compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabulate import tabulate

from audit.model import Claim, Finding, Group, Result
from audit.report import encode, quotes, tally, untold, wording
from audit.report.forms import concise
from audit.report.look import Look

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")
_TITLES = {"error": "Not reconcilable", "warning": "To review", "info": "To know"}


def render(result: Result, look: Look) -> str:
    sections = [
        "# Discrepancy report",
        f"**{tally.verdict(result, look.hidden)}**",
        *_findings(result),
        *_untold(result, look),
        *_alone(result),
        *_ledger(result),
        *_sources(result),
        escape(tally.coverage(result, look.hidden)),
    ]
    return encode.clean("\n\n".join(sections))


def escape(text: str) -> str:
    """Article text that must not turn into markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _findings(result: Result) -> Iterator[str]:
    for severity, title in _TITLES.items():
        found = [one for one in result.findings if one.severity == severity]
        if found:
            yield f"## {title} ({len(found)})"
        for one in found:
            yield from _finding(one)


def _finding(one: Finding) -> Iterator[str]:
    about = " ".join(one.claims[0].label.split()) if one.claims else one.source or ""
    yield f"### {one.code} {one.verdict}: {escape(about)}"
    yield escape(concise.message(one))
    if one.claims:
        yield "\n".join(_claim(claim) for claim in one.claims)
    said = [f"- {label.capitalize()}: {escape(text)}" for label, text in wording.notes(one)]
    yield "\n".join([*said, f"- Finding `{one.id}`"])


def _claim(claim: Claim) -> str:
    text, first, last = quotes.located(claim)
    quote = f"{escape(text[:first])}**{escape(text[first:last])}**{escape(text[last:])}"
    said = f", said by {escape(claim.speaker)}" if claim.speaker else ""
    about = f"{escape(wording.value(claim))}; {wording.when(claim)}{said}"
    day = f"published {claim.published}" if claim.published else "undated"
    where = f"{escape(claim.source)}:{claim.line}:{claim.column}"
    return f"- {about} ({where}, {day})\n  > {quote}"


def _untold(result: Result, look: Look) -> Iterator[str]:
    agreeing, differing = untold.groups(result, look.hidden)
    for title, groups in (("Differing, not told", differing), ("Agreeing", agreeing)):
        if groups:
            yield f"## {title} ({len(groups)})"
            if groups is differing:
                yield wording.DIFFERING
            yield "\n".join(_agreement(group) for group in groups)


def _agreement(group: Group) -> str:
    said = "; ".join(
        f"{escape(wording.value(claim))} ({escape(claim.source)}:{claim.line})"
        for claim in group.claims
    )
    voices = tally.count(len(group.testimonies), "independent testimonies")
    return f"- **{escape(' '.join(group.label.split()))}**: {said}. {voices}."


def _alone(result: Result) -> Iterator[str]:
    every = [g for family in result.families for g in family.groups]
    groups = [g for g in every if len(g.claims) == 1 and not g.claims[0].proof]
    if not groups:
        return
    yield f"## Not compared: nothing to compare with ({len(groups)})"
    groups.sort(key=lambda g: (g.claims[0].source, g.claims[0].start))
    rows = [
        (
            escape(" ".join(g.label.split())),
            escape(wording.value(c)),
            wording.when(c),
            f"{escape(c.source)}:{c.line}",
        )
        for g in groups
        for c in g.claims
    ]
    yield tabulate(
        rows, headers=("what", "value", "when", "where"), tablefmt="github", disable_numparse=True
    )


def _ledger(result: Result) -> Iterator[str]:
    held = result.coverage
    yield "## Every number accounted for"
    rows = [
        ("numbers seen", held.numbers),
        ("claims", held.claims),
        ("dates and periods, used as context", held.times),
        *((f"rejected: {reason}", number) for reason, number in held.rejected_by_reason),
        ("unresolved", held.unresolved),
    ]
    yield tabulate(rows, headers=("", "numbers"), tablefmt="github")


def _sources(result: Result) -> Iterator[str]:
    yield "## Sources"
    rows = [
        (
            escape(one.source),
            one.item or "",
            escape(one.title or ""),
            one.outlet or "",
            one.published or "undated",
        )
        for one in result.documents
    ]
    rows += [(escape(one.source), "", escape(one.reason), "", "not read") for one in result.unread]
    headers = ("source", "item", "title", "outlet", "published")
    yield tabulate(rows, headers=headers, tablefmt="github", disable_numparse=True)
