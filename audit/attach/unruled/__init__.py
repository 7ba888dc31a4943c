"""Open metrics: what a figure measures where no rule names it.

Read from the grammar of its clause: the counted noun and what is done to it (`counted`: "killed 23
people"), what the figure is given as (`given`: "a depth of 15.6 metres"), the noun beside it
(`beside`: "163 km long"), the verb of its clause and that verb's subject (`verbs`: "turnout was
68 %"), or the number before it (`again`: "from 72.4 %"). The press has many words for one thing;
`rules/lang/en.concepts.yaml` makes them one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.attach.grammar import Grammar, Phrase
from audit.attach.measured import Measure
from audit.attach.sentence import TIMES, Sentence, Word, phrase_in
from audit.attach.things import Name
from audit.attach.unruled import again, beside, counted, given, verbs
from audit.attach.unruled.figure import Figure
from audit.attach.unruled.found import Found, suffix
from audit.model import NOT_ALL, SOME, Claim, Decision, Mention
from audit.rulebook.concepts import Concepts

COUNTED = 60  # letters behind a percentage in which "of the ballot boxes counted" stands
TRANCHE = 4  # words before a number in which "tranche of" stands
OF_THEM = ("of those", "of these")
_HOUR = re.compile(r"\b(?:by|until|before)\s+\d{1,2}[:.]\d\d\b", re.IGNORECASE)
PERSON = "person"
ITSELF = {"money": "cost", "measure": "length"}
LIVES = frozenset({"life", "live"})
TAKEN = frozenset({"claim", "cost", "damage", "take", "took", "taken"})


def of(
    grammar: Grammar, index: int, names: Sequence[Name], long: bool, before: Sequence[Claim]
) -> Measure | None:
    """The open measure of mention `index`; None for a number without a unit of which nothing is
    said. `names` are those of its sentence, `long` says that its time reaches over several years,
    `before` are the claims of the sentence before and of this one up to the mention."""
    sentence = grammar.sentence
    mention = sentence.mentions[index]
    numbered = mention.kind == "ordinal"  # the names behind it say which series it is of
    figure = Figure(grammar, index, () if numbered else names)
    found = _found(figure)
    if found.carried and (carried := again.of(mention, before, found.reached)):
        return carried
    found = (verbs.changed(figure) if found.carried else None) or found
    head, action = _concepts(found, mention, sentence)
    if not head:
        return _unmeasured(mention, sentence.rules.concepts)
    concepts = sentence.rules.concepts
    narrowed = sorted({concepts.of(w.text, w.norm) for w in found.narrowed} - {head, action})
    label = _label(found, head)
    return Measure(
        f"open:{head}{'.growth' if found.grows else suffix(mention)}",
        _kind(mention.kind, long),
        label,
        tuple(sorted({head, *filter(None, [action]), *narrowed})),
        Decision("metric", "stated", label, mention.noun_span),
        filters=tuple(
            sorted(
                {
                    *_filters(found, head, action, narrowed, sentence),
                    *_bearer(figure),
                    *_some(figure),
                    *_tranche(figure),
                }
            )
        ),
    )


def _found(figure: Figure) -> Found:
    found = beside.scale(figure) or counted.of(figure)
    if found:
        return found
    bare = figure.mention.kind in ("number", "count") and figure.mention.unit is None
    return (counted.elliptic(figure) if bare else None) or given.of(figure)


def _concepts(found: Found, mention: Mention, sentence: Sentence) -> tuple[str, str]:
    """What is measured, and what is done to it where that is another thing; "" is not said."""
    concepts = sentence.rules.concepts
    head = concepts.of(found.head.text, _norm(found.head, mention, sentence)) if found.head else ""
    if mention.kind == "age":
        return "age", ""  # "a 55-year-old businessman"
    if found.peopled:
        return "population", ""
    if found.happened:
        return found.happened, ""
    if found.apart:
        return "distance", ""
    if found.able:
        head = "capacity"
    elif found.head and mention.unit in concepts.units and _unit_tells(found, head, sentence):
        head = concepts.units[mention.unit]  # "moved 3.4 million TEU", "will generate 5,150 MW"
    elif head == "#":  # the figure itself stands for what it is
        head = ITSELF.get(mention.kind, "share")
    action = concepts.of(found.action.text, found.action.norm) if found.action else ""
    if found.action and found.action.norm in concepts.sharing and head in concepts.shared:
        action = ""  # votes are "won", "polled" and "received" alike
    if mention.kind == "percent" and (head, action) in concepts.called:
        return concepts.called[head, action], ""  # "61 % of the electorate voted"
    if found.head and found.head.norm in LIVES and action in TAKEN:
        return "die", ""  # "claimed 23 lives"
    if found.head and found.head.norm in concepts.people:
        happened = action in concepts.named
        return (action, "") if happened else (_happened(found, concepts) or PERSON, action)
    return (head, action) if head else (action, "")


def _happened(found: Found, concepts: Concepts) -> str:
    """ "Missing persons", "displaced people": what happened to those counted."""
    said = (concepts.of(word.text, "") for word in found.narrowed)
    return next((event for event in said if event in concepts.events), "")


def _unit_tells(found: Found, head: str, sentence: Sentence) -> bool:
    """Whether the verb of a figure says no more than its unit does."""
    word = found.head
    concepts = sentence.rules.concepts
    return word is not None and (word.norm in concepts.neutral or head in concepts.making)


def _norm(head: Word, mention: Mention, sentence: Sentence) -> str:
    """The normal form of a head; of a counted noun that of its singular ("buses": bus)."""
    span = mention.noun_span
    if mention.noun and span and span.start <= head.start < span.end and head.end == span.end:
        return sentence.rules.words.norm(mention.noun.split()[-1])
    return head.norm


def _unmeasured(mention: Mention, concepts: Concepts) -> Measure | None:
    """A figure whose sentence does not say what it is of: what its unit alone measures ("80,000
    barrels a day"), as a guess; else it is listed, and meets no other."""
    if mention.unit is None:
        return None
    if concept := concepts.units.get(mention.unit):
        guess = Decision("metric", "assumed", f"what is told in {mention.unit}")
        return Measure(f"open:{concept}", "stock", concept, (concept,), guess)
    words = Decision("metric", "unknown", "no words say what it measures")
    return Measure(f"open:{mention.unit}", "stock", mention.unit, (), words)


def _label(found: Found, head: str) -> str:
    """The words that say it, in their order."""
    if found.head and found.head.mention is not None:  # the figure itself stands for what it is
        return " of ".join(filter(None, [head, " ".join(w.text for w in found.narrowed)]))
    said = filter(None, [*found.narrowed, found.head, found.action])
    words = " ".join(dict.fromkeys(w.text for w in sorted(said, key=lambda w: w.start)))
    return words or head


def _filters(
    found: Found, head: str, action: str, narrowed: Sequence[str], sentence: Sentence
) -> Iterator[tuple[str, str]]:
    """What makes it a part of the measure, or one figure of many."""
    yield from (("of", word) for word in narrowed)
    if action:
        yield "action", action
    concepts = sentence.rules.concepts
    plain = head in concepts.yearly  # a record profit is the profit of its year
    for word in _statistic(found, concepts):
        if not (plain and word == "record"):
            yield "statistic", word
    if sentence.text[: len("of those")].lower() in OF_THEM:
        yield SOME  # "of those killed, 821 died in the town"
    elif _HOUR.search(sentence.text):
        yield "part", "by the hour"
    elif _partly_counted(sentence):
        yield NOT_ALL
    if found.subset:
        yield "subset", found.subset.norm
    if found.part:
        yield "part", " ".join(w.norm for w in found.part)


def _partly_counted(sentence: Sentence) -> bool:
    """ "With 97 % of the votes from Sunday counted"."""
    context = sentence.rules.words.context
    if phrase_in(sentence.text, context.partly_counted):
        return True
    shares = (m for m in sentence.mentions if m.kind == "percent")
    behind = (sentence.slice(m.end, sentence.span.end)[:COUNTED].split(",")[0] for m in shares)
    return any(text.startswith(" of ") and phrase_in(text, context.count_verbs) for text in behind)


def _some(figure: Figure) -> Iterator[tuple[str, str]]:
    """ "The FAO and four other agencies"; "killed 267 people, with 190 deaths in the province"."""
    sentence, context = figure.sentence, figure.vocabulary.context
    own = figure.mention.text.lower().split()[1:]  # "four other agencies" is one mention
    behind = [*own, *(w.text for w in figure.words[figure.at + 1 : figure.at + 2])]
    counts = [m for m in sentence.mentions if m.kind == figure.mention.kind]
    lead = sentence.slice(sentence.span.start, figure.mention.start).rstrip()
    led = (
        lead.endswith(tuple(f", {word}" for word in context.with_some))
        and counts[0] != figure.mention
    )
    if (behind[:1] and behind[0] in context.besides) or led:
        yield SOME


def _tranche(figure: Figure) -> Iterator[tuple[str, str]]:
    """ "A second tranche of 18 aircraft": as many as come this time."""
    lead = figure.words[max(0, figure.at - TRANCHE) : figure.at]
    tranches = figure.vocabulary.context.tranches
    i = next((i for i, w in enumerate(lead) if w.text in tranches), None)
    if i is not None and [w.text for w in lead[i + 1 : i + 2]] == ["of"]:
        whole = any(w.text in figure.vocabulary.context.determiners for w in lead[i + 2 :])
        words = " ".join(w.text for w in lead[max(0, i - 1) : i + 1])
        yield "part", f"all of which it is a {words}" if whole else words


def _bearer(figure: Figure) -> Iterator[tuple[str, str]]:
    """ "The Group's revenue", "airports served 5 million": of which of the bodies of one name."""
    subject = figure.grammar.subject(figure.at)
    words = (*subject.words, *subject.of) if isinstance(subject, Phrase) else ()
    bearers = {figure.vocabulary.norm(word) for word in figure.vocabulary.context.bearers}
    said = next((w.norm for w in words if w.norm in bearers), None)
    if said:
        yield "whose", said


def _statistic(found: Found, concepts: Concepts) -> list[str]:
    """ "The record attendance", "an average of": no plain figure of the same."""
    words = {w.text for w in found.statistic}
    return sorted(concepts.statistics & words)[:1]


def _kind(kind: str, long: bool) -> str:
    if kind in TIMES:
        return "date"
    return {"rank": "rank", "ordinal": "ordinal", "percent": "rate"}.get(
        kind, "cumulative" if long else "stock"
    )
