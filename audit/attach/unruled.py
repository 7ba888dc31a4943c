"""Open metrics: what a figure measures where no rule names it.

Read from the grammar of its clause: the counted noun and what is done to it ("killed 23 people"),
what the figure is given as ("a depth of 15.6 metres", "163 km long"), the subject of a verb that
only says that there is a figure ("turnout was 68 %"), else the verb itself ("handled 3.4 million").
The press has many words for one thing; `rules/lang/en.concepts.yaml` makes them one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from audit.attach.grammar import Grammar, Phrase
from audit.attach.measured import Measure, changes
from audit.attach.sentence import TIMES, Sentence, Word, last_phrase
from audit.attach.things import Name
from audit.model import Claim, Decision, Mention
from audit.rulebook.concepts import Concepts
from audit.rulebook.units import dimension

_HOUR = re.compile(r"\b(?:by|until|before)\s+\d{1,2}[:.]\d\d\b", re.IGNORECASE)
COUNTED = frozenset({"count", "rank", "ordinal"})
STATISTIC = 4  # words before a count in which its statistic may stand
BETWEEN = 6  # words between a figure and the verb that governs it


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
    carried: bool = False  # of what the number before it is of


def of(
    grammar: Grammar, index: int, names: Sequence[Name], long: bool, before: Sequence[Claim]
) -> Measure | None:
    sentence = grammar.sentence
    mention = sentence.mentions[index]
    numbered = mention.kind == "ordinal"  # the names behind it say which series it is of
    found = _Reader(grammar, index, () if numbered else names).found()
    if found.carried and (carried := _carried(mention, before)):
        return carried
    concepts = sentence.rules.concepts
    head = concepts.of(found.head.text, _norm(found.head, mention, sentence)) if found.head else ""
    head = "capacity" if found.able else head
    head = ("cost" if mention.kind == "money" else "share") if head == "#" else head
    action = concepts.of(found.action.text, found.action.norm) if found.action else ""
    if found.head and found.head.norm in LIVES and found.action:
        head, action = "die", ""  # "claimed 23 lives"
    if head in PEOPLE and action in concepts.named:
        head, action = action, ""
    if not head:
        head, action = action, ""
    if not head:
        return _unmeasured(mention)
    own = {head, action}
    narrowed = sorted({concepts.of(w.text, w.norm) for w in found.narrowed} - own)
    terms = tuple(sorted({head, *filter(None, [action]), *narrowed}))
    said = [*found.narrowed, found.head, found.action]
    label = " ".join(
        dict.fromkeys(w.text for w in sorted(filter(None, said), key=lambda w: w.start))
    )
    if found.head and found.head.mention is not None:  # the figure itself stands for what it is
        label = " of ".join(filter(None, [head, " ".join(w.text for w in found.narrowed)]))
    filters = [("of", word) for word in narrowed]
    filters += [("action", action)] if action else []
    filters += [("statistic", word) for word in _statistic(found, concepts)]
    filters += [("part", "by the hour")] if _HOUR.search(sentence.text) else []
    filters += [("subset", found.subset.norm)] if found.subset else []
    if found.part:
        filters.append(("part", " ".join(w.norm for w in found.part)))
    suffix = ".growth" if found.grows else _suffix(mention)
    return Measure(
        f"open:{head}{suffix}",
        _kind(mention.kind, long),
        label,
        terms,
        Decision("metric", "stated", label, mention.noun_span),
        None,
        tuple(sorted(filters)),
    )


def _norm(head: Word, mention: Mention, sentence: Sentence) -> str:
    """The normal form of a head; of a counted noun that of its singular ("buses": bus)."""
    span = mention.noun_span
    if mention.noun and span and span.start <= head.start < span.end and head.end == span.end:
        return sentence.rules.words.norm(mention.noun.split()[-1])
    return head.norm


def _unmeasured(mention: Mention) -> Measure | None:
    """A figure whose sentence does not say what it is of: it is listed, and meets no other."""
    if mention.unit is None:
        return None
    words = Decision("metric", "unknown", "no words say what it measures")
    return Measure(f"open:{mention.unit}", "stock", mention.unit, (), words)


def _carried(mention: Mention, before: Sequence[Claim]) -> Measure | None:
    """The measure of the number before: "from 72.4 %", "for the year it was $1.62 billion"."""
    grows = mention.kind == "percent" and changes(mention)
    kinds = AMOUNTS if mention.kind in AMOUNTS else {mention.kind}
    for claim in reversed(before):
        same = claim.mention.kind in kinds and dimension(claim.mention.unit) == dimension(
            mention.unit
        )
        if not claim.is_open or claim.mention.is_time or not (same or grows):
            continue
        base = claim.metric.removesuffix(".growth").removesuffix(".change")
        if grows and claim.mention.kind == "percent" and not claim.metric.endswith(".growth"):
            return None
        return Measure(
            base + (".growth" if grows else ""), "rate" if grows else claim.kind, claim.label, claim.terms,
            Decision("metric", "inherited", "the number before"), claim.definition,
            tuple(f for f in claim.filters if f[0] != "value"),
        )  # fmt: skip
    return None


AMOUNTS = frozenset({"count", "number"})
PEOPLE = frozenset({"person"})
LIVES = frozenset({"life", "live"})


def _suffix(mention: Mention) -> str:
    """A rise of 5 % is no level of 5 %, and one of $40 million no sum of $40 million."""
    if mention.kind == "percent":
        return ".growth" if changes(mention) else ""
    changed = mention.change == "by" and mention.direction and not mention.noun
    return ".change" if changed else ""


def _statistic(found: Found, concepts: Concepts) -> list[str]:
    """ "The record attendance", "an average of": no plain figure of the same."""
    words = {w.text for w in found.statistic}
    return sorted(concepts.statistics & words)[:1]


def _kind(kind: str, long: bool) -> str:
    if kind in TIMES:
        return "date"
    return {"rank": "rank", "ordinal": "ordinal", "percent": "rate"}.get(
        kind, "cumulative" if long else "stock"
    )


class _Reader:
    """One figure in its sentence."""

    def __init__(self, grammar: Grammar, index: int, names: Sequence[Name]) -> None:
        self.sentence = sentence = grammar.sentence
        self.mention = sentence.mentions[index]
        self.grammar = grammar
        self.words = sentence.words
        self.tags = grammar.tags
        self.vocabulary = sentence.rules.words
        self.concepts = sentence.rules.concepts
        self.names = names
        self.at = sentence.place[index]

    def found(self) -> Found:
        noun = self._noun()
        if noun:
            return self._counted(*noun)
        if self.mention.kind in ("number", "count") and self.mention.unit is None:
            return self._elliptic() or self._measured()
        return self._measured()

    def _elliptic(self) -> Found | None:
        """ "62 were injured", "640 of them still sleep": the noun was said before, or goes without."""
        after = self.at + 1
        whole = None
        if self._is(after, "of") and self._is(after + 1, *PARTS):
            whole, after = self._noun_before(), after + 2
        elif self._is(self.at - 2, "of") and self._is(self.at - 1, *PARTS):
            whole = self._noun_before()
        verb = self._behind(after)
        if whole is None and (
            verb is None or self.concepts.of(verb.text, verb.norm) not in self.concepts.events
        ):
            return None
        return Found(whole, action=verb, subset=whole)

    def _is(self, i: int, *texts: str) -> bool:
        return 0 <= i < len(self.words) and self.words[i].text in texts

    def _noun_before(self) -> Word | None:
        """The noun that the number before counts, in this sentence."""
        for word in reversed(self.words[: self.at]):
            mention = None if word.mention is None else self.sentence.mentions[word.mention]
            if mention is not None and mention.noun_span:
                inside = [
                    w
                    for w in self.words
                    if mention.noun_span.start <= w.start < mention.noun_span.end
                ]
                return inside[-1] if inside else None
        return None

    # -- a counted noun: who, and what is done to them

    def _noun(self) -> tuple[int, int] | None:
        """First and last word of the counted noun phrase."""
        span = self.mention.noun_span
        if span is None:
            return None
        if (
            self.mention.kind == "ordinal"
        ):  # "the first Andes Water Forum": to the end of the phrase
            return self.grammar.beginning(self.at + 1)
        inside = [i for i, w in enumerate(self.words) if span.start <= w.start < span.end]
        return (inside[0], inside[-1]) if inside else None

    def _counted(self, first: int, last: int) -> Found:
        inner = self.words[first:last]
        owned, after = self._complement(last + 1)
        owner = self._owner()
        if owner and self._measures(owner):
            return self._as_head(owner, [], after)
        head = self.words[last]
        if head.norm in self.concepts.containers and owned:
            head, owned = owned[-1], owned[:-1]
        action = self._behind(after) or self._governing_verb() or self._owner_verb()
        lead = self.words[max(0, first - STATISTIC) : first]
        return Found(
            head, self._content([*inner, *owned]), action, self._part(after), statistic=tuple(lead)
        )

    def _measures(self, owner: Phrase) -> bool:
        """ "a capacity of 120,000 cars", "a staff of 418": what is told is the capacity."""
        concept = self.concepts.of(owner.head.text, "")
        return concept in self.concepts.named - self.concepts.events

    def _complement(self, i: int) -> tuple[list[Word], int]:
        """The words of an "of" phrase beginning at `i`, and the index behind it."""
        if i >= len(self.words) or self.grammar.mark(i) or self.words[i].text != "of":
            return [], i
        span = self.grammar.beginning(i + 1)
        return (self.words[span[0] : span[1] + 1], span[1] + 1) if span else ([], i + 1)

    def _behind(self, i: int) -> Word | None:
        """The verb behind a counted noun: "people who perished", "houses have been destroyed"."""
        for j in range(i, min(len(self.words), i + BETWEEN)):
            if self.grammar.mark(j):
                return None
            word, tag = self.words[j], self.tags[j]
            if tag in ("verb", "participle") and not self._light(word):
                return word
            if (
                tag in ("adjective", "noun")
                and self.concepts.of(word.text, "") in self.concepts.events
            ):
                return word  # "fell ill", "were left homeless"
            if tag not in ("verb", "pronoun", "adverb", "preposition") or word.text in LEADS:
                return None
        return None

    def _governing_verb(self) -> Word | None:
        """The verb right before the figure: "killed 23 people", "employs about 7,900 people"."""
        verb, led = self._verb()
        return verb if verb and not led and not self._light(verb) else None

    def _owner_verb(self) -> Word | None:
        """ "the evacuation of 12,140 residents": a noun that stands for what is done."""
        owner = self._owner()
        if owner and self.concepts.of(owner.head.text, owner.head.norm) in self.concepts.events:
            return owner.head
        return None

    # -- a figure with a unit: what it is given as

    def _measured(self) -> Found:
        owned, after = self._complement(self._behind_bracket())
        if self._base() or self._change_noun() or self._reached():
            return Found(None, carried=True)
        if self.mention.kind == "percent" and owned and self._content(owned[-1:]):
            return self._share(owned, after)
        ways = (
            self._dimension,
            self._owned,
            self._named_beside,
            self._articled,
            self._subject_or_verb,
            self._attribute,
            self._beside,
        )
        for way in ways:
            found = way(owned, after)
            if found:
                return found
        if owned:
            return Found(owned[-1], self._content(owned[:-1]), self._behind(after))
        return Found(
            None,
            part=self._part(after),
            carried=self.mention.kind == "percent" and not changes(self.mention),
        )

    def _behind_bracket(self) -> int:
        """The word behind the figure and what brackets repeat it as: "812 km (505 mi) in length"."""
        i = self.at + 1
        if i + 1 < len(self.words) and self.words[i].mention is not None:
            opened = "(" in self.sentence.slice(self.words[i - 1].end, self.words[i].start)
            closed = ")" in self.sentence.slice(self.words[i].end, self.words[i + 1].start)
            return i + 1 if opened and closed else i
        return i

    def _base(self) -> bool:
        """ "up from 3.1 million", "compared with $151 million"."""
        if self.mention.change == "from" and (self.mention.direction or not self.mention.noun):
            return True
        lead = self.sentence.before(self.at, 4).rstrip(" $€£¥")
        found = last_phrase(lead, self.vocabulary.context.value_bases)
        return found is not None and not lead[found.end() :].split()

    def _reached(self) -> bool:
        """ "cut by $440 million to $1.48 billion", "rose 2 % to ...": behind the change of the same."""
        i = self.at - 1
        if i < 1 or self.words[i].text != "to" or self.grammar.mark(self.at):
            return False
        changed = self.words[i - 1].mention
        return changed is not None and self.sentence.mentions[changed].direction is not None

    def _change_noun(self) -> bool:
        """ "an increase of 18 %", "a rise of $40 million" beside the figure that rose."""
        owner = self._owner()
        return owner is not None and owner.head.text in self.vocabulary.context.change_nouns

    def _share(self, owned: Sequence[Word], after: int) -> Found:
        """ "32 % of the market", and "81 % of the children received a dose"."""
        verb, _ = self._verb()
        action = self._behind(after) if verb is None else None
        if action is not None:
            return Found(owned[-1], self._content(owned[:-1]), action)
        if verb is not None and not self._light(verb) and verb.norm not in self.concepts.sharing:
            return Found(owned[-1], self._content(owned[:-1]), verb)
        return Found(self.words[self.at], self._content(owned), part=self._part(after))

    def _dimension(self, owned: list[Word], after: int) -> Found | None:  # noqa: ARG002
        """ "163 kilometres long", "9.4 km in length"."""
        if after >= len(self.words) or self._marked(after):
            return None
        word = self.words[after]
        if word.text in self.concepts.dimensions:
            return Found(word, self._of_what())
        return None

    def _marked(self, i: int) -> bool:
        """Whether a mark stands before word `i`, other than the end of a bracket behind the figure."""
        return self.grammar.mark(i) and i == self.at + 1

    def _of_what(self) -> tuple[Word, ...]:
        """The common thing that has a length: "an approach channel 9.4 km long"."""
        verb, _ = self._verb()
        subject = self.grammar.before(self.words.index(verb)) if verb else None
        if isinstance(subject, Phrase):
            return self._content([subject.head])
        span = self.grammar.ending(self.at - 1)
        return self._content(self.words[span[1] : span[1] + 1]) if span else ()

    def _owned(self, owned: list[Word], after: int) -> Found | None:
        """ "a depth of 15.6 metres", "a net profit of $4 million"."""
        owner = self._owner()
        if owner is None:
            return None
        return self._as_head(owner, owned, after)

    def _as_head(self, phrase: Phrase, owned: Sequence[Word], after: int) -> Found:
        """A noun phrase as what is measured; a mere container gives way to what it holds."""
        head, inner = phrase.head, list(phrase.words[:-1])
        said = tuple(phrase.words)
        held = [*phrase.of, *owned] if phrase.of else [*owned]
        if head.norm in self.concepts.containers:
            if held:
                named = phrase.of[-1] if phrase.of else owned[-1]
                rest = [w for w in held if w is not named]
                return Found(
                    named, self._content([*inner, *rest]), None, self._part(after), statistic=said
                )
            if inner and self._content(inner[-1:]) and self._is_noun(inner[-1]):
                return Found(
                    inner[-1], self._content(inner[:-1]), None, self._part(after), statistic=said
                )
            return Found(None, carried=True)
        return Found(head, self._content([*inner, *held]), None, self._part(after), statistic=said)

    def _is_noun(self, word: Word) -> bool:
        return self.tags[self.words.index(word)] == "noun"

    def _owner(self) -> Phrase | None:
        """The noun phrase before "of" before the figure."""
        i = self._over_hedges(self.at - 1)
        if i < 1 or self.words[i].text != "of" or self.grammar.mark(self.at):
            return None
        span = self.grammar.ending(i - 1)
        return Phrase(tuple(self.words[span[0] : span[1] + 1])) if span else None

    def _subject_or_verb(self, owned: list[Word], after: int) -> Found | None:
        verb, led = self._verb()
        if verb is None:
            return self._label(owned, after)
        at = self.words.index(verb)
        if self._able(at):
            return Found(verb, self._content([*owned, *self._object(after)]), able=True)
        if not self._light(verb) and led != "to":
            found = [*owned] or self._object(after)
            return Found(verb, self._content(found), None, self._part(after))
        level = verb.text in self.vocabulary.stop or verb.text in self.vocabulary.light
        if verb.norm in self.concepts.neutral and not level:
            return self._moving(verb, owned, after)
        thing = self._moved(at)
        if thing is not None:
            return self._as_head(thing, owned, after)
        passive = at > 0 and self.words[at - 1].text in AUXILIARIES
        if verb.text in self.vocabulary.context.telling and not passive:
            return Found(None, carried=True)
        subject = self.grammar.before(self.grammar.group(at))
        if not isinstance(subject, Phrase):
            return self._moving(verb, owned, after) if subject else None
        if not self._content(subject.words[-1:]) and not self._holds(subject):
            return self._moving(verb, owned, after)
        return self._as_head(subject, owned, after)

    def _moving(self, verb: Word, owned: Sequence[Word], after: int) -> Found:
        """ "The port moved 71.3 million tonnes of cargo": a name is the subject, and says not what."""
        if owned:
            return Found(owned[-1], self._content(owned[:-1]), None, self._part(after))
        if verb.norm in self.concepts.neutral and verb.text not in AUXILIARIES:
            return Found(verb, part=self._part(after))
        return Found(None, carried=True)

    def _holds(self, phrase: Phrase) -> bool:
        return phrase.head.norm in self.concepts.containers

    def _moved(self, at: int) -> Phrase | None:
        """What a verb of change moves: "cut net debt to", "put the toll at"."""
        span = self.grammar.beginning(at + 1) if at + 1 < self.at else None
        if span is None or span[1] >= self.at or self.grammar.mark(at + 1):
            return None
        return Phrase(tuple(self.words[span[0] : span[1] + 1]))

    def _able(self, at: int) -> bool:
        """ "can handle 120,000 barrels a day" is a capacity."""
        able = at > 0 and self.words[at - 1].text in ("can", "could")
        concept = self.concepts.of(self.words[at].text, "")
        return able and concept in ("throughput", "output", "capacity")

    def _object(self, i: int) -> list[Word]:
        """The noun right behind a figure with a unit: "3.4 million TEU"."""
        if i >= len(self.words) or self.grammar.mark(i):
            return []
        span = self.grammar.beginning(i) if self.tags[i] in ("noun", "adjective") else None
        return self.words[span[0] : span[1] + 1] if span else []

    def _label(self, owned: list[Word], after: int) -> Found | None:
        """ "Turnout 68 %", "Registered voters: 1,284,500"."""
        i = self._over_hedges(self.at - 1)
        if i < 0 or self.tags[i] != "noun":
            return None
        given = self._given_to(i)
        if given:
            return Found(given, self._content(owned), None, self._part(after))
        phrase = self.grammar.before(i + 1) if not self.grammar.mark(i + 1) else None
        if phrase is None:
            span = self.grammar.ending(i)
            phrase = Phrase(tuple(self.words[span[0] : span[1] + 1])) if span else None
        return self._as_head(phrase, owned, after) if isinstance(phrase, Phrase) else None

    def _articled(self, owned: list[Word], after: int) -> Found | None:
        """ "approved a $350 million loan": between an article and a noun it is the noun's."""
        article = self.at > 0 and self.words[self.at - 1].text in ("a", "an", "the")
        return self._attribute(owned, after) if article and not self.grammar.mark(self.at) else None

    def _given_to(self, i: int) -> Word | None:
        """ "lent farmers $600 million": the noun before the sum is who got it."""
        span = self.grammar.ending(i)
        if span is None or self.mention.kind != "money" or span[0] == 0:
            return None
        lead = span[0] - 1 - (self.tags[span[0] - 1] == "determiner")
        verb = self.tags[lead] in ("verb", "participle") and not self.grammar.mark(lead + 1)
        return self.words[lead] if verb and not self._light(self.words[lead]) else None

    def _attribute(self, owned: list[Word], after: int) -> Found | None:  # noqa: ARG002
        """ "a $1.1 billion terminal", "a 4 % stake"."""
        noun = self._object(after)
        if not noun or not self._content(noun[-1:]):
            return None
        head, rest = noun[-1], self._content(noun[:-1])
        if head.text in self.vocabulary.context.change_nouns:  # "a 149 % share price increase"
            return Found(noun[-2], self._content(noun[:-2]), grows=True) if len(noun) > 1 else None
        if self.mention.kind == "money" and head.norm not in self.concepts.sums:
            return Found(self.words[self.at], self._content(noun))
        return Found(head, rest)

    def _named_beside(self, owned: list[Word], after: int) -> Found | None:
        """ "2.6 million in losses" says what it is of, whatever the verb."""
        found = self._beside(owned, after)
        head = found.head if found else None
        known = head is not None and self.concepts.of(head.text, "") in self.concepts.named
        return found if known and self.mention.kind == "money" else None

    def _beside(self, owned: list[Word], after: int) -> Found | None:  # noqa: ARG002
        """ "2.6 million in losses"."""
        if after >= len(self.words) or self._marked(after) or self.words[after].text != "in":
            return None
        span = self.grammar.beginning(after + 1)
        noun = self.words[span[0] : span[1] + 1] if span else []
        noun = noun if self._content(noun) else []
        return Found(noun[-1], self._content(noun[:-1])) if noun else None

    # -- words

    def _verb(self) -> tuple[Word | None, str]:
        """The verb before the figure with nothing but hedges, adverbs or a preposition between."""
        led = ""
        i = self._over_hedges(self.at - 1)
        for _ in range(BETWEEN):
            if i < 0 or self.grammar.mark(i + 1):
                return None, ""
            word, tag = self.words[i], self.tags[i]
            if tag in ("verb", "participle"):
                return word, led
            if tag == "preposition" and not led and word.text in VERB_LINKS:
                led = word.text
                span = (
                    self.grammar.ending(i - 1)
                    if led in MOVED and not self.grammar.mark(i)
                    else None
                )
                i = span[0] if span else i
                while span and self.tags[i - 1] == "determiner":
                    i -= 1
            elif tag not in ("adverb", "time") and word.text not in ("on", "average"):
                return None, ""
            i -= 1
        return None, ""

    def _over_hedges(self, i: int) -> int:
        hedging = {*self.vocabulary.context.hedging, "between", "from"}
        if i > 0 and self.words[i].text == "to" and self.words[i - 1].text == "up":
            i -= 2
        while (
            i >= 0
            and self.words[i].text in hedging
            and not (
                self.words[i].text == "to"
                or (self.tags[i] == "noun" and self.words[i].text == "record")
            )
        ):
            i -= 1
        return i

    def _light(self, word: Word) -> bool:
        """Whether a verb only says that there is a figure."""
        loose = word.text in self.vocabulary.light or word.text in self.vocabulary.stop
        return loose or word.norm in self.concepts.neutral or word.text in AUXILIARIES

    def _part(self, i: int) -> tuple[Word, ...]:
        """What narrows the figure behind it: "in bonds", "to schools"."""
        if i >= len(self.words) or self.grammar.mark(i) or self.tags[i] != "preposition":
            return ()
        if self.words[i].text in ("of", "as", "than", "from", "per"):
            return ()
        span = self.grammar.beginning(i + 1)
        if span is None or span[0] > i + 2 or self.words[span[1]].text in self._idle_places():
            return ()
        return self._content(self.words[span[0] : span[1] + 1])

    def _idle_places(self) -> list[str]:
        """Ends of phrases that narrow no figure: "for the financial year", "on board"."""
        return [*self.vocabulary.context.time_nouns, "board", "end", "beginning", "start"]

    def _content(self, words: Iterable[Word]) -> tuple[Word, ...]:
        return tuple(self._narrowing(words))

    def _narrowing(self, words: Iterable[Word]) -> Iterator[Word]:
        """Content words that are no names and narrow something."""
        for word in words:
            plain = word.mention is None and word.sighting is None and not self._named(word)
            idle = word.text in self.vocabulary.stop or word.norm in self.vocabulary.harmless
            thing = word.text in self.vocabulary.context.bodies
            if plain and not idle and not thing and word.norm not in self.concepts.containers:
                yield word

    def _named(self, word: Word) -> bool:
        return any(name.start <= word.start < name.end for name in self.names)


PARTS = ("them", "which", "whom", "these", "those")
LEADS = frozenset({"from", "in", "at", "of", "for", "with", "on"})
MOVED = frozenset({"to", "at", "by"})
VERB_LINKS = frozenset({"to", "at", "by", "of", "for", "up", "in"})
AUXILIARIES = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
    }
)
