"""A told fact as a claim: its term, place, time and the countries it speaks of."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from hashlib import sha1

from audit.attach.facts import dated
from audit.attach.facts.told import Told
from audit.model import Claim, Decision, Document, How, Mention, Period, Span, Term
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting
from audit.rulebook.facts import EVENT_FORMS, Cue

_BESIDE = re.compile(r"\s*(?:\w+ly\s+)?")
TIMES = frozenset({"date", "period"})


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
        self.times = [m for m in mentions if m.kind in TIMES]
        self.rules, self.facts = rules, rules.facts
        self._sights: list[Sighting] | None = None

    @property
    def sights(self) -> list[Sighting]:
        if self._sights is None:
            self._sights = self.rules.atlas.scan(self.text)
        return self._sights

    def known(self, offset: int) -> bool:
        return any(s.start <= offset < s.end for s in self.sights)

    @property
    def dates(self) -> frozenset[int]:
        return frozenset(m.start - self.span.start for m in self.times)

    def date(self, told: Told) -> tuple[Mention | None, tuple[Decision, ...]]:
        """The date that the fact's clause states, else the nearest in its sentence, which is a
        guess; an office has no date of its own."""
        if told.what in ("office", "members", "superlative") or not self.times:
            return None, ()
        own = [m for m in self.times if self._dates_event(m)]
        words = self.facts.words
        found = dated.stated(self.text, told, self.cues, own, self.span.start, words)
        at = self.span.start + told.cue.start
        near = found or min(own, key=lambda m: abs(m.start - at), default=None)
        if near is None:
            return None, ()
        how: How = "stated" if found else "assumed"
        return near, (Decision("period", how, near.text, Span(near.start, near.end)),)

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

    def keyed(self, start: int, end: int) -> str:
        """The words from `start` to `end`, each country by its key, whatever it is called."""
        text = self.text[:end]
        inside = (s for s in self.sights if start <= s.start and s.end <= end)
        for sight in reversed([s for s in inside if s.kind == "country"]):
            text = f"{text[: sight.start]}{sight.key}{text[sight.end :]}"
        return text[start:]

    def leads(self, sight: Sighting, words: Container[str], start: int = 0) -> bool:
        """Whether one of the words stands right before a name."""
        lead = self.text[start : sight.start].split()[-1:]
        return bool(lead) and lead[0].lower() in words


def claim(told: Told, setting: Setting, line: int, column: int) -> Claim:
    document, span, text = setting.document, setting.span, setting.text
    start, end = span.start + told.start, span.start + told.end
    thing = " ".join(text[slice(*told.thing)].split())
    date, decided = setting.date(told)
    period = date.period if date else None
    actor, holder, metric = _actor(told, setting), told.holder, f"fact:{told.what}"
    subject, partner = _entities(told, setting, actor)
    return Claim(
        source=document.source, item=document.item, start=start, end=end, metric=metric,
        id=_identity(f"{document.source}|{document.item}|{start}|{end}|{metric}"),
        mention=Mention(start, end, "fact", document.written(start, end),
                        hedge="at_least" if told.open else "exact"),
        label=f"{holder}: {thing}" if holder else f"{told.what}: {thing}", kind="status",
        terms=_terms(told, thing, actor, setting), subject=subject, object=partner,
        roles=(("holder", holder),) if holder else (), period=period,
        as_of=_today(document) if holder else None,
        published=document.published, outlet=document.outlet,
        modality="planned" if told.status == "planned" else "actual",
        decided=(_by(told, setting), *decided), term=_term(told, thing, period, setting),
        sentence=span, quote=document.written(span.start, span.end), line=line, column=column,
    )  # fmt: skip


def _term(told: Told, thing: str, period: Period | None, setting: Setting) -> Term:
    of = " ".join(sorted(set(setting.rules.words.terms(thing))))
    when = period.edtf if period else None
    return Term(told.what, told.status, of, setting.place(told), when)


def _terms(told: Told, thing: str, actor: Sighting | None, setting: Setting) -> tuple[str, ...]:
    """What is compared: the thing, and who has the office or did the deed; "British" and "UK" are
    one country."""
    if told.cue.form in EVENT_FORMS:
        thing = f"{actor.key if actor else ''} {setting.keyed(*told.thing)}"
    whose = f"{told.holder or ''} {_without_pronouns(thing)}"
    return tuple(sorted(set(setting.rules.words.terms(whose))))


def _by(told: Told, setting: Setting) -> Decision:
    """The words that state the fact."""
    start, end = told.cue.start, told.cue.end
    at = Span(setting.span.start + start, setting.span.start + end)
    return Decision("metric", "stated", setting.text[start:end], at)


def _today(document: Document) -> Period | None:
    """An office is held when the article says so, not before and not for ever."""
    day = document.published
    return Period(day, day) if day else None


def _actor(told: Told, setting: Setting) -> Sighting | None:
    """The country right before the verb: "Kazakhstan opened an embassy"."""
    if told.cue.form not in EVENT_FORMS:
        return None
    near = (s for s in setting.sights if s.end <= told.start)
    last = max(near, key=lambda s: s.end, default=None)
    return last if last and _BESIDE.fullmatch(setting.text[last.end : told.start]) else None


def _entities(
    told: Told, setting: Setting, actor: Sighting | None
) -> tuple[str | None, str | None]:
    """Countries of the fact, who did it first; an office's country is one of its own words. Whom
    something is gained "from" has no part in it."""
    inside = (s for s in setting.sights if told.start <= s.start < told.end)
    keys = [s.key for s in inside if not setting.leads(s, setting.facts.words.origins)]
    keys = [actor.key, *keys] if actor else keys
    unique = (*dict.fromkeys(keys), None, None)
    return unique[0], unique[1]


def _without_pronouns(thing: str) -> str:
    return re.sub(r"\b(?:the|its|their|his|her)\b", " ", thing)


def _identity(key: str) -> str:
    return "c" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:12]
