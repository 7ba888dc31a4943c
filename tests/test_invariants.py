"""What may never change a result: order of input, hash seed, names of files, paraphrase of a unit."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit import pipeline, read, rulebook
from audit.model import Result

ROOT = Path(__file__).parent.parent
SEEDS = sorted(
    p for p in (ROOT / "seeds").rglob("*") if p.suffix in (".md", ".txt") and p.name != "README.md"
)
RULES = rulebook.load()
TEXTS = {p.name: p.read_text(encoding="utf-8") for p in SEEDS}


def analysed(texts: dict[str, str]) -> Result:
    documents = [d for name, text in texts.items() for d in read.text(name, text)]
    return pipeline.analyse(documents, RULES)


def report(paths: list[Path], seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "audit", "report", *map(str, paths), "--output-format", "json"]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


def test_same_bytes_for_any_order_and_hash_seed() -> None:
    shuffled = random.Random(7).sample(SEEDS, len(SEEDS))
    one, two = report(SEEDS, "0"), report(shuffled, "1")
    assert json.loads(one)["findings"]
    assert one == two


@settings(max_examples=8, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_any_order_of_documents_gives_the_same_groups(names: list[str]) -> None:
    there, back = analysed(TEXTS), analysed({name: TEXTS[name] for name in names})
    assert there.families == back.families
    assert there.findings == back.findings


def test_every_claim_is_in_exactly_one_group() -> None:
    result = analysed(TEXTS)
    grouped = [c.id for f in result.families for g in f.groups for c in g.claims]
    assert sorted(grouped) == sorted(c.id for c in result.claims)


def test_offsets_slice_back_to_the_quote() -> None:
    result = analysed(TEXTS)
    assert len(result.claims) > 50
    for claim in result.claims:
        text = TEXTS[claim.source]
        assert text[claim.start : claim.end] == claim.mention.text
        assert claim.sentence is not None
        assert text[claim.sentence.start : claim.sentence.end] == claim.quote
        assert text.split("\n")[claim.line - 1][claim.column - 1 :].startswith(
            claim.mention.text[:3]
        )


def test_renaming_a_file_changes_nothing_but_names() -> None:
    plain, renamed = analysed(TEXTS), analysed({f"z-{name}": text for name, text in TEXTS.items()})
    assert _shape(plain) == _shape(renamed)


def _shape(result: Result) -> list[tuple[str, str, tuple[str, ...]]]:
    return sorted(
        (f.code, f.verdict, tuple(sorted(c.mention.text for c in f.claims)))
        for f in result.findings
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("$1.62bn", "1.62 billion US dollars"),
        ("83.6%", "83.6 percent"),
        ("$471.5mn", "US$471.5 million"),
    ],
)
def test_paraphrase_of_a_unit_changes_no_group(old: str, new: str) -> None:
    changed = {name: text.replace(old, new) for name, text in TEXTS.items()}
    assert changed != TEXTS
    assert _verdicts(analysed(TEXTS)) == _verdicts(analysed(changed))


def _verdicts(result: Result) -> list[tuple[str, str, int]]:
    return sorted((f.code, f.verdict, len(f.claims)) for f in result.findings)
