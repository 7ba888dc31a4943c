"""What a figure is of by the verb of its clause: what the verb does ("handled 3.4 million"), else,
of a verb that only says that there is a figure, what it moves ("cut net debt to") or its subject
("turnout was 68 %"). Where there is no verb, a label may stand before ("Turnout: 68 %").
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach.grammar import Phrase
from audit.attach.sentence import Word
from audit.attach.unruled.figure import AUXILIARIES, Figure
from audit.attach.unruled.found import CARRIED, Found, headed, holds

CAN = {("able", "to"), ("designed", "to"), ("capable", "of"), ("built", "to")}
BEARING = frozenset(
    {"carry", "transport", "move", "pump", "store", "serve", "host", "fit", "carrying"}
)
HAVING = ("has", "have", "had")  # "the group has $3 billion of debt"
ABLE = ("throughput", "output", "capacity")  # what "can" makes a capacity of


def of(figure: Figure, owned: list[Word], after: int) -> Found | None:
    """What the verb before a figure says of it, or the label; None where there is neither.

    `owned` are the words that the figure is followed by with "of", and `after` the word behind.
    """
    verb, led = figure.verb()
    if verb is None:
        return _label(figure, owned, after)
    at = figure.words.index(verb)
    if _able(figure, at):
        return Found(verb, figure.content([*owned, *figure.object(after)]), able=True)
    stood = figure.words[at + 1].text == "at" and verb.text in figure.vocabulary.context.ending_at
    changed = led == "by" and figure.mention.direction is not None  # "cut net debt by $440 million"
    if not figure.light(verb) and led != "to" and not stood and not changed:
        narrowing = owned or figure.object(after)
        return Found(verb, figure.content(narrowing), part=figure.part(after))
    vocabulary = figure.vocabulary
    loose = (vocabulary.stop, vocabulary.light, vocabulary.context.levels)
    level = any(verb.text in words for words in loose) or (
        led == "to" and verb.text in vocabulary.context.coming_to
    )
    thing = _moved(figure, at)
    if thing is not None and (level or led in ("to", "at")):  # "bringing the toll to"
        return headed(figure, thing, owned, after)
    if verb.norm in figure.concepts.neutral and not level:
        return _moving(figure, verb, owned, after)
    if thing is not None:
        return headed(figure, thing, owned, after)
    passive = at > 0 and figure.words[at - 1].text in AUXILIARIES
    if verb.text in vocabulary.context.telling and not passive:
        return CARRIED
    if verb.text in HAVING and figure.content(owned[-1:]):
        return _moving(figure, verb, owned, after)
    subject = _beside_with(figure, at) or figure.grammar.before(figure.grammar.group(at))
    if isinstance(subject, Phrase) and _says_what(figure, subject):
        return headed(figure, subject, owned, after)
    return _moving(figure, verb, owned, after) if subject else None


def _beside_with(figure: Figure, at: int) -> Phrase | None:
    """ "With revenue increasing by 13 %": what does it stands between "with" and the participle."""
    if figure.tags[at] not in ("participle", "verb") or not figure.words[at].text.endswith("ing"):
        return None
    span = figure.grammar.ending(at - 1)
    lead = figure.grammar.lead(span[0]) if span else None
    led = lead is not None and figure.words[lead].text == "with"
    return figure.phrase(span) if led else None


def _says_what(figure: Figure, subject: Phrase) -> bool:
    """Whether a subject is no mere name."""
    return bool(figure.content(subject.words[-1:])) or holds(figure, subject)


def _able(figure: Figure, at: int) -> bool:
    """ "can handle 120,000 barrels a day" is a capacity."""
    lead = [w.text for w in figure.words[max(0, at - 2) : at]]
    able = lead[-1:] in (["can"], ["could"]) or tuple(lead) in CAN
    verb = figure.words[at]
    return able and (figure.concepts.of(verb.text, "") in ABLE or verb.text in BEARING)


def changed(figure: Figure) -> Found | None:
    """ "Reserves fell over the year from 294 tonnes": the subject, where no number was told before."""
    if figure.mention.direction is None and figure.mention.change is None:
        return None
    subject = figure.grammar.subject(figure.at)
    if not isinstance(subject, Phrase) or not figure.content(subject.words[-1:]):
        return None
    return headed(figure, subject, [], figure.at + 1)


def _moving(figure: Figure, verb: Word, owned: Sequence[Word], after: int) -> Found:
    """ "The port moved 71.3 million tonnes of cargo": a name is the subject, and says not what."""
    if owned:
        return Found(owned[-1], figure.content(owned[:-1]), part=figure.part(after))
    if verb.norm in figure.concepts.neutral and verb.text not in AUXILIARIES:
        return Found(verb, part=figure.part(after))
    return CARRIED


def _moved(figure: Figure, at: int) -> Phrase | None:
    """What a verb of change moves: "cut net debt to", "put the toll at"."""
    span = figure.grammar.beginning(at + 1) if at + 1 < figure.at else None
    if span is None or span[1] >= figure.at or figure.grammar.mark(at + 1):
        return None
    return figure.phrase(span)


def _label(figure: Figure, owned: list[Word], after: int) -> Found | None:
    """ "Turnout 68 %", "Registered voters: 1,284,500"; "of 41 candidates, 12" is none."""
    i = figure.over_hedges(figure.at - 1)
    if i < 0 or figure.tags[i] != "noun" or figure.comma(i + 1):
        return None
    given = _given_to(figure, i)
    if given:
        return Found(given, figure.content(owned), part=figure.part(after))
    phrase = figure.grammar.before(i + 1) if not figure.grammar.mark(i + 1) else None
    phrase = phrase or figure.phrase(figure.grammar.ending(i))
    return headed(figure, phrase, owned, after) if isinstance(phrase, Phrase) else None


def _given_to(figure: Figure, i: int) -> Word | None:
    """ "lent farmers $600 million": the noun before the sum is who got it."""
    span = figure.grammar.ending(i)
    if span is None or figure.mention.kind != "money" or span[0] == 0:
        return None
    lead = span[0] - 1 - (figure.tags[span[0] - 1] == "determiner")
    verb = figure.tags[lead] in ("verb", "participle") and not figure.grammar.mark(lead + 1)
    return figure.words[lead] if verb and not figure.light(figure.words[lead]) else None
