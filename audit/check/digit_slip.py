"""D310 digit-slip (warning; info where the two measure things of other names)

Finds: two texts on one subject whose figures have the same digits, at another scale (412,000
children, 4.12 million children) or with two of them swapped (136 km, 163 km), in whatever words.
Three digits at least, or two of no growth where both texts name the same measure; neither text gives the other's figure.

Wrong when: the digits are alike by chance. Read what each figure is of.

Example: "412,000 children were vaccinated" / "the campaign reached 4.12 million children".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations
from math import isclose
from typing import NamedTuple

from audit import subject
from audit.check import one_thing, slips
from audit.check.case import Case, blocks, capped, finding
from audit.check.framed import DAYS, stated
from audit.check.judge import value
from audit.check.numbers import who
from audit.model import ABOUT, FROM, Claim, Finding, days_apart
from audit.rulebook import Rulebook
from audit.rulebook.units import dimension, factor
from audit.values import Reading, power_of_ten

CODE = "D310"
ONE_THING = True
KINDS = ("count", "number", "money", "measure", "percent")
DIGITS = 3  # significant ones, of figures that are compared whatever they measure
FEWEST = 2  # of those that measure the same
EITHER = "MT"  # metric tons, or millions of tons: "126.46 MT"
PAIR = 2
WEEK = 7  # days between two texts that tell of one thing
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
BEHIND = 14  # letters behind a name in which its figure stands
WORDS = 2  # that two sentences share beside names and numbers


class Slip(NamedTuple):
    """Two claims with their readings, in the unit of the first."""

    a: Claim
    b: Claim
    left: Reading
    right: Reading


def keys(claim: Claim, rulebook: Rulebook) -> Iterator[tuple[object, ...]]:  # noqa: ARG001
    digits = _digits(claim)
    based = FROM in claim.filters  # of which month, it does not say
    if (
        len(digits) >= FEWEST
        and not based
        and claim.modality == "actual"
        and claim.mention.kind in KINDS
    ):
        yield (_unit(claim), "".join(sorted(digits)))


def told_by(slip: Finding, other: Finding) -> bool:
    """Whether a check that knows more of the figures has told them, or the same of other papers,
    and as loudly."""
    told = {_figure(claim) for claim in other.claims}
    shared = set(slip.claims) & set(other.claims)
    same = shared and {_figure(claim) for claim in slip.claims} <= told
    return other.code != CODE and other.rank <= slip.rank and bool(same)


def _figure(claim: Claim) -> tuple[float | None, str | None]:
    return (claim.mention.stated, claim.mention.unit)


def _digits(claim: Claim) -> str:
    """Significant digits as written: 4.12 million and 412,000 are "412"."""
    stated, step = claim.mention.stated, claim.mention.step
    if not stated or not step:
        return ""
    return f"{round(abs(stated) / step)}".strip("0")


def _unit(claim: Claim) -> str:
    return dimension(claim.mention.unit) or ""


def across(claims: Sequence[Claim], rulebook: Rulebook) -> Iterator[Finding]:
    case = Case.across(rulebook)
    read = _reader(rulebook)
    for block in blocks(claims, keys, rulebook).values():
        told: dict[frozenset[tuple[str, int]], Slip] = {}
        for a, b in combinations(block, 2):
            left, right = read(a, a.mention.unit), read(b, a.mention.unit)
            if not left or not right or not _same_digits(left, right):
                continue  # first, as most of a block is of one figure
            pair = frozenset(((a.source, a.item), (b.source, b.item)))
            if (
                pair not in told
                and _of_one(a, b)
                and _undivided(a, b)
                and _alike(a, b, left, right, rulebook)
                and _slipped(a, b, block, rulebook)
            ):
                told[pair] = Slip(a, b, left, right)
        for slips_of_one in _by_figures(told.values()):
            yield _finding(case, slips_of_one)


def _reader(rules: Rulebook) -> Callable[[Claim, str | None], Reading | None]:
    """Readings in a unit, each made once: a figure stands against every other of its block."""
    made: dict[tuple[str, str | None], Reading | None] = {}

    def read(claim: Claim, unit: str | None) -> Reading | None:
        key = (claim.id, unit)
        if key not in made:
            made[key] = value(claim, rules, unit)
        return made[key]

    return read


def _same_digits(left: Reading, right: Reading) -> bool:
    """At another scale, or with two of them swapped."""
    if left.point is None or right.point is None or left.hedge != right.hedge:
        return False
    return bool(power_of_ten(left.point, right.point)) or slips.swapped(left, right)


def _slipped(a: Claim, b: Claim, block: Sequence[Claim], rules: Rulebook) -> bool:
    if (a.source, a.item) == (b.source, b.item):
        return False
    return (
        subject.one(subject.of(a, rules.words.context), subject.of(b, rules.words.context))
        and _at_one_time(a, b, rules)
        and _measured_alike(a, b, rules)
        and not _given(a, b, block)
        and not _given(b, a, block)
    )


def _at_one_time(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Of what is told every month, and of rates of change, two are soon alike by chance: both are dated,
    or of the same days."""
    scaled = power_of_ten(a.mention.stated or 0.0, b.mention.stated or 0.0)
    grew = any(c.metric.endswith(".growth") for c in (a, b))
    lasts = a.mention.kind == "measure" or one_thing.head(a) in rules.concepts.lasting
    apart = days_apart(a.published, b.published) > (DAYS if grew else WEEK)
    if (grew or not (scaled or lasts)) and apart and not (stated(a) and stated(b)):
        return False
    return one_thing.one_time(a, b, rules.concepts) is not False


def _of_one(a: Claim, b: Claim) -> bool:
    """Whether the names that they are of, as far as there are any, may be one: each is known to the
    other's text, or they share a word."""
    one, two = (dict(c.roles).get(ABOUT) for c in (a, b))
    if _tells_another(a, two) or _tells_another(b, one):
        return False  # a row of names, each with its figure
    if not one or not two or subject.meet([subject.tokens(one)], [subject.tokens(two)]):
        return True
    known = ((one, b), (two, a))
    return any(
        subject.meet([subject.tokens(name)], map(subject.tokens, c.setting)) for name, c in known
    )


def _tells_another(claim: Claim, name: str | None) -> bool:
    """Whether the sentence of a figure names what the other figure is of, with another number right
    behind the name: "Isaacs ('yes' 50.18), Curtin ('yes' 50.71)" beside "Isaacs 50.17"."""
    if not name or name == dict(claim.roles).get(ABOUT):
        return False
    at = claim.quote.find(name)
    end = at + len(name)
    number = _NUMBER.search(claim.quote, end, end + BEHIND) if at >= 0 else None
    return number is not None and number[0] not in claim.mention.text


def _undivided(a: Claim, b: Claim) -> bool:
    """Whether no two words part them: local jobs, and jobs of contractors."""
    one, two = ({v for axis, v in c.filters if axis in ("of", "action")} for c in (a, b))
    return not one or not two or bool(one & two)


def _alike(a: Claim, b: Claim, left: Reading, right: Reading, rules: Rulebook) -> bool:
    """Whether the same digits may be a slip, by what the figures are of."""
    scaled = bool(power_of_ten(left.point or 0.0, right.point or 0.0))
    few = min(len(_digits(a)), len(_digits(b))) < DIGITS
    if not scaled and few and {one_thing.head(a), one_thing.head(b)} & rules.concepts.mounting:
        return False  # "64 dead", "46 dead": of what is told by the hour, soon by chance
    if scaled and a.mention.text.endswith(EITHER) != b.mention.text.endswith(EITHER):
        return False
    if scaled and _scale_left_out(a, b):
        return False
    nouns = [c.mention.noun.split()[-1].lower() for c in (a, b) if c.mention.noun]
    if not scaled and len(set(nouns)) == PAIR and one_thing.head(a) != one_thing.head(b):
        return False  # "151 soldiers", "115 camps"
    return not one_thing.mounts(a, b, rules)  # the dead of a storm: 34, two days later 43


def _scale_left_out(a: Claim, b: Claim) -> bool:
    """ "4.4 million people, ahead of Kiambu (2.4)": a bare decimal has its "million" from before."""
    small = min(a.mention, b.mention, key=lambda m: abs(m.stated or 0.0))
    bare = small.unit is None and small.noun is None
    return bare and 0 < (small.step or 1.0) < 1


def _measured_alike(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Of one measure; or with digits enough, and words enough that both sentences have."""
    if one_thing.vague_noun(a, rules) or one_thing.vague_noun(b, rules):
        return False
    few = min(len(_digits(a)), len(_digits(b))) < DIGITS
    if few and a.kind == "rate" and a.metric.endswith(".growth"):
        return False  # "up 19 %", "up 1.9 %": of what changes daily, two are soon alike by chance
    if a.is_open and not all(c.terms or "/" in (c.mention.unit or "") for c in (a, b)):
        return False  # of which nothing is known but the currency; "$12,500 per head" says enough
    if a.is_open != b.is_open:
        return False  # a metric of the rulebook and anything else are two things
    if one_thing.head(a) == one_thing.head(b) or set(a.terms) & set(b.terms):
        return not few or one_thing.head(a) in rules.concepts.named
    if few or not a.is_open or not _one_head(a, b):
        return False
    names = {w for c in (a, b) for w in subject.of(c, rules.words.context).words}
    one, two = (
        {t for t in rules.words.terms(_around(c)) if not t[0].isdigit() and t not in names}
        for c in (a, b)
    )
    return len(one & two) >= WORDS


def _one_head(a: Claim, b: Claim) -> bool:
    """Whether neither is a change and the other a level: "added $182m", "made $18.2m"."""
    return a.metric.endswith((".change", ".growth")) == b.metric.endswith((".change", ".growth"))


def _around(claim: Claim) -> str:
    """The sentence of a sum without the sum: that both are in crowns makes them no one thing."""
    paid = claim.mention.kind == "money"
    return claim.quote.replace(claim.mention.text, " ") if paid else claim.quote


def _given(a: Claim, b: Claim, block: Sequence[Claim]) -> bool:
    """Whether the text of one gives the other's figure as well."""
    scale = factor(b.mention.unit, a.mention.unit) or 1.0
    wanted = (b.mention.stated or 0.0) * scale
    return any(
        (c.source, c.item) == (a.source, a.item)
        and isclose(c.mention.stated or 0.0, wanted, rel_tol=1e-6)
        for c in block
    )


def _by_figures(found: Iterable[Slip]) -> list[list[Slip]]:
    """Those of one subject with the same two figures are one finding, however many papers print them."""
    groups: list[list[Slip]] = []
    for one in found:
        near = (g for g in groups if any({one.a, one.b} & {other.a, other.b} for other in g))
        home = next(near, None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return groups


def _finding(case: Case, found: Sequence[Slip]) -> Finding:
    a, b, left, right = found[0]
    claims = sorted({claim for one in found for claim in (one.a, one.b)})
    more = f" ({len(claims) - PAIR} more print one of them)" if len(claims) > PAIR else ""
    text = f"{who(a)} and {who(b)}{more} - the same digits on one subject: a slip, or two things"
    causes = tuple(slips.between(a.mention, b.mention, left, right, case.rules.lexicon))
    escape = causes[0].text if causes else ""
    full = case.rules.checks.severity[CODE]
    many = min(len(_digits(claim)) for claim in claims) >= DIGITS  # then the digits say enough
    severity = capped(claims, full) if many else None
    alike = one_thing.head(a) == one_thing.head(b)
    return finding(
        case, CODE, "mutation", claims, text, escape=escape, causes=causes,
        severity=severity if alike else "info",
    )  # fmt: skip
