"""Two texts against each other: which numbers speak of one thing, and how they stand.

Without metrics or a corpus, two numbers are of one thing when their units are of one dimension and
the words around them are the same: words weigh less the further they stand, and more if they are
content words. The best-aligned pairs are taken, each number once; a disjoint pair among
well-aligned ones decides, since one contradiction makes the texts contradict.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from audit import extract, read
from audit.attach.sentence import TIMES, Sentence
from audit.model import Mention, Period, Relation
from audit.rulebook import Rulebook
from audit.rulebook.units import dimension, factor
from audit.values import outcome, reading

WELL = 0.55  # least likeness of two contexts
DECAY = 0.85  # weight of a word one place further off
STOP_WEIGHT = 0.15
SAME_PLACE = 0.15  # bonus for the same place among as many numbers
COUNTED = frozenset(
    {
        "number",
        "count",
        "money",
        "percent",
        "measure",
        "rank",
        "duration",
        "age",
        "temperature",
        "ordinal",
    }
)


class Comparison(Struct, frozen=True):
    relation: Relation
    verdict: str
    why: str


class _Number(Struct, frozen=True):
    mention: Mention
    context: Mapping[str, float]
    place: tuple[int, int]  # which of how many
    period: Period | None


def sentences(a: str, b: str, rulebook: Rulebook) -> Comparison:
    """How b's values stand to a's once aligned; relation "none" without a comparable pair."""
    left, right = _numbers(a, rulebook), _numbers(b, rulebook)
    pairs = _aligned(left, right)
    stands = [(score, x, y, _relation(x, y, rulebook)) for score, x, y in pairs]
    if not stands:
        return Comparison("none", "not comparable", "no two numbers of one unit in like words")
    score, x, y, relation = _deciding(stands)
    verdict = {"disjoint": "conflict", "equal": "agrees", "overlaps": "agrees"}.get(
        relation, "refines"
    )
    if relation == "disjoint" and (x.period is None) != (y.period is None):
        verdict = "unverifiable"
    why = f"“{x.mention.text}” / “{y.mention.text}”, likeness of the words around them {score:.2f}"
    return Comparison(relation, verdict, why)


def _numbers(text: str, rules: Rulebook) -> list[_Number]:
    found: list[_Number] = []
    for document in read.text("text", text):
        mentions = [m for m in extract.mentions(document, rules.lexicon) if isinstance(m, Mention)]
        for span in document.sentences:
            inside = [m for m in mentions if span.start <= m.start < span.end]
            if inside:
                found += _of_sentence(Sentence(document, span, inside, rules))
    return found


def _of_sentence(sentence: Sentence) -> list[_Number]:
    counted = [i for i, m in enumerate(sentence.mentions) if m.kind in COUNTED or m.kind in TIMES]
    dates = [m.period for m in sentence.mentions if m.kind in TIMES and m.period]
    return [
        _Number(
            sentence.mentions[i],
            _context(sentence, sentence.place[i]),
            (nth, len(counted)),
            dates[0] if len(dates) == 1 else None,
        )
        for nth, i in enumerate(counted)
    ]


def _context(sentence: Sentence, at: int) -> dict[str, float]:
    stop = sentence.rules.words.stop
    weights: dict[str, float] = {}
    for i, word in enumerate(sentence.words):
        if i == at or word.norm == "#":
            continue
        weight = DECAY ** abs(i - at) * (STOP_WEIGHT if word.text in stop else 1.0)
        weights[word.norm] = max(weights.get(word.norm, 0.0), weight)
    return weights


def _aligned(
    left: Sequence[_Number], right: Sequence[_Number]
) -> list[tuple[float, _Number, _Number]]:
    scored = [
        (_likeness(x, y), i, j)
        for i, x in enumerate(left)
        for j, y in enumerate(right)
        if _comparable(x.mention, y.mention)
    ]
    pairs, used = [], set()
    for score, i, j in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= WELL and ("l", i) not in used and ("r", j) not in used:
            used |= {("l", i), ("r", j)}
            pairs.append((score, left[i], right[j]))
    return pairs


def _comparable(a: Mention, b: Mention) -> bool:
    if (a.kind in TIMES) != (b.kind in TIMES) or (a.kind in ("rank", "ordinal")) != (
        b.kind in ("rank", "ordinal")
    ):
        return False
    if a.kind in TIMES:
        return a.period is not None and b.period is not None
    return dimension(a.unit) == dimension(b.unit) and factor(a.unit, b.unit) is not None


def _likeness(x: _Number, y: _Number) -> float:
    """Common weight of two contexts over that of the poorer one, with a bonus for equal order."""
    shared = sum(min(w, y.context[t]) for t, w in x.context.items() if t in y.context)
    least = min(sum(x.context.values()), sum(y.context.values()))
    same_noun = x.mention.noun is not None and x.mention.noun == y.mention.noun
    return (
        (shared / least if least else 0.5)
        + (SAME_PLACE if x.place == y.place else 0.0)
        + (0.1 if same_noun else 0.0)
    )


def _relation(x: _Number, y: _Number, rules: Rulebook) -> Relation:
    a, b = x.mention, y.mention
    if a.kind in TIMES:
        return _of_periods(a.period or Period(), b.period or Period())
    scale = factor(b.unit, a.unit) or 1.0
    return outcome(
        reading(a, rules.checks.sets), reading(b, rules.checks.sets, scale), rules.checks.sets
    ).relation


def _of_periods(a: Period, b: Period) -> Relation:
    if a == b:
        return "equal"
    if not a.meets(b):
        return "disjoint"
    if a.within(b):
        return "a_within_b"
    return "b_within_a" if b.within(a) else "overlaps"


_Stand = tuple[float, _Number, _Number, Relation]


def _deciding(stands: Sequence[_Stand]) -> _Stand:
    """A disjoint pair first, then one that leaves something open, then one that only agrees."""
    order = ("disjoint", "overlaps", "b_within_a", "a_within_b", "equal", "none")
    return min(stands, key=lambda one: (order.index(one[3]), -one[0]))
