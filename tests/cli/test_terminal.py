"""What a person sees: on a real terminal of a given width, with and without colours."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from wcwidth import wcswidth

pytestmark = pytest.mark.usefixtures("corpus")
PAINT = re.compile(r"\033\[(?:[0-9;]*m|\?25[hl])")  # colours, and the cursor beside a progress bar


@pytest.fixture
def screen(tmp_path: Path) -> Callable[..., str]:
    """`screen(*arguments, columns=80, env...)`: what the tool writes to a terminal, with colours."""

    def shown(*arguments: str, columns: int = 80, **env: str) -> str:
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        clean = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
        tool = subprocess.Popen(
            [sys.executable, "-m", "audit", *arguments],
            cwd=tmp_path, env=clean | {"TERM": "xterm"} | env, stdout=theirs, stderr=theirs,
        )  # fmt: skip
        os.close(theirs)
        text = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
        assert tool.wait() in (0, 1)
        return text.decode().replace("\r\n", "\n")

    return shown


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux: the other end is closed
        return b""


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_line_runs_over(screen: Callable, write: Callable, columns: int) -> None:
    write("news/three.txt", "date 2026-03-03 取引高: Trade turnover between Kazakhstan and Germany in "
          "2025 was ５.3 $4.1 billion 🎉 " + "という " * 60 + ".\n")  # fmt: skip
    lines = PAINT.sub("", screen("report", "news", columns=columns)).splitlines()
    body = lines[: next(n for n, line in enumerate(lines) if line.startswith("coverage: "))]
    assert any("^^^" in line for line in body)
    assert max(map(wcswidth, body)) <= columns


def test_values_stand_below_each_other(screen: Callable) -> None:
    lines = PAINT.sub("", screen("report", "news", columns=120)).splitlines()
    told = [line for line in lines if line.startswith("    = ")]
    assert len(told) == 2
    assert len({line.index("period 2025") for line in told}) == 1
    assert len({line.index("published") for line in told}) == 1


def test_colours_on_a_terminal(screen: Callable) -> None:
    assert "\033[31;1merror\033[0m" in screen("report", "news")


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours_where_they_are_not_wanted(screen: Callable, env: dict[str, str]) -> None:
    assert "\033" not in screen("report", "news", **env)


def test_a_terminal_obeys_no_article(screen: Callable, write: Callable) -> None:
    end = "$4.1 billion \x1b]0;mine\x07 \x1b[2J today.\n"
    text = "date 2026-03-03 Trade turnover between Kazakhstan and Germany in 2025 was "
    write("news/three.txt", text + end)
    text = screen("report", "news")
    assert "news/three.txt" in text
    assert "\x07" not in text
    assert "\033" not in PAINT.sub("", text)
