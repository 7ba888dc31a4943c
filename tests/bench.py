"""How long the tool takes: its start, the report on the seeds, and a large corpus where there is one.

python tests/bench.py --tool .venv/bin/claim-audit
"""

from __future__ import annotations

import argparse
import lzma
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "../shared/eval/corpora/china_asean.jsonl.xz"


def seconds(command: list[str]) -> float:
    """The best of three runs: the least disturbed one."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        times.append(time.perf_counter() - begin)
    return min(times)


def corpus(tool: str, lines: int) -> str:
    """Seconds and megabytes a second for the mentions of the first articles of the corpus."""
    with lzma.open(CORPUS) as packed, tempfile.TemporaryDirectory() as folder:
        data = b"".join(line for line, _ in zip(packed, range(lines), strict=False))
        path = Path(folder, "corpus.jsonl")
        path.write_bytes(data)
        out = f"jsonl={folder}/mentions.jsonl"
        took = seconds([tool, "mentions", str(path), "--output-format", out])
    return f"mentions of {lines} articles: {took:.2f} s, {len(data) / took / 1e6:.2f} MB/s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", default="claim-audit")
    parser.add_argument("--articles", type=int, default=300)
    given = parser.parse_args()
    print(f"start (--help): {seconds([given.tool, '--help']):.2f} s")
    print(f"report seeds/: {seconds([given.tool, 'report', str(ROOT / 'seeds')]):.2f} s")
    print(corpus(given.tool, given.articles) if CORPUS.exists() else "no large corpus here")


if __name__ == "__main__":
    main()
