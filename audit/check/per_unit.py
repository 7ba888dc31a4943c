"""A209 per-unit (warning)

Finds: a value for each, a number of them and a total that do not fit: in one sentence, or GDP per
capita times the population against GDP, which must miss by more than a tenth, since heads are
counted at other dates.

Wrong when: the value for each is at purchasing power, and the words do not say so.

Example: "120 buses at $250,000 each, $35 million in total".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from audit.check import derived
from audit.check.case import Case, finding
from audit.check.distance import TEN_PERCENT, difference
from audit.check.judge import value
from audit.check.numbers import interval, rough, said, who
from audit.check.sentence import behind, between, by_sentence, either
from audit.model import Claim, Finding
from audit.rulebook import Rulebook

CODE = "A209"
Key = tuple[object, ...]


def find(case: Case) -> Iterator[Finding]:
    yield from derived.every(case, CODE, "product", TEN_PERCENT)


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    """Number, value for each and total, as one sentence gives them."""
    case = Case.across(rules)
    for number, each, total in _triples(c for c in claims if c.modality == "actual"):
        if _multiplied(number, each, total, rules):
            yield from _checked(case, number, each, total)


def keys(claim: Claim, _rules: Rulebook) -> Iterator[Key]:
    """One article, for what one sentence tells."""
    if claim.modality == "actual":
        yield ("article", claim.source, claim.item)


def _triples(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    for told in by_sentence(claims):
        yield from zip(told, told[1:], told[2:], strict=False)


def _multiplied(number: Claim, each: Claim, total: Claim, rules: Rulebook) -> bool:
    """ "120 buses at $250,000 each, for a total of $35 million"."""
    money = each.mention.kind == total.mention.kind == "money"
    if not money or number.mention.kind != "count" or each.mention.unit != total.mention.unit:
        return False
    words = rules.words.context
    counted, single, whole, after = _cues(tuple(words.for_each), tuple(words.in_total))
    summed = whole.search(between(each, total)) or after.match(behind(total))
    near = counted.match(between(number, each)) and single.match(behind(each))
    return bool(near and summed)


@cache
def _cues(each: tuple[str, ...], total: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Between number and value, behind the value, before the total, behind the total."""
    return (
        re.compile(r"^(?:\s[^\W\d_][\w'’-]*){1,6}\s$"),
        re.compile(rf"^\s(?:{either(each)})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either(total)})(?:\s[a-z]+){{0,2}}\s$", re.IGNORECASE),
        re.compile(rf"^\s(?:{either(total)})\b", re.IGNORECASE),
    )


def _checked(case: Case, number: Claim, each: Claim, total: Claim) -> Iterator[Finding]:
    count, single, whole = (value(c, case.rules) for c in (number, each, total))
    if count is None or single is None or whole is None:
        return
    found, unit = count.literal * single.literal, each.mention.unit
    if found.meets(whole.literal) or found.meets(whole.truncation):
        return
    yield finding(
        case, CODE, "conflict", [number, each, total],
        f"{number.label}: {said(number)} at {said(each)} each do not come to {who(total)}",
        arithmetic=f"{number.mention.text} x {each.mention.text} = {rough(found, unit)}; stated {interval(whole.literal, unit)}",
        severity="warning", material=difference(found, whole.literal),
    )  # fmt: skip
