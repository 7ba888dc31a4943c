"""Triage on a real terminal: single keys, back, and everything kept however it ends."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COUNTRIES = ("Germany", "France", "Italy")
KEPT = "claim-audit-decisions.jsonl"
WAIVED = "claim-audit-waivers.toml"
PAINT = re.compile(r"\033\[[0-9;?]*[A-Za-z]")


def _at_a_terminal() -> None:
    """A shell that runs the tests in the background leaves them deaf to Ctrl-C, and so their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """The tool at the other end of a pseudo-terminal."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
        self.tool = subprocess.Popen(
            [sys.executable, "-m", "audit", "review", *arguments],
            cwd=folder, env=os.environ | {"TERM": "xterm", "PYTHONPATH": str(ROOT)},
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            preexec_fn=_at_a_terminal,
        )  # fmt: skip
        os.close(theirs)
        self.text = ""

    def sees(self, words: str) -> str:
        """Everything written since the last call, once these words are among it."""
        until = time.monotonic() + 60
        while words not in (seen := PAINT.sub("", self.text)):
            ready, _, _ = select.select([self._ours], [], [], max(0, until - time.monotonic()))
            assert ready, f"{words!r} did not come: {seen[-500:]!r}"
            try:
                data = os.read(self._ours, 65536)
            except OSError:  # Linux: the other end is closed
                data = b""
            assert data, f"{words!r} did not come: {seen[-500:]!r}"
            self.text += data.decode("utf-8", "replace").replace("\r\n", "\n")
        self.text = ""
        return seen

    def types(self, keys: str) -> None:
        """A key is read from a terminal in raw mode, and dropped before that; a line is not."""
        while not keys.endswith("\r") and termios.tcgetattr(self._ours)[3] & termios.ICANON:
            assert self.tool.poll() is None
            time.sleep(0.01)
        os.write(self._ours, keys.encode())

    def interrupts(self) -> None:
        """Python loses a Ctrl-C that comes just before it waits for a line: then, like anybody, press
        it again."""
        os.write(self._ours, b"\x03")
        until = time.monotonic() + 5
        while (
            self.text in ("", "^C")
            and select.select([self._ours], [], [], max(0, until - time.monotonic()))[0]
        ):
            self.text += os.read(self._ours, 65536).decode().replace("\r\n", "\n")
        if self.text in ("", "^C"):
            os.write(self._ours, b"\x03")

    def ends(self) -> int:
        code = self.tool.wait(timeout=60)
        os.close(self._ours)
        return code


Opened = Callable[..., Terminal]


@pytest.fixture
def opened(tmp_path: Path, write: Callable) -> Iterator[Opened]:
    """`opened(*arguments)`: review of three conflicts."""
    write("claim-audit.toml", 'paths = ["news"]\n')
    for day, outlet, share in ((2, "one", 1.0), (3, "two", 1.7)):
        lines = [
            f"Trade turnover between Kazakhstan and {c} in 2025 was ${share * (3.1 + n):.2f} billion."
            for n, c in enumerate(COUNTRIES)
        ]
        write(f"news/{outlet}.md", f"date 2026-03-0{day}\n\n" + "\n\n".join(lines) + "\n")
    started: list[Terminal] = []

    def open_(*arguments: str) -> Terminal:
        started.append(Terminal(tmp_path, *arguments))
        return started[-1]

    yield open_
    for one in started:
        if one.tool.poll() is None:
            one.tool.kill()
            one.tool.wait()


def kept(folder: Path) -> list[tuple[str, str]]:
    if not (folder / KEPT).exists():
        return []
    rows = [json.loads(line) for line in (folder / KEPT).read_text("utf-8").splitlines()]
    return sorted((row["decision"], row.get("reason", "")) for row in rows)


def about(seen: str) -> str:
    """The country that the finding shown last is about."""
    return max(COUNTRIES, key=lambda country: seen.rfind(f"turnover, {country}"))


def test_keys_decide_and_quitting_keeps(opened: Opened, tmp_path: Path, run: Callable) -> None:
    terminal = opened()
    seen = terminal.sees("q quit")
    assert "1 of 3" in seen
    assert seen.count("^^^") >= 2  # both quotes, marked
    terminal.types("xr")  # a key that means nothing is waited over
    assert "2 of 3" in terminal.sees("q quit")
    terminal.types("f")
    terminal.sees("Enter: none")
    terminal.types("one is of goods alone\r")
    assert "3 of 3" in terminal.sees("q quit")
    terminal.types("q")
    seen = terminal.sees("1 of 3 left")
    assert f"{KEPT}: 1 false, 1 real" in seen
    assert f"{WAIVED}: 1 waived" in seen
    assert terminal.ends() == 0
    assert kept(tmp_path) == [("false", "one is of goods alone"), ("real", "")]
    done = run("check")
    assert done.stdout.count(" C101 error") == 2
    assert "1 waived" in done.stdout
    assert (
        'verdict = "false"\nreason = "one is of goods alone"\n' in (tmp_path / WAIVED).read_text()
    )


def test_back_and_skip(opened: Opened, tmp_path: Path) -> None:
    terminal = opened()
    first = about(terminal.sees("q quit"))
    terminal.types("r")
    second = about(terminal.sees("q quit"))
    terminal.types("s")
    third = about(terminal.sees("q quit"))
    assert {first, second, third} == set(COUNTRIES)
    terminal.types("b")
    assert about(terminal.sees("q quit")) == second
    terminal.types("b")
    seen = terminal.sees("q quit")
    assert about(seen) == first
    assert "decided: real" in seen
    terminal.types("e")
    terminal.sees("Enter: none")
    terminal.types("\r")
    assert about(terminal.sees("q quit")) == second
    terminal.types("q")
    assert "1 without a reason: kept as decided, and told again" in terminal.sees("2 of 3 left")
    assert terminal.ends() == 0
    assert kept(tmp_path) == [("explained", "")]
    assert not (tmp_path / WAIVED).exists()


def test_none_is_asked_about_twice(opened: Opened, tmp_path: Path) -> None:
    asked = []
    for left in (3, 2, 1):
        terminal = opened()
        seen = terminal.sees("q quit")
        assert f"1 of {left}" in seen
        asked.append(about(seen))
        terminal.types("r")
        if left > 1:
            terminal.sees("q quit")
            terminal.types("q")
        terminal.sees(f"{left - 1} of {left} left")
        assert terminal.ends() == 0
    assert set(asked) == set(COUNTRIES)
    (tmp_path / "news" / "two.md").rename(tmp_path / "news" / "renamed.md")
    terminal = opened()
    terminal.sees("0 of 0 left")
    assert terminal.ends() == 0


@pytest.mark.parametrize("key", ["\x03", "\x04", "\x1b"], ids=["ctrl-c", "ctrl-d", "escape"])
def test_however_it_ends_it_is_kept(opened: Opened, tmp_path: Path, key: str) -> None:
    terminal = opened()
    terminal.sees("q quit")
    terminal.types("r")
    terminal.sees("q quit")
    terminal.types(key)
    terminal.sees("2 of 3 left")
    assert terminal.ends() == 0
    assert kept(tmp_path) == [("real", "")]


def test_interrupted_while_a_reason_is_asked_for(opened: Opened, tmp_path: Path) -> None:
    terminal = opened()
    terminal.sees("q quit")
    terminal.types("r")
    terminal.sees("q quit")
    terminal.types("w")
    terminal.sees("Enter: none")
    terminal.interrupts()
    terminal.sees("2 of 3 left")
    assert terminal.ends() == 0
    assert kept(tmp_path) == [("real", "")]


def test_severity_and_paths_narrow(opened: Opened, write: Callable) -> None:
    write("news/three.md", "Nothing but 5 dates.\n")
    terminal = opened("--min-severity", "error")
    assert "1 of 3" in terminal.sees("q quit")
    terminal.types("q")
    terminal.ends()
    terminal = opened("news/three.md")
    assert "undated" in terminal.sees("q quit")
    terminal.types("q")
    terminal.ends()


@pytest.mark.usefixtures("opened")
def test_without_a_terminal(run: Callable) -> None:
    done = run("review")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "claim-audit: error: review asks on a terminal; expected one, or review --apply FILE\n"
    )


@pytest.mark.usefixtures("opened")
def test_apply_and_stats(run: Callable, write: Callable, tmp_path: Path) -> None:
    assert run("review", "--stats").stderr.startswith(f"claim-audit: error: {KEPT}: nothing is")
    report = json.loads(run("report", "--output-format", "json").stdout)
    said = [("real", ""), ("not-same", "goods and services"), ("false", "")]
    rows = [
        {"finding": f["id"], "fingerprints": f["fingerprints"], "decision": choice, "reason": why}
        for f, (choice, why) in zip(report["findings"], said, strict=True)
    ]
    gone = {"finding": "x1", "fingerprints": ["0"], "decision": "real", "reason": ""}
    write("d.json", json.dumps({"schema_version": 1, "decisions": [*rows, gone]}))
    done = run("review", "--apply", "d.json")
    assert done.returncode == 0
    assert done.stdout == f"{KEPT}: 1 false, 1 not-same, 1 real\n{WAIVED}: 1 waived\n"
    assert done.stderr.splitlines() == [
        "claim-audit: 1 without a reason: kept as decided, and told again",
        "claim-audit: 1 of d.json are on nothing that is found now",
    ]
    assert kept(tmp_path) == [("false", ""), ("not-same", "goods and services"), ("real", "")]
    assert run("check").stdout.count(" C101 error") == 2
    assert run("review", "--stats").stdout.splitlines()[2].split() == [
        "C101", "1", "0", "2", "33%", "67%",
    ]  # fmt: skip
    text = (tmp_path / WAIVED).read_text("utf-8")
    run("review", "--apply", "d.json")
    assert (tmp_path / WAIVED).read_text("utf-8") == text  # twice is once


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "d.json: cannot be read: No such file"),
        ({"d.json": "[]"}, "d.json: expected the decisions that the HTML report exports"),
        (
            {"d.json": '{"schema_version": 1, "decisions": []}', KEPT: "x\n"},
            "",
        ),
    ],
)
def test_bad_files(run: Callable, write: Callable, files: dict[str, str], message: str) -> None:
    for name, text in files.items():
        write(name, text)
    done = run("review", "--apply", "d.json")
    assert done.returncode == (2 if message else 0)
    assert message in done.stderr
    if KEPT in files:
        stats = run("review", "--stats")
        assert (stats.returncode, stats.stdout) == (2, "")
        assert f"{KEPT}:1: expected an object with check, fingerprints and" in stats.stderr
