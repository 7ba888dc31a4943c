"""What the facts of one sentence share: its words, names and dates."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cached_property

from msgspec.structs import replace

from audit.attach.facts import dated, phrase
from audit.attach.facts.told import Told
from audit.model import Decision, Document, How, Mention, Period, Span
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting
from audit.rulebook.facts import Cue

TIMES = frozenset({"date", "period"})
FEW = 40  # things that a sentence may list
UNDATED = ("office", "members")  # held or counted when the text says so


class Setting:
    """What the facts of one sentence share."""

    def __init__(
        self,
        document: Document,
        span: Span,
        text: str,
        mentions: Sequence[Mention],
        rules: Rulebook,
        cues: Sequence[Cue],
    ) -> None:
        self.document, self.span, self.text, self.cues = document, span, text, cues
        self.rules, self.facts = rules, rules.facts
        every = (self._time(mention) for mention in mentions)
        self.times = [time for time in every if time]
        self.numbers = [m.start for m in mentions if m.stated is not None]
        self.counts = [m for m in mentions if m.kind == "count" and _few(m)]

    def _time(self, mention: Mention) -> Mention | None:
        """A date or period; "17 years ago" is one, give or take a year, or a tenth of a round count."""
        period, count = mention.period, int(mention.stated or 0)
        if mention.kind in TIMES:
            return mention
        behind = self.text[mention.end - self.span.start :].split(maxsplit=1)[:1]
        ago = bool(behind) and behind[0].rstrip(",.;") in self.facts.words.ago
        if not (ago and period and count and mention.hedge == "exact" and mention.unit == "year"):
            return None
        slack = max(1, 0 if count % 5 else count // 10)
        first, last = period.moved(-slack).first, period.moved(slack).last
        return replace(mention, period=Period(first, last))

    @cached_property
    def sights(self) -> tuple[Sighting, ...]:
        return self.rules.atlas.scan(self.text)

    @cached_property
    def prepositions(self) -> frozenset[str]:
        return frozenset(self.rules.words.context.prepositions) | self.facts.words.firsts.within

    def name_start(self, end: int) -> int:
        """Where the name that ends at `end` begins, without a first word that has its capital from
        the sentence alone: "While China is"; `end` if there is none."""
        start = phrase.name_start(self.text, end, self.rules.words.context.particles)
        first, _, rest = self.text[start:end].partition(" ")
        words, low = self.facts.words, first.lower()
        small = low in self.rules.words.stop | words.stops | words.pronouns
        small = small or low in words.firsts.determiners | words.firsts.openers
        return start + len(first) + bool(rest) if small else start

    def known(self, offset: int) -> bool:
        return any(s.start <= offset < s.end for s in self.sights)

    @property
    def dates(self) -> frozenset[int]:
        return frozenset(m.start - self.span.start for m in self.times)

    def date(self, told: Told) -> tuple[Mention | None, tuple[Decision, ...]]:
        """The date that the fact's clause states, else the nearest in its sentence, which is a
        guess; an office has no date of its own."""
        if told.what in UNDATED or not self.times:
            return None, ()
        found = self.stated(told)
        at = self.span.start + told.cue.start
        near = found or min(self._dating, key=lambda m: abs(m.start - at), default=None)
        if near is None:
            return None, ()
        how: How = "assumed" if not found else "stated" if found.kind in TIMES else "inherited"
        return near, (Decision("period", how, near.text, Span(near.start, near.end)),)

    def stated(self, told: Told) -> Mention | None:
        """The date that the fact's clause states."""
        words, base = self.facts.words, self.span.start
        return dated.stated(self.text, told, self.cues, self._dating, base, words)

    @cached_property
    def _dating(self) -> list[Mention]:
        return [m for m in self.times if self._dates_event(m)]

    def _dates_event(self, mention: Mention) -> bool:
        """Not the term of a paper ("a plan for 2026", "through 2027"), nor a time without a year."""
        period = mention.period
        lead = self.text[: mention.start - self.span.start].split()[-1:]
        validity = bool(lead) and lead[0].lower() in self.facts.words.validity
        return bool(period and period.first and period.last) and not validity

    def place(self, told: Told) -> str | None:
        """The place named behind "in" or "at" within the fact."""
        for sight in self.sights:
            inside = told.start < sight.start and sight.end <= told.end + 40
            if inside and self.leads(sight, self.facts.words.places, told.start):
                return sight.key
        return None

    def keyed(self, text: str) -> tuple[str, ...]:
        """The normal forms of a phrase, each country by its key, whatever it is called."""
        sights = [s for s in self.rules.atlas.scan(text) if s.kind == "country"]
        for sight in reversed(sights):
            text = f"{text[: sight.start]} {text[sight.end :]}"
        return (*self.rules.words.terms(text), *(f"@{s.key}" for s in sights))

    def leads(self, sight: Sighting, words: Container[str], start: int = 0) -> bool:
        """Whether one of the words stands right before a name."""
        lead = self.text[start : sight.start].split()[-1:]
        return bool(lead) and lead[0].lower() in words


def _few(count: Mention) -> bool:
    """An exact whole number of things that a sentence may name one by one."""
    stated = count.stated or 0
    return count.hedge == "exact" and stated == int(stated) and 2 <= stated <= FEW
