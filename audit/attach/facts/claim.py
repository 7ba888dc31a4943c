"""A told fact as a claim: its term, place, time and the countries it speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha1

from audit.attach.facts.told import Told
from audit.model import Claim, Decision, Document, Mention, Period, Span, Term
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting
from audit.rulebook.facts import Facts

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
        facts: Facts,
    ) -> None:
        self.document, self.span, self.text = document, span, text
        self.times = [m for m in mentions if m.kind in TIMES]
        self.rules, self.facts = rules, facts
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

    def period(self, told: Told) -> Period | None:
        """The date nearest to the fact, if its year is known; an office has no date of its own."""
        if told.what in ("office", "members", "superlative") or not self.times:
            return None
        at = self.span.start + told.cue.start
        own = [m for m in self.times if self._dates_event(m)]
        return min(own, key=lambda m: abs(m.start - at)).period if own else None

    def _dates_event(self, mention: Mention) -> bool:
        """Not the term of a paper ("a plan for 2026", "through 2027"), nor a time without a year."""
        period = mention.period
        lead = self.text[: mention.start - self.span.start].split()[-1:]
        validity = bool(lead) and lead[0].lower() in self.facts.words.validity
        return bool(period and period.first and period.last) and not validity

    def place(self, told: Told) -> str | None:
        """The place named behind "in" or "at" within the fact."""
        for sight in self.sights:
            lead = self.text[told.start : sight.start].split()[-1:]
            inside = told.start < sight.start and sight.end <= told.end + 40
            if inside and lead and lead[0].lower() in self.facts.words.places:
                return sight.key
        return None


def claim(told: Told, setting: Setting, line: int, column: int) -> Claim:
    document, span, text = setting.document, setting.span, setting.text
    start, end = span.start + told.start, span.start + told.end
    thing = " ".join(text[slice(*told.thing)].split())
    period, place = setting.period(told), setting.place(told)
    subject, partner = _entities(told, setting)
    metric = f"fact:{told.what}"
    holder = told.holder
    terms = setting.rules.words.terms(f"{holder or ''} {_without_pronouns(thing)}")
    of = " ".join(sorted(set(setting.rules.words.terms(thing))))
    decided = text[told.cue.start : told.cue.end]
    at = Span(span.start + told.cue.start, span.start + told.cue.end)
    return Claim(
        source=document.source, item=document.item, start=start, end=end, metric=metric,
        id=_identity(f"{document.source}|{document.item}|{start}|{end}|{metric}"),
        mention=Mention(start, end, "fact", text[told.start : told.end],
                        hedge="at_least" if told.open else "exact"),
        label=f"{holder}: {thing}" if holder else f"{told.what}: {thing}", kind="status",
        terms=tuple(sorted(set(terms))), subject=subject, object=partner,
        roles=(("holder", holder),) if holder else (), period=period,
        as_of=_today(document) if holder else None,
        published=document.published, outlet=document.outlet,
        modality="planned" if told.status == "planned" else "actual",
        decided=(Decision("metric", "stated", decided, at),),
        term=Term(told.what, told.status, of, place, period.edtf if period else None),
        sentence=span, quote=text, line=line, column=column,
    )  # fmt: skip


def _today(document: Document) -> Period | None:
    """An office is held when the article says so, not before and not for ever."""
    day = document.published
    return Period(day, day) if day else None


def _entities(told: Told, setting: Setting) -> tuple[str | None, str | None]:
    """Countries within the fact, in order; an office's country is one of its own words."""
    keys = [s.key for s in setting.sights if told.start <= s.start < told.end]
    unique = (*dict.fromkeys(keys), None, None)
    return unique[0], unique[1]


def _without_pronouns(thing: str) -> str:
    return re.sub(r"\b(?:the|its|their|his|her)\b", " ", thing)


def _identity(key: str) -> str:
    return "c" + sha1(key.encode(), usedforsecurity=False).hexdigest()[:12]
