"""Metamorphic measurement: errors put into real articles must be told, harmless rewrites must not.

    python tests/inject.py
    python tests/inject.py --show 20           with the first 20 misses and false alarms
    python tests/inject.py --reworded          errors in a second paper that wrote in its own words
    python tests/inject.py --json FILE         the figures, for a floor

Exit code 0; also when the labelled articles are not there: then nothing is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from injection import kinds
from injection.edits import Change, drawn
from injection.papers import Papers
from tabulate import tabulate

from audit.model import Finding

ARTICLES = Path(__file__).resolve().parent.parent / "../shared/eval/dev/kz_articles.jsonl"
Judge = Callable[[Change], list[Finding]]


@dataclass
class Row:
    """One kind of change: how many were made, and those that got a finding and those that did not."""

    kind: str
    loud: list[tuple[Change, list[Finding]]] = field(default_factory=list)
    silent: list[Change] = field(default_factory=list)

    @property
    def made(self) -> int:
        return len(self.loud) + len(self.silent)


def judged(changes: Sequence[Change], judge: Judge) -> list[Row]:
    rows = {change.kind: Row(change.kind) for change in changes}
    for change in changes:
        if found := judge(change):
            rows[change.kind].loud.append((change, found))
        else:
            rows[change.kind].silent.append(change)
    return list(rows.values())


def injections(papers: Papers, total: int, seed: int) -> list[Row]:
    """Errors: a loud row entry is a success."""
    return judged(drawn(kinds.changes(papers.texts, kinds.ERRORS), total, seed), papers.told)


def rewrites(papers: Papers, total: int, seed: int) -> list[Row]:
    """Harmless rewrites: a loud row entry is a false alarm."""
    return judged(drawn(kinds.changes(papers.texts, kinds.REWRITES), total, seed), papers.raised)


def share(rows: Sequence[Row]) -> float:
    """Percent of all changes of these rows that got a loud finding."""
    made = sum(row.made for row in rows)
    return 100 * sum(len(row.loud) for row in rows) / made if made else 0.0


def by_copy_alone(rows: Sequence[Row]) -> int:
    """How many are told only since the rest of the sentence was copied word for word."""
    return sum(all(one.code == "C108" for one in found) for row in rows for _, found in row.loud)


def table(rows: Sequence[Row], made: str, loud: str) -> str:
    lines = [_line(row.kind, [row]) for row in rows] + [_line("all", rows)]
    headers = ["kind", made, loud, "%", "by C108 alone"]
    return tabulate(lines, headers=headers, floatfmt=".1f")


def _line(name: str, rows: Sequence[Row]) -> tuple[str, int, int, float, int]:
    made, loud = (
        sum(counts) for counts in zip(*((r.made, len(r.loud)) for r in rows), strict=True)
    )
    return name, made, loud, share(rows), by_copy_alone(rows)


def figures(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    by_kind = {r.kind: {"made": r.made, "loud": len(r.loud)} for r in rows}
    return by_kind | {"all": {"made": sum(r.made for r in rows), "percent": round(share(rows), 1)}}


def words(papers: Papers, change: Change) -> str:
    text, edit = papers.texts[change.article], change.edit
    around = text[max(0, edit.start - 90) : edit.start], text[edit.end : edit.end + 60]
    name = papers.articles[change.article]["id"]
    shown = f"{around[0]}[{text[edit.start : edit.end]} -> {edit.new}]{around[1]}"
    return f"{change.kind} | {name}: {shown}".replace("\n", " ")


def show(papers: Papers, missed: Sequence[Row], false: Sequence[Row], limit: int) -> None:
    for change in [c for row in missed for c in row.silent][:limit]:
        print("MISSED", words(papers, change))
    for change, found in [pair for row in false for pair in row.loud][:limit]:
        print("FALSE ", words(papers, change))
        print("".join(f"        {one.code} {one.severity}: {one.message}\n" for one in found))


def in_other_words(papers: Papers, given: argparse.Namespace) -> int:
    """Errors in a second paper that wrote the same in its own words."""
    errors = injections(papers, given.total, given.seed)
    print(table(errors, "in other words", "told"))
    show(papers, errors, [], given.show)
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path, nargs="?", default=ARTICLES)
    parser.add_argument("--total", type=int, default=300, help="of each: errors, rewrites")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--reworded", action="store_true", help="errors only, into copies in other words"
    )
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args()
    if not given.articles.exists():
        print("inject: the labelled articles are not here; nothing was measured")
        return 0
    if given.reworded:
        return in_other_words(Papers.read(given.articles, given.seed), given)
    papers = Papers.read(given.articles)
    errors = injections(papers, given.total, given.seed)
    harmless = rewrites(papers, given.total, given.seed)
    print(table(errors, "injected", "told"))
    print("\n" + table(harmless, "rewritten", "new loud"))
    show(papers, errors, harmless, given.show)
    if given.json:
        both = {"injections": figures(errors), "rewrites": figures(harmless)}
        given.json.write_text(json.dumps(both, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
