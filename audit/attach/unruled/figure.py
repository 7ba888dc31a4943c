"""One figure in its sentence, and the words around it: the verb before it, what it is "of", the
noun behind it. Each is read over the hedges ("of about 15.6 metres"), and never over a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from audit.attach.grammar import Grammar, Phrase
from audit.attach.sentence import Word
from audit.attach.things import Name

BETWEEN = 6  # words between a figure and the verb that governs it
LEADS = frozenset({"from", "in", "at", "of", "for", "with", "on"})
MOVED = frozenset({"to", "at", "by"})
GOING_ON = frozenset({"verb", "participle", "pronoun", "adverb", "preposition"})
VERB_LINKS = frozenset({"to", "at", "by", "of", "for", "up", "in"})
OVER = frozenset(  # "were equal to", "is on average", "is unchanged at"
    {"on", "average", "equal", "equivalent", "unchanged", "flat", "steady", "stable", "up", "down"}
)
IDLE_LEADS = frozenset({"of", "as", "than", "from", "per"})  # these narrow no figure
IDLE_PLACES = ("board", "end", "beginning", "start")
AUXILIARIES = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
     "will", "would", "can", "could", "may"}
)  # fmt: skip


class Figure:
    """Mention `index` of a sentence; `names` are those of the sentence that narrow nothing."""

    def __init__(self, grammar: Grammar, index: int, names: Sequence[Name]) -> None:
        self.grammar = grammar
        self.sentence = sentence = grammar.sentence
        self.mention = sentence.mentions[index]
        self.at = sentence.place[index]  # its word
        self.words = sentence.words
        self.tags = grammar.tags
        self.vocabulary = sentence.rules.words
        self.concepts = sentence.rules.concepts
        self._names = names

    def phrase(self, span: tuple[int, int] | None) -> Phrase | None:
        """The noun phrase of these words, first and last."""
        return Phrase(tuple(self.words[span[0] : span[1] + 1])) if span else None

    def comma(self, i: int) -> bool:
        """Whether a comma stands right before word `i`."""
        inside = 0 < i < len(self.words)
        return inside and "," in self.sentence.slice(self.words[i - 1].end, self.words[i].start)

    # -- before it

    def verb(self) -> tuple[Word | None, str]:
        """The verb before the figure with nothing but hedges, adverbs or a preposition between, and
        that preposition."""
        return self.verb_up_to(self._over_more(self.over_hedges(self.at - 1)))

    def _over_more(self, i: int) -> int:
        """ "Wounded another 6,000", "killed a further 20": the last word before."""
        while i >= 0 and self.words[i].text in self.vocabulary.context.more_of:
            i -= 1
        return self.over_articles(i) if i < self.at - 1 else i

    def verb_up_to(self, i: int) -> tuple[Word | None, str]:
        """The verb at word `i` or before, over adverbs and one preposition, and that preposition."""
        led = ""
        for _ in range(BETWEEN):
            if i < 0 or self.grammar.mark(i + 1):
                return None, ""
            word, tag = self.words[i], self.tags[i]
            if tag in ("verb", "participle"):
                return word, led
            if tag == "preposition" and not led and word.text in VERB_LINKS:
                led = word.text
                i = self._over_moved(i) if led in MOVED and not self.grammar.mark(i) else i
            elif tag not in ("adverb", "time") and word.text not in OVER:
                return None, ""
            i -= 1
        return None, ""

    def _over_moved(self, i: int) -> int:
        """The first word of what stands before a preposition: "cut net debt to"."""
        span = self.grammar.ending(i - 1)
        if span is None:
            return i
        return self.over_articles(span[0] - 1) + 1

    def over_articles(self, i: int) -> int:
        """The last word up to `i` that is no article or the like."""
        while i >= 0 and self.tags[i] == "determiner":
            i -= 1
        return i

    def owner(self) -> Phrase | None:
        """The noun phrase before "of" before the figure: "a depth of"."""
        i = self.over_hedges(self.at - 1)
        if i < 1 or self.words[i].text != "of" or self.grammar.mark(self.at):
            return None
        return self.phrase(self.grammar.ending(i - 1))

    def over_hedges(self, i: int) -> int:
        """The last word up to `i` that does not hedge the figure; "to" is none but in "up to"."""
        hedging = _hedging(tuple(self.vocabulary.context.hedging))
        if i > 0 and self.words[i].text == "to" and self.words[i - 1].text == "up":
            i -= 2
        while i >= 0 and (
            self._hedges(i) or (self.words[i].text in hedging and not self._telling(i))
        ):
            i -= 1
        return i

    def _hedges(self, i: int) -> bool:
        """Whether a word is one of the figure's hedge, and no verb: "a budget of a little over"."""
        hedge = self.mention.hedge_span
        word = self.words[i]
        if hedge is None or not hedge.start <= word.start < hedge.end:
            return False
        owns = word.text == "of" and word.start == hedge.start  # "a town of about"
        return not owns and self.tags[i] not in ("verb", "participle")

    def _telling(self, i: int) -> bool:
        """Whether a word that may hedge does not: "rose to", "a record of"."""
        text = self.words[i].text
        return text == "to" or (self.tags[i] == "noun" and text == "record")

    # -- behind it

    def complement(self, i: int) -> tuple[list[Word], int]:
        """The words of an "of" phrase beginning at `i`, and the index behind it."""
        if i >= len(self.words) or self.grammar.mark(i) or self.words[i].text != "of":
            return [], i
        span = self.grammar.beginning(i + 1)
        return (self.words[span[0] : span[1] + 1], span[1] + 1) if span else ([], i + 1)

    def object(self, i: int) -> list[Word]:
        """The noun phrase right behind a figure with a unit: "3.4 million TEU"."""
        again = (
            i > self.at + 1 and self.words[i - 1].mention is not None
        )  # "$4 billion (£3 billion) dam"
        if i >= len(self.words) or (self.grammar.mark(i) and not again):
            return []
        span = self.grammar.beginning(i) if self.tags[i] in ("noun", "adjective") else None
        return self.words[span[0] : span[1] + 1] if span else []

    def done(self, i: int) -> Word | None:
        """What is done to what was counted up to word `i`: "people who perished", "houses have been
        destroyed"."""
        for j in range(i, min(len(self.words), i + BETWEEN)):
            if self.grammar.mark(j):
                return None
            word, tag = self.words[j], self.tags[j]
            happens = self.concepts.of(word.text, "") in self.concepts.events
            if tag in ("adjective", "noun") and happens:  # "fell ill", "are missing"
                return word
            if tag in ("verb", "participle") and not self.light(word):
                led = word.text in self.concepts.leading and not happens
                return (self._led_to(j + 1) if led else None) or word
            if tag not in GOING_ON or word.text in LEADS:
                return None
        return None

    def _led_to(self, i: int) -> Word | None:
        """What happened, behind a verb that leads to it: "were confirmed to have died", "left homeless"."""
        for j in range(i, min(len(self.words), i + BETWEEN)):
            word = self.words[j]
            if self.grammar.mark(j):
                return None
            if self.concepts.of(word.text, "") in self.concepts.events:
                return word
            if self.tags[j] not in ("verb", "adverb", "participle") and word.text != "to":
                return None
        return None

    def part(self, i: int) -> tuple[Word, ...]:
        """What narrows the figure from word `i`: "in bonds", "to schools"."""
        if i >= len(self.words) or self.grammar.mark(i) or self.tags[i] != "preposition":
            return ()
        if self.words[i].text in IDLE_LEADS:
            return ()
        span = self.grammar.beginning(i + 1)
        if span is None or span[0] > i + 2 or self._idle(self.words[span[1]]):
            return ()
        return self.content(self.words[span[0] : span[1] + 1])

    def _idle(self, word: Word) -> bool:
        """Whether a phrase that ends so narrows no figure: "for the financial year", "on board"."""
        return word.text in IDLE_PLACES or word.text in self.vocabulary.context.time_nouns

    # -- words

    def light(self, word: Word) -> bool:
        """Whether a verb only says that there is a figure."""
        loose = word.text in self.vocabulary.light or word.text in self.vocabulary.stop
        return loose or word.norm in self.concepts.neutral or word.text in AUXILIARIES

    def content(self, words: Iterable[Word]) -> tuple[Word, ...]:
        """Those that narrow something: no names, numbers, containers or bare bodies."""
        return tuple(self._narrowing(words))

    def _narrowing(self, words: Iterable[Word]) -> Iterator[Word]:
        for word in words:
            plain = word.mention is None and word.sighting is None and not self.named(word)
            idle = word.text in self.vocabulary.stop or word.norm in self.vocabulary.harmless
            base = word.text.replace("’", "'").removesuffix("'s")
            thing = base in self.vocabulary.context.bodies
            if plain and not idle and not thing and word.norm not in self.concepts.containers:
                yield word

    def named(self, word: Word) -> bool:
        """Whether a word is part of a name."""
        return any(name.start <= word.start < name.end for name in self._names)


@cache
def _hedging(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset({*words, "between", "from"})
