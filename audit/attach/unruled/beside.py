"""What a figure with a unit is of by the noun or adjective beside it: "163 km long", "a $1.1
billion terminal", "2.6 million in losses", "32 % of the market".
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach.grammar import Phrase
from audit.attach.sentence import Word
from audit.attach.unruled.figure import Figure
from audit.attach.unruled.found import Found, headed
from audit.rulebook.units import dimension as dimension_of

MOVING = ("up", "down", "by", "to")  # between a noun and the figure by which or to which it moved


def scale(figure: Figure) -> Found | None:
    """ "The magnitude 7.8 quake", "a 7.5-magnitude tremor": the scale that a number is on."""
    near = (figure.at - 1, figure.at + 1)
    for i in near:
        if not 0 <= i < len(figure.words) or figure.grammar.mark(max(i, figure.at)):
            continue
        if figure.words[i].norm in figure.concepts.scales:
            return Found(figure.words[i])
    return None


def share(figure: Figure, owned: Sequence[Word], after: int) -> Found:
    """ "32 % of the market", and "81 % of the children received a dose"."""
    verb, _ = figure.verb()
    action = figure.done(after) if verb is None else None
    if action is not None:
        return Found(owned[-1], figure.content(owned[:-1]), action)
    if verb is not None and not figure.light(verb) and verb.norm not in figure.concepts.sharing:
        return Found(owned[-1], figure.content(owned[:-1]), verb)
    return Found(figure.words[figure.at], figure.content(owned), part=figure.part(after))


def held(figure: Figure) -> Found | None:
    """ "Norvik owns 32 % of Tarvik": another owner's share is another part."""
    verb, _ = figure.verb()
    if verb is None or verb.norm not in figure.concepts.sharing:
        return None
    return Found(figure.words[figure.at], part=holder(figure))


def holder(figure: Figure) -> tuple[Word, ...]:
    """Whose a share or stake is: the subject of the clause, without its legal form."""
    subject = figure.grammar.subject(figure.at)
    words = subject.words if isinstance(subject, Phrase) else ()
    context = figure.vocabulary.context
    forms = {*context.bodies, *context.legal_forms}
    return tuple(w for w in words if w.text not in forms) or words


def dimension(figure: Figure, after: int) -> Found | None:
    """ "163 kilometres long", "9.4 km wide": an adjective of measure behind the figure."""
    if after >= len(figure.words) or _marked(figure, after):
        return None
    word = figure.words[after]
    if word.text == "in" and after + 1 < len(figure.words):  # "9.4 km in length"
        word, noun = figure.words[after + 1], figure.tags[after + 1] == "noun"
        lasting = figure.concepts.of(word.text, "") in figure.concepts.lasting
        return Found(word, _of_what(figure)) if noun and lasting else None
    return Found(word, _of_what(figure)) if word.text in figure.concepts.dimensions else None


def distance(figure: Figure, after: int) -> Found | None:
    """ "15 km from the border", "30 miles north of the city"."""
    words, grammar = figure.words, figure.grammar
    if not _length(figure):
        return None
    context, i = figure.vocabulary.context, after
    while i < len(words) and words[i].text in context.bearings and not _marked(figure, i):
        i += 1
    led = i < len(words) and words[i].text in (("from",) if i == after else ("from", "of"))
    span = grammar.beginning(i + 1) if led and not _marked(figure, i) else None
    if span is None:
        return None
    return Found(words[figure.at], figure.content(words[span[0] : span[1] + 1]), apart=True)


def _marked(figure: Figure, i: int) -> bool:
    """Whether a mark stands before word `i`, other than the end of a bracket behind the figure."""
    return figure.grammar.mark(i) and i == figure.at + 1


def _of_what(figure: Figure) -> tuple[Word, ...]:
    """The common thing that has a length: "an approach channel 9.4 km long"."""
    verb, _ = figure.verb()
    subject = figure.grammar.before(figure.words.index(verb)) if verb else None
    if isinstance(subject, Phrase):
        return figure.content([subject.head])
    span = figure.grammar.ending(figure.at - 1)
    return figure.content([figure.words[span[1]]]) if span else ()


def articled(figure: Figure, after: int) -> Found | None:
    """ "approved a $350 million loan": between an article and a noun it is the noun's."""
    lead = figure.at - 1
    article = lead >= 0 and (
        figure.tags[lead] == "determiner" or figure.words[lead].text.endswith(("'s", "’s", "s'"))
    )  # "the project's £56 billion budget"
    return attribute(figure, after) if article and not figure.grammar.mark(figure.at) else None


def attribute(figure: Figure, after: int) -> Found | None:
    """ "a $1.1 billion terminal", "a 4 % stake": the noun behind, or what it cost."""
    noun = figure.object(after)
    if noun and noun[-1].text in figure.vocabulary.context.change_nouns:
        return _grown(figure, noun[:-1]) or _grown_in(figure, noun[-1])
    if noun and _length(figure) and figure.named(noun[-1]):  # "the 57-km Gotthard Base Tunnel"
        return Found(figure.words[figure.at])
    if not noun or not figure.content(noun[-1:]):
        return None
    head, rest = noun[-1], figure.content(noun[:-1])
    if figure.mention.kind == "money" and head.norm not in figure.concepts.sums:
        return Found(figure.words[figure.at], figure.content(noun))
    if _length(figure):  # "the 610km system"
        return Found(figure.words[figure.at], figure.content(noun))
    staked = figure.mention.kind == "percent" and figure.concepts.of(head.text, "") == "stake"
    return Found(head, rest, part=holder(figure) if staked else ())


def _length(figure: Figure) -> bool:
    return dimension_of(figure.mention.unit) == dimension_of("kilometer")


def _grown(figure: Figure, noun: Sequence[Word]) -> Found | None:
    """ "a 149 % profit increase" is of the profit, a "year-on-year increase" of the subject."""
    if not noun or "-on-" in noun[-1].text:
        return None
    return Found(noun[-1], figure.content(noun[:-1]), grows=True)


def worth(figure: Figure, owned: Sequence[Word], after: int) -> Found | None:
    """ "Documents worth $1.5 billion", "the deal is worth $4 billion": a sum of the noun's."""
    i = figure.over_hedges(figure.at - 1)
    if i < 1 or figure.mention.kind != "money" or figure.words[i].text != "worth":
        return None
    grammar = figure.grammar
    of = grammar.before(i if grammar.ending(i - 1) else grammar.group(i))
    return headed(figure, of, owned, after) if isinstance(of, Phrase) else None


def aside(figure: Figure, owned: Sequence[Word], after: int) -> Found | None:
    """ "Turnout, at 68 %, was lower": what the aside is about."""
    of = set_off(figure, after)
    return headed(figure, of, owned, len(figure.words)) if of else None


def set_off(figure: Figure, after: int) -> Phrase | None:
    """The noun phrase beside which a figure stands with "at": "revenue, at $6.4 million, fell", "at
    $6.4 million, revenue fell"."""
    i, grammar = figure.over_hedges(figure.at - 1) + 1, figure.grammar
    if i == figure.at or figure.words[i].text != "at" or not grammar.mark(i):
        return None
    if i == 0:
        return figure.phrase(grammar.beginning(after)) if figure.comma(after) else None
    span = grammar.ending(i - 1) if figure.comma(i) else None
    if span is None:
        return None
    lead = grammar.lead(span[0])  # "turnout in the city, at 68 %"
    of = figure.phrase(span) if lead is None else grammar.before(lead)
    return of if isinstance(of, Phrase) else None


def _grown_in(figure: Figure, change: Word) -> Found | None:
    """ "A 90 % increase in cargo"."""
    i = figure.words.index(change) + 1
    if i >= len(figure.words) or figure.words[i].text not in ("in", "of") or figure.grammar.mark(i):
        return None
    span = figure.grammar.beginning(i + 1)
    noun = figure.words[span[0] : span[1] + 1] if span else []
    named = figure.content(noun[-1:])
    return Found(noun[-1], figure.content(noun[:-1]), grows=True) if named else None


def moved(figure: Figure, owned: Sequence[Word], after: int) -> Found | None:
    """ "Passenger numbers up by 9 %", "a 34 % jump in profits to €1.92 billion": the noun that moved,
    where no verb says so."""
    context, grammar = figure.vocabulary.context, figure.grammar
    i = figure.over_hedges(figure.at - 1)
    led = i
    while i >= 0 and figure.words[i].text in MOVING and not grammar.mark(i + 1):
        i -= 1
    span = grammar.ending(i) if i < led and not grammar.mark(i + 1) else None
    if span is None:
        return None
    noun = figure.phrase(span)
    lead = grammar.lead(span[0])
    if lead is None:  # "numbers up by"
        moves = any(w.text in ("up", "down") for w in figure.words[i + 1 : led + 1])
        return headed(figure, noun, owned, after) if noun and moves else None
    change = figure.words[lead - 1].text if lead else ""
    risen = figure.words[lead].text in ("in", "of") and change in context.change_nouns
    return headed(figure, noun, owned, after) if noun and risen else None


def inside(figure: Figure, after: int) -> Found | None:
    """ "2.6 million in losses"."""
    words = figure.words
    if after >= len(words) or _marked(figure, after) or words[after].text != "in":
        return None
    span = figure.grammar.beginning(after + 1)
    noun = words[span[0] : span[1] + 1] if span else []
    return Found(noun[-1], figure.content(noun[:-1])) if figure.content(noun) else None


def named_inside(figure: Figure, after: int) -> Found | None:
    """A sum of money "in losses" is of losses, and a measure "in length" of the length, whatever
    the verb."""
    found = inside(figure, after)
    money, concepts = figure.mention.kind == "money", figure.concepts
    known = concepts.named if money else concepts.named & concepts.lasting
    if found is None or found.head is None or concepts.of(found.head.text, "") not in known:
        return None
    if money:
        return found
    label = figure.phrase(figure.grammar.ending(figure.at - 1))
    return Found(found.head, figure.content(label.words) if label else _of_what(figure))
