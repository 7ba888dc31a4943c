"""Open metrics: what no rule names is measured by its counted noun and the words that govern it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.attach.measured import Measure, changes
from audit.attach.sentence import TIMES, Sentence, Word
from audit.attach.things import Name
from audit.model import Decision

OPEN_REACH = 7  # words of the governing phrase of an open metric


def of(sentence: Sentence, index: int, names: Sequence[Name], long: bool) -> Measure | None:
    """Counted noun, its modifiers and the governing words, in normal form, without the names."""
    mention = sentence.mentions[index]
    numbered = mention.kind == "ordinal"  # the names behind it say which series it is of
    around = _Around(sentence, index, () if numbered else names)
    words = around.counted() if mention.noun else around.measured()
    noun = sentence.rules.words.terms(mention.noun) if mention.noun else ()
    terms = tuple(sorted({*noun, *(word.norm for word in words)}))
    if not terms:
        return None
    said = [*words, *(w for w in sentence.words if around.counts(w))]
    label = " ".join(dict.fromkeys(w.text for w in sorted(said, key=lambda w: w.start)))
    amount = "cumulative" if long else "stock"
    kind = {"rank": "rank", "ordinal": "ordinal", "percent": "rate"}.get(mention.kind, amount)
    kind = "date" if mention.kind in TIMES else kind
    suffix = ".growth" if mention.kind == "percent" and changes(mention) else ""
    decision = Decision("metric", "stated", label, mention.noun_span)
    part = around.part()
    filters = (("part", part),) if part else ()
    return Measure("open:" + " ".join(terms) + suffix, kind, label, terms, decision, None, filters)


class _Around:
    """The words of the clause around a number that say what it measures."""

    def __init__(self, sentence: Sentence, index: int, names: Sequence[Name]) -> None:
        self.sentence = sentence
        self.vocabulary = sentence.rules.words
        self.noun = sentence.mentions[index].noun_span
        self.names = names
        self.at = sentence.place[index]
        first, self.last = sentence.clause(self.at)
        before = [w for w in sentence.words[first : self.at] if self._content(w)][-OPEN_REACH:]
        self.before = [w for w in before if not self._named(w)] or before

    def counts(self, word: Word) -> bool:
        """Whether a word is of the counted noun phrase."""
        return self.noun is not None and self.noun.start <= word.start < self.noun.end

    def counted(self) -> list[Word]:
        """Of a counted noun: what it is given as, or what is done with it, and what it is "of"."""
        behind = list(self._behind())
        owner = self._owner()
        if owner:
            return [*owner, *behind]
        verb = self._near_verb() or self._passive() or self._last_verb()
        return [*behind, *([verb] if verb else [])]

    def measured(self) -> list[Word]:
        """Of a bare figure: "a net profit of", "a ... loan", "cost ...", else all that leads to it."""
        owner = self._owner()
        if owner:
            return owner
        behind = list(self._behind())
        verb = self._near_verb()
        if verb is None:
            return [*(w for w in self.before if w.text not in self.vocabulary.verbs), *behind]
        since = [w for w in self.before if w is not verb and not self._number_between(w)]
        said = [*(w for w in since if w.text not in self.vocabulary.verbs), *behind]
        return said if behind else [*said, verb]

    def part(self) -> str:
        """What narrows the figure behind it: "in bonds", "at a festival", "to schools"."""
        context = self.vocabulary.context
        rest = self._rest()[:OPEN_REACH]
        first = next((i for i, w in enumerate(rest) if w.text in context.prepositions), None)
        if first is None or not all(self._plain(w) for w in rest[:first]):
            return ""
        found: list[str] = []
        for word in rest[first + 1 :]:
            if word.text in context.prepositions or self._beyond(word) or not self._plain(word):
                break
            if self._content(word) and word.text not in context.bodies:
                found.append(word.norm)
        return " ".join(found) if rest[first].text != "of" else ""

    def _plain(self, word: Word) -> bool:
        context = self.vocabulary.context
        named = word.mention is not None or word.sighting is not None or self._named(word)
        return not named and word.text not in {*context.joiners, *self.vocabulary.verbs}

    def _content(self, word: Word) -> bool:
        plain = word.mention is None and word.sighting is None
        return plain and word.text not in self.vocabulary.stop | self.vocabulary.light

    def _named(self, word: Word) -> bool:
        return any(name.start <= word.start < name.end for name in self.names)

    def _number_between(self, word: Word) -> bool:
        words = self.sentence.words[: self.at]
        return any(w.mention is not None for w in words if w.start > word.start)

    def _owner(self) -> list[Word]:
        """The noun phrase that the number is given as: "a net profit of 4.2 billion"."""
        words = self.sentence.words
        i = self.at - 1
        while i >= 0 and words[i].text in self.vocabulary.context.hedging:
            i -= 1
        if i < 0 or words[i].text != "of":
            return []
        found: list[Word] = []
        for word in reversed(words[:i]):
            if not self._content(word) or word.text in self.vocabulary.verbs:
                break
            found.append(word)
        return found[::-1]

    def _near_verb(self) -> Word | None:
        """The verb right before the number: one that the list knows, or a word with its ending."""
        last = self.before[-1] if self.before else None
        if last is None:
            return None
        between = [w.text for w in self.sentence.words[: self.at] if w.start > last.start]
        loose = self.vocabulary.stop.union(self.vocabulary.context.hedging)
        return last if loose.issuperset(between) and self._acts(last) else None

    def _passive(self) -> Word | None:
        """ "12,000 people have been displaced": the verb behind the noun."""
        for word in self._rest():
            if self._acts(word) and word.text not in self.vocabulary.context.auxiliaries:
                return word
            if word.text not in self.vocabulary.context.auxiliaries:
                return None
        return None

    def _last_verb(self) -> Word | None:
        known = (w for w in reversed(self.before) if w.text in self.vocabulary.verbs)
        return next(known, None)

    def _acts(self, word: Word) -> bool:
        endings = self.vocabulary.context.verb_endings
        return word.text in self.vocabulary.verbs or word.text.endswith(endings)

    def _rest(self) -> list[Word]:
        """The words behind the number and its noun, to the end of the clause."""
        words = self.sentence.words[self.at + 1 : self.last + 1]
        return [w for w in words if self.noun is None or w.start >= self.noun.end]

    def _behind(self) -> Iterator[Word]:
        """Content words of the phrase behind, and of what it is "of"."""
        context = self.vocabulary.context
        for word in self._rest()[:OPEN_REACH]:
            ends = word.mention is not None or word.text in self.vocabulary.verbs
            joins = word.text in context.joiners or word.text in context.prepositions
            if ends or (joins and word.text != "of") or self._beyond(word):
                return
            if self._content(word) and not self._named(word):
                yield word

    def _beyond(self, word: Word) -> bool:
        return self.sentence.barrier(self.at, self.sentence.words.index(word)) > 0
