"""For the summary of a CI job: Markdown under 1 MiB, the worst first, and what was cut is said.

GitHub refuses a summary above 1 MiB whole (docs.github.com, "Adding a job summary").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tabulate import tabulate

from audit.model import Claim, Finding, Result
from audit.report import encode, place, quotes, tally, told, wording
from audit.report.forms import concise, markdown
from audit.report.look import RANK, Look

_LIMIT = 1_000_000  # bytes; a job may have other summaries, and this leaves the rest of the MiB
_QUOTE = 400  # columns of a quoted sentence


def render(result: Result, look: Look) -> str:
    coverage = markdown.escape(tally.coverage(result, look.hidden))
    head = ["## Where the articles differ", f"**{tally.verdict(result, look.hidden)}**"]
    head.append(_counts([*result.findings, *look.hidden]))
    room = _LIMIT - sum(map(_size, [*head, coverage])) - 200
    blocks = [_finding(one) for one in sorted(result.findings, key=_worst_first)]
    kept = _fitting(blocks, room)
    cut = len(blocks) - kept
    told_so = [f"**{tally.count(cut, 'findings')} cut here:** a summary holds no more."]
    whole = [*head, *blocks[:kept], *(told_so if cut else []), coverage]
    return encode.clean("\n\n".join(whole))


def _worst_first(finding: Finding) -> tuple[bool, int]:
    return (finding.status != "new", RANK[finding.severity])


def _counts(findings: Sequence[Finding]) -> str:
    by = Counter((one.severity, one.status) for one in findings)
    table = [
        (severity, *(by[severity, status] for status in ("new", "known", "waived")))
        for severity in RANK
    ]
    return tabulate(table, headers=("severity", "new", "known", "waived"), tablefmt="github")


def _fitting(blocks: Sequence[str], room: int) -> int:
    """How many of the blocks, from the first, fit into so many bytes."""
    for count, block in enumerate(blocks):
        room -= _size(block)
        if room < 0:
            return count
    return len(blocks)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace")) + 2  # and the blank line after it


def _finding(one: Finding) -> str:
    state = f" ({one.status})" if one.status != "new" else ""
    lines = [f"### {markdown.escape(told.title(one))}{state}", "", _line(concise.message(one))]
    lines += [_claim(claim) for claim in one.claims]
    lines += [f"- {label}: {_line(text)}" for label, text in wording.notes(one)]
    return "\n".join([*lines, f"- finding `{one.id}`"])


def _line(text: str) -> str:
    return markdown.escape(told.cut(" ".join(text.split())))


def _claim(claim: Claim) -> str:
    text, first, last = quotes.around(claim, _QUOTE)
    before, marked, after = (
        markdown.escape(part) for part in (text[:first], text[first:last], text[last:])
    )
    where = _line(f"{place.path(claim.source)}:{claim.line}")
    about = _line(f"{wording.value(claim)}; {wording.when(claim)}")
    return f"- {where}: {about}\n  > {before}**{marked}**{after}"
