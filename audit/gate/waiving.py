"""Findings that a comment or a waiver takes out, and comments and waivers that do nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from audit.gate import acceptance
from audit.gate.accepted import Accepted
from audit.gate.waivers import Placed
from audit.model import Article, Finding, Ignore, Lapse, Suppression

Place = tuple[str, int]  # file and line


class Rule(Struct, frozen=True):
    """A comment or a waiver."""

    place: Place
    counts: bool  # whether it may take anything out
    suppression: Suppression
    out: Callable[[Finding], frozenset[str]]  # what of a finding, by claim
    lapse: Lapse | None  # if it takes out nothing, or may not


def rules(articles: Iterable[Article], accepted: Accepted) -> list[Rule]:
    """In the order in which they are asked: comments, then waivers."""
    comments = [_comment(one, ignore) for one in articles for ignore in one.ignores]
    return comments + [_waiver(one, accepted) for one in accepted.waivers]


def waived(
    findings: Sequence[Finding], rules: Sequence[Rule]
) -> tuple[list[Finding], frozenset[Place]]:
    """The findings, each waived where no quarrel is left of it, and the places of rules at work."""
    told, used = [], set()
    for finding in findings:
        out: set[str] = set()
        first: Rule | None = None
        for rule in rules:
            taken = rule.out(finding)
            if taken:
                used.add(rule.place)
            if taken and rule.counts:
                first = first or rule
                out |= taken
        gone = first is not None and not acceptance.quarrels(finding, out)
        told.append(
            replace(finding, status="waived", suppression=first.suppression)
            if first and gone
            else finding
        )
    return told, frozenset(used)


def lapses(rules: Iterable[Rule], used: Collection[Place]) -> Iterator[Lapse]:
    """What is wrong with each rule: that it may not count, or did nothing."""
    for rule in rules:
        if rule.lapse and (not rule.counts or rule.place not in used):
            yield rule.lapse


def _comment(article: Article, ignore: Ignore) -> Rule:
    source, item, line = article.source, article.item, ignore.line
    named = f"ignore[{', '.join(ignore.codes)}]" if ignore.codes else "ignore"
    lapse = Lapse("unused", source, line, f"{named} {ignore.fault or 'suppresses nothing'}")
    if not ignore.fault and not ignore.reason:
        words = f"{named} has no reason, and counts for nothing; expected `-- REASON` behind it"
        lapse = Lapse("no reason", source, line, words)
    return Rule(
        place=(source, line),
        counts=bool(ignore.reason) and not ignore.fault,
        suppression=Suppression("comment", f"{source}:{line}", ignore.reason),
        out=lambda finding: acceptance.by_comment(ignore, finding, source, item),
        lapse=None if ignore.sic else lapse,
    )


def _waiver(placed: Placed, accepted: Accepted) -> Rule:
    one, name, line = placed.waiver, placed.name, placed.line
    lapse = Lapse("unused", name, line, f"waives nothing: {one.words}")
    if one.expired(accepted.today):
        lapse = Lapse("expired", name, line, f"ended on {one.until}: {one.words}")
    if not one.has_reason:
        words = f"has no reason, and counts for nothing; expected `reason = ...`: {one.words}"
        lapse = Lapse("no reason", name, line, words)
    return Rule(
        place=(name, line),
        counts=one.counts(accepted.today),
        suppression=Suppression("waiver", f"{name}:{line}", one.reason, one.verdict),
        out=lambda finding: acceptance.by_waiver(one, finding, accepted.folder),
        lapse=lapse,
    )
