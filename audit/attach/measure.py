"""What a number measures: a metric of the rulebook, one carried over, or an open metric.

A metric of the rulebook fits when one of its names stands in the sentence, its unit is the
number's, and none of its excluding words is near. Among those that fit, rare words and nearness
win. Failing that, words that point back ("this is 62 % more") carry the metric before over;
failing that, the number's own counted noun and governing phrase make an open metric.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from audit.attach.sentence import TIMES, Sentence, phrase_in
from audit.model import Claim, Decision, Mention, Span
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Occurrence
from audit.rulebook.units import dimension

AFTER = 0.6  # what a name behind the number is worth less than one before it
PER_WORD, PER_CLAUSE, PER_NUMBER = 0.15, 1.5, 1.5  # what distance costs, in units of name weight
SHADOW = 4.0  # what another metric's name between costs: "turnover (exports - 559 million"
LEAST = 0.4
OPEN_REACH = 7  # words of the governing phrase of an open metric
VALUE_KINDS = frozenset({"money", "percent", "measure", "count", "number"})


class Measure(Struct, frozen=True):
    metric: str
    kind: str
    label: str
    terms: tuple[str, ...]
    decision: Decision
    definition: str | None = None
    filters: tuple[tuple[str, str], ...] = ()
    place: tuple[int, int] | None = None  # words of the name, for the roles around it
    roles: tuple[tuple[str, str], ...] = ()  # of the claim that it was carried over from


def of(
    sentence: Sentence, index: int, names: Sequence[Occurrence], long: bool, before: Sequence[Claim]
) -> Measure | None:
    """The measure of mention `index`; `long` says that its time reaches over several years."""
    known = _known(sentence, index, names, long)
    if known:
        return known
    carried = _carried(sentence, index, before)
    return carried or _open(sentence, index)


def changes(mention: Mention) -> bool:
    """Whether a percentage is a change ("rose 20 %", "an increase of 20 %"), not a level."""
    return mention.direction is not None and mention.change in (None, "by")


# ------------------------------------------------------------------ metrics of the rulebook


def _known(
    sentence: Sentence, index: int, names: Sequence[Occurrence], long: bool
) -> Measure | None:
    rules, mention = sentence.rules, sentence.mentions[index]
    best: tuple[float, str, Occurrence] | None = None
    fits = [
        name
        for name in names
        if _fit(rules.metrics[name.metric], mention, rules, long) is not None
        and _allowed(rules.metrics[name.metric], sentence, index)
    ]
    for name in fits:
        score = _score(sentence, index, name) - SHADOW * _shadowed(
            sentence.place[index], name, fits
        )
        if score > LEAST and (best is None or (score, name.metric) > best[:2]):
            best = (score, name.metric, name)
    if best is None:
        return None
    metric = rules.metrics[best[2].metric]
    suffix = _fit(metric, mention, rules, long) or ""
    return _measure(sentence, index, metric, suffix, best[2])


def _fit(metric: Metric, mention: Mention, rules: Rulebook, long: bool) -> str | None:
    """The suffix with which a metric can take this mention: "", ".growth", ".change"; None if not."""
    if metric.kind == "cumulative" and not long:
        return None
    if mention.kind == "percent" and metric.unit not in ("percent", "rank", "ordinal", "date"):
        growth = changes(mention) and not any(
            m.growth_of == metric.key for m in rules.metrics.values()
        )
        return ".growth" if growth else None
    if not _unit_fits(metric.unit, mention, rules):
        return None
    if metric.kind == "flow" and long and mention.period is None and _has_cumulative(metric, rules):
        return None
    added = mention.change == "by" and mention.direction is not None and metric.kind != "cumulative"
    return ".change" if added and metric.unit not in ("percent", "rank") else ""


@cache
def _physical() -> dict[str, str]:
    return {
        name: dimension(unit)
        for name, unit in (
            ("mass", "tonne"),
            ("length", "kilometer"),
            ("energy", "kilowatt_hour"),
            ("power", "megawatt"),
            ("area", "square_kilometer"),
            ("volume", "liter"),
        )
    }


def _unit_fits(unit: str, mention: Mention, rules: Rulebook) -> bool:
    bare = mention.unit is None and mention.noun is None and mention.kind in ("number", "count")
    if unit == "money":
        return mention.kind == "money" or (bare and (mention.stated or 0) >= 1000)
    if unit == "rank":  # "the third investor" is a rank although it does not say "largest"
        return mention.kind in ("rank", "ordinal")
    if unit in ("percent", "ordinal", "duration"):
        return mention.kind == unit
    if unit == "date":
        return mention.kind in TIMES
    if unit in _physical():
        return mention.kind == "measure" and dimension(mention.unit) == _physical()[unit]
    if unit == "count":
        return mention.noun is not None
    if mention.kind == "measure" or mention.kind not in ("count", "number"):
        return mention.unit is not None and mention.unit == unit
    return mention.noun is not None and rules.words.norm(
        mention.noun.split()[-1]
    ) == rules.words.norm(unit)


def _has_cumulative(metric: Metric, rules: Rulebook) -> bool:
    return any(
        m.kind == "cumulative" and m.unit == metric.unit and m.roles == metric.roles
        for m in rules.metrics.values()
    )


def _allowed(metric: Metric, sentence: Sentence, index: int) -> bool:
    clause = sentence.clause_text(sentence.place[index]).lower()
    if metric.never and phrase_in(clause, metric.never):
        return False
    return not metric.needs or phrase_in(sentence.text.lower(), metric.needs) is not None


def _score(sentence: Sentence, index: int, name: Occurrence) -> float:
    """Weight of a name less its distance from the number."""
    at = sentence.place[index]
    end = name.last if name.last < at else name.first
    gap = 0 if name.first <= at <= name.last else abs(at - end)
    kinds = frozenset({sentence.mentions[index].kind})
    crossed = 0 if gap == 0 else sentence.between(at, end, kinds)
    return (
        name.weight
        - PER_WORD * gap
        - PER_CLAUSE * (0 if gap == 0 else sentence.barrier(at, end))
        - PER_NUMBER * crossed
        - (AFTER if name.first > at else 0.0)
    )


def _shadowed(at: int, name: Occurrence, others: Sequence[Occurrence]) -> bool:
    """Whether another metric's name stands between this one and the number."""
    if name.last < at:
        return any(name.last < o.first and o.last < at and o.metric != name.metric for o in others)
    if name.first > at:
        return any(at < o.first and o.last < name.first and o.metric != name.metric for o in others)
    return False


def _whole(sentence: Sentence, index: int) -> bool:
    """Whether this is the set of which the number before is a part: "22 of the 36 minerals"."""
    if index == 0 or sentence.mentions[index].kind not in ("count", "number"):
        return False
    before = sentence.mentions[index - 1]
    between = sentence.slice(before.end, sentence.mentions[index].start).lower().split()
    return before.kind in ("count", "number") and between in (
        ["of"],
        ["of", "the"],
        ["out", "of"],
        ["out", "of", "the"],
        ["of", "all"],
    )


def _measure(
    sentence: Sentence, index: int, metric: Metric, suffix: str, name: Occurrence
) -> Measure:
    words = sentence.words[name.first : name.last + 1]
    span = Span(words[0].start, words[-1].end)
    at = sentence.place[index]
    first, last = sentence.clause(at)
    low, high = min(first, name.first), max(last, name.last)
    text = sentence.slice(sentence.words[low].start, sentence.words[high].end).lower()
    return Measure(
        metric.key + suffix,
        "rate" if suffix == ".growth" else metric.kind,
        metric.label + {".growth": ", growth", ".change": ", change"}.get(suffix, ""),
        sentence.rules.words.terms(name.name),
        Decision("metric", "stated", sentence.slice(span.start, span.end), span),
        definition=next(
            (d for d, cues in metric.definitions.items() if phrase_in(text, cues)), None
        ),
        filters=(
            *_filters(metric, text),
            *((("part", "whole"),) if _whole(sentence, index) else ()),
        ),
        place=(name.first, name.last),
    )


def _filters(metric: Metric, text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (axis, value)
        for axis, values in sorted(metric.filters.items())
        for value, cues in sorted(values.items())
        if phrase_in(text, cues)
    )


# ------------------------------------------------------------------ carried over


def _carried(sentence: Sentence, index: int, before: Sequence[Claim]) -> Measure | None:
    """The metric of the claim before, if this number's own clause names nothing and points back."""
    mention = sentence.mentions[index]
    if mention.kind not in VALUE_KINDS or mention.noun:
        return None
    same = next((c for c in reversed(before) if _like(c.mention, mention)), None)
    reason = _points_back(sentence, index, same)
    if same is None and changes(mention):
        same = next((c for c in reversed(before) if c.mention.kind in VALUE_KINDS), None)
    if same is None or reason is None or same.metric.startswith("open:"):
        return None
    base = same.metric.removesuffix(".growth").removesuffix(".change")
    grows = mention.kind == "percent" and changes(mention)
    if mention.kind == "percent" and not grows and same.mention.kind != "percent":
        return None
    metric = sentence.rules.metrics.get(base)
    if grows and metric and metric.unit != "percent":
        return Measure(
            base + ".growth",
            "rate",
            metric.label + ", growth",
            same.terms,
            Decision("metric", "inherited", reason),
            same.definition,
            same.filters,
            roles=same.roles,
        )
    return Measure(
        same.metric,
        same.kind,
        same.label,
        same.terms,
        Decision("metric", "inherited", reason),
        same.definition,
        same.filters,
        roles=same.roles,
    )


def _like(a: Mention, b: Mention) -> bool:
    if "money" in (a.kind, b.kind):
        other = b if a.kind == "money" else a
        return other.kind == "money" or (other.kind == "number" and other.unit is None)
    return a.kind == b.kind and dimension(a.unit) == dimension(b.unit)


def _points_back(sentence: Sentence, index: int, same: Claim | None) -> str | None:
    """Why the number may take the metric before: a pronoun, a generic noun, or nothing of its own."""
    at = sentence.place[index]
    first, _ = sentence.clause(at)
    vocabulary = sentence.rules.words
    lead = [w for w in sentence.words[first:at] if w.mention is None and w.sighting is None]
    pronoun = next((w.text for w in lead[:4] if w.text in vocabulary.context.anaphora), None)
    if pronoun:
        return f"“{pronoun}”"
    content = [w for w in lead if w.text not in vocabulary.stop and w.text not in vocabulary.verbs]
    if not content:
        inside = same is not None and same.start >= sentence.span.start
        return "no noun of its own" if inside else None
    if all(
        w.norm in vocabulary.generic or w.text in ("projected", "forecast") for w in content[-2:]
    ):
        return f"“{content[-1].text}”"
    return None


# ------------------------------------------------------------------ open metrics


def _open(sentence: Sentence, index: int) -> Measure | None:
    """Counted noun, its modifiers and the governing words, in normal form."""
    mention, vocabulary = sentence.mentions[index], sentence.rules.words
    at = sentence.place[index]
    first, last = sentence.clause(at)
    noun = vocabulary.terms(mention.noun) if mention.noun else ()
    after = _phrase_after(sentence, at, last, mention.noun_span)
    lead = [w for w in sentence.words[first:at] if w.mention is None and w.sighting is None]
    content = [w for w in lead if w.text not in vocabulary.stop][-OPEN_REACH:]
    verb = next((w.norm for w in reversed(content) if w.text in vocabulary.verbs), None)
    subject = tuple(w.norm for w in content if w.text not in vocabulary.verbs)
    terms = (*noun, *after, *((verb,) if verb else ())) if noun else (*subject, *after)
    if not terms:
        return None
    label = mention.noun or " ".join(w.text for w in content) or " ".join(after)
    unique = tuple(sorted(set(terms)))
    kind = {"rank": "rank", "ordinal": "ordinal", "percent": "rate"}.get(mention.kind, "stock")
    kind = "date" if mention.kind in TIMES else kind
    suffix = ".growth" if mention.kind == "percent" and changes(mention) else ""
    decision = Decision("metric", "stated", label, mention.noun_span)
    return Measure("open:" + " ".join(unique) + suffix, kind, label, unique, decision)


def _phrase_after(sentence: Sentence, at: int, last: int, noun: Span | None) -> tuple[str, ...]:
    """Content words behind the number and its noun, up to a verb, a number or a boundary."""
    vocabulary = sentence.rules.words
    found: list[str] = []
    start = next(
        (i for i in range(at + 1, last + 1) if not noun or sentence.words[i].start >= noun.end),
        last + 1,
    )
    for word in sentence.words[start : min(last + 1, start + OPEN_REACH)]:
        if (
            word.mention is not None
            or word.text in vocabulary.verbs
            or sentence.barrier(at, sentence.words.index(word)) > 0
        ):
            break
        if word.sighting is None and word.text not in vocabulary.stop:
            found.append(word.norm)
    return tuple(found)
