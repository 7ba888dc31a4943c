"""What the tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


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
