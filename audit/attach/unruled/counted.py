"""A counted noun: who or what is counted, and what is done to them ("killed 23 people").

The noun may have been said before ("640 of them") or go without ("62 were injured"): then what is
done says whether there is a count at all.
"""

from __future__ import annotations

from audit.attach.grammar import Phrase
from audit.attach.sentence import Word
from audit.attach.unruled import beside
from audit.attach.unruled.figure import Figure
from audit.attach.unruled.found import Found, headed

STATISTIC = 4  # words before a count in which its statistic may stand
PERSON = "person"
OBJECT = 4  # words behind a verb in which its object stands
MADE = ("output", "throughput")  # what is made or handled is counted in pieces as well
PARTS = ("them", "which", "whom", "these", "those")


def of(figure: Figure) -> Found | None:
    """What a figure with a counted noun measures; None where it counts no noun."""
    noun = _noun(figure)
    return _counted(figure, *noun) if noun else None


def _noun(figure: Figure) -> tuple[int, int] | None:
    """First and last word of the counted noun phrase."""
    span = figure.mention.noun_span
    if span is None:
        return None
    if figure.mention.kind == "ordinal":  # "the first Andes Water Forum": to the phrase's end
        return figure.grammar.beginning(figure.at + 1)
    inside = [i for i, w in enumerate(figure.words) if span.start <= w.start < span.end]
    return (inside[0], inside[-1]) if inside else None


def _counted(figure: Figure, first: int, last: int) -> Found:
    words, concepts = figure.words, figure.concepts
    owned, after = figure.complement(last + 1)
    owner = figure.owner()
    if owner and _measures(figure, owner):
        return headed(figure, owner, [], after)
    if owner and _peopled(figure, owner, words[last]):
        return Found(words[last], peopled=True)
    level = _level(figure) or beside.set_off(figure, after)
    if level and _measures(figure, level):
        return headed(figure, level, [], after)
    head = words[last]
    if head.norm in concepts.containers and owned:
        head, owned = owned[-1], owned[:-1]
    action = figure.done(after) or _governing_verb(figure) or _event(figure, owner)
    happened = _together(figure, action, last) if action else ""
    if happened:
        return Found(head, happened=happened)
    if action and concepts.of(action.text, "") in MADE:  # "produced 6.4 million bags"
        return Found(action, figure.content(owned), part=figure.part(after))
    return Found(
        head,
        figure.content([*words[first:last], *owned]),
        action or _event(figure, level),
        figure.part(after),
        statistic=tuple(words[max(0, first - STATISTIC) : first]),
    )


def _together(figure: Figure, action: Word, last: int) -> str:
    """ "People had lost their homes", "78 lost their lives": what happened, by the verb and its
    object; `last` is the counted."""
    at = max(figure.words.index(action), last)
    behind = {w.text for w in figure.words[at + 1 : at + 1 + OBJECT]}
    said = figure.concepts.together.items()
    return next((e for e, t in said if action.text in t.verbs and behind & t.objects), "")


def _peopled(figure: Figure, owner: Phrase, noun: Word) -> bool:
    """ "A city of around 120,000 people"."""
    people = figure.vocabulary.norm(noun.text) == PERSON
    return people and owner.head.text in figure.vocabulary.context.inhabited


def _measures(figure: Figure, owner: Phrase) -> bool:
    """ "a capacity of 120,000 cars", "a staff of 418": what is told is the capacity."""
    concept = figure.concepts.of(owner.head.text, "")
    return concept in figure.concepts.named - figure.concepts.events


def _governing_verb(figure: Figure) -> Word | None:
    """The verb right before the figure: "killed 23 people", "employs about 7,900 people"."""
    verb, led = figure.verb()
    return verb if verb and not led and not figure.light(verb) else None


def _level(figure: Figure) -> Phrase | None:
    """The subject of a verb that only says how many: "deliveries came to 24,100 cars"."""
    verb, _ = figure.verb()
    if verb is None or not figure.light(verb):
        return None
    subject = figure.grammar.before(figure.grammar.group(figure.words.index(verb)))
    return subject if isinstance(subject, Phrase) else None


def _event(figure: Figure, told: Phrase | None) -> Word | None:
    """ "the evacuation of 12,140 residents": a noun that stands for what is done."""
    concepts = figure.concepts
    if told and concepts.of(told.head.text, told.head.norm) in concepts.events:
        return told.head
    return None


def elliptic(figure: Figure) -> Found | None:
    """ "62 were injured", "640 of them still sleep": a bare number whose noun is not beside it."""
    after = figure.at + 1
    whole = None
    if _is(figure, after, "of") and _is(figure, after + 1, *PARTS):
        whole, after = _noun_before(figure), after + 2
    elif _is(figure, figure.at - 2, "of") and _is(figure, figure.at - 1, *PARTS):
        whole = _noun_before(figure)
    done, concepts = figure.done(after), figure.concepts
    verb = done or _governing_verb(figure)
    part = () if done else figure.part(after)  # "killed 43 in the valley"
    if verb is not None and (happened := _together(figure, verb, figure.at)):
        return Found(whole, happened=happened, subset=whole)
    happens = verb is not None and concepts.of(verb.text, verb.norm) in concepts.events
    return Found(whole, action=verb, part=part, subset=whole) if whole or happens else None


def _is(figure: Figure, i: int, *texts: str) -> bool:
    return 0 <= i < len(figure.words) and figure.words[i].text in texts


def _noun_before(figure: Figure) -> Word | None:
    """The noun that the number before counts, in this sentence."""
    for word in reversed(figure.words[: figure.at]):
        span = None if word.mention is None else figure.sentence.mentions[word.mention].noun_span
        if span:
            inside = [w for w in figure.words if span.start <= w.start < span.end]
            return inside[-1] if inside else None
    return None
