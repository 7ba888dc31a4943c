"""Values that follow from claims, against the values that others state for the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from audit import figures
from audit.check.case import Case, finding
from audit.check.context import assumptions
from audit.check.distance import apart, difference
from audit.check.judge import value
from audit.check.numbers import dated, of, rough, unit_of, who
from audit.check.rounded import slack
from audit.model import Claim, Finding, Period, Severity

YEAR = 366
GROWTH = ".growth"
NAMED = 3  # stated claims that the message quotes


class Clash(Struct, frozen=True):
    """Derived values of one slot, and the claims that state another value for it."""

    derived: tuple[Claim, ...]
    proof: tuple[Claim, ...]
    stated: tuple[Claim, ...]


def clashes(case: Case, rule: str, least: float = 0.0) -> Iterator[Clash]:
    """One for each slot; `least` is the share of its lower end by which two values must miss.

    A claim never stands against, or for, what was derived from it.
    """
    by_slot: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for derived in case.family.derived:
        if derived.rule == rule and not assumptions(derived):
            by_slot[_slot(derived)].append(derived)
    sure = [c for c in case.claims if not assumptions(c)]
    for same in by_slot.values():
        pairs = [
            (d, c)
            for d in same
            for c in sure
            if _of_one_thing(d, c)
            and c.id not in d.proof
            and _miss(case, d, c, least)
            and not _borne_out(case, d, sure)
            and not _of_several(case, d)
        ]
        telling = tuple(dict.fromkeys(d for d, _ in pairs))
        proof = {case.proofs[name] for d in telling for name in d.proof}
        if pairs:
            stated = tuple(sorted({c for _, c in pairs}))
            yield Clash(telling, tuple(sorted(proof)), stated)


def _borne_out(case: Case, derived: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim states what was derived: then it is this claim that others stand against."""
    return any(
        _of_one_thing(derived, c) and c.id not in derived.proof and not _miss(case, derived, c, 0.0)
        for c in claims
    )


def _of_several(case: Case, derived: Claim) -> bool:
    """Whether it rests on one of several growths that one text gives for the same: of which of them the
    others are (the cereals, the area), their words were not read to say."""
    grown = [c for name in derived.proof if (c := case.proofs[name]).metric.endswith(GROWTH)]
    return any(
        (c.source, c.item) == (g.source, g.item)
        and _context(c) == _context(g)
        and c.mention.stated != g.mention.stated
        for g in grown
        for c in case.claims
    )


def _context(claim: Claim) -> tuple[object, ...]:
    return (claim.metric, claim.roles, claim.filters, claim.period)


def _slot(claim: Claim) -> tuple[object, ...]:
    return (claim.metric, claim.roles, claim.filters, claim.period, claim.as_of, claim.modality)


def _of_one_thing(derived: Claim, claim: Claim) -> bool:
    """The same slot; of a stock, at one time."""
    same = all(
        getattr(derived, name) == getattr(claim, name)
        for name in ("metric", "roles", "filters", "period", "modality")
    )
    defined = None in (derived.definition, claim.definition)
    defined = defined or derived.definition == claim.definition
    return same and defined and (derived.as_of == claim.as_of or _meet(derived, claim))


def _meet(a: Claim, b: Claim) -> bool:
    return bool(a.as_of and b.as_of and _short(a.as_of) and _short(b.as_of)) and (
        (a.as_of or Period()).meets(b.as_of or Period())
    )


def _short(period: Period) -> bool:
    return bool(period.first and period.last and (period.last - period.first).days <= YEAR)


def _miss(case: Case, derived: Claim, claim: Claim, least: float) -> bool:
    one, two = value(derived, case.rules), value(claim, case.rules, derived.mention.unit)
    if one is None or two is None or one.literal.meets(slack(two)):
        return False
    return apart(one.literal, two.literal) > least


def told(case: Case, code: str, clash: Clash, severity: Severity | None = None) -> Finding:
    """What the claims together give, and who states another value for it."""
    derived = clash.derived[0]
    proof = [c for c in clash.proof if c.id in derived.proof]
    held = derived.mention.literal
    home = {(c.source, c.item) for c in (*proof, *clash.stated)}
    first = " and ".join(who(c) for c in clash.stated[:NAMED])
    more = len(clash.stated) - NAMED
    first += f" and {more} more" if more > 0 else ""
    text = (
        f"{_about(derived, case)}: {' and '.join(_who(c, derived) for c in proof)} together give "
        f"{rough(held, derived.mention.unit)}; {first} {'differs' if len(clash.stated) == 1 else 'differ'}"
    )
    return finding(
        case, code, "conflict", [*clash.proof, *clash.stated], text,
        arithmetic=f"{derived.arithmetic}; stated {_stated(clash.stated, case)}",
        severity=severity or ("warning" if len(home) > 1 else None),
        material=_material(case, clash),
    )  # fmt: skip


def _about(derived: Claim, case: Case) -> str:
    when = f", {dated(derived)}" if derived.period or derived.as_of else ""
    return case.about(derived) + when


def _who(claim: Claim, derived: Claim) -> str:
    """A claim of the proof, with what it measures where that is another thing."""
    return who(claim) if claim.label.startswith(derived.label) else of(claim)


def _stated(claims: Sequence[Claim], case: Case) -> str:
    held = dict.fromkeys(
        figures.interval(reading.literal, unit_of(c))
        for c in claims
        if (reading := value(c, case.rules))
    )
    return " and ".join(held)


def _material(case: Case, clash: Clash) -> str | None:
    """Against the nearest of the stated values: what even that one differs by."""
    held = clash.derived[0].mention.literal
    unit = clash.derived[0].mention.unit
    others = [reading.literal for c in clash.stated if (reading := value(c, case.rules, unit))]
    return difference(held, min(others, key=lambda other: apart(held, other))) if others else None


def every(case: Case, code: str, rule: str, least: float = 0.0) -> Iterator[Finding]:
    """A finding for each clash of what one rule derived."""
    for clash in clashes(case, rule, least):
        yield told(case, code, clash)
