"""Findings as the gate sees them: of claims at places, in camps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from audit.model import Camp, Claim, Finding, Mention, Period

Make = Callable[..., Finding]


def claim(source: str, figure: float, at: int = 10, *, year: int = 2026, item: int = 0) -> Claim:
    mention = Mention(at, at + 3, "count", f"{figure:g}", figure, figure, figure)
    day = date(year, 5, 1)
    return Claim(
        source, item, at, at + 3, "firms", f"c-{source}-{item}-{at}", mention, "firms", "stock",
        as_of=Period(day, day), published=day, quote=f"There are {figure:g} firms.",
    )  # fmt: skip


def finding(*claims: Claim, code: str = "C101", camps: Sequence[Sequence[Claim]] = ()) -> Finding:
    """In which what a claim asserts is its figure."""
    told = tuple(Camp(tuple(c.id for c in camp), "", None, 1, 1) for camp in camps)
    return Finding(
        0, code, f"x{code}-" + "-".join(c.id for c in claims), "conflict", "error", (), claims, "m",
        fingerprints=tuple(f"{code}:{c.mention.text}" for c in claims), camps=told,
    )  # fmt: skip


def on_source(source: str, code: str = "X403", line: int = 1) -> Finding:
    return Finding(
        2, code, f"{code}-{source}-{line}", "undated", "info", (), (), f"{source}: has no date",
        fingerprints=(f"{code}:undated",), source=source, line=line,
    )  # fmt: skip


def quarrel(*claims: Claim, code: str = "C101") -> Finding:
    """Each figure is a camp of its own."""
    figures = sorted({c.mention.text for c in claims})
    camps = [[c for c in claims if c.mention.text == figure] for figure in figures]
    return finding(*claims, code=code, camps=camps)


@pytest.fixture
def pair() -> Finding:
    return quarrel(claim("a.md", 516), claim("b.md", 600))
