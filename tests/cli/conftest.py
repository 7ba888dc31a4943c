"""The installed command line in a process of its own, as users and CI meet it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run(*arguments, stdin="")` in an empty folder; the folder is the current one of the test."""

    def tool(*arguments: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "audit", *arguments],
            cwd=tmp_path,
            input=stdin,
            env=os.environ | env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return tool


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return file


@pytest.fixture
def corpus(write: Callable[[str, str | bytes], Path]) -> None:
    """Two articles that cannot both be right on one figure."""
    write(
        "news/one.txt",
        "date 2026-03-02 In 2025, trade turnover between Kazakhstan and Germany reached $8.9 billion.\n",
    )
    write(
        "news/two.txt",
        "date 2026-03-03 Trade turnover between Kazakhstan and Germany in 2025 was $5.2 billion.\n",
    )
