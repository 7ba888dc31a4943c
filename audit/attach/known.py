"""Metrics of the rulebook in a sentence.

One fits a number when one of its names stands in the sentence, its unit is the number's, and none
of its excluding words is near. Among those that fit, rare words and nearness win.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from audit.attach import modifiers
from audit.attach.measured import Measure, changes, in_points
from audit.attach.periods import NUMBERS
from audit.attach.sentence import TIMES, Sentence, phrase_in
from audit.model import Decision, Mention, Span
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Occurrence
from audit.rulebook.units import dimension
from audit.rulebook.words import Vocabulary

AFTER = 0.6  # what a name behind the number is worth less than one before it
PER_WORD, PER_CLAUSE, PER_NUMBER = 0.15, 1.5, 1.5  # what distance costs, in units of name weight
AMOUNTS = frozenset({"money", "number"})  # "1.2 billion" in brackets is of the currency before
RANKED = frozenset({"rank", "ordinal"})
LINKS = (["of"], ["in"], ["worth", "of"])
PER_OTHER = 40  # words: what stands beyond another number is of that
NEAR_COUNT = 3  # words between a name and a number that may count anything
SHADOW = 4.0  # what another metric's name between costs: "turnover (exports - 559 million"
LEAST = 0.4
NO_NOUN = frozenset({"money", "rank", "ordinal", "percent", "duration", "date", "count"})
BRACKETS = frozenset(
    {"(", "(about", "(around", "(roughly", "(approximately", "(some", "or", "or about", "or around"}
)


def of(sentence: Sentence, index: int, names: Sequence[Occurrence], long: bool) -> Measure | None:
    rules, written, head = sentence.rules, sentence.mentions[index], _counted(sentence, index)
    mention = in_points(written, rules.lexicon.points)
    best: tuple[float, str, Occurrence] | None = None
    fits = [
        name
        for name in names
        if _fit(rules.metrics[name.metric], mention, head, rules, long) is not None
        and _allowed(rules.metrics[name.metric], sentence, index, name)
    ]
    for name in fits:
        if _sets_the_scene(sentence, index, name, fits):
            continue
        score = _score(sentence, index, name) - SHADOW * _shadowed(
            sentence.place[index], name, fits
        )
        if score > LEAST and (best is None or (score, name.metric) > best[:2]):
            best = (score, name.metric, name)
    if best is None:
        return None
    metric = rules.metrics[best[2].metric]
    suffix = _fit(metric, mention, head, rules, long) or ""
    found = _measure(sentence, index, metric, suffix, best[2])
    return found if mention is written else replace(found, mention=mention)


def _counted(sentence: Sentence, index: int) -> str | None:
    """The noun that a number counts, in normal form: "Russians" are people."""
    mention = sentence.mentions[index]
    if mention.noun is None or mention.noun_span is None:
        return None
    last = [w for w in sentence.words if w.start < mention.noun_span.end <= w.end]
    people = any(w.sighting and w.sighting.form == "demonym" for w in last)
    return sentence.rules.words.norm("person" if people else mention.noun.split()[-1])


def _fit(
    metric: Metric, mention: Mention, head: str | None, rules: Rulebook, long: bool
) -> str | None:
    """The suffix with which a metric can take this mention: "", ".growth", ".change"; None if not."""
    if metric.kind == "cumulative" and not long:
        return None
    if mention.kind == "percent" and metric.unit not in ("percent", "rank", "ordinal", "date"):
        own = any(m.growth_of == metric.key for m in rules.metrics.values())
        growth = changes(mention) and metric.kind not in ("set", "date", "ordinal") and not own
        return ".growth" if growth else None
    if not any(_unit_fits(unit, mention, head, rules) for unit in (metric.unit, *metric.also)):
        return None
    if metric.kind == "flow" and long and mention.period is None and _has_cumulative(metric, rules):
        return None
    added = mention.change == "by" and mention.direction is not None and metric.kind != "cumulative"
    return ".change" if added and metric.unit not in ("percent", "rank") else ""


@cache
def _physical(unit: str) -> str | None:
    """The dimension of a metric's unit, in words ("mass") or as a unit ("barrel/day")."""
    named = {
        "mass": "tonne",
        "length": "kilometer",
        "energy": "kilowatt_hour",
        "power": "megawatt",
        "area": "square_kilometer",
        "volume": "liter",
    }
    found = dimension(named.get(unit, unit))
    return found if unit in named or found != unit else None


def _unit_fits(unit: str, mention: Mention, head: str | None, rules: Rulebook) -> bool:
    bare = _bare(mention)
    if unit == "money":
        return (mention.kind == "money" and not _each(mention)) or (
            bare and (mention.stated or 0) >= 1000
        )
    if unit == "rank":  # "the third investor" is a rank although it does not say "largest"
        return mention.kind in ("rank", "ordinal")
    if unit == "ordinal":  # "28th of April" counts nothing
        return mention.kind == unit and mention.noun is not None
    if unit in ("percent", "duration"):
        return mention.kind == unit
    if unit == "date":
        return mention.kind in TIMES
    if unit == "count":
        return mention.noun is not None
    if wanted := _physical(unit):
        return mention.kind == "measure" and dimension(yearly(mention).unit) == wanted
    if mention.kind == "measure" or mention.kind not in ("count", "number"):
        return mention.unit is not None and mention.unit == unit
    return bare or head == rules.words.norm(unit)


def _bare(mention: Mention) -> bool:
    return mention.unit is None and mention.noun is None and mention.kind in ("number", "count")


def _each(mention: Mention) -> bool:
    """Whether an amount is one for each of something: dollars a barrel, not dollars a year."""
    return "/" in (yearly(mention).unit or "")


def yearly(mention: Mention) -> Mention:
    """ "12 million tonnes a year" of a yearly thing are 12 million tonnes."""
    unit = mention.unit or ""
    return replace(mention, unit=unit.removesuffix("/year")) if unit.endswith("/year") else mention


def _has_cumulative(metric: Metric, rules: Rulebook) -> bool:
    return any(
        m.kind == "cumulative" and m.unit == metric.unit and m.roles == metric.roles
        for m in rules.metrics.values()
    )


def _allowed(metric: Metric, sentence: Sentence, index: int, name: Occurrence) -> bool:
    mention = sentence.mentions[index]
    if metric.never and phrase_in(_own_clause(sentence, index, name), metric.never):
        return False
    if mention.kind in RANKED and not (
        _of_its_noun(metric, sentence, index) and _in_its_row(sentence, index, name)
    ):
        return False
    if mention.kind != "count" and sentence.barrier(name.first, name.last) > 0:
        return False  # "Exports, an engine of the economy, contracted" names no economy that did
    between = sentence.words[sentence.place[index] + 1 : name.first]
    if any(word.text in ("when", "where") for word in between):
        return False  # "up 23 % on 2023, when 1.5 million visitors came"
    if mention.kind != "percent" and _portioned(sentence, name):
        return False
    if metric.unit == "ordinal" and not _holds_noun(sentence, mention, name):
        return False
    if _counts(metric) and _bare(mention) and not _level(sentence, index, name):
        return False
    if metric.unit == "count" and _gap(sentence.place[index], name) > NEAR_COUNT:
        return False
    if metric.unit == "date" and not _nearest_date(sentence, index, name):
        return False
    return not metric.needs or phrase_in(sentence.text.lower(), metric.needs) is not None


def _counts(metric: Metric) -> bool:
    """Whether a metric counts a noun: companies, people."""
    return metric.unit not in NO_NOUN and _physical(metric.unit) is None


def _level(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """Whether a number without a noun is said of the name before it: "the population of Peru reached
    34 million", "German firms in Chile number about 340"; or just behind it: "a 34 million population".
    Between the two stand words that name nothing else."""
    at = sentence.place[index]
    if name.last < at:
        between = range(name.last + 1, at)
    elif name.first <= at <= name.last:
        between = range(name.first + 1, at)
    else:
        return name.first == at + 1
    vocabulary = sentence.rules.words
    return sentence.barrier(at, max(name.first, between.start - 1)) < 1 and all(
        _names_nothing(sentence, i, vocabulary, name) for i in between
    )


def _names_nothing(sentence: Sentence, i: int, vocabulary: Vocabulary, name: Occurrence) -> bool:
    word = sentence.words[i]
    if word.mention is not None:
        return sentence.mentions[word.mention].is_time
    return (
        word.sighting is not None
        or word.text in vocabulary.stop
        or word.text in vocabulary.verbs
        or word.text in vocabulary.light
        or word.text in vocabulary.context.hedging
        or word.text in vocabulary.context.levels
        or word.norm in vocabulary.harmless
        or word.norm in sentence.rules.names.stems(name.metric)
        or word.text.endswith("ly")
    )


def _own_clause(sentence: Sentence, index: int, name: Occurrence) -> str:
    """The clause of a number up to the first comma behind it and the name: "imports rose to $100
    billion, resulting in a trade deficit of $6 billion" tells two things."""
    at = sentence.place[index]
    first, last = sentence.clause(at)
    end = max(at, min(name.last, last))
    words = sentence.words
    while end < last and "," not in sentence.slice(words[end].end, words[end + 1].start):
        end += 1
    return sentence.slice(sentence.words[first].start, sentence.words[end].end).lower()


def _of_its_noun(metric: Metric, sentence: Sentence, index: int) -> bool:
    """ "The third investor" ranks investors; "for the first time" does not."""
    mention, rules = sentence.mentions[index], sentence.rules
    noun = mention.noun
    if noun is None:
        return mention.kind == "rank"
    head = rules.words.norm(noun.split()[-1])
    return head in rules.names.stems(metric.key) or head in rules.words.context.rank_nouns


def _holds_noun(sentence: Sentence, mention: Mention, name: Occurrence) -> bool:
    """ "Next year is the 30th anniversary of ...": not of what the anniversary before it was of."""
    noun = mention.noun_span
    first, last = sentence.words[name.first].start, sentence.words[name.last].end
    return noun is None or (first < noun.end and noun.start < last)


def _portioned(sentence: Sentence, name: Occurrence) -> bool:
    """ "Its share of GDP rose": the sum beside it is the part's, not the GDP."""
    lead = [w for w in sentence.words[max(0, name.first - 5) : name.first] if not w.sighting]
    while lead and lead[-1].text in sentence.rules.words.context.determiners:
        lead.pop()
    portions = sentence.rules.words.context.portions
    return [w.text for w in lead[-1:]] == ["of"] and any(w.text in portions for w in lead[-2:-1])


def _in_its_row(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """Not of the row before: "the largest trading partner and second-largest for investment"."""
    at = sentence.place[index]
    between = sentence.words[name.last + 1 : at] if name.last < at else []
    return all(word.text not in sentence.rules.words.context.joiners for word in between)


def _gap(at: int, name: Occurrence) -> int:
    """Words between a number and a name; 0 when the name reaches around it."""
    if name.first <= at <= name.last:
        return 0
    return min(abs(at - name.first), abs(at - name.last))


def _nearest_date(sentence: Sentence, index: int, name: Occurrence) -> bool:
    """Whether this is the date that stands nearest to the name: the others date other things."""
    near = {
        i: min(abs(sentence.place[i] - name.first), abs(sentence.place[i] - name.last))
        for i, m in enumerate(sentence.mentions)
        if m.kind in TIMES
    }
    nearest = [i for i, gap in near.items() if gap == min(near.values())]
    return index == nearest[-1]  # "... relations in 1992": of two as near, the one behind


def _score(sentence: Sentence, index: int, name: Occurrence) -> float:
    """Weight of a name less its distance from the number."""
    at = sentence.place[index]
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


def _crossed(sentence: Sentence, index: int, end: int) -> int:
    """Numbers of the kind between a number and a name: not the one that a change is counted from,
    nor the same amount in another currency: "exports rose from $1.4bn to $1.6bn (51bn baht)"."""
    at, kind = sentence.place[index], sentence.mentions[index].kind
    low, high = sorted((at, end))
    inside = [w.mention for w in sentence.words[low + 1 : high] if w.mention is not None]
    bracketed = {i + 1 for i in range(len(sentence.mentions) - 1) if _converted(sentence, i)}
    return sum(
        sentence.mentions[m].kind == kind
        and sentence.mentions[m].change != "from"
        and m not in bracketed
        and not (m + 1 == index and index in bracketed)
        for m in inside
    )


def _again(sentence: Sentence, at: int, end: int) -> bool:
    """ "Investments reached 723 million in 2024 and totalled 471 million in 2025": one name, told twice."""
    lead = [w.text for w in sentence.words[max(end, at - 3) : at]]
    vocabulary = sentence.rules.words
    return end < at and lead[-2:-1] == ["and"] and lead[-1] in vocabulary.verbs


def _converted(sentence: Sentence, index: int) -> bool:
    """Whether the number behind this one stands right behind it in brackets."""
    one, two = sentence.mentions[index : index + 2]
    gap = sentence.slice(one.end, two.start).strip()
    return one.kind == two.kind == "money" and gap in BRACKETS


def _taken(sentence: Sentence, index: int, name: Occurrence) -> int:
    """Whether the next number of the kind belongs to a name that stands behind this one: "to 27
    billion, resulting in a trade deficit of 1.4 billion"."""
    at, kind = sentence.place[index], sentence.mentions[index].kind
    if [w.text for w in sentence.words[at + 1 : name.first]] in LINKS:
        return 0  # "$9.5 billion of exports and $16.2 billion of imports"
    alike = AMOUNTS if kind in AMOUNTS else {kind}
    following = [w.mention for w in sentence.words[name.last + 1 : name.last + 4]]
    return 4 * any(m is not None and sentence.mentions[m].kind in alike for m in following)


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


def _shadowed(at: int, name: Occurrence, others: Sequence[Occurrence]) -> bool:
    """Whether another metric's name stands between this one and the number."""
    if name.last < at:
        return any(name.last < o.first and o.last < at and o.metric != name.metric for o in others)
    if name.first > at:
        return any(at < o.first and o.last < name.first and o.metric != name.metric for o in others)
    return False


def _sets_the_scene(
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
                    *_filters(metric, text),
                    *_splits(sentence, index, metric, name),
                    *modifiers.of(sentence, index, metric, name),
                }
            )
        ),
        place=(name.first, name.last),
    )


def _filters(metric: Metric, text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (axis, value)
        for axis, values in sorted(metric.filters.items())
        if axis not in metric.splits
        for value, cues in sorted(values.items())
        if phrase_in(text, cues)
    )


def _splits(
    sentence: Sentence, index: int, metric: Metric, name: Occurrence
) -> Iterator[tuple[str, str]]:
    """Of which of several things a figure is, on each axis that parts them: what the name holds,
    else what stands nearest to the number on this side of the next one."""
    said = set(sentence.rules.words.terms(name.name))
    at = sentence.place[index]
    near = sorted(
        (abs(i - at) + PER_OTHER * sentence.between(i, at, NUMBERS), w.norm)
        for i, w in enumerate(sentence.words)
    )
    for axis in metric.splits:
        cues = {
            sentence.rules.words.norm(cue): value
            for value, words in metric.filters.get(axis, {}).items()
            for cue in words
        }
        named = next((cues[norm] for norm in sorted(said) if norm in cues), None)
        found = named or next((cues[n] for far, n in near if n in cues and far < PER_OTHER), None)
        if found:
            yield axis, found
