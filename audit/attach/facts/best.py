"""The claim of a first or a superlative: its kind, within what, who holds it, and as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from audit.attach.facts.scopes import WORLD
from audit.attach.facts.setting import Setting
from audit.attach.facts.told import Best, Told
from audit.model import Claim, Decision, Mention, Period, Span
from audit.rulebook.facts import EVENT_FORMS

_VERB = re.compile(r"\s*(?:\w+\s+){0,2}(?:\w+ly\s+)?")


def filled(claim: Claim, told: Told, best: Best, setting: Setting) -> Claim:
    """`claim` with the slots of a first or superlative."""
    date = _date(told, setting)
    when = date.period if date else None
    decided = [*claim.decided, *_decisions(told, best, date, setting)]
    lasting = told.what == "superlative"  # a first is one for ever
    holder = best.holder
    return replace(
        claim,
        label=f"{told.what}: {best.degree if lasting else ''} {best.kind}".replace("  ", " "),
        terms=_terms(best, setting),
        subject=holder.key if holder else None,
        object=next((key for key in best.scope if key != WORLD), None),
        roles=tuple((f"scope{i or ''}", key) for i, key in enumerate(best.scope)),
        filters=(("since", best.since),) if best.since else (),
        definition=best.measure,
        period=None if lasting else when,
        as_of=when or _now(best, setting) if lasting else None,
        decided=tuple(decided),
    )


def _terms(best: Best, setting: Setting) -> tuple[str, ...]:
    """The words of the kind, each country by its key, and within what."""
    scope = (f"@{key}" for key in best.scope)
    return tuple(sorted({best.degree, *setting.keyed(best.kind), *scope}))


def _date(told: Told, setting: Setting) -> Mention | None:
    """The date of the clause, which may stand behind its verb: "the inaugural summit was held in"."""
    found = setting.stated(told)
    if found:
        return found
    behind = [c for c in setting.cues if c.form in EVENT_FORMS and c.start >= told.thing[1]]
    first = min(behind, default=None)
    if first is None or not _VERB.fullmatch(setting.text, told.thing[1], first.start):
        return None
    return setting.stated(replace(told, cue=first))


def _now(best: Best, setting: Setting) -> Period | None:
    """What is, is when the text says so; what was, at some time before."""
    day = setting.document.published
    return Period(day, day) if day and best.holder and not best.holder.past else None


def _decisions(
    told: Told, best: Best, date: Mention | None, setting: Setting
) -> Iterator[Decision]:
    slot = "as_of" if told.what == "superlative" else "period"
    if date:
        yield Decision(slot, "stated", date.text, Span(date.start, date.end))
    elif told.what == "superlative" and _now(best, setting):
        yield Decision(slot, "inherited", "the day of the text")
    if best.holder:
        start, end = best.holder.start, best.holder.end
        at = Span(setting.span.start + start, setting.span.start + end)
        yield Decision("holder", "stated", setting.text[start:end], at)
    if not best.known:
        yield Decision("scope", "unknown", "the words leave open within what")
