"""C104 date-conflict (error)

Finds: two dates for one founding or event that cannot both hold. A year and a day inside it agree.
An event (signed, opened, appointed) counts when its clause states the date and both papers mean one
thing: the same proper name, something of which a country has only one, or - as a warning - the same
sentence but for the date. What has a name counts its anniversaries from its founding (a warning; a
mention where the year is that of the text), and one paper has one term ("for 2023-2025").

Wrong when: one date is of the signing and the other of the entry into force.

Example: "established on 19 January 1992" / "established in June 1992".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from audit.check import event, founding, validity
from audit.check.case import Case, blocks, finding
from audit.check.founding import Founding
from audit.check.numbers import who
from audit.model import Claim, Finding, Group, Period, Severity
from audit.rulebook import Rulebook

CODE = "C104"
Pairs = Sequence[tuple[Claim, Claim]]
Key = tuple[str, ...]


def find(case: Case) -> Iterator[Finding]:
    known = set(case.claims)
    for group in case.family.groups:
        claims = [claim for claim in group.claims if claim in known]
        yield from _told(case, group, _disjoint(claims))
        yield from _told(case, group, _of_one_event(claims, case.rules))


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    """What lies in families of its own: anniversaries of a name, and terms of a paper."""
    case = Case.across(rules)
    named = blocks(claims, keys, rules)
    for key in sorted(named):
        if key[0] == "founding":
            yield from _founded(case, list(founding.quarrels(named[key])))
        else:
            yield from _valid(case, list(validity.quarrels(named[key])))


def keys(claim: Claim, rules: Rulebook) -> tuple[Key, ...]:
    """The name of what was founded, or of a paper."""
    named = ("founding", founding.key(claim, rules)), ("paper", validity.key(claim, rules))
    return tuple((what, *name) for what, name in named if name)


def _founded(case: Case, pairs: Sequence[tuple[Founding, Founding]]) -> Iterator[Finding]:
    if not pairs:
        return
    a, b = pairs[0]
    claims = [one.claim for pair in pairs for one in pair]
    text = f"founding of {founding.thing(a.claim, case.rules)}: {founding.said(a)} against {founding.said(b)}"
    severity: Severity = "warning" if a.written and b.written else "info"
    yield finding(case, CODE, "conflict", claims, text, severity=severity)


def _valid(case: Case, pairs: Pairs) -> Iterator[Finding]:
    if not pairs:
        return
    a, b = pairs[0]
    claims = [claim for pair in pairs for claim in pair]
    text = f"{a.label}: {who(a)} against {who(b)}"
    yield finding(case, CODE, "conflict", claims, text, severity="warning")


def _told(case: Case, group: Group, pairs: Pairs) -> Iterator[Finding]:
    """One finding for all pairs; dates that only likeness of words joins are to be reviewed."""
    if not pairs:
        return
    a, b = pairs[0]
    claims = [claim for pair in pairs for claim in pair]
    text = f"{group.label}: {who(a)} against {who(b)}"
    yield finding(case, CODE, "conflict", claims, text, severity=_severity(a, b, case.rules))


def _severity(a: Claim, b: Claim, rules: Rulebook) -> Severity | None:
    """None for the rulebook's, where nothing is guessed; "17 years ago" is."""
    if a.kind == "date":
        return None
    if any(c.decided_as("period", "inherited") for c in (a, b)):
        return "info"
    years = event.written(a) and event.written(b)
    return None if years and _sure(a, b, rules) else "warning"


def _disjoint(claims: Sequence[Claim]) -> Pairs:
    """Pairs of whole dates that do not meet; an open period ("through 2027") says only one end."""
    dates = [c for c in claims if c.kind == "date" and not c.is_open and _whole(c.mention.period)]
    return [
        (a, b)
        for a, b in combinations(dates, 2)
        if a.definition == b.definition  # founded, and restored
        and a.mention.period
        and b.mention.period
        and not a.mention.period.meets(b.mention.period)
    ]


def _of_one_event(claims: Sequence[Claim], rules: Rulebook) -> Pairs:
    """Pairs of papers that date one event apart; the surest first."""
    events = rules.facts.words.events
    told = [c for c in claims if c.term and c.term.what in events and _states_date(c)]
    pairs = [(a, b) for a, b in combinations(told, 2) if event.apart(a, b) and _apart(a, b)]
    pairs = [(a, b) for a, b in pairs if not event.printed_again(a, b)]
    same = [(a, b) for a, b in pairs if _sure(a, b, rules) or event.one_sentence(a, b)]
    return sorted(same, key=lambda pair: (not _sure(pair[0], pair[1], rules), pair))


def _sure(a: Claim, b: Claim, rules: Rulebook) -> bool:
    once = a.term is not None and rules.facts.words.events[a.term.what].once
    return once and (event.named_alike(a, b, rules) or event.sole(a, b, rules))


def _states_date(claim: Claim) -> bool:
    stated = any(d.slot == "period" and d.how != "assumed" for d in claim.decided)
    return (
        stated and claim.term is not None and claim.term.status == "done" and _whole(claim.period)
    )


def _apart(a: Claim, b: Claim) -> bool:
    return bool(a.period and b.period and not a.period.meets(b.period))


def _whole(period: Period | None) -> bool:
    return bool(period and period.first and period.last)
