"""What the words around a figure say that it measures, before these words are made one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from audit.attach.grammar import Phrase
from audit.attach.measured import changes
from audit.attach.sentence import Word
from audit.attach.unruled.figure import Figure
from audit.model import Mention


class Found(Struct, frozen=True):
    """Words that say what a figure measures; the head is what it is of."""

    head: Word | None
    narrowed: tuple[Word, ...] = ()  # by what: "gross" production, "container" capacity
    action: Word | None = None  # what is done to what is counted
    part: tuple[Word, ...] = ()  # where or in what: "in schools"
    subset: Word | None = None  # of what was counted before: "640 of them"
    statistic: tuple[Word, ...] = ()
    grows: bool = False  # the figure is a change of it
    able: bool = False  # what can be, not what is
    peopled: bool = False  # how many live somewhere
    happened: str = ""  # to those counted, as a verb and its object say together
    apart: bool = False  # how far something is from something
    carried: bool = False  # of what the number before it is of
    reached: bool = False  # of what the number before it is a change of


CARRIED = Found(None, carried=True)
REACHED = Found(None, carried=True, reached=True)


def suffix(mention: Mention) -> str:
    """A rise of 5 % is no level of 5 %, and one of $40 million no sum of $40 million."""
    if mention.kind == "percent":
        return ".growth" if changes(mention) else ""
    changed = mention.change == "by" and mention.direction and not mention.own_noun
    return ".change" if changed else ""


def headed(figure: Figure, phrase: Phrase, owned: Sequence[Word], after: int) -> Found:
    """A noun phrase as what is measured; a mere container gives way to what it holds.

    `owned` are the words that the figure is followed by with "of", and `after` the word behind.
    """
    head, inner = phrase.head, list(phrase.words[:-1])
    held = [*phrase.of, *owned]
    if holds(figure, phrase):
        if held:
            named = phrase.of[-1] if phrase.of else owned[-1]
            inner += [w for w in held if w is not named]
        elif inner and figure.content(inner[-1:]) and _is_noun(figure, inner[-1]):
            named = inner.pop()
        else:
            return _done(figure, phrase, after) or CARRIED
        return _told(figure, named, inner, after, phrase)
    return _told(figure, head, [*inner, *held], after, phrase)


def _done(figure: Figure, phrase: Phrase, after: int) -> Found | None:
    """ "Pledged a total of $210 million": what was done says what the total is of."""
    verb, led = figure.verb_up_to(figure.over_articles(figure.words.index(phrase.words[0]) - 1))
    if verb is None or led or figure.light(verb):
        return None
    return Found(verb, part=figure.part(after), statistic=phrase.words)


def _told(figure: Figure, head: Word, narrowing: Sequence[Word], after: int, said: Phrase) -> Found:
    narrowed, part = figure.content(narrowing), figure.part(after)
    return Found(head, narrowed, part=part, statistic=said.words)


def holds(figure: Figure, phrase: Phrase) -> bool:
    """Whether a noun phrase is a container of what is measured: "the number of", "the value of"."""
    changed = phrase.head.text in figure.vocabulary.context.change_nouns and (
        figure.mention.direction is not None and phrase.head.text not in figure.concepts.same
    )  # "saw its sales rise by 5 %"
    if changed and len(phrase.words) > 1:
        return True
    valued = bool(phrase.of) and figure.concepts.of(phrase.head.text, "") == "value"
    return valued or phrase.head.norm in figure.concepts.containers


def _is_noun(figure: Figure, word: Word) -> bool:
    return figure.tags[figure.words.index(word)] == "noun"
