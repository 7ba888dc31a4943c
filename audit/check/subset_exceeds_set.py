"""A211 subset-exceeds-set (warning)

Finds: a number of things in one sentence, or several joined by "and", and a larger number "of
which" something is said.

Wrong when: "of which" points to another number of the sentence.

Example: "6,000 joint ventures, 19,500 of which were founded last year".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.check.case import Case, finding
from audit.check.judge import value
from audit.check.numbers import interval, said, unit_of, who
from audit.check.sentence import behind, between, by_sentence, either
from audit.model import Claim, Finding
from audit.rulebook import Rulebook
from audit.values import Reading

CODE = "A211"
COUNTED = frozenset({"count", "number", "money", "measure"})
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d")  # but for years
_SET_OFF = re.compile(r",|\(|\s[–-]\s")
_JOINED = re.compile(r"(?:\s[^\W\d_][\w-]*){1,4},?\sand\s", re.IGNORECASE)
Key = tuple[object, ...]


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    """A part that is more than every number of its unit that stands before it in its sentence."""
    case = Case.across(rules)
    for told in by_sentence(c for c in claims if c.mention.kind in COUNTED):
        for at, part in enumerate(told):
            wholes = [c for c in told[:at] if c.mention.unit == part.mention.unit]
            if wholes and _exceeds(part, wholes, rules) and _is_part(wholes[-1], part, rules):
                yield _told(case, wholes[-1], part)


def keys(claim: Claim, _rules: Rulebook) -> Iterator[Key]:
    """One article, for what one sentence tells."""
    if claim.mention.kind in COUNTED:
        yield ("article", claim.source, claim.item)


def _is_part(whole: Claim, part: Claim, rules: Rulebook) -> bool:
    """ "6,000 firms, 130 of which", "6,000 firms, of which 130"."""
    after, before = _cues(tuple(rules.words.context.subsets))
    words = between(whole, part)
    if _NUMBER.search(words):
        return False  # "830,000 in 2020 and over 3.9 million in 2021, of which 2.3 million"
    return bool(after.match(behind(part)) and _SET_OFF.search(words)) or bool(before.search(words))


@cache
def _cues(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Right behind the part, with at most its noun between; right before it."""
    return (
        re.compile(rf"^(?:\s[^\W\d_][\w-]*)?\s(?:{either(words)})\b", re.IGNORECASE),
        re.compile(rf"(?:,|\()\s?(?:{either(words)})\s(?:[a-z]+\s){{0,2}}$", re.IGNORECASE),
    )


def _exceeds(part: Claim, wholes: Sequence[Claim], rules: Rulebook) -> bool:
    """More than each number, and than those an "and" joins: "175 passengers and six crew"."""
    some, every = value(part, rules), [value(whole, rules) for whole in wholes]
    if some is None:
        return False
    total = 0.0
    for at, one in enumerate(every):
        if one is None:
            return False
        joined = at and _JOINED.fullmatch(between(wholes[at - 1], wholes[at]))
        total = _size(one)[1] + (total if joined else 0.0)
        if _size(some)[0] <= total:
            return False
    return True


def _size(one: Reading) -> tuple[float, float]:
    """Least and most, whichever way it goes: "cut 2.5 billion, of which 900 million"."""
    ends = sorted((abs(one.literal.low), abs(one.literal.high)))
    return ends[0], ends[1]


def _told(case: Case, whole: Claim, part: Claim) -> Finding:
    one, two, unit = part.mention.literal, whole.mention.literal, unit_of(part)
    return finding(
        case, CODE, "conflict", [whole, part], f"{whole.label}: {said(part)} of {who(whole)}",
        arithmetic=f"{interval(one, unit)} > {interval(two, unit)}", severity="warning",
    )  # fmt: skip
