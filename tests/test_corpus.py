"""The loud findings over a large real corpus, held against what was said of each when it was read."""

from __future__ import annotations

import json
import lzma
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "eval" / "corpora" / "china_asean.jsonl.xz"
LABELS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "corpus_labels.yaml").read_text(encoding="utf-8")
)
LOUD = ("error", "warning")
ERRORS_REAL = 0.7  # at least so many of the errors are real
FALSE = 0.15  # at most so many of all loud findings are false


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """(severity, label, message) of every loud finding on claims."""
    if not CORPUS.exists():
        pytest.skip("the large corpus is not here: ../shared/eval/corpora")
    folder = tmp_path_factory.mktemp("corpus")
    source, out = folder / "articles.jsonl", folder / "report.json"
    source.write_bytes(lzma.decompress(CORPUS.read_bytes()))
    command = [
        sys.executable,
        "-m",
        "audit",
        "report",
        str(source),
        "--output-format",
        f"json={out}",
    ]
    subprocess.run(command, check=True, capture_output=True)
    report = json.loads(out.read_text(encoding="utf-8"))
    texts = {c["id"]: _figure(c) for c in report["claims"]}
    loud = [f for f in report["findings"] if f["severity"] in LOUD and f["claims"]]
    return [(f["severity"], _label(f, texts), f["message"]) for f in loud]


def _figure(claim: dict[str, Any]) -> str:
    return str(claim["quote"])


def _label(finding: dict[str, Any], quotes: dict[str, str]) -> str:
    said = [quotes[claim] for claim in finding["claims"]]
    for known in LABELS:
        every = all(any(figure in quote for quote in said) for figure in known["figures"])
        if known["code"] == finding["code"] and every:
            return str(known["label"])
    return "unread"


def test_no_loud_finding_is_unread(labelled: list[tuple[str, str, str]]) -> None:
    assert labelled, "a corpus of 1,931 articles without one loud finding is not believed"
    assert [message for _, label, message in labelled if label == "unread"] == []


def test_most_errors_are_real_and_few_loud_findings_false(
    labelled: list[tuple[str, str, str]],
) -> None:
    errors = [label for severity, label, _ in labelled if severity == "error"]
    labels = [label for _, label, _ in labelled]
    assert errors.count("real") >= ERRORS_REAL * len(errors), labelled
    assert labels.count("false") <= FALSE * len(labels), labelled
