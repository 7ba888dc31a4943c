"""Numbers, intervals and values in words that a reader takes in at once."""

from __future__ import annotations

from math import inf, isfinite

from audit.model import Claim, Interval, Mention

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_HEDGES = {
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "almost": "almost ",
}
_SIGNS = {"percent": "%", "percentage_point": "percentage points"}


def number(value: float) -> str:
    """`1.62 billion`, `10,000`, `83.6`: at most seven significant digits, none of them padding."""
    for scale, name in _SCALES:
        if scale <= abs(value) < inf:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: float) -> str:
    if not isfinite(value):
        return "unbounded"
    digits = f"{value:,.7g}"
    if "e" in digits:
        digits = f"{value:,.7f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def unit(mention: Mention) -> str:
    if mention.unit:
        return _SIGNS.get(mention.unit, mention.unit.replace("_", " "))
    return mention.noun or ""


def interval(held: Interval, of: str = "") -> str:
    """The set of numbers, in words: `1.615 billion to 1.625 billion USD`, `more than 500`."""
    tail = f" {of}" if of else ""
    if held.low == held.high:
        return number(held.low) + tail
    if held.low == -inf and held.high == inf:
        return "any number"
    if held.high == inf:
        return f"{'more than' if held.low_open else 'at least'} {number(held.low)}{tail}"
    if held.low == -inf:
        return f"{'less than' if held.high_open else 'at most'} {number(held.high)}{tail}"
    return f"{number(held.low)} to {number(held.high)}{tail}"


def stated(mention: Mention, noun: str | None = None) -> str:
    """The value as written, with its hedge: `about 600 british company`, `1.62 billion USD`.

    `noun` is the counted noun in the text's own words.
    """
    if mention.period and mention.stated is None:
        return mention.period.edtf
    of = unit(mention) if mention.unit or not noun else noun
    if mention.stated is None:
        return interval(mention.literal, of) if _bounded(mention) else mention.text
    text = _HEDGES.get(mention.hedge, "") + number(mention.stated) + (f" {of}" if of else "")
    return {"up": "up ", "down": "down "}.get(mention.direction or "", "") + text


def value(claim: Claim) -> str:
    """What the claim says, on one line."""
    if claim.term:
        term = claim.term
        return ", ".join(filter(None, (f"{term.what} ({term.status})", term.place, term.when)))
    return stated(claim.mention, _counted(claim))


def _counted(claim: Claim) -> str | None:
    """The counted noun as the article has it, where it lies in the quoted sentence."""
    span, within = claim.mention.noun_span, claim.sentence
    if not span or not within or not within.start <= span.start < span.end <= within.end:
        return None
    words = claim.quote[span.start - within.start : span.end - within.start]
    return " ".join(words.split()) or None


def reach(claim: Claim) -> str:
    """The interval the claim commits to, when it says more than the value does; else nothing."""
    mention = claim.mention
    held = mention.literal
    if claim.term or mention.stated is None or not _bounded(mention):
        return ""
    if held.low == held.high or inf in (abs(held.low), abs(held.high)):
        return ""
    return interval(held)


def when(claim: Claim) -> str:
    """Reference period and as-of date in words; says so when both are unknown."""
    parts = []
    if claim.period:
        parts.append(f"period {claim.period.edtf}")
    if claim.as_of:
        parts.append(f"as of {claim.as_of.edtf}")
    return ", ".join(parts) or "time unknown"


def _bounded(mention: Mention) -> bool:
    return mention.low is not None or mention.high is not None
