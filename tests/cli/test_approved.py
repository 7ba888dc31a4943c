"""The report on the seeds is the approved one; `make approve` renews it when a change is meant."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
APPROVED = ROOT / "reports" / "seeds.md"


@pytest.mark.skipif(not APPROVED.exists(), reason="nothing is approved yet")
def test_report_on_the_seeds_is_the_approved_one() -> None:
    command = [sys.executable, "-m", "audit", "report", "seeds/", "--output-format", "markdown"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout == APPROVED.read_text(encoding="utf-8")
