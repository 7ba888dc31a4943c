"""C108 copy-differs (warning)

Finds: one sentence in two articles of the same days, word for word but for one figure, its unit, a
year, the way of a change or a place in a row. Whatever it measures, one of them is a slip of the
copy, or a correction.

Wrong when: it is news of a series after all - prices, tolls, monthly figures repeat their words.
Articles in whose common sentences more figures differ than agree are taken for a series, and so are
two days of a figure whose sentence does not say when it holds, unless other sentences are copied.

Example: "the volume grew by 62 %, reaching 4.5 million tons" / "... reaching 5.4 million tons".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from audit.check import printed, slips
from audit.check.case import Case, finding
from audit.check.causes import escape
from audit.check.distance import difference, words
from audit.check.judge import value
from audit.check.misprint import Comparison, Misprint, compared
from audit.check.numbers import outlet, who
from audit.check.printed import Article, Printed
from audit.model import Cause, Claim, Finding
from audit.rulebook import Rulebook

CODE = "C108"
DAYS = 3  # between two papers that print one text
COPIED = 2  # further sentences with the same figures: the text was copied
Pair = tuple[Printed, Printed]
Shared = dict[frozenset[Article], Counter[bool]]  # do the figures of a common sentence agree?


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    shared: Shared = defaultdict(Counter)
    found: list[list[tuple[Pair, Comparison]]] = []
    for prints in printed.by_frame(claims, rules):
        pairs = [(a, b) for a, b in combinations(prints, 2) if _near(a, b)]
        told = [(pair, compared(*pair, rules)) for pair in pairs]
        for (a, b), comparison in told:
            shared[frozenset((a.article, b.article))][comparison.agree] += 1
        found.append(told)
    for told in found:
        for pair, misprint in _odd(told):
            if _a_slip(*pair, misprint, shared[frozenset(one.article for one in pair)]):
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


def _near(a: Printed, b: Printed) -> bool:
    """Undated articles may be of one day: then the texts must show that one was copied."""
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= DAYS


def _odd(told: Sequence[tuple[Pair, Comparison]]) -> Iterator[tuple[Pair, Misprint]]:
    """Each print that fewer others agree with, and the nearest of those that it differs from: n
    copies of a text make one finding for a slip in one of them."""
    voices: Counter[Article] = Counter()
    for pair, comparison in told:
        voices.update(one.article for one in pair if comparison.agree)
    nearest: dict[Article, tuple[tuple[object, ...], Pair, Misprint]] = {}
    for pair, comparison in told:
        if comparison.misprint is None:
            continue
        odd, other = sorted(pair, key=lambda one: (voices[one.article], _lateness(one)))
        rank = (-voices[other.article], _days(*pair) or 0, other.article)
        if odd.article not in nearest or rank < nearest[odd.article][0]:
            nearest[odd.article] = (rank, pair, comparison.misprint)
    yield from ((pair, misprint) for _, pair, misprint in nearest.values())


def _lateness(printed: Printed) -> tuple[int, Article]:
    return (-printed.day.toordinal() if printed.day else 0, printed.article)


def _days(a: Printed, b: Printed) -> int | None:
    return abs((a.day - b.day).days) if a.day and b.day else None


def _a_slip(a: Printed, b: Printed, misprint: Misprint, shared: Counter[bool]) -> bool:
    if shared[False] > max(1, shared[True]):
        return False  # a series
    if shared[True] >= COPIED or (misprint.what == "year" and _days(a, b) is not None):
        return True
    price = any("/" in (claim.mention.unit or "") for claim in (misprint.a, misprint.b))
    return not price and (_days(a, b) == 0 or _of_one_time(misprint.a, misprint.b))


def _of_one_time(a: Claim, b: Claim) -> bool:
    """Whether both sentences say when the figure holds, and say the same."""
    if a.published is None or b.published is None:
        return False
    stated = all(any(d.slot in ("period", "as_of") and d.how == "stated" for d in c.decided) for c in (a, b))
    return stated and (a.period, a.as_of) == (b.period, b.as_of)


def _told(case: Case, misprint: Misprint) -> Finding:
    a, b = sorted((misprint.a, misprint.b), key=lambda c: (str(c.published or ""), c))
    causes = tuple(_causes(case, a, b)) if misprint.what in ("figure", "unit") else ()
    one, two = (value(c, case.rules, a.mention.unit) for c in (a, b))
    measured = misprint.what == "figure" and one is not None and two is not None
    return finding(
        case, CODE, "mutation" if misprint.what == "year" else "conflict", [a, b],
        f"{case.about(a)}: {_words(misprint, a, b)}",
        arithmetic=words(one.literal, two.literal, a.mention.unit) if measured else "",
        escape=escape(causes), causes=causes, severity="warning",
        material=difference(one.literal, two.literal) if measured else None,
    )  # fmt: skip


def _words(misprint: Misprint, a: Claim, b: Claim) -> str:
    """Both figures, or both words where these differ beside a figure."""
    if misprint.what in ("figure", "unit"):
        said = f"{who(a)} against {who(b)}"
    else:
        one, two = misprint.said if a is misprint.a else misprint.said[::-1]
        said = f"{_quoted(one)} ({outlet(a)}) against {_quoted(two)} ({outlet(b)})"
    return f"{said} - one sentence, word for word but for this"


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _causes(case: Case, a: Claim, b: Claim) -> Iterator[Cause]:
    one, two = (value(c, case.rules, a.mention.unit) for c in (a, b))
    if one and two:
        yield from slips.between(a.mention, b.mention, one, two, case.rules.lexicon)
