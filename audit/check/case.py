"""What a check is given, and how it answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from hashlib import sha1
from itertools import combinations, starmap
from types import MappingProxyType
from typing import TypeVar

from audit.check import one_thing
from audit.check.context import (
    adrift,
    assumptions,
    borrowed,
    complete,
    one_clock,
    one_name,
    one_owner,
    one_subject,
)
from audit.check.framed import framed
from audit.check.judge import Judgement, judged
from audit.model import (
    Camp,
    Cause,
    Claim,
    Echo,
    Family,
    Finding,
    Group,
    Review,
    Severity,
    Span,
)
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric
from audit.values import power_of_ten

_ASIDE = re.compile(r"\s*(?:<!--.*?-->|\[sic\])", re.DOTALL | re.IGNORECASE)
ORDER = "order"  # of numbers told "respectively": which is whose was not taken apart
RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}

K = TypeVar("K")
Place = tuple[str, int, Span | None]  # a sentence


class Case:
    """One family with its pairs judged once, for all checks."""

    def __init__(
        self,
        family: Family,
        echoes: Sequence[Echo],
        rules: Rulebook,
        proofs: Mapping[str, Claim] = MappingProxyType({}),
    ) -> None:
        self.family = family
        self.proofs = proofs  # by id, what the family's derived values came from
        self.echoes = echoes
        self.rules = rules

    @classmethod
    def across(cls, rules: Rulebook) -> Case:
        """A case of no family, for what claims of several families say together."""
        return cls(Family("", "", "", ()), (), rules)

    @cached_property
    def judgements(self) -> list[tuple[Group, list[Judgement]]]:
        groups = [group for group in self.family.groups if len(group.claims) > 1]
        return [(group, judged(group, self.rules)) for group in groups]

    @cached_property
    def currencies(self) -> dict[Place, set[str | None]]:
        """By sentence, the currencies of the sums that it gives."""
        found: dict[Place, set[str | None]] = defaultdict(set)
        for claim in self.claims:
            if claim.mention.kind == "money":
                found[claim.source, claim.item, claim.sentence].add(claim.mention.unit)
        return found

    def metric(self, claim: Claim) -> Metric | None:
        return self.rules.metrics.get(claim.metric.split(".")[0])

    def about(self, claim: Claim) -> str:
        """What a claim measures, and of whom: "trade turnover, Kenya – Latvia"."""
        named = (self.rules.atlas.label(key) for _, key in claim.roles)
        return (
            claim.label if claim.term else ", ".join(filter(None, (claim.label, " – ".join(named))))
        )

    @cached_property
    def claims(self) -> list[Claim]:
        """Claims whose roles are all filled: the arithmetic is only done on these."""
        every = (claim for group in self.family.groups for claim in group.claims)
        return [claim for claim in every if complete(claim, self.rules)]


def finding(
    case: Case,
    code: str,
    verdict: str,
    claims: Sequence[Claim],
    message: str,
    *,
    arithmetic: str = "",
    escape: str = "",
    severity: Severity | None = None,
    camps: tuple[Camp, ...] = (),
    causes: tuple[Cause, ...] = (),
    review: Review | None = None,
    material: str | None = None,
) -> Finding:
    """A finding on these claims; its severity is the rulebook's unless a lower one is given."""
    weight = severity or weighed(claims, case.rules.checks.severity[code], case.rules)
    unique = tuple(sorted(set(claims)))
    groups = tuple(g.id for g in case.family.groups if any(c in g.claims for c in unique))
    key = "|".join([code, *groups, *(c.id for c in unique)])
    return Finding(
        rank=RANK[weight],
        code=code,
        id="x" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:12],
        verdict=verdict,
        severity=weight,
        groups=groups,
        claims=unique,
        message=message,
        arithmetic=arithmetic,
        escape=escape,
        why_linked=_why_linked(case, unique),
        fingerprints=tuple(fingerprint(code, c) for c in unique),
        camps=camps,
        causes=causes,
        review=review,
        material=material,
    )


def told_better(own: Finding, other: Finding) -> bool:
    """Whether a check that knows more has told the same figures, or these among others, as loudly."""
    same = set(own.claims) <= set(other.claims)
    return other.code != own.code and other.rank <= own.rank and same


def fingerprint(code: str, claim: Claim) -> str:
    """What is asserted, not where: check, group key, value with its qualifiers, and quote.

    The source stands beside it in a baseline, so that a renamed file asserts nothing new; equal
    assertions are told apart there by counting. 16 hex digits.
    """
    mention = claim.mention
    value = (mention.stated, mention.low, mention.high, mention.unit, mention.hedge,
             mention.direction, _words(mention.text) if mention.stated is None else "")  # fmt: skip
    about = (claim.metric, claim.roles, claim.period.edtf if claim.period else "")
    qualifiers = (claim.filters, claim.definition, claim.modality)
    return digest(code, *about, *value, *qualifiers, _words(claim.quote))


def blocks(
    claims: Iterable[Claim], keys: Callable[[Claim, Rulebook], Iterable[K]], rules: Rulebook
) -> dict[K, list[Claim]]:
    """The claims, in order, by each key that they have: what a check across families looks over."""
    found: dict[K, list[Claim]] = defaultdict(list)
    for claim in sorted(claims):
        for key in keys(claim, rules):
            found[key].append(claim)
    return found


def digest(*parts: object) -> str:
    """16 hex digits of the parts; a lone surrogate of an article is no obstacle."""
    text = repr(parts).encode("utf-8", "surrogatepass")
    return sha1(text, usedforsecurity=False).hexdigest()[:16]


def _words(text: str) -> str:
    """Text that was wrapped anew, or has a comment or `[sic]` in it by now, says the same."""
    return " ".join(_ASIDE.sub("", text).split())


def _why_linked(case: Case, claims: Sequence[Claim]) -> str:
    first = claims[0]
    slots = [f"metric {first.label}"]
    atlas = case.rules.atlas
    roles: dict[str, list[str]] = {}
    for role, who in first.roles:
        roles.setdefault(role.removesuffix("2"), []).append(atlas.label(who))
    slots += [f"{role} {' – '.join(named)}" for role, named in roles.items()]
    inherited = sorted(
        {d.slot for c in claims for d in c.decided if d.how in ("inherited", "assumed")}
    )
    if inherited:
        words = ", ".join(slot.replace("_", "-") for slot in inherited)
        slots.append(f"not said in the sentence, taken from the text around it: {words}")
    return "; ".join(slots)


def weighed(claims: Sequence[Claim], severity: Severity, rules: Rulebook) -> Severity:
    """That of `capped`; what the sentences themselves say too little of is only mentioned."""
    return "info" if loose(claims, rules) else capped(claims, severity)


def capped(claims: Sequence[Claim], severity: Severity) -> Severity:
    """What rests on a guess is only mentioned; an error needs a metric of the rulebook, and not two
    speakers who differ. Whose figures one sentence adds up matters as little as when they hold:
    what was guessed for one was for all."""
    speakers = {c.speaker for c in claims if c.voice == "quoted"}
    quarrel_of_words = len(speakers) > 1 and all(c.voice == "quoted" for c in claims)
    guessed = {decision.slot for claim in claims for decision in assumptions(claim)}
    if len({(c.source, c.item, c.sentence) for c in claims}) == 1:
        guessed &= {ORDER}
    if guessed:
        return "info"
    unruled = any(claim.is_open or claim.modality != "actual" for claim in claims)
    return "warning" if severity == "error" and (quarrel_of_words or unruled) else severity


def of_two_scales(a: Claim, b: Claim) -> bool:
    """Whether two figures are a power of ten apart: rather a slip of the pen than two things."""
    one, two = (c.mention.stated or 0.0 for c in (a, b))
    return bool(one and two and power_of_ten(one, two))


def loose(claims: Sequence[Claim], rules: Rulebook) -> bool:
    """Whether too little is said in the sentences themselves to hold their figures to be of one thing."""
    if len({(c.source, c.item, c.sentence) for c in claims}) == 1:
        return False
    words = rules.words.context
    if any(borrowed(c, words) for c in claims):
        return True
    if len({(c.source, c.item) for c in claims}) == 1:
        return False
    unruled = [c for c in claims if c.is_open]
    passing = [c for c in unruled if one_thing.head(c) not in rules.concepts.lasting]
    return (
        any(adrift(c, words) for c in unruled)
        or not all(starmap(one_clock, combinations(passing, 2)))
        or not all(one_name(a, b, rules) for a, b in combinations(unruled, 2))
        or not all(starmap(one_subject, combinations(unruled, 2)))
        or not all(
            one_owner(a, b, words) or framed(a, b, rules) or of_two_scales(a, b)
            for a, b in combinations(passing, 2)
            if one_thing.head(a) not in rules.concepts.mounting
        )
    )
