"""Scores on labelled real text against their floors in reports/scores.json: floors only go up.

    python tests/scores.py --tool .venv/bin/claim-audit

Exit codes: 0 no figure fell, or the labelled text is not there; 1 one fell; 2 the scorer failed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "reports" / "scores.json"
SLACK = 0.05  # points: below this a figure moved by rounding
Figures = dict[str, dict[str, float]]


def fallen(floors: Figures, now: Figures) -> list[str]:
    """One line a figure that is missing or lower than its floor."""
    lines = []
    for name, figures in floors.items():
        for figure, floor in figures.items():
            value = now.get(name, {}).get(figure)
            if value is None or value < floor - SLACK:
                lines.append(f"{name} / {figure}: {value} is below its floor {floor}")
    return lines


def raised(floors: Figures, now: Figures) -> Figures:
    """The floors with every higher and every new figure of now."""
    return {
        name: {
            figure: max(
                floors.get(name, {}).get(figure, float("-inf")),
                now.get(name, {}).get(figure, float("-inf")),
            )
            for figure in sorted({*floors.get(name, {}), *now.get(name, {})})
        }
        for name in sorted({*floors, *now})
    }


def measured(scorer: Path, tool: str) -> Figures:
    """What the scorer says of the tool. Exits with 2 when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "figures.json")
        command = [sys.executable, str(scorer), "all", "--tool", tool, "--json", str(out)]
        if subprocess.run(command, check=False).returncode or not out.exists():
            sys.exit(2)
        figures: Figures = json.loads(out.read_text(encoding="utf-8"))
        return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", default="claim-audit")
    parser.add_argument("--scorer", type=Path, default=ROOT / "../shared/eval/score.py")
    given = parser.parse_args()
    if not given.scorer.exists():
        print("scores: the labelled text and its scorer are not here; nothing was measured")
        return 0
    now = measured(given.scorer, given.tool)
    floors: Figures = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if lines := fallen(floors, now):
        print("\n".join(lines))
        return 1
    FLOORS.parent.mkdir(exist_ok=True)
    FLOORS.write_text(json.dumps(raised(floors, now), indent=1) + "\n", encoding="utf-8")
    print(f"scores: no figure fell; floors are in {FLOORS.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
