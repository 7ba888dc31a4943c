"""How checks write numbers, values and periods for a reader."""

from __future__ import annotations

from math import inf

from audit.model import Claim, Interval

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float, digits: int = 5) -> str:
    """A number as news write it: "1.62 billion", "384.3 million", "6,000"."""
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{_plain(value / scale, digits)} {word}"
    return _plain(value, digits)


def _plain(value: float, digits: int) -> str:
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.{digits}g}" if abs(value) < 10**digits else f"{value:,.0f}"


def amount(value: float, unit: str | None) -> str:
    return f"{number(value)}{suffix(unit)}"


def suffix(unit: str | None) -> str:
    if unit is None:
        return ""
    if unit == "percent":
        return " %"
    return f" {unit.replace('_', ' ')}"


def interval(values: Interval, unit: str | None = None) -> str:
    """An interval in words: "1.615 to 1.625 billion USD", "above 500", "at most 10"."""
    if values.low == values.high:
        return amount(values.low, unit)
    if values.high == inf:
        return f"{'above' if values.low_open else 'at least'} {amount(values.low, unit)}"
    if values.low == -inf:
        return f"{'below' if values.high_open else 'at most'} {amount(values.high, unit)}"
    return f"{number(values.low)} to {amount(values.high, unit)}"


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
    """When a claim holds, for a reader: "2024", "as of 2026-02-27", "undated"."""
    if claim.period is not None:
        return claim.period.edtf
    if claim.as_of is not None:
        return f"as of {claim.as_of.edtf}"
    return "undated"
