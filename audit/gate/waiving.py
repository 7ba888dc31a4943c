"""Findings that a comment or a waiver takes out, and comments and waivers that do nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from msgspec import Struct

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


class Sifted(Struct, frozen=True):
    """A finding with what the rules take out of it: ids of claims."""

    finding: Finding
    out: frozenset[str] = frozenset()
    by: Suppression | None = None  # the first of them


def sifted(
    findings: Iterable[Finding], rules: Sequence[Rule]
) -> tuple[list[Sifted], frozenset[Place]]:
    """Each finding with what is taken out of it, and the places of rules that would take out some."""
    told, used = [], set()
    for finding in findings:
        hits = [(rule, out) for rule in rules if (out := rule.out(finding))]
        used |= {rule.place for rule, _ in hits}
        counting = [(rule, out) for rule, out in hits if rule.counts]
        out = frozenset[str]().union(*(out for _, out in counting))
        told.append(Sifted(finding, out, counting[0][0].suppression if counting else None))
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
        lapse=None if ignore.scope == "figure" else lapse,
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
