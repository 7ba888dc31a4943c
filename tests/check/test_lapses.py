"""W501 to W504: each is raised by what it is named for, at its line, and not by what is in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TURNOVER = "Trade turnover between Kazakhstan and Germany in 2025 was ${} billion."
A = "date 2026-03-02\n\n" + TURNOVER.format("8.9")
WAIVER = '\n[[waivers]]\ncheck = "C101"\n'
ENTRY = '{"source":"news/a.md","check":"C101","fingerprint":"0123456789abcdef"}\n'

CASES = {
    "a comment for nothing": (
        {"news/a.md": f"{A} <!-- claim-audit: ignore[C102] -- why -->\n"},
        "news/a.md:3: W501 warning: ignore[C102] suppresses nothing",
    ),
    "one that is not understood": (
        {"news/a.md": f"{A} <!-- claim-audit: ingore[C101] -- why -->\n"},
        "news/a.md:3: W501 warning: ignore (ingore[C101] -- why) was not understood; expected",
    ),
    "one without a reason": (
        {"news/a.md": f"{A} <!-- claim-audit: ignore[C101] -->\n"},
        "news/a.md:3: W503 warning: ignore[C101] has no reason, and counts for nothing; expected",
    ),
    "a waiver for nothing": (
        {"claim-audit-waivers.toml": f'{WAIVER}source = "old.md"\nreason = "why"\n'},
        "claim-audit-waivers.toml:2: W501 warning: waives nothing: check C101; source old.md",
    ),
    "one that has ended": (
        {"claim-audit-waivers.toml": f'{WAIVER}until = 2020-02-29\nreason = "why"\n'},
        "claim-audit-waivers.toml:2: W502 warning: ended on 2020-02-29: check C101",
    ),
    "one that gives no reason": (
        {"claim-audit-waivers.toml": f'{WAIVER}reason = " "\n'},
        "claim-audit-waivers.toml:2: W503 warning: has no reason, and counts for nothing; expected",
    ),
    "an entry of what is mended": (
        {"claim-audit-baseline.jsonl": f"\n{ENTRY}"},
        "claim-audit-baseline.jsonl:2: W504 warning: an entry of news/a.md is no longer found;",
    ),
}
IN_ORDER = {
    "a comment": {"news/a.md": f"{A} <!-- claim-audit: ignore[C101] -- why -->\n"},
    "a comment that is none of ours": {"news/a.md": f"{A} <!-- ignore this -->\n"},
    "[sic] behind a word": {"news/a.md": f"{A} They recieve [sic] it.\n"},
    "[sic] behind a figure": {"news/a.md": f"{A.removesuffix('.')} [sic].\n"},
    "a waiver": {"claim-audit-waivers.toml": f'{WAIVER}reason = "why"\n'},
    "one that has not ended": {
        "claim-audit-waivers.toml": f'{WAIVER}until = 2999-01-01\nreason = "why"\n'
    },
    "no files": {},
}


@pytest.fixture
def told(run: Callable, write: Callable) -> Callable[[dict[str, str]], list[str]]:
    def lines(files: dict[str, str]) -> list[str]:
        write("claim-audit.toml", 'paths = ["news"]\n')
        write("news/a.md", f"{A}\n")
        write("news/b.md", f"date 2026-03-03\n\n{TURNOVER.format('5.2')}\n")
        for name, text in files.items():
            write(name, text)
        done = run("check")
        assert (done.returncode, done.stderr) == (int(" C101 error" in done.stdout), "")
        return done.stdout.splitlines()[:-1]

    return lines


@pytest.mark.parametrize(("files", "line"), CASES.values(), ids=CASES)
def test_raised(told: Callable, files: dict[str, str], line: str) -> None:
    lines = told(files)
    assert [one for one in lines if " W5" in one and one.startswith(line)], lines
    assert len([one for one in lines if " W5" in one]) == 1
    assert any(" C101 error" in one for one in lines)  # nothing of this hides anything


@pytest.mark.parametrize("files", IN_ORDER.values(), ids=IN_ORDER)
def test_not_raised(told: Callable, files: dict[str, str]) -> None:
    assert not [one for one in told(files) if " W5" in one]
