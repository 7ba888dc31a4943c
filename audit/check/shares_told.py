"""Shares as one sentence tells them: a part of a whole with its percentage, and lists of shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations

from msgspec import Struct

from audit.check.judge import value
from audit.check.sentence import before, behind, between, by_sentence, either
from audit.model import Claim, Interval
from audit.rulebook import Rulebook
from audit.values import reading

PERCENT = Interval(100, 100)
_WORDS = r"(?:\s[^\W\d_][\w'’-]*){0,%d}"
_OPENS = r"\s?(?:\(|,?\s(?:%s),?\s)(?:[^\W\d_]+\s){0,2}$"


class Told(Struct, frozen=True):
    """A percentage with the part and the whole that stand in its sentence."""

    share: Claim
    part: Claim
    whole: Claim
    works_out: Interval  # what part / whole gives, in percent


def triples(claims: Iterable[Claim], rules: Rulebook) -> Iterator[Told]:
    """Percentages that the part and whole beside them do not give, by more than a last digit."""
    for told in _with_percent(claims):
        for near in zip(told, told[1:], told[2:], strict=False):
            for share, part, whole in permutations(near):
                if _levels(share, part, whole) and _in_one_breath(share, part, whole, rules):
                    yield from _checked(share, part, whole, rules)


def _with_percent(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    yield from (told for told in by_sentence(claims) if any(_percent(c) for c in told))


def _percent(claim: Claim) -> bool:
    """A level in percent, not a change."""
    return claim.mention.unit == "percent" and claim.mention.direction is None


def _levels(share: Claim, part: Claim, whole: Claim) -> bool:
    units = {part.mention.unit, whole.mention.unit}
    return _percent(share) and len(units) == 1 and "percent" not in units


def _in_one_breath(share: Claim, part: Claim, whole: Claim, rules: Rulebook) -> bool:
    """ "516 of 600 firms (86 %)", "120 (40 %) of the 300", "$120, 40 % of the $300"."""
    words = rules.words.context
    links, opens, set_off = _patterns(tuple(words.part_links), tuple(words.alternatives))
    if part.start < whole.start < share.start:
        return _match(links, part, whole) and _match(opens, whole, share)
    if part.start < share.start < whole.start:
        beside = _match(opens, part, share) or _match(set_off, part, share)
        return beside and _match(links, share, whole)
    if share.start < part.start < whole.start:
        return _match(opens, share, part) and _match(links, part, whole)
    return False


@cache
def _patterns(links: tuple[str, ...], others: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Between part and whole; before the other way to say it; before what is set off by a comma."""
    return (
        re.compile(rf"^\)?,?{_WORDS % 2}\s(?:{either(links)})\s$", re.IGNORECASE),
        re.compile(rf"^{_WORDS % 5}{_OPENS % either(others)}", re.IGNORECASE),
        re.compile(rf"^{_WORDS % 2}(?:,|\s[–-])\s(?:[^\W\d_]+\s)?$", re.IGNORECASE),
    )


def _match(pattern: re.Pattern[str], a: Claim, b: Claim) -> bool:
    return pattern.match(between(a, b)) is not None


def _checked(share: Claim, part: Claim, whole: Claim, rules: Rulebook) -> Iterator[Told]:
    said, every = value(share, rules), value(whole, rules)
    some = reading(part.mention, rules.checks.sets, 1.0)  # a cut is a part as any other
    if said is None or some is None or every is None or every.literal.low <= 0:
        return
    if some.literal.low > every.literal.high:
        return  # "5 of 3": not read as what it says
    found = some.literal / every.literal * PERCENT
    near = Interval(said.literal.low - said.step, said.literal.high + said.step)
    if not found.meets(near):
        yield Told(share, part, whole, found)


def lists(claims: Iterable[Claim], rules: Rulebook) -> Iterator[Sequence[Claim]]:
    """Shares of one whole in one sentence: "A accounts for 45 %, B for 40 % and C for 25 % of"."""
    for told in _with_percent(claims):
        run: list[Claim] = []
        for one, other in pairwise([c for c in told if _percent(c)]):
            joined = (
                _joins(tuple(rules.words.context.partition_verbs)).match(between(one, other))
                is not None
            )
            run = [*(run or [one]), other] if joined else []
            if run and _of_a_whole(run, rules):
                yield run


@cache
def _joins(verbs: tuple[str, ...]) -> re.Pattern[str]:
    """A name, and perhaps the verb again: ", Russia for "."""
    return re.compile(
        rf"^,?(?:\s(?:and|while|with))*(?:\sthe)?(?:\s[A-Z][\w.'’-]*){{1,4}}(?:\s(?:{either(verbs)}|for|with|at))?(?:\s[a-z]+)?\s$"
    )


def _of_a_whole(run: Sequence[Claim], rules: Rulebook) -> bool:
    """The verb of a partition before the first share, and the whole behind the last one alone."""
    first, last = run[0], run[-1]
    near = before(first).lower()[-40:]
    verb = any(f" {verb} " in near for verb in rules.words.context.partition_verbs)
    return verb and re.match(r"\s+of\s", behind(last)) is not None
