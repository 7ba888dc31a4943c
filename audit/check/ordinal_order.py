"""A207 ordinal-order (warning)

Finds: numbered meetings of one series - sessions, rounds, summits, forums - whose order does not fit
that of their dates: the 7th before the 6th, one number on two dates, two numbers on one date.

Wrong when: two series share their name, or a meeting was put off and counted again.

Example: "the 7th session was held in May 2021" / "the 6th session was held in March 2022".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

from audit.check.case import Case, finding
from audit.check.numbers import who
from audit.model import Claim, Finding
from audit.rulebook import Rulebook

CODE = "A207"
NAMED = 2  # words of a series' own besides "session" that make it this one
SAME_DATE = 7  # days: a longer time may hold two meetings
MONTH = 31  # days within which one meeting is dated by its parts, or put off
LONG = 366  # days: what is dated no better says nothing of an order
NAME = 10  # words of a series' name that are quoted


class Series(Struct, frozen=True):
    """Meetings of one kind, by the words that name them and the countries that hold them."""

    kind: str
    named: frozenset[str]
    whose: tuple[str, ...]

    @property
    def text(self) -> tuple[str, ...]:
        return (*sorted(self.named), *self.whose)

    def within(self, other: Series) -> bool:
        """Whether its name is the other's, or a shorter form that is still telling."""
        if self.whose == other.whose and len(self.named) >= NAMED:
            return self.named <= other.named
        one_sided = not (self.whose and other.whose) and len(self.named) > NAMED
        return one_sided and self.named <= other.named


class Meeting(Struct, frozen=True, order=True):
    """One numbered meeting and the days in which its sentence puts it."""

    number: float
    first: date
    last: date
    claim: Claim
    dated: bool  # the sentence itself says in which year

    @property
    def days(self) -> int:
        return (self.last - self.first).days


def across(claims: Sequence[Claim], rules: Rulebook) -> Iterator[Finding]:
    case = Case.across(rules)
    by_kind: dict[str, list[tuple[Series, Meeting]]] = defaultdict(list)
    for claim in sorted(claims):
        series = _series(claim, rules)
        if series and (meeting := _meeting(claim)):
            by_kind[series.kind].append((series, meeting))
    for held in (one for told in by_kind.values() for one in _series_of(told)):
        pairs = combinations(sorted(held), 2)
        found = [(a.claim, b.claim, why) for a, b in pairs if (why := _misfit(a, b))]
        if found:
            yield _told(case, found)


def keys(claim: Claim, rules: Rulebook) -> Iterator[tuple[str]]:
    """What kind of meeting: among these its series is told by its name."""
    if series := _series(claim, rules):
        yield (series.kind,)


def _series_of(told: Sequence[tuple[Series, Meeting]]) -> list[list[Meeting]]:
    """Those of one series: "the 20th Ohrid film festival" is of the fuller "Ohrid International Film
    Festival", and of no second one that it could as well be of."""
    found: dict[Series, list[Meeting]] = {}
    for series, meeting in sorted(told, key=lambda one: (-len(one[0].named), one[0].text, one[1])):
        homes = [known for known in found if series.within(known)]
        home = homes[0] if series not in found and len(homes) == 1 else series
        found.setdefault(home, []).append(meeting)
    return list(found.values())


def _series(claim: Claim, rules: Rulebook) -> Series | None:
    """The series that a numbered meeting is of; None for what is none."""
    if claim.kind != "ordinal":
        return None
    kinds = frozenset(rules.words.norm(word) for word in rules.words.context.meetings)
    if not set(claim.terms) & kinds:
        return None
    words = _name(claim, rules)
    kind = next(
        (i for i, word in enumerate(words) if rules.words.norm(word.lower()) in kinds), None
    )
    if kind is None or set(words[:kind]) & set(rules.words.context.prepositions) - {"and"}:
        return None  # "the first resident in Hanoi during a meeting" is no meeting
    named = frozenset(claim.terms) - kinds
    whose = tuple(sorted({who for who in (claim.subject, claim.object) if who}))
    enough = len(named) >= NAMED or (named and len(whose) > 1)
    return Series(rules.words.norm(words[kind].lower()), named, whose) if enough else None


def _meeting(claim: Claim) -> Meeting | None:
    """None where the sentence gives no time. One that names no year ("on Tuesday") is counted from
    the day of the text, and archives are published again."""
    period, number = claim.period, claim.mention.stated
    said = [d.words for d in claim.decided if d.slot == "period" and d.how == "stated"]
    if not (said and number and period and period.first and period.last):
        return None
    dated = any(str(period.first.year) in words for words in said)
    meeting = Meeting(number, period.first, period.last, claim, dated)
    return meeting if meeting.days <= LONG else None


def _misfit(a: Meeting, b: Meeting) -> str | None:
    """Why two meetings of one series do not fit together; `a` has the lower number, or the same."""
    one, two = a.claim, b.claim
    if (one.source, one.item, one.sentence) == (two.source, two.item, two.sentence):
        return None
    meet = a.first <= b.last and b.first <= a.last
    if a.number == b.number:
        both = one.modality == two.modality == "actual" and a.dated and b.dated
        apart = max((b.first - a.last).days, (a.first - b.last).days) > MONTH
        return "one number on two dates" if both and apart else None
    if meet:
        near = max(a.days, b.days) <= SAME_DATE and not _held_together(one, two)
        return "two numbers on one date" if near else None
    if not (a.dated and b.dated):
        return None
    return "the higher number is dated before the lower one" if b.last < a.first else None


def _held_together(a: Claim, b: Claim) -> bool:
    """ "The 44th and 45th summits": some meet twice on one day."""
    return a.mention.text in b.quote or b.mention.text in a.quote


def _told(case: Case, found: Sequence[tuple[Claim, Claim, str]]) -> Finding:
    a, b, why = found[0]
    claims = [claim for one, two, _ in found for claim in (one, two)]
    text = f"{' '.join(_name(a, case.rules))}: {who(a)} and {who(b)} - {why}"
    return finding(case, CODE, "conflict", claims, text, severity="warning")


def _name(claim: Claim, rules: Rulebook) -> list[str]:
    """The words behind the number up to a verb or a mark: "session of the Mixed Commission"."""
    base = claim.sentence.start if claim.sentence else 0
    words: list[str] = []
    for word in claim.quote[claim.end - base :].split()[:NAME]:
        if word.lower() in rules.words.verbs or not word[0].isalnum():
            break
        words.append(word.rstrip(",;:."))
        if word[-1] in ",;:.":
            break
    return words
