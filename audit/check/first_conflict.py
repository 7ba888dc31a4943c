"""C109 first-conflict (error; warning where a date is that of the text, or a name is in no list)

Finds: two holders of one first or superlative of the same kind, within the same bounds, at one time;
one first with two "since"; the first of one series on two dates. Another date is drift, another
measure ("by area", "by population") a definition: both are only mentioned, as is what is undated.

Wrong when: the two names are of one thing, or the two papers count by measures that they leave out.

Example: "Chile is the world's largest producer of copper" / "Peru is the world's largest producer of copper".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from audit.check import event, holder
from audit.check.case import Case, finding
from audit.check.context import gap
from audit.check.numbers import dated, outlet
from audit.model import Claim, Finding, Severity, days_apart
from audit.rulebook import Rulebook

CODE = "C109"
MONTH = 31  # days within which two papers tell of one visit, and one meeting is dated by its parts
VERDICTS = ("conflict", "definition", "drift", "unverifiable")


class Clash(Struct, frozen=True, order=True):
    verdict: str
    severity: Severity
    a: Claim
    b: Claim
    why: str = ""


def find(case: Case) -> Iterator[Finding]:
    """One finding for each first or superlative of a group, under its gravest verdict."""
    for group in case.family.groups:
        slots: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
        for claim in group.claims:
            if claim.term and claim.term.what in ("first", "superlative"):
                slots[claim.terms].append(claim)
        for claims in slots.values():
            told = [c for c in claims if c.term and c.term.status == "done"]
            pairs = [(a, b) for a, b in combinations(told, 2) if event.apart(a, b)]
            found = [clash for a, b in pairs if (clash := _clash(a, b, case.rules))]
            if found:
                yield _told(case, found)


def _clash(a: Claim, b: Claim, rules: Rulebook) -> Clash | None:
    since = dict(a.filters).get("since"), dict(b.filters).get("since")
    if since[0] != since[1]:
        return _since(a, b) if all(year and year.isdigit() for year in since) else None
    if since[0] == "?":
        return None
    return _holders(a, b, rules) or _dates(a, b, rules)


def _holders(a: Claim, b: Claim, rules: Rulebook) -> Clash | None:
    """Two holders at one time; who is first stays so."""
    if not holder.differ(a, b, rules):
        return None
    if a.definition != b.definition:
        words = " / ".join(
            f"by {c.definition}" if c.definition else "no measure said" for c in (a, b)
        )
        return Clash("definition", "info", a, b, words)
    listed = holder.listed(a, rules) and holder.listed(b, rules)
    if a.term and a.term.what == "first":
        return Clash("conflict", "error" if listed else "warning", a, b)
    if a.as_of is None or b.as_of is None:
        return Clash("unverifiable", "info", a, b, "one of them says no time")
    stated = event.written(a, "as_of") and event.written(b, "as_of")
    if gap(a, b) > (0 if stated else rules.checks.drift_days):
        return Clash("drift", "info", a, b, "the dates differ")
    return Clash("conflict", "error" if listed and stated else "warning", a, b)


def _since(a: Claim, b: Claim) -> Clash | None:
    """One event of one month, the first since two years."""
    if len(a.terms) <= event.NAMED or days_apart(a.published, b.published) > MONTH:
        return None
    return Clash("conflict", "warning", a, b, "one event is the first since two years")


def _dates(a: Claim, b: Claim, rules: Rulebook) -> Clash | None:
    """The first of one series, or between two places, on two dates whose years are written out."""
    if (
        not (event.written(a, "period") and event.written(b, "period"))
        or not a.period
        or not b.period
    ):
        return None
    sole = _named(a) and _named(b) and not _numbered(a, b, rules)
    route = sum(term.startswith("@") for term in a.terms) > 1 and len(a.terms) > event.NAMED
    first, second = sorted((a.period, b.period), key=lambda p: p.edtf)
    near = not first.last or not second.first or (second.first - first.last).days <= MONTH
    if near or not (sole or route):
        return None
    return Clash("conflict", "warning", a, b, "one first on two dates")


def _numbered(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether A207 sees both, as numbers one of a series: of the same places, and said to be "first"."""
    plain = rules.facts.words.firsts.plain
    ordinal = all(d.words.lower() in plain for c in (a, b) for d in c.decided if d.slot == "metric")
    one, two = ({s.key for s in rules.atlas.scan(c.quote)} for c in (a, b))
    return ordinal and one == two


def _named(claim: Claim) -> bool:
    return sum(w[0].isupper() for w in claim.label.partition(": ")[2].split()) > 1


def _told(case: Case, found: Sequence[Clash]) -> Finding:
    lead = min(found, key=lambda c: (VERDICTS.index(c.verdict), c.severity, c))
    same = [c for c in found if c.verdict == lead.verdict]
    claims = [claim for clash in same for claim in (clash.a, clash.b)]
    within = ", ".join(case.rules.atlas.label(key) for _, key in lead.a.roles)
    about = ", ".join(filter(None, (lead.a.label, within)))
    text = f"{about}: {_who(lead.a)} against {_who(lead.b)}"
    return finding(
        case, CODE, lead.verdict, claims, f"{text} - {lead.why}" if lead.why else text,
        severity=lead.severity,
    )  # fmt: skip


def _who(claim: Claim) -> str:
    since = dict(claim.filters).get("since")
    name = holder.name(claim) or (f"since {since}" if since else f"“{claim.mention.text}”")
    return f"{name} ({outlet(claim)}, {dated(claim)})"
