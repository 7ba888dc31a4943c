"""A figure with a unit, or a bare number: what it is given as ("a depth of 15.6 metres"), the noun
beside it, the verb of its clause. The first of these ways that answers is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from audit.attach.grammar import Phrase
from audit.attach.sentence import Word, last_phrase
from audit.attach.unruled import beside, verbs
from audit.attach.unruled.figure import Figure
from audit.attach.unruled.found import CARRIED, REACHED, Found, headed, holds
from audit.rulebook.units import dimension

SUMS = ("money", "measure")  # what something is done to


def of(figure: Figure) -> Found:
    """What a figure that counts no noun measures; without a head where nothing says it."""
    owned, after = figure.complement(_behind_bracket(figure))
    if _bracketed(figure):
        return CARRIED
    if _reached(figure):
        return REACHED
    if _base(figure):  # "compared with a $1.1bn loss"
        return beside.articled(figure, after) or CARRIED
    if _change_noun(figure):
        return CARRIED
    if figure.mention.kind == "percent" and owned and figure.content(owned[-1:]):
        return beside.share(figure, owned, after)
    held = beside.held(figure) if figure.mention.kind == "percent" and owned else None
    found = held or next(filter(None, _ways(figure, owned, after)), None)
    if found:
        return found
    if owned:
        return Found(owned[-1], figure.content(owned[:-1]), figure.done(after))
    done = figure.done(after) if figure.mention.kind in SUMS else None
    if done:  # "11.8 bcm were supplied to Europe"
        return Found(done, part=figure.part(figure.words.index(done) + 1))
    rose = figure.mention.change == "to" and figure.mention.direction  # "from 0.9 in 2023 to 1.5"
    again = rose or figure.mention.kind == "percent"
    return Found(None, part=figure.part(after), carried=bool(again))


def _ways(figure: Figure, owned: list[Word], after: int) -> Iterator[Found | None]:
    """Each way to read it, the surest first."""
    yield beside.dimension(figure, after)
    yield beside.distance(figure, after)
    owner = figure.owner()  # "a depth of 15.6 metres", "a net profit of $4 million"
    if owner and not _mere(figure, owner, owned):
        yield headed(figure, owner, owned, after)
    yield beside.worth(figure, owned, after)
    yield beside.named_inside(figure, after)
    yield beside.articled(figure, after)
    yield beside.aside(figure, owned, after)
    yield beside.moved(figure, owned, after)
    yield verbs.of(figure, owned, after)
    yield beside.attribute(figure, after)
    yield beside.inside(figure, after)


def _behind_bracket(figure: Figure) -> int:
    """The word behind the figure and what brackets repeat it as: "812 km (505 mi) in length"."""
    words, sentence, i = figure.words, figure.sentence, figure.at + 1
    if i + 1 < len(words) and words[i].mention is not None:
        opened = "(" in sentence.slice(words[i - 1].end, words[i].start)
        closed = ")" in sentence.slice(words[i].end, words[i + 1].start)
        return i + 1 if opened and closed else i
    return i


def _mere(figure: Figure, owner: Phrase, owned: list[Word]) -> bool:
    """ "The explosion of 2,750 tons of nitrate": what the noun before is of has its own noun."""
    known = figure.concepts.of(owner.head.text, "") in figure.concepts.named or holds(figure, owner)
    measured = figure.mention.kind == "measure" and bool(figure.content(owned[-1:]))
    return measured and not known


def _bracketed(figure: Figure) -> bool:
    """ "10.6 billion dirhams ($2.92 billion)", "15 km (9 miles)": the number before, in another unit."""
    i = figure.over_hedges(figure.at - 1)
    bracketed = figure.words[i].mention if i >= 0 else None
    if bracketed is None:
        return False
    before = figure.sentence.mentions[bracketed]
    gap = figure.sentence.slice(before.end, figure.mention.start)
    alike = dimension(before.unit) == dimension(figure.mention.unit)
    return alike and before.unit != figure.mention.unit and gap.lstrip().startswith("(")


def _base(figure: Figure) -> bool:
    """ "up from 3.1 million", "compared with $151 million"."""
    mention = figure.mention
    if mention.change == "from" and (mention.direction or not mention.own_noun):
        return True
    i = figure.at - 1  # "from the previous year's AED 900 million"
    while i > 0 and (figure.tags[i] == "time" or figure.words[i].text == "s"):
        i -= 1
    lead = figure.sentence.before(i + 1, 4).rstrip(" $€£¥").removesuffix(" the")
    found = last_phrase(lead, figure.vocabulary.context.value_bases)
    return found is not None and not lead[found.end() :].split()


def _reached(figure: Figure) -> bool:
    """ "cut by $440 million to $1.48 billion", "up 2 % at ...": behind the change of the same."""
    i = figure.at - 1
    if i < 1 or figure.words[i].text not in ("to", "at") or figure.grammar.mark(figure.at):
        return False
    changed = figure.words[i - 1].mention
    return changed is not None and figure.sentence.mentions[changed].direction is not None


def _change_noun(figure: Figure) -> bool:
    """ "an increase of 18 %", "a rise of $40 million" beside the figure that rose. A "loss of $4
    million" is a sum itself."""
    owner = figure.owner()
    if owner is None or owner.head.text not in figure.vocabulary.context.change_nouns:
        return False
    return figure.mention.kind == "percent" or owner.head.text not in figure.concepts.same
