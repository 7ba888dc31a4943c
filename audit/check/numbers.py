"""How checks write the values, words and times of claims for a reader."""

from __future__ import annotations

from audit import figures
from audit.model import Claim, Interval

MOVED = {"up": "a rise of ", "down": "a fall of "}


def amount(value: float, unit: str | None) -> str:
    return f"{figures.number(value)}{_behind(unit)}"


def interval(values: Interval, unit: str | None = None) -> str:
    """An interval with its unit: "1.615 billion to 1.625 billion USD", "more than 500"."""
    return figures.interval(values, _behind(unit).strip())


def rough(values: Interval, unit: str | None = None) -> str:
    """An interval that was worked out, to four digits, outward."""
    return interval(figures.outward(values), unit)


def unit_of(claim: Claim) -> str:
    """What stands behind its numbers: "USD", "%"; nothing where a noun says what is counted."""
    return _behind(claim.mention.unit).strip()


def _behind(unit: str | None) -> str:
    if unit is None:
        return ""
    if unit == "percent":
        return " %"
    name = unit.replace("_", " ")
    several = name.islower() and "/" not in name and name[-1] in "nrl" + "e"
    return f" {name}s" if several else f" {name}"


def said(claim: Claim) -> str:
    """The words of a value with its hedge and noun, as written: “around 600 companies”."""
    start, end = claim.start, claim.end
    if claim.mention.hedge_span and claim.mention.hedge_span.start < start:
        start = claim.mention.hedge_span.start
    if claim.mention.noun_span and claim.mention.noun_span.end > end:
        end = claim.mention.noun_span.end
    base = claim.sentence.start if claim.sentence else 0
    words = claim.quote[max(0, start - base) : end - base] if claim.sentence else claim.mention.text
    return f"“{' '.join(words.split())}”"


def dated(claim: Claim) -> str:
    """When a claim holds, for a reader: "January-August 2023", "as of 2026-02-27", "undated"."""
    running = claim.kind == "cumulative" and claim.as_of is not None  # its start is in the label
    if claim.period is not None and not running:
        return figures.period(claim.period)
    if claim.as_of is not None:
        return f"as of {figures.period(claim.as_of)}"
    return "undated"


def outlet(claim: Claim) -> str:
    """Who published it: the outlet, else the file and the item of a page."""
    name = claim.source.rsplit("/", 1)[-1]
    return claim.outlet or (f"{name}, item {claim.item}" if claim.item else name)


def who(claim: Claim) -> str:
    """A value with its words, its source and its time."""
    when = "" if claim.kind == "date" else f", {dated(claim)}"
    return f"{worded(claim)} ({outlet(claim)}{when})"


def of(claim: Claim) -> str:
    """A value with what it measures: "exports of “1.5 billion” (Kazinform, 2022)"."""
    return f"{claim.label} of {who(claim)}"


def worded(claim: Claim) -> str:
    """The words of a value, and which way a change went: those of a percentage do not say."""
    change = claim.kind == "rate" or claim.metric.endswith((".growth", ".change"))
    before = MOVED.get(claim.mention.direction or "", "") if change else ""
    return before + said(claim)
