"""How the work grows with the corpus: claims, blocks, pairs scored and seconds, and the growth exponent.

python tests/bench_growth.py
"""

from __future__ import annotations

import json
import lzma
import time
from datetime import date
from math import log
from pathlib import Path

from tabulate import tabulate

from audit import pipeline, read, rulebook
from audit.align import work
from audit.model import Document

CORPUS = Path(__file__).resolve().parent.parent / "../shared/eval/corpora/china_asean.jsonl.xz"
SIZES = (250, 500, 1000, 1931)


def documents() -> list[Document]:
    found: list[Document] = []
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            day = date.fromisoformat(article["date"]) if article["date"] else None
            found += read.text(f"{number:05d}", article["text"], day)
    return found


Row = tuple[int, int, int, int, int, float]


def row(every: list[Document], size: int, rules: rulebook.Rulebook) -> Row:
    begin = time.perf_counter()
    result = pipeline.analyse(every[:size], rules)
    took = time.perf_counter() - begin
    done = work.of(result.claims, rules)
    return size, done.claims, done.blocks, done.largest, done.scored, took


def main() -> None:
    if not CORPUS.exists():
        print("no large corpus here: ../shared/eval/corpora")
        return
    every, rules = documents(), rulebook.load()
    rows = [row(every, size, rules) for size in SIZES]
    head = ("articles", "claims", "blocks", "largest block", "pairs scored", "seconds")
    print(tabulate(rows, headers=head, floatfmt=".1f", tablefmt="github"))
    (few, *_, short), (many, *_, long) = rows[0], rows[-1]
    print(
        f"growth exponent of the time in claims: {_exponent(rows):.2f}; in articles: {log(long / short) / log(many / few):.2f}"
    )


def _exponent(rows: list[Row]) -> float:
    """Slope of log time over log claims, first to last: articles grow longer along this corpus."""
    return log(rows[-1][-1] / rows[0][-1]) / log(rows[-1][1] / rows[0][1])


if __name__ == "__main__":
    main()
