"""A212 list-length (warning)

Finds: a count, and one name fewer in the list of all that it counts, right behind it; or one more,
if all of them are places that the rulebook knows.

Wrong when: the list leaves one out and does not say so, or two of the names are one thing.

Example: "five countries: Kenya, Ghana, Togo and Mali".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.check.case import Case, finding
from audit.check.numbers import amount, who
from audit.model import LISTED, Claim, Finding
from audit.rulebook import Rulebook

CODE = "A212"
LEAST = 3  # names: a list of two may be two of several
Key = tuple[object, ...]


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    for claim in claims:
        listed = next((one for one in claim.decided if one.slot == LISTED), None)
        if listed and claim.mention.stated is not None:
            names = listed.words.split("; ")
            missing = claim.mention.stated - len(names)
            if len(names) >= LEAST and (missing == 1 or (missing == -1 and _known(names, rules))):
                yield _told(case, claim, names)


def keys(claim: Claim, _rules: Rulebook) -> Iterator[Key]:
    """One article."""
    if any(one.slot == LISTED for one in claim.decided):
        yield ("article", claim.source, claim.item)


def _known(names: Sequence[str], rules: Rulebook) -> bool:
    """Whether each name is one place: no comma or "and" of one is taken for one between two."""
    found = [rules.atlas.scan(name) for name in names]
    one = all(len(sights) == 1 and sights[0].kind == "country" for sights in found)
    return one and len({sights[0].key for sights in found}) == len(names)


def _told(case: Case, claim: Claim, names: Sequence[str]) -> Finding:
    count, stated = float(len(names)), claim.mention.stated or 0.0
    short = "the list leaves one out" if stated > count else "two of the names are of one thing"
    return finding(
        case, CODE, "conflict", [claim],
        f"{case.about(claim)}: {who(claim)} against the {amount(count, None)} that are named, “{', '.join(names)}”",
        arithmetic=f"{amount(count, None)} named; stated {amount(stated, None)}",
        escape=f"consistent if {short}", severity="warning",
    )  # fmt: skip
