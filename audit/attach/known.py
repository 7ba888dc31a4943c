"""Metrics of the rulebook in a sentence.

One fits a number when one of its names stands in the sentence, its unit is the number's, and none
of its excluding words is near. Among those that fit, rare words and nearness win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from audit.attach import forbids, modifiers, nearness, takes
from audit.attach.measured import Measure, in_points
from audit.attach.sentence import Sentence, phrase_in
from audit.model import Decision, Span
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Occurrence

SIGN = "sign"  # of a balance: a surplus is no deficit
LEAST = 0.4
BEHIND = 0.5  # words by which "2.1 percent of imports" is nearer than "exports and 2.1 percent"
PER_CLAUSE = 12  # words that a comma behind a number is worth
PER_OTHER = 40  # words: what stands beyond another number is of that


def of(
    sentence: Sentence, index: int, names: Sequence[Occurrence], long: bool, dated: bool = True
) -> Measure | None:
    """The metric that a mention is of; `long` says that its time reaches over several years, `dated`
    that its sentence names one."""
    long = long or (not dated and _so_far(sentence, index))
    rules, written, head = sentence.rules, sentence.mentions[index], takes.counted(sentence, index)
    mention = in_points(written, rules.lexicon.points)
    best: tuple[float, str, Occurrence] | None = None
    fits = [
        name
        for name in names
        if takes.fit(rules.metrics[name.metric], mention, head, rules, long) is not None
        and forbids.allowed(rules.metrics[name.metric], sentence, index, name)
    ]
    for name in _at_hand(sentence, index, fits):
        if nearness.sets_the_scene(sentence, index, name, fits):
            continue
        score = nearness.score(sentence, index, name) - nearness.SHADOW * nearness.shadowed(
            sentence.place[index], name, fits
        )
        if score > LEAST and (best is None or (score, name.metric) > best[:2]):
            best = (score, name.metric, name)
    if best is None:
        return None
    metric = rules.metrics[best[2].metric]
    suffix = takes.fit(metric, mention, head, rules, long) or ""
    found = _measure(sentence, index, metric, suffix, best[2])
    return found if mention is written else replace(found, mention=mention)


def _at_hand(sentence: Sentence, index: int, names: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Without those of a later clause, where the number's own clause names something that fits:
    "trade passed $3 billion, but may grow as the union signs a trade deal"."""
    at = sentence.place[index]
    names = [n for n in names if not _beyond_a_semicolon(sentence, at, n)]
    if sentence.clause(at)[0]:  # only a clause that opens a sentence leads to its subject
        names = [n for n in names if n.first < at or sentence.barrier(at, n.first) < 1]
    own = [n for n in names if n.last < at and sentence.barrier(n.last, at) < 1]
    return [n for n in names if n.first < at or sentence.barrier(at, n.first) < 1] if own else names


def _beyond_a_semicolon(sentence: Sentence, at: int, name: Occurrence) -> bool:
    """ "Sales fell to $984 million; imports were higher": what follows is of the next number."""
    if name.first < at:
        return False
    return ";" in sentence.slice(sentence.words[at].end, sentence.words[name.first].start)


def _so_far(sentence: Sentence, index: int) -> bool:
    """ "Investment has exceeded $20 billion", without a date: all that there was until now."""
    first, _ = sentence.clause(sentence.place[index])
    lead = sentence.slice(sentence.words[first].start, sentence.mentions[index].start)
    return phrase_in(lead.lower(), sentence.rules.words.context.so_far) is not None


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
        filters=tuple(
            sorted(
                {
                    *_filters(metric, text, sentence.words[at].start - sentence.words[low].start),
                    *_splits(sentence, index, metric, name),
                    *modifiers.of(sentence, index, metric, name),
                }
            )
        ),
        place=(name.first, name.last),
    )


def _filters(metric: Metric, text: str, at: int) -> Iterator[tuple[str, str]]:
    """What a clause says of each axis; "a surplus of 75 in March, a deficit of 40 in the year" says two
    things of one, and the nearer to the number is its own."""
    for axis, values in sorted(metric.filters.items()):
        found = {v: words for v, cues in values.items() if (words := phrase_in(text, cues))}
        if axis in metric.splits or not found:
            continue
        near = min(sorted(found), key=lambda value: _letters(text, found[value].lower(), at))
        yield from ((axis, v) for v in sorted(found) if v == near or axis != SIGN)


def _letters(text: str, words: str, at: int) -> int:
    """Letters between a place in a text and the nearest of its phrases like this."""
    places = [m.start() for m in re.finditer(re.escape(words), text)]
    return min((abs(place - at) for place in places), default=len(text))


def _splits(
    sentence: Sentence, index: int, metric: Metric, name: Occurrence
) -> Iterator[tuple[str, str]]:
    """Of which of several things a figure is, on each axis that parts them: what the name holds,
    else what stands nearest to the number on this side of the next one."""
    said = set(sentence.rules.words.terms(name.name))
    at = sentence.place[index]
    near = sorted(
        (
            abs(i - at)
            - BEHIND * (i > at)
            + PER_CLAUSE * ("," in sentence.slice(sentence.words[at].end, w.start))
            + PER_OTHER * _others(sentence, index, i)
            + PER_OTHER * (i > at and ";" in sentence.slice(sentence.words[at].end, w.start)),
            w.norm,
        )
        for i, w in enumerate(sentence.words)
        if not _of_both(sentence, i)
    )
    for axis in metric.splits:
        cues = {
            sentence.rules.words.norm(cue): value
            for value, words in metric.filters.get(axis, {}).items()
            for cue in words
        }
        named = _spelled(sentence, at, metric.filters.get(axis, {})) or next(
            (cues[norm] for norm in sorted(said) if norm in cues), None
        )
        found = named or next((cues[n] for far, n in near if n in cues and far < PER_OTHER), None)
        if found:
            yield axis, found


def _of_both(sentence: Sentence, i: int) -> bool:
    """ "Goods and services": of the two together no part is told."""
    return [w.text for w in sentence.words[max(0, i - 2) : i]] == ["goods", "and"]


def _others(sentence: Sentence, index: int, i: int) -> int:
    """Numbers of the kind between a number and a word; what the number rose by is of the same thing."""
    low, high = sorted((sentence.place[index], i))
    kind = sentence.mentions[index].kind
    inside = (
        k for k in range(low + 1, high)
        if (m := sentence.words[k].mention) is not None and sentence.mentions[m].kind == kind
    )  # fmt: skip
    return sum(sentence.words[k - 1].text != "by" for k in inside)


def _spelled(sentence: Sentence, at: int, values: Mapping[str, Sequence[str]]) -> str | None:
    """The value whose words of several stand in a number's clause: "palm oil" is no oil."""
    text = sentence.clause_text(at).lower()
    several = {v: [cue for cue in cues if " " in cue] for v, cues in values.items()}
    return next((value for value, cues in several.items() if cues and phrase_in(text, cues)), None)
