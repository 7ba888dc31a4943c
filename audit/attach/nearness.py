"""How near a metric's name is to a number: words, clauses and other numbers between them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from audit.attach.sentence import Sentence
from audit.attach.timed import NUMBERS
from audit.rulebook.names import Occurrence

AFTER = 0.6  # what a name behind the number is worth less than one before it
PER_WORD, PER_CLAUSE, PER_NUMBER = 0.15, 1.5, 1.5  # what distance costs, in units of name weight
AMOUNTS = frozenset({"money", "number"})  # "1.2 billion" in brackets is of the currency before
LINKS = (["of"], ["in"], ["worth", "of"])
FALLING = [["fell", "on"], ["falls", "on"], ["fall", "on"], ["accounted", "for"], ["accounts", "for"], ["on"], ["for"], ["in"]]  # fmt: skip
FALL = 8  # words between a figure and what it falls on
CLAUSE = 8  # words behind a name in which the number of its own verb stands
FALLS = 8.0  # what that is worth
SHADOW = 4.0  # what another metric's name between costs: "turnover (exports - 559 million"


def score(sentence: Sentence, index: int, name: Occurrence) -> float:
    """Weight of a name less its distance from the number."""
    at = sentence.place[index]
    if falls_on(sentence, at, name):
        return name.weight + FALLS
    if _encloses_another(sentence, index, name):
        return float("-inf")
    end = name.last if name.last < at else name.first
    gap = 0 if name.first <= at <= name.last else abs(at - end)
    crossed = 0 if gap == 0 else _crossed(sentence, index, end)
    crossed += name.first > at and _taken(sentence, index, name)
    if crossed and _other_noun(sentence, at, end, name):
        return float("-inf")
    return (
        name.weight
        - PER_WORD * gap
        - PER_CLAUSE * (0 if gap == 0 else sentence.barrier(at, end))
        - (PER_NUMBER / 2 if _again(sentence, at, end) else PER_NUMBER) * crossed
        - (AFTER if name.first > at else 0.0)
    )


def falls_on(sentence: Sentence, at: int, name: Occurrence) -> bool:
    """ "$6 billion fell on imports and $9 billion on exports", "$2 billion accounted for exports"."""
    between = sentence.words[at + 1 : name.first]
    if any(w.mention is not None for w in between) or sentence.barrier(at, name.first) >= 1:
        return False
    mention = sentence.words[at].mention
    sums = mention is not None and sentence.mentions[mention].kind == "money"
    gap = sentence.slice(sentence.words[at].end, sentence.words[name.first].start)
    touches = name.first == at + 1 and not gap.strip()
    if sums and ([w.text for w in between] == ["of"] or touches):
        return True  # "$17 billion of exports", "and $76 million exports"
    texts = [w.text for w in between if w.text not in ("the", "share", "of")]
    return texts in FALLING[1:] or (texts[-2:] in FALLING and len(between) < FALL)


def _encloses_another(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """ "Exporting $547 million in goods": a name around another number of the kind is that one's."""
    if name.first <= sentence.place[index] <= name.last:
        return False
    kind = sentence.mentions[index].kind
    inside = (w.mention for w in sentence.words[name.first : name.last + 1])
    return any(m is not None and sentence.mentions[m].kind == kind for m in inside)


def _crossed(sentence: Sentence, index: int, end: int) -> int:
    """Numbers of the kind between a number and a name: not the one that a change is counted from,
    nor the same amount in another currency: "exports rose from $1.4bn to $1.6bn (51bn baht)"."""
    at, kind = sentence.place[index], sentence.mentions[index].kind
    low, high = sorted((at, end))
    inside = [w.mention for w in sentence.words[low + 1 : high] if w.mention is not None]
    return sum(
        sentence.mentions[m].kind == kind
        and sentence.mentions[m].change != "from"
        and m not in sentence.converted
        and not (m + 1 == index and index in sentence.converted)
        for m in inside
    )


def _again(sentence: Sentence, at: int, end: int) -> bool:
    """ "Investments reached 723 million in 2024 and totalled 471 million in 2025": one name, told twice."""
    lead = [w.text for w in sentence.words[max(end, at - 3) : at]]
    vocabulary = sentence.rules.words
    return end < at and lead[-2:-1] == ["and"] and lead[-1] in vocabulary.verbs


def _taken(sentence: Sentence, index: int, name: Occurrence) -> int:
    """Whether the next number of the kind belongs to a name that stands behind this one: "to 27
    billion, resulting in a trade deficit of 1.4 billion", "and imports from Peru grew to $3 billion"."""
    at, kind = sentence.place[index], sentence.mentions[index].kind
    between = sentence.words[at + 1 : name.first]
    plain = [w.text for w in between if w.sighting is None]
    if plain in LINKS:
        return 0  # "$9.5 billion of exports and $16.2 billion in Kazakh imports"
    grew = sentence.mentions[index].change == "by" and kind == "percent"
    alike: Collection[str] = AMOUNTS if kind in AMOUNTS else {kind}
    if grew and sentence.between(at, name.first, NUMBERS):
        alike = NUMBERS  # "by 13 % to 27 billion, resulting in a trade deficit of 1.4 billion"
    joiners = sentence.rules.words.context.joiners
    joined = any(w.text in joiners for w in between)
    if _acts(sentence, at, name):
        return 4
    reach = len(sentence.words) if joined else name.last + 4
    following = [w.mention for w in sentence.words[name.last + 1 : reach]]
    return 4 * any(m is not None and sentence.mentions[m].kind in alike for m in following)


def _acts(sentence: Sentence, at: int, name: Occurrence) -> bool:
    """ "Made up $8 billion, imports went down by 25 percent": behind a comma the name is the subject of
    the next verb, which has a number of its own."""
    behind = sentence.words[name.last + 1 : name.last + 1 + CLAUSE]
    gap = sentence.slice(sentence.words[at].end, sentence.words[name.first].start)
    verb = bool(behind) and behind[0].text in sentence.rules.words.verbs
    return "," in gap and verb and any(w.mention is not None for w in behind)


def _other_noun(sentence: Sentence, at: int, end: int, name: Occurrence) -> bool:
    """Whether, behind the number between, another thing is named: "a rate of 6 percent, the deposit
    facility at 5.25 percent"."""
    vocabulary = sentence.rules.words
    own = sentence.rules.names.stems(name.metric) | vocabulary.harmless
    low, high = sorted((at, end))
    inside = list(range(low + 1, high))
    last = max((i for i in inside if sentence.words[i].mention is not None), default=high)
    behind = sentence.words[last + 1 : high] if end < at else []
    return any(
        w.mention is None and w.sighting is None and w.norm not in own
        and w.text not in vocabulary.stop and w.text not in vocabulary.verbs
        and w.text not in vocabulary.context.levels
        for w in behind
    )  # fmt: skip


def shadowed(at: int, name: Occurrence, others: Sequence[Occurrence]) -> bool:
    """Whether another metric's name stands between this one and the number."""
    if name.last < at:
        return any(name.last < o.first and o.last < at and o.metric != name.metric for o in others)
    if name.first > at:
        return any(at < o.first and o.last < name.first and o.metric != name.metric for o in others)
    return False


def sets_the_scene(
    sentence: Sentence, index: int, name: Occurrence, others: Sequence[Occurrence]
) -> bool:
    """Whether a name only leads to another one: "in the structure of trade, exports reached"."""
    led = name.first > 0 and sentence.words[name.first - 1].text in (
        sentence.rules.words.context.prepositions
    )
    at = sentence.place[index]
    follow = [o for o in others if name.last < o.first < at and o.metric != name.metric]
    return led and any(_set_off(sentence, name, other) for other in follow)


def _set_off(sentence: Sentence, name: Occurrence, other: Occurrence) -> bool:
    """Whether a comma and no word of weight parts two names."""
    words = sentence.words[name.last + 1 : other.first]
    plain, own = sentence.rules.words.stop, sentence.rules.names.stems(name.metric)
    gap = sentence.slice(sentence.words[name.last].end, sentence.words[other.first].start)
    light = (w.sighting is not None or w.text in plain or w.norm in own for w in words)
    return "," in gap and all(light)
