"""A told fact as a claim: its term, place, time and the countries it speaks of."""

from __future__ import annotations

import re
from hashlib import sha1

from audit.attach.facts import best
from audit.attach.facts.setting import Setting
from audit.attach.facts.told import Told
from audit.model import Claim, Decision, Document, Mention, Period, Span, Term
from audit.rulebook.entities import Sighting
from audit.rulebook.facts import EVENT_FORMS

_BESIDE = re.compile(r"\s*(?:\w+ly\s+)?")


def claim(told: Told, setting: Setting, line: int, column: int) -> Claim:
    document, span, text = setting.document, setting.span, setting.text
    start, end = span.start + told.start, span.start + told.end
    thing = " ".join(text[slice(*told.thing)].split())
    date, decided = setting.date(told) if told.best is None else (None, ())
    period = date.period if date else None
    actor, holder, metric = _actor(told, setting), told.holder, f"fact:{told.what}"
    subject, partner = _entities(told, setting, actor)
    made = Claim(
        source=document.source, item=document.item, start=start, end=end, metric=metric,
        id=_identity(f"{document.source}|{document.item}|{start}|{end}|{metric}"),
        mention=_mention(told, document, start, end),
        label=f"{holder}: {thing}" if holder else f"{told.what}: {thing}", kind="status",
        terms=_terms(told, thing, actor, setting), subject=subject, object=partner,
        roles=(("holder", holder),) if holder else (), period=period,
        as_of=_today(document) if holder else None,
        published=document.published, outlet=document.outlet,
        modality="planned" if told.status == "planned" else "actual",
        decided=(_by(told, setting), *decided, *_count(told)), term=_term(told, thing, period, setting),
        sentence=span, quote=document.written(span.start, span.end), line=line, column=column,
    )  # fmt: skip
    return best.filled(made, told, told.best, setting) if told.best else made


def _mention(told: Told, document: Document, start: int, end: int) -> Mention:
    """A list holds at least and at most so many members."""
    least, most = (told.counted.least, told.counted.most) if told.counted else (None, None)
    return Mention(
        start, end, "fact", document.written(start, end), low=least, high=most,
        hedge="at_least" if told.open else "exact",
    )  # fmt: skip


def _count(told: Told) -> tuple[Decision, ...]:
    """The number that announces a list."""
    if told.counted is None:
        return ()
    count = told.counted.count
    return (Decision("count", "stated", count.text, Span(count.start, count.end)),)


def _term(told: Told, thing: str, period: Period | None, setting: Setting) -> Term:
    of = " ".join(sorted(set(setting.rules.words.terms(thing))))
    when = period.edtf if period else None
    return Term(told.what, told.status, of, setting.place(told), when)


def _terms(told: Told, thing: str, actor: Sighting | None, setting: Setting) -> tuple[str, ...]:
    """What is compared: the thing, and who has the office or did the deed; "British" and "UK" are
    one country."""
    if told.cue.form in EVENT_FORMS:
        by = (f"@{actor.key}",) if actor else ()
        return tuple(sorted({*by, *setting.keyed(_without_pronouns(thing))}))
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
