"""One sentence as attach sees it: words in normal form, with its mentions and entities in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import cast

from ahocorasick_rs import AhoCorasick
from msgspec import Struct
from msgspec.structs import replace

from audit.model import Direction, Document, How, Mention, Span
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting
from audit.rulebook.words import WORD, Vocabulary, phrases
from audit.values import MULTIPLE

TIMES = frozenset({"date", "period"})
BEHIND = 60  # letters behind a number in which "62 % more cargo than" stands
COMPARED = 5  # words of it
FOLD = re.compile(r"[\s-]?fold\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\s*(?:\(\s*(?:(?!from\b|up\b|down\b|against\b)[a-z]+\s+){0,2}|or\s+(?:about\s+|around\s+)?)"
)
_ENDS = re.compile(r"\s*[,;.)]")
Countries = Callable[[str, Sequence[Sighting]], Mapping[Sighting, How]]


class Word(Struct, frozen=True):
    start: int  # offsets into the decoded file
    end: int
    text: str  # lower case
    norm: str  # stem, "@GB" for an entity, "#" for a mention
    mention: int | None = None  # index into the sentence's mentions
    sighting: Sighting | None = None
    stands: How | None = None  # how it was decided, where a description stands for a country


class Sentence:
    """The sentence `span` of a document; `countries` decides who its descriptions stand for."""

    def __init__(
        self,
        document: Document,
        span: Span,
        mentions: Sequence[Mention],
        rules: Rulebook,
        countries: Countries | None = None,
    ) -> None:
        self.span = span
        self.rules = rules
        self.text = document.quote(span.start, span.end)
        self.mentions = self._again([self._moved(m, document) for m in mentions])
        self.sightings = rules.atlas.scan(self.text)
        found = countries(self.text, self.sightings) if countries else {}
        self._stood = {s: how for s, how in found.items() if not self._counted(s)}
        self.words = self._words(rules.words)
        self._clauses: dict[int, tuple[int, int]] = {}  # by word: many questions are of one clause
        self.place = {
            word.mention: i for i, word in enumerate(self.words) if word.mention is not None
        }

    def _moved(self, mention: Mention, document: Document) -> Mention:
        """A change, said behind the number ("62 % more than"), or in multiples."""
        return self._multiple(self._compared(mention, document), document)

    def _again(self, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """ "Rose by 24 % on the year, or $12 billion": one change told twice."""
        told: list[Mention] = []
        for mention in mentions:
            last = next((m for m in reversed(told) if not m.is_time), None)
            lead = self.slice(last.end, mention.start).lower() if last else ""
            hedged = [w for w in WORD.findall(lead) if w not in self.rules.words.context.hedging]
            if (
                last is not None
                and mention.kind in ("money", "measure", "percent", "count", "number")
                and mention.direction is None
                and last.change == "by"
                and hedged[-1:] == ["or"]
                and self.slice(mention.end, mention.end + 4) != " of "
                and len(lead) < BEHIND
            ):
                mention = replace(mention, direction=last.direction, change="by")
            told.append(mention)
        return tuple(self._or(told))

    def _or(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """ "This is $12 million or 2.2 percent more than": the first is the same change."""
        for one, two in zip(mentions, [*mentions[1:], None], strict=True):
            again = (
                two is not None
                and one.direction is None
                and one.kind in ("money", "measure", "count", "number")
                and (two.kind, two.change) == ("percent", "by")
                and self.slice(one.end, two.start).strip(" ,") == "or"
            )
            yield replace(one, direction=two.direction, change="by") if again and two else one

    def _multiple(self, mention: Mention, document: Document) -> Mention:
        """ "Grew 2.5 times", "a seven-fold increase": a growth, whose unit is "times"."""
        noun, span = (mention.noun or "").split(), mention.noun_span
        context = self.rules.words.context
        if not noun or noun[0] not in context.multiples:
            return mention
        rose = mention.direction == "up" and mention.change == "by"
        risen = noun[-1] in context.change_nouns
        if not (rose or risen) or (mention.stated or 0) < 1:
            return mention
        end = span.end if span and not risen else mention.end
        fold = FOLD.match(document.quote(mention.end, mention.end + BEHIND))
        end = mention.end + fold.end() if risen and fold else end
        text = document.quote(mention.start, end)
        return replace(
            mention, end=end, text=text, kind="percent", unit=MULTIPLE, noun=None, noun_span=None,
            direction="up", change="by",
        )  # fmt: skip

    def _compared(self, mention: Mention, document: Document) -> Mention:
        """ "62 % more than", "2.7 times more", "$1 billion more than", "52 points less compared to",
        "more by $5 billion"."""
        if mention.direction is not None or mention.is_time:
            return mention
        way = self._way_before(mention, document) or self._way_behind(mention, document)
        return replace(mention, direction=way, change="by") if way else mention

    def _way_before(self, mention: Mention, document: Document) -> Direction | None:
        """ "Is more by $5 billion", "exceeded the figure by 28 %", "the growth amounted to 14 %"."""
        context = self.rules.words.context
        text = document.quote(max(self.span.start, mention.start - BEHIND), mention.start)
        lead = [word.lower() for word in WORD.findall(text)]
        if lead[-1:] == ["by"] and len(lead) > 1:
            ways: dict[Direction, list[str]] = {"up": context.more, "down": context.less}
            return next((way for way, words in ways.items() if lead[-2] in words), None)
        return None

    def _way_behind(self, mention: Mention, document: Document) -> Direction | None:
        context = self.rules.words.context
        points = mention.noun in self.rules.lexicon.points or mention.noun in context.multiples
        share = mention.kind == "percent"
        if share and self._exceeds(mention, document):
            return "up"
        if share and (way := self._grew(mention, document)):
            return way
        end = mention.noun_span.end if points and mention.noun_span else mention.end
        text = document.quote(end, min(self.span.end, end + BEHIND))
        behind = [word.lower() for word in WORD.findall(text)]
        if not behind or self.slice(end, end + 1) == "-":
            return None
        if text.lstrip().startswith(",") and mention.kind != "percent":
            return None  # "49 megawatts, higher than the peak of 32"
        last = _ENDS.match(text.lstrip()[len(behind[0]) :]) is not None
        if share and behind[0] == "over" and set(behind[1:COMPARED]) & set(context.year_before):
            return "up"  # "34 percent over a year earlier"
        than = set(behind[not (share or points) : COMPARED]) & set(context.than)
        lead = self.slice(self.span.start, mention.start).rstrip(" $€£¥").lower()
        plain = share or points or mention.kind in ("measure", "money") or lead.endswith(" or")
        if not (than or (last and plain)):
            return None
        ways: dict[Direction, list[str]] = {"up": context.more, "down": context.less}
        return next((way for way, words in ways.items() if behind[0] in words), None)

    def _exceeds(self, mention: Mention, document: Document) -> bool:
        """ "Exceeded the figure of 2021 by 27.6 percent"."""
        text = document.quote(max(self.span.start, mention.start - BEHIND), mention.start)
        lead = [word.lower() for word in WORD.findall(text)]
        context = self.rules.words.context
        over = lead[-1:] == ["by"] and bool(set(lead) & set(context.exceeding))
        earlier = any(word in context.year_before or word in context.levels for word in lead)
        return over and (
            earlier or any(word[0].isdigit() for word in lead)
        )  # not "exceeded demand by"

    def _grew(self, mention: Mention, document: Document) -> Direction | None:
        """ "The growth amounted to 14 %", "the increase was about 5 %"."""
        context = self.rules.words.context
        text = document.quote(max(self.span.start, mention.start - BEHIND), mention.start)
        lead = [word.lower() for word in WORD.findall(text)]
        while lead and (lead[-1] in context.hedging or lead[-1] in context.prepositions):
            lead.pop()
        said = (context.levels, context.auxiliaries, context.verbs, context.light)
        level = any(word in words for word in lead[-1:] for words in said)
        subject = lead[-2:-1] if level else []
        subject = lead[-3:-2] if subject == ["rate"] else subject
        known = self.rules.lexicon.change_noun.get(subject[0]) if subject else None
        return cast("Direction | None", known)

    def _counted(self, s: Sighting) -> bool:
        """Whether a mention reaches into a description: "the two countries"."""
        start, end = self.span.start + s.start, self.span.start + s.end
        return any(m.start < end and start < m.end for m in self.mentions)

    def _words(self, vocabulary: Vocabulary) -> list[Word]:
        """Words in order; those inside a mention or an entity are one word each."""
        base = self.span.start
        taken: list[Word] = [
            Word(m.start, m.end, m.text.lower(), "#", mention=i)
            for i, m in enumerate(self.mentions)
        ]
        covered = [
            s for s in self.sightings if not any(o.start < s.end <= o.end for o in self._stood)
        ]
        taken += [
            Word(
                base + s.start,
                base + s.end,
                self.text[s.start : s.end].lower(),
                f"@{s.key}",
                sighting=s,
                stands=self._stood.get(s),
            )
            for s in (*covered, *self._stood)
            if not any(m.start < base + s.end and base + s.start < m.end for m in self.mentions)
        ]
        taken.sort(key=lambda word: word.start)
        words: list[Word] = []
        at = 0
        for block in [*taken, None]:
            stop = block.start - base if block else len(self.text)
            for match in WORD.finditer(self.text, at, max(at, stop)):
                lower = vocabulary.context.capitals.get(match.group(), match.group().lower())
                words.append(
                    Word(base + match.start(), base + match.end(), lower, vocabulary.norm(lower))
                )
            if block:
                words.append(block)
                at = max(at, block.end - base)
        return words

    @cached_property
    def norms(self) -> list[str]:
        return [word.norm for word in self.words]

    @cached_property
    def barriers(self) -> list[float]:
        """Running count of clause boundaries before each word."""
        openers = frozenset(self.rules.words.context.clause_openers)
        total, running = 0.0, []
        end = self.span.start
        for word in self.words:
            gap = self.text[end - self.span.start : word.start - self.span.start]
            total += _barrier(gap, word.text in openers)
            running.append(total)
            end = word.end
        return running

    def barrier(self, i: int, j: int) -> float:
        """Clause boundaries between two words, given by index."""
        return abs(self.barriers[i] - self.barriers[j])

    @cached_property
    def converted(self) -> frozenset[int]:
        """Which mentions tell the amount before them in another currency: "$20 billion (R390 billion)"."""
        pairs = enumerate(pairwise(self.mentions), 1)
        return frozenset(
            index
            for index, (one, two) in pairs
            if one.kind == two.kind == "money" and one.unit != two.unit
            if _AGAIN.fullmatch(self.slice(one.end, two.start).lower())
        )

    def before(self, index: int, count: int) -> str:
        """The text of up to `count` words before a word, as written, in lower case."""
        first = max(0, index - count)
        start = self.words[first].start if self.words else self.span.start
        return self.slice(start, self.words[index].start).lower()

    def slice(self, start: int, end: int) -> str:
        return self.text[start - self.span.start : end - self.span.start]

    def clause(self, index: int) -> tuple[int, int]:
        """First and last word of the clause around a word: up to the next boundary each way."""
        if index not in self._clauses:
            self._clauses[index] = self._clause(index)
        return self._clauses[index]

    def _clause(self, index: int) -> tuple[int, int]:
        barriers, level = self.barriers, self.barriers[index]
        first = last = index
        while first > 0 and level - barriers[first - 1] < 1:
            first -= 1
        while last + 1 < len(barriers) and barriers[last + 1] - level < 1:
            last += 1
        return first, last

    def sighted(self, kinds: Collection[str], first: int = 0, last: int | None = None) -> set[str]:
        """The keys of what is named of these kinds, from word `first` up to and with `last`."""
        seen = (word.sighting for word in self.words[first : None if last is None else last + 1])
        return {one.key for one in seen if one and one.kind in kinds}

    def possessive(self, index: int) -> bool:
        """Whether a word stands in the possessive: "Kazakhstan's"."""
        behind = self.slice(self.words[index].end, self.span.end)[:2]
        plural = self.words[index].text.endswith("s") and behind in ("' ", "’ ")  # "BRICS' growth"
        return plural or behind in ("'s", "’s")

    def segment(self, index: int) -> str:
        """The text between the number before a word and the number behind it."""
        numbers = [
            i
            for i, w in enumerate(self.words)
            if w.mention is not None and self.mentions[w.mention].kind not in TIMES
        ]
        first = max((i for i in numbers if i < index), default=-1)
        last = min((i for i in numbers if i > index), default=len(self.words))
        start = self.words[first].end if first >= 0 else self.span.start
        end = self.words[last].start if last < len(self.words) else self.span.end
        return self.slice(start, end)

    def clause_text(self, index: int) -> str:
        first, last = self.clause(index)
        return self.slice(self.words[first].start, self.words[last].end)

    def between(self, i: int, j: int, kinds: frozenset[str]) -> int:
        """How many mentions of these kinds stand between two words."""
        low, high = sorted((i, j))
        inside = (word.mention for word in self.words[low + 1 : high])
        return sum(1 for m in inside if m is not None and self.mentions[m].kind in kinds)


def _barrier(gap: str, opener: bool) -> float:
    """What the punctuation between two words counts as: 1 a clause, less for lighter marks."""
    if ";" in gap or ". " in gap:
        return 1.0
    if "(" in gap or ")" in gap:
        return 0.5
    if "," in gap or " – " in gap or " - " in gap or " — " in gap:
        return 1.0 if opener else 0.25
    return 0.0


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return phrases(list(words))


def last_phrase(text: str, words: Sequence[str]) -> re.Match[str] | None:
    """The last of these whole-word phrases that stands in the text."""
    found = None
    if mentions_one(text, words):
        for match in _pattern(tuple(words)).finditer(text):
            found = match
    return found


def phrase_in(text: str, words: Sequence[str]) -> str | None:
    """The first of these whole-word phrases that stands in the text, as written."""
    match = _pattern(tuple(words)).search(text) if mentions_one(text, words) else None
    return match.group() if match else None


def mentions_one(text: str, words: Sequence[str]) -> bool:
    """Whether the letters of one of these phrases stand in the text at all, of whatever words they are
    part: most texts have none, and this is told five times as fast as by a pattern."""
    return bool(words and _letters(tuple(words)).find_matches_as_indexes(text.lower()))


def beginning(pattern: re.Pattern[str], text: str, words: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with one of these phrases, in whatever case: looked for only
    where their letters stand."""
    low = text.lower()
    if len(low) != len(text):  # a letter whose lower case is longer
        yield from pattern.finditer(text)
        return
    found = _letters(tuple(words)).find_matches_as_indexes(low, overlapping=True)
    end = 0
    for start in sorted({start for _, start, _ in found}):
        match = pattern.match(text, start) if start >= end else None
        if match:
            yield match
            end = match.end()


@cache
def _letters(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick([word.lower() for word in words])


def first_person(text: str, words: Sequence[str]) -> bool:
    """Whether a text speaks of "us", which the US is not."""
    return any(found.group() != "US" for found in _pattern(tuple(words)).finditer(text))
