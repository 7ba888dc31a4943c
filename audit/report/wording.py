"""What a claim says, and when it holds, on one line."""

from __future__ import annotations

from math import inf

from audit import figures
from audit.model import Claim, Finding, Mention

_HEDGES = {
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "less_than": "less than ",
    "at_most": "at most ",
    "almost": "almost ",
}
DIFFERING = (
    "Figures under one name that cannot all be true of one thing at one time. No finding tells of them: "
    "they hold for different days or parts, or nothing shows that they are of one thing. What the "
    "checks have missed is here."
)
_SIGNS = {"percent": "%", "percentage_point": "percentage points"}
_AS_WRITTEN = frozenset({"measure", "duration", "age", "temperature"})


def value(claim: Claim) -> str:
    """`516 enterprises`, `about 600 companies`, `1.62 billion USD`, `signed (done), Bern`."""
    if claim.term:
        term = claim.term
        return ", ".join(filter(None, (f"{term.what} ({term.status})", term.place)))
    return stated(claim.mention, _counted(claim))


def stated(mention: Mention, noun: str | None = None) -> str:
    """The value with its hedge and direction; `noun` is what it counts, in the text's own words."""
    if mention.stated is None:
        return _unstated(mention, noun)
    text = _HEDGES.get(mention.hedge, "") + _amount(mention, mention.stated, noun)
    if mention.kind == "rank" and mention.hedge == "at_most":
        text = f"top {figures.number(mention.stated)}{f' {noun}' if noun else ''}"
    if mention.direction is None:
        return text
    return (
        f"{text} ({mention.direction})" if mention.change == "to" else f"{mention.direction} {text}"
    )


def _amount(mention: Mention, number: float, noun: str | None) -> str:
    if mention.kind in {"rank", "ordinal"}:
        return f"{figures.ordinal(number)}{f' {noun}' if noun else ''}"
    if mention.kind in _AS_WRITTEN and mention.unit and "/" not in mention.unit:
        return " ".join(mention.text.split())
    of = unit(mention, noun)
    return figures.number(number) + (f" {of}" if of else "")


def _unstated(mention: Mention, noun: str | None) -> str:
    if mention.period:
        return figures.period(mention.period)
    if mention.low is None and mention.high is None:
        return " ".join(mention.text.split())
    return figures.interval(mention.literal, unit(mention, noun))


def unit(mention: Mention, noun: str | None = None) -> str:
    """What the number is a number of: `USD`, `%`, the counted noun; empty where nothing says so."""
    if mention.unit:
        return _SIGNS.get(mention.unit, mention.unit.replace("_", " "))
    return noun or mention.noun or ""


def _counted(claim: Claim) -> str | None:
    """The counted noun as the article has it, where it lies in the quoted sentence."""
    span, within = claim.mention.noun_span, claim.sentence
    if not span or not within or not within.start <= span.start < span.end <= within.end:
        return None
    words = claim.quote[span.start - within.start : span.end - within.start]
    return " ".join(words.split()) or None


def reach(claim: Claim) -> str:
    """The interval that the claim commits to, when that says more than its value; else nothing."""
    held = claim.mention.literal
    if claim.term or claim.mention.stated is None or claim.mention.kind == "rank":
        return ""
    if held.low == held.high or inf in (abs(held.low), abs(held.high)):
        return ""
    return figures.interval(held)


def when(claim: Claim) -> str:
    """Reference period and as-of date; says so when both are unknown."""
    parts = []
    if claim.period:
        parts.append(f"period {figures.period(claim.period)}")
    if claim.as_of:
        parts.append(f"as of {figures.period(claim.as_of)}")
    return ", ".join(parts) or "time unknown"


def notes(finding: Finding) -> tuple[tuple[str, str], ...]:
    """What stands below the quotes of a finding: (what it is, the words), only what there is."""
    every = (
        ("why linked", finding.why_linked),
        ("arithmetic", finding.arithmetic),
        ("way out", finding.escape),
        ("look first at", _review(finding)),
        ("material difference", finding.material or ""),
    )
    return tuple((name, text) for name, text in every if text)


def _review(finding: Finding) -> str:
    if finding.review is None:
        return ""
    named = [c for c in finding.claims if c.id in finding.review.claims]
    places = "; ".join(f"{value(c)} ({c.source}:{c.line})" for c in named)
    return f"{places}: {finding.review.why}"
