"""What a sentence is made of: parts of speech, noun phrases, the subject of a verb.

TextBlob's tagger gives each word its part of speech (Brill's rules over a lexicon: no model, the
same answer each time). Numbers and names of places are one word each, so that "$1.62 billion" and
"the United States" do not confuse it. A phrase never reaches over a punctuation mark.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from audit.attach.sentence import TIMES, Sentence, Word

NUMBER, TIME, PLACE = "7", "Monday", "London"  # what the tagger reads in place of ours
CLASSES = {"NN": "noun", "VB": "verb", "JJ": "adjective", "IN": "preposition", "TO": "preposition",
           "DT": "determiner", "PRP$": "determiner", "WP$": "determiner", "PRP": "pronoun", "WP": "pronoun", "WDT": "pronoun",
           "RB": "adverb", "CC": "conjunction", "CD": "number", "MD": "verb"}  # fmt: skip
_MARK = re.compile(r"[,;:()\[\]–—|\"“”]|\.\.|\s-\s")
REACH = 25  # words between a verb and its subject
CLAUSE = 8  # words of a relative clause up to its object
APPOSITION = 14  # words set off by commas between them


class Phrase(Struct, frozen=True):
    """A noun phrase: its words (without article), and those of the phrases that hang on it."""

    words: tuple[Word, ...]  # the head is the last
    of: tuple[Word, ...] = ()  # of what ("reserves of the field"), nearest first
    beside: tuple[Word, ...] = ()  # behind other prepositions ("tests in schools")

    @property
    def head(self) -> Word:
        return self.words[-1]

    @property
    def every(self) -> tuple[Word, ...]:
        return (*self.words, *self.of, *self.beside)


class Grammar:
    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words = sentence.words

    @cached_property
    def tags(self) -> list[str]:
        """The class of each word: "noun", "verb", "adjective" ..."""
        from textblob.en import parser  # 0.3 s to load: only when a text has a number to measure

        tokens: list[str] = []
        own: list[int] = []
        for i, word in enumerate(self.words):
            if i and self.mark(i):
                tokens.append(",")
            own.append(len(tokens))
            tokens.append(self._token(word))
        tagged = [tag for _, tag in parser.find_tags([t.replace("’", "'") for t in tokens])]
        found = [self._class(tagged[at], word) for at, word in zip(own, self.words, strict=True)]
        return [self._verbal(i, found) for i in range(len(found))]

    def _verbal(self, i: int, found: list[str]) -> str:
        """ "The river crested at 7 metres": no adjective stands between a noun and a preposition.
        "The plant can process ore": no noun stands behind "can"."""
        if found[i] == "noun" and (self._able(i) or self._ranges(i)):
            return "verb"
        if found[i] == "participle" and found[i - 1 : i] == ["noun"] and self._named(i + 1):
            return "verb"  # "the regulator fined Berg Capital"
        if found[i] == "adjective" and found[i - 1 : i] == ["determiner"] and self._sum(i):
            return "noun"  # "a fine of"
        ended = found[i] == "adjective" and self.words[i].text.endswith("ed")
        if ended and found[i - 1 : i] == ["noun"] and found[i + 1 : i + 2] == ["preposition"]:
            return "verb"
        return found[i]

    def _able(self, i: int) -> bool:
        """Whether a word in small letters stands right behind a modal verb."""
        modal = i > 0 and not self.mark(i) and self.words[i - 1].text in MODALS
        small = self.sentence.slice(self.words[i].start, self.words[i].end)[:1].islower()
        return modal and small and self.words[i].sighting is None

    def _ranges(self, i: int) -> bool:
        """ "The damage ranges between"."""
        return self.words[i].text == "ranges" and [w.text for w in self.words[i + 1 : i + 2]] in (
            ["between"],
            ["from"],
        )

    def _named(self, i: int) -> bool:
        """Whether a name, or a word that is written like one, stands at word `i` without a mark."""
        if i >= len(self.words) or self.mark(i) or self.mark(i - 1):
            return False
        word = self.words[i]
        return word.mention is None and self.sentence.slice(word.start, word.end)[:1].isupper()

    def _sum(self, i: int) -> bool:
        """Whether a word for what money is, or for a total, stands before "of"."""
        owns = i + 1 < len(self.words) and self.words[i + 1].text == "of" and not self.mark(i + 1)
        concepts = self.sentence.rules.concepts
        return owns and self.words[i].norm in concepts.sums | concepts.containers

    def _token(self, word: Word) -> str:
        if word.mention is not None:
            return TIME if self.sentence.mentions[word.mention].kind in TIMES else NUMBER
        if word.sighting is not None:
            return PLACE
        return self.sentence.slice(word.start, word.end)

    def _class(self, tag: str, word: Word) -> str:
        vocabulary = self.sentence.rules.words
        if word.mention is not None:
            return "time" if self.sentence.mentions[word.mention].kind in TIMES else "number"
        if word.sighting is not None:
            return "adjective" if word.sighting.form == "demonym" else "noun"
        if word.text[0].isdigit() and self.sentence.slice(word.end, word.end + 1).isalpha():
            return "adjective"  # no number of anything: "2P reserves"
        if word.text == "s":
            return "adjective"  # of "Kenya's port"
        if word.text in vocabulary.context.prepositions and tag != "CC":
            return "preposition"
        if tag == "IN":
            return "conjunction"  # "that", "because", "while": no phrase hangs on them
        found = CLASSES.get(tag) or CLASSES.get(tag[:2], "other")
        if tag[:2] == "JJ" and word.text.endswith("ed") and word.text in vocabulary.verbs:
            return "verb"
        if tag in ("VBN", "VBG") and word.text not in vocabulary.verbs:
            return "participle"
        return found

    def mark(self, i: int) -> bool:
        """Whether a punctuation mark stands right before word `i`."""
        return self._marks[i]

    @cached_property
    def _marks(self) -> list[bool]:
        gaps = (self.sentence.slice(one.end, two.start) for one, two in pairwise(self.words))
        return [True, *(gap != " " and _MARK.search(gap) is not None for gap in gaps)]

    def ending(self, last: int) -> tuple[int, int] | None:
        """First and last word of the noun phrase that ends with word `last`."""
        if last < 0 or self.tags[last] != "noun":
            return None
        first = last
        while first > 0 and not self.mark(first) and self.tags[first - 1] in MODIFIERS:
            first -= 1
        while first < last and self.tags[first] == "participle" and self._acts(first):
            first += 1
        return first, last

    def _acts(self, i: int) -> bool:
        """ "has damaged houses": a participle behind a subject or an auxiliary is a verb."""
        return i > 0 and not self.mark(i) and self.tags[i - 1] in ("verb", "noun", "pronoun")

    def beginning(self, first: int) -> tuple[int, int] | None:
        """First and last word of the noun phrase that begins with word `first`, its article aside."""
        while first < len(self.words) and self.tags[first] == "determiner":
            first += 1
        last = first - 1
        while last + 1 < len(self.words) and self.tags[last + 1] in (*MODIFIERS, "noun"):
            if last >= first and self.mark(last + 1):
                break
            last += 1
        while last >= first and self.tags[last] != "noun":
            last -= 1
        return (first, last) if last >= first else None

    def before(self, i: int) -> Phrase | Word | None:
        """The subject of what begins at word `i`: a noun phrase with what hangs on it, or a pronoun."""
        of: list[Word] = []
        beside: list[Word] = []
        agent = False
        i -= 1
        for _ in range(REACH):
            if i < 0:
                return None
            if self.mark(i + 1) and (of or beside or not self._apposed(i)):
                return None
            i = self._apposed(i) if self.mark(i + 1) and i + 1 < len(self.words) else i
            span = self.ending(i)
            if span is None:
                if self.tags[i] == "pronoun" and self.words[i].text not in RELATIVES:
                    return self.words[i]
                done = agent and self.words[i].text.endswith("ed")  # "confirmed by ministers"
                if self.tags[i] in ("verb", "number") and (of or beside) and not done:
                    return None
                i -= 1
                continue
            first, last = span
            lead = self.lead(first)
            if lead is None and self._when(first, last):
                i = first - 1 - (self.tags[first - 1] == "determiner")
                continue
            if lead is None and (opened := self._relative(first)):
                i, of, beside = opened - 1, [], []  # "the quake that hit Turkey and Syria climbed"
                continue
            if lead is None:
                return Phrase(tuple(self.words[first : last + 1]), tuple(of), tuple(beside))
            agent = self.words[lead].text.split()[0] == "by"
            (of if self.words[lead].text == "of" else beside).extend(self.words[first : last + 1])
            i = lead - 1
        return None

    def _relative(self, first: int) -> int:
        """Where the relative clause opens whose object begins at word `first`; 0 for none."""
        for i in range(first - 1, max(0, first - CLAUSE), -1):
            if self.mark(i + 1):
                return 0
            if self.words[i].text in RELATIVES:
                return i if "verb" in self.tags[i + 1 : first] else 0
        return 0

    def subject(self, at: int) -> Phrase | Word | None:
        """The subject of the clause around word `at`: of the verb before it, else behind it."""
        for i in range(at - 1, -1, -1):
            if self.mark(i + 1) and self.tags[i] not in ("verb", "participle", "noun", "adverb"):
                break
            if self.tags[i] == "verb":
                return self._object(i, at) or self.before(self.group(i))
        return self.before(at)

    def _object(self, verb: int, at: int) -> Phrase | None:
        """ "The survey put the magnitude at 6.9": who tells is not what is told of."""
        span = self.beginning(verb + 1) if verb + 1 < at else None
        if span is None or span[1] >= at:
            return None
        told = self.words[verb].text in self.sentence.rules.words.context.telling
        placed = self.words[span[1] + 1].text == "at"
        return Phrase(tuple(self.words[span[0] : span[1] + 1])) if told or placed else None

    def group(self, i: int) -> int:
        """Where the verb group that ends with word `i` begins: "has now been", "is expected to"."""
        while (
            i > 0
            and not self.mark(i)
            and (self.tags[i - 1] in GROUP or self.words[i - 1].text == "to")
        ):
            i -= 1
        return i

    def _apposed(self, i: int) -> int:
        """The word before what a pair of commas sets off up to word `i`; 0 where none does."""
        for j in range(i, max(0, i - APPOSITION), -1):
            if self.mark(j):
                return j - 1
        return 0

    def _when(self, first: int, last: int) -> bool:
        """ "The average gate this season stands at": a time that hangs on a phrase without a word."""
        times = self.sentence.rules.words.context.time_nouns
        led = first > 0 and not self.mark(first) and self.tags[first - 1] in ("determiner", "time")
        return first == last and led and self.words[last].text in times

    def lead(self, first: int) -> int | None:
        """The preposition that governs the noun phrase beginning at `first`."""
        i = first - 1
        while i >= 0 and not self.mark(i + 1) and self.tags[i] in ("adverb", "number"):
            i -= 1
        if i >= 0 and self.tags[i] == "time" and not self.mark(i + 1):
            if self.words[i].text.split()[0] in self.sentence.rules.words.context.prepositions:
                return i  # "by the Tuesday explosion"
            if self.tags[i - 1 : i] == ["determiner"]:
                i -= 1  # "in the 2022/23 season"
        if i >= 0 and not self.mark(i + 1) and self.tags[i] == "determiner":
            i -= 1
        return i if i >= 0 and not self.mark(i + 1) and self.tags[i] == "preposition" else None


MODIFIERS = ("noun", "adjective", "participle")
MODALS = frozenset({"can", "could", "would", "should", "must"})
GROUP = ("verb", "adverb", "participle")
RELATIVES = frozenset({"who", "which", "that", "whom"})
