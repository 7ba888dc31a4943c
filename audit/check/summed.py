"""Whether the parts that a text lists make the total that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from audit.check.case import Case, finding
from audit.check.distance import difference
from audit.check.judge import value
from audit.check.listed import Listed
from audit.check.numbers import amount, outlet, rough, who
from audit.check.rounded import added, slack, written
from audit.model import Finding, Interval
from audit.values import Reading

SHORT = 0.1  # what a list may fall short of its total by, and still be the list of its parts
PLACES = ("rank", "ordinal")  # these count nothing
SEVERAL = 3  # parts that may be all, though their list does not say so
ROUNDED = "consistent if some of the figures are rounded"
HUNDRED = Interval(100.0, 100.0)
ALL = Reading(HUNDRED, HUNDRED, HUNDRED, 100.0, 100.0, 100.0, "exact")  # of what shares are of


class Sum(Struct, frozen=True):
    """The parts of a list beside their total."""

    one: Listed
    parts: tuple[Reading, ...]
    whole: Reading
    unit: str | None

    @property
    def points(self) -> list[float]:
        return [part.point or 0.0 for part in self.parts]

    @property
    def held(self) -> Interval:
        """All that they can come to, each rounded in some way."""
        return added(self.parts)

    @property
    def gap(self) -> float:
        return sum(self.points) - (self.whole.point or 0.0)


def told(case: Case, code: str, one: Listed) -> Iterator[Finding]:
    """A finding if the parts do not make the sum and no misreading of the list explains it: a warning,
    or info if the figures may only be rounded, or the list leave some out."""
    found = _read(case, one)
    if found is None or not _misses(found) or _misread(case, found):
        return
    first = one.total or one.parts[0]
    verdict = _verdict(found)
    yield finding(
        case, code, verdict, [*filter(None, [one.total]), *one.parts],
        f"{case.about(first)}: {_against(one)}",
        arithmetic=_arithmetic(found), escape=ROUNDED if verdict == "tight" else _escape(found),
        severity="warning" if verdict == "conflict" else "info",
        material=difference(found.held, found.whole.literal),
    )  # fmt: skip


def _verdict(found: Sum) -> str:
    if found.held.meets(slack(found.whole)):
        return "tight"
    return "conflict" if found.one.whole or found.gap > 0 else "unverifiable"


def _read(case: Case, one: Listed) -> Sum | None:
    whole = value(one.total, case.rules) if one.total else ALL
    parts = tuple(found for part in one.parts if (found := value(part, case.rules)))
    if whole is None or whole.point is None or len(parts) < len(one.parts):
        return None
    return Sum(one, parts, whole, (one.total or one.parts[0]).mention.unit)


def _misses(found: Sum) -> bool:
    """Whether the written sum is near the total, as that of its parts would be, and is not it."""
    near = 0 < abs(found.gap) <= SHORT * (found.whole.point or 0.0)
    return near and not written(found.parts).meets(found.whole.literal)


def _misread(case: Case, found: Sum) -> bool:
    """Whether a part too many, one that the list leaves out or one told beside it makes up the sum."""
    if _of_another(case, found) or _ratios(case, found):
        return True
    if found.gap > 0:
        return _one_too_many(found.parts, found.whole)
    several = found.one.total is not None and len(found.parts) >= SEVERAL
    enough = found.one.whole or several
    return not enough or _told_beside(case, found)


def _against(one: Listed) -> str:
    if one.total is None:
        return f"{one.words} ({outlet(one.parts[0])}) are not 100 % together"
    return f"{who(one.total)} against its parts, {one.words}"


def _arithmetic(found: Sum) -> str:
    terms = " + ".join(amount(point, found.unit) for point in found.points)
    text = f"{terms} = {amount(sum(found.points), found.unit)}"
    if found.one.total:
        text += f"; stated {amount(found.whole.point or 0.0, found.unit)}"
    stated = slack(found.whole)
    if not found.held.width and not stated.width:
        return text
    ends = [rough(found.held, found.unit), *([rough(stated, found.unit)] if stated.width else [])]
    return f"{text}; with rounding {' / '.join(ends)}"


def _one_too_many(parts: Sequence[Reading], whole: Reading) -> bool:
    """Whether the list adds up without one of its numbers, which is then a part of another."""
    rest = ([*parts[:i], *parts[i + 1 :]] for i in range(len(parts)))
    return any(written(some).meets(whole.literal) for some in rest)


def _of_another(case: Case, found: Sum) -> bool:
    """Whether the sentence has another figure that is just what the parts come to: "A has 151 seats
    (112 and 39), B 141 (112 and 29)", "96 million in 2022, 89.6 in 2023 and possibly 90: 65.8 and 24.2"."""
    said = f"{sum(found.points):g}"
    if any(
        re.search(rf"(?<![\d.,]){re.escape(said)}(?![.,]?\d)", part.quote)
        for part in found.one.parts
    ):
        return True
    made = written(found.parts)
    sentences = {part.sentence for part in found.one.parts}
    near = (c for c in found.one.beside if c.sentence in sentences and c.kind not in PLACES)
    return any((held := value(c, case.rules)) and held.literal.meets(made) for c in near)


def _ratios(case: Case, found: Sum) -> bool:
    """ "25,690 out of 39,800 and 97,310 out of 125,910": each part has a whole of its own."""
    links = "|".join(map(re.escape, case.rules.words.context.part_links))
    quotes = {part.quote.lower() for part in found.one.parts}
    return any(len(re.findall(rf"\d (?:{links}) \d", quote)) > 1 for quote in quotes)


def _told_beside(case: Case, found: Sum) -> bool:
    """Whether a figure of the same sentences is just what the list lacks: "12 in Karo, eight in Moss, and
    one in Norvik"."""
    lacking = round(-found.gap)
    spelled = [w for w, n in case.rules.lexicon.digits.items() if n == lacking and w.isalpha()]
    last = re.compile(rf"\band (?:{'|'.join(spelled)})\b", re.IGNORECASE) if spelled else None
    if last and any(last.search(part.quote) for part in found.one.parts):
        return True
    units = (found.unit, None)
    beside = (c for c in found.one.beside if c.mention.unit in units and c.kind not in PLACES)
    others = [value(c, case.rules) for c in beside]
    return any(
        other and (found.held + other.literal).meets(found.whole.literal) for other in others
    )


def _escape(found: Sum) -> str:
    points = "percentage_point" if found.unit == "percent" else found.unit
    off, summed = amount(abs(found.gap), points), amount(sum(found.points), found.unit)
    less = f"less, or if {off} were counted in two of them"
    way = f"more, or if the list left {off} out" if found.gap < 0 else less
    total = f"the total were {summed}, if " if found.one.total else ""
    return f"consistent if {total}the parts were {off} {way}"
