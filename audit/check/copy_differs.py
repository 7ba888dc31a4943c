"""C108 copy-differs (warning)

Finds: one sentence in two articles of the same days, word for word but for one figure, its unit, a
year, the way of a change or a place in a row. Whatever it measures, one of them is a slip of the
copy, or a correction.

Wrong when: it is news of a series after all - prices, tolls, monthly figures repeat their words.
Articles that differ in more than one figure, and in more than one of five that their common
sentences hold, are taken for a series. Where fewer than three other figures were copied, the
sentence must name what it speaks of and, if the papers are of two days, the time. Papers of other
days count where all of a long text but one figure of a stated time is the same: archives are dated
anew.

Example: "the volume grew by 62 %, reaching 4.5 million tons" / "... reaching 5.4 million tons".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from audit.check import printed, slips
from audit.check.case import Case, finding
from audit.check.causes import escape
from audit.check.copied import Pair, a_slip, days, pairs
from audit.check.distance import difference, words
from audit.check.judge import value
from audit.check.misprint import Comparison, Misprint, compared
from audit.check.numbers import outlet, who
from audit.check.printed import Article, Printed
from audit.model import Cause, Claim, Finding
from audit.rulebook import Rulebook

CODE = "C108"
ONE_THING = True
Shared = dict[frozenset[Article], Counter[bool]]  # figures of common sentences: does each agree?


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    shared: Shared = defaultdict(Counter)
    found: list[list[tuple[Pair, Comparison]]] = []
    for prints in printed.by_frame(claims, rules):
        told = [(pair, compared(*pair, rules)) for pair in pairs(prints)]
        for (a, b), comparison in told:
            count = shared[frozenset((a.article, b.article))]
            count[True] += comparison.agree
            count[False] += comparison.apart
        found.append(told)
    for told in found:
        for pair, misprint in _odd(told):
            if a_slip(*pair, misprint, shared[frozenset(one.article for one in pair)]):
                yield _told(case, misprint)


def keys(claim: Claim, rules: Rulebook) -> Iterator[tuple[object, ...]]:
    """The frame of its sentence."""
    frame = printed.key(claim, rules)
    if frame:
        yield frame


def told_by(copy: Finding, other: Finding) -> bool:
    """Whether a check that knows more of the two figures has told them, and as loudly."""
    return (
        other.code != CODE
        and other.rank <= copy.rank
        and other.verdict in (copy.verdict, "drift", "definition", "unverifiable")
        and set(copy.claims) <= set(other.claims)
    )


def _odd(told: Sequence[tuple[Pair, Comparison]]) -> Iterator[tuple[Pair, Misprint]]:
    """Each print that fewer others agree with, and the nearest of those that it differs from: n
    copies of a text make one finding for a slip in one of them."""
    voices: Counter[Article] = Counter()
    for pair, comparison in told:
        voices.update(one.article for one in pair if not comparison.apart)
    nearest: dict[Article, tuple[tuple[object, ...], Pair, Misprint]] = {}
    for pair, comparison in told:
        if comparison.misprint is None:
            continue
        odd, other = sorted(pair, key=lambda one: (voices[one.article], _lateness(one)))
        rank = (-voices[other.article], days(*pair) or 0, other.article)
        if odd.article not in nearest or rank < nearest[odd.article][0]:
            nearest[odd.article] = (rank, pair, comparison.misprint)
    yield from ((pair, misprint) for _, pair, misprint in nearest.values())


def _lateness(printed: Printed) -> tuple[int, Article]:
    return (-printed.day.toordinal() if printed.day else 0, printed.article)


def _told(case: Case, misprint: Misprint) -> Finding:
    a, b = sorted((misprint.a, misprint.b), key=lambda c: (str(c.published or ""), c))
    causes = tuple(_causes(case, a, b)) if misprint.what in ("figure", "unit") else ()
    one, two = (value(c, case.rules, a.mention.unit) for c in (a, b))
    sets = (one.literal, two.literal) if misprint.what == "figure" and one and two else None
    return finding(
        case, CODE, "mutation" if misprint.what == "year" else "conflict", [a, b],
        _words(case, misprint, a, b),
        arithmetic=words(*sets, a.mention.unit) if sets else "",
        escape=escape(causes), causes=causes, severity="warning",
        material=difference(*sets) if sets else None,
    )  # fmt: skip


def _words(case: Case, misprint: Misprint, a: Claim, b: Claim) -> str:
    """Both figures of what they measure, or both words where these differ beside a figure."""
    if misprint.what in ("figure", "unit"):
        said = f"{case.about(a)}: {who(a)} against {who(b)}"
    else:
        one, two = misprint.said if a is misprint.a else misprint.said[::-1]
        said = f"“{one}” ({_printed(a)}) against “{two}” ({_printed(b)})"
    return f"{said} - one sentence, word for word but for this"


def _printed(claim: Claim) -> str:
    return ", ".join(filter(None, (outlet(claim), str(claim.published or ""))))


def _causes(case: Case, a: Claim, b: Claim) -> Iterator[Cause]:
    one, two = (value(c, case.rules, a.mention.unit) for c in (a, b))
    if one and two:
        yield from slips.between(a.mention, b.mention, one, two, case.rules.lexicon)
