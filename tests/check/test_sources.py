"""What there is to say of the sources themselves: unreadable, guessed, undated, empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit import check, pipeline
from audit.config import Config
from audit.model import Fault, Finding

DATED = "---\ndate: 2024-03-01\n---\n"
FIGURE = "Ghana has a population of 31 million people."
FILES = {
    "dated.md": (DATED + FIGURE + "\n").encode(),
    "undated.md": f"{FIGURE}\n".encode(),
    "menu.md": (DATED + "Menu. About us. Contact.\n").encode(),
    "binary.md": b"%PDF-1.7\x00\x01\x02\xff\xfe\x00" * 9,
    "broken.md": b"---\ndate: [2024\n---\nGhana has a population of 31 million people.\n",
    "latin.md": (DATED + "La caf\u00e9 \u201cMilano\u201d sold 320 cakes.\n").encode("cp1252"),
}
TOLD = [
    ("binary.md", "X401", "error", "could not be read"),
    ("broken.md", "X401", "error", "could not be read"),
    ("latin.md", "X402", "warning", "is not UTF-8"),
    ("undated.md", "X403", "info", "has no date"),
    ("menu.md", "X404", "warning", "no claim"),
]


@pytest.fixture
def of_sources(tmp_path: Path) -> list[Finding]:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    findings = pipeline.run([str(tmp_path)], Config()).findings
    return [f for f in findings if f.source is not None]


def test_each_source_is_told_of_once(of_sources: list[Finding]) -> None:
    told = [(Path(f.source or "").name, f.code, f.severity) for f in of_sources]
    assert sorted(told) == sorted(row[:3] for row in TOLD)


def test_the_message_names_the_file_and_what_is_wrong(of_sources: list[Finding]) -> None:
    for name, code, _, words in TOLD:
        message = next(f.message for f in of_sources if f.code == code and name in f.message)
        assert words in message


def test_every_check_of_sources_is_here() -> None:
    assert {code for code in check.pages() if code.startswith("X")} <= {row[1] for row in TOLD}


@pytest.mark.parametrize("name", ["binary.md", "broken.md"])
def test_a_file_named_alone_that_cannot_be_read_is_a_fault(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(FILES[name])
    with pytest.raises(Fault, match=name) as fault:
        pipeline.run([str(tmp_path / name)], Config())
    assert "\n" not in str(fault.value)
