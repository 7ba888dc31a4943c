"""Of which named thing an open number is: the name that governs its clause, else the thing that the
sentence points back to ("the bridge", "it"), else the one thing that the whole document is about, as
a guess. Who only tells of a figure is not what it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.attach.grammar import Grammar, Phrase
from audit.attach.sentence import Sentence, Word
from audit.attach.things import Name, Things
from audit.model import ABOUT, SETTING, Decision, How, Span

_BESIDE_A_NAME = re.compile(
    r"\b([A-Z][\w'’-]+), (?:an?|the) (?:[a-z-]+ ){1,3}(?:of|with) (?:[a-z]+ ){0,2}$"
)
PRONOUN_REACH = 4  # words from the beginning of a sentence within which "it" is its subject


def of(grammar: Grammar, index: int, things: Things) -> tuple[str, Decision] | None:
    """What an open number is of, and how that was decided; None where the text names nothing."""
    sentence = grammar.sentence
    at = sentence.place[index]
    names = things.inside(sentence.span)
    governing = _governing(grammar, index, names)
    if governing:
        return governing.key, Decision(
            ABOUT, "stated", governing.key, Span(governing.start, governing.end)
        )
    if beside := _beside(sentence, at):
        return beside, Decision(ABOUT, "stated", beside)
    if things.main is None:
        return None
    back = _points_back(sentence, at, things.main)
    words = f"“{back}” for {things.main}" if back else SETTING
    how: How = "inherited" if back or things.leads else "assumed"
    return things.main, Decision(ABOUT, how, words)


def _beside(sentence: Sentence, at: int) -> str | None:
    """ "Donggala, a region of 300,000 people", in a text on Palu: what stands beside a name is of it."""
    found = _BESIDE_A_NAME.search(sentence.slice(sentence.span.start, sentence.words[at].start))
    return found[1] if found else None


def unnamed(sentence: Sentence, index: int) -> Decision | None:
    """What an open number is of where the sentence points to a thing that was named before, and
    nothing says which: "the company posted a profit of"."""
    back = _points_back(sentence, sentence.place[index], "")
    return Decision(ABOUT, "unknown", f"“{back}” for a thing named before") if back else None


def _governing(grammar: Grammar, index: int, names: Sequence[Name]) -> Name | None:
    """The name that owns the figure's noun, or is the subject of its clause."""
    at = grammar.sentence.place[index]
    subject = None if _only_tells(grammar, at) else grammar.subject(at)
    words = _again(grammar, at) or (subject.every if isinstance(subject, Phrase) else ())
    for word in (*_owners(grammar, at), *_teller(grammar, at), *words, *_label(grammar, at)):
        found = next((n for n in names if n.start <= word.start < n.end), None)
        if found:
            return found
    return None


def _again(grammar: Grammar, at: int) -> Sequence[Word]:
    """ "The Berg fire was 27 % contained and the Harun fire 13 %": what stands between a joint and a
    figure that leaves out the verb of the figure before."""
    words = grammar.words
    joiners = grammar.sentence.rules.words.context.joiners
    for i in range(at - 1, 0, -1):
        if words[i].mention is not None or grammar.tags[i] in ("verb", "preposition"):
            return ()
        if words[i].text in joiners:
            mentions = grammar.sentence.mentions
            own = mentions[words[at].mention or 0].kind
            told = any(w.mention is not None and mentions[w.mention].kind == own for w in words[:i])
            return words[i + 1 : at] if told else ()
    return ()


def _label(grammar: Grammar, at: int) -> Sequence[Word]:
    """ "Odinga – 48.5 %, 6.9 million votes": the name that labels the figures of a line."""
    words = grammar.words
    first = next((i for i, w in enumerate(words) if w.mention is not None), 0)
    labels = 0 < first <= at and grammar.mark(first) and "verb" not in grammar.tags[:at]
    return words[first - 1 : first] if labels else ()


def _only_tells(grammar: Grammar, at: int) -> bool:
    """ "The Red Crescent said at least 11,300 people were dead": who tells is not what is told of."""
    tellers = grammar.sentence.rules.words.context.tellers
    for i in range(at - 1, -1, -1):
        if grammar.mark(i + 1) and grammar.tags[i] not in ("verb", "participle", "noun", "adverb"):
            return False
        if grammar.tags[i] == "verb":
            return grammar.words[i].text in tellers
    return False


def _teller(grammar: Grammar, at: int) -> Sequence[Word]:
    """ "Berg Group said that its own sales rose to 9 million": who tells of what is their own."""
    tellers = grammar.sentence.rules.words.context.tellers
    for i in range(at - 1, 0, -1):
        if grammar.words[i].text in tellers:
            own = [w.text for w in grammar.words[i + 1 : at]]
            told = grammar.before(grammar.group(i)) if "own" in own else None
            return told.words if isinstance(told, Phrase) else ()
    return ()


def _owners(grammar: Grammar, at: int) -> Iterator[Word]:
    """Words that may own a figure: right before it ("Colva's 14 cranes"), of its own noun phrase,
    or "of" what stands behind that."""
    words, sentence = grammar.words, grammar.sentence
    mention = sentence.mentions[words[at].mention or 0]
    end = mention.noun_span.end if mention.noun_span else words[at].end
    if at and not grammar.mark(at) and sentence.possessive(at - 1):
        yield words[at - 1]
    last = max((i for i, w in enumerate(words) if w.start < end), default=at)
    yield from words[at + 1 : last + 1]
    i = last + 1
    if i < len(words) and not grammar.mark(i) and words[i].text in ("of", "for", "by"):
        span = grammar.beginning(i + 1)
        yield from words[span[0] : span[1] + 1] if span else ()


def _points_back(sentence: Sentence, at: int, main: str) -> str | None:
    """The words that stand for the document's thing: "it", "the bridge", "the company"."""
    context = sentence.rules.words.context
    heads = {*main.lower().split()[-1:], *context.bodies}
    for i, word in enumerate(sentence.words[:at]):
        if word.text in context.pronouns and i < PRONOUN_REACH:
            return word.text
        if word.text == "the" and sentence.words[i + 1].text in heads:
            return f"the {sentence.words[i + 1].text}"
    return None
