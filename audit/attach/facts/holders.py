"""Who is the first or the most: "China is ...", "China, ..., said", "... is China"."""

from __future__ import annotations

import re
from functools import cache

from audit.attach.facts import phrase
from audit.attach.facts.setting import Setting
from audit.attach.facts.told import Holder
from audit.rulebook.facts import Firsts

_ARTICLE = re.compile(r"\b(?:the|The|a|an)\s*$")
_ACRONYM = re.compile(r"\s*\([^()]*\)$")
_ASIDE = re.compile(r"(?:,|\s[–—-]|\s?\()\s*$")
_CLOSED = re.compile(r"\s*(?:$|[,.;:)\]”\"]|[–—-]\s)")
Copula = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_ENDS = frozenset(',.;:()[]“”"–—-')


def of(setting: Setting, start: int, end: int) -> Holder | None:
    """Who holds what stands at `start:end`; None where no name is sure to."""
    text = setting.text
    article = _ARTICLE.search(text, 0, start)
    before = article.start() if article else start
    return (
        _subject(setting, before)
        or _fronted(setting, before, end)
        or _beside(setting, before, end)
        or _behind(setting, end)
    )


def _subject(setting: Setting, at: int) -> Holder | None:
    """ "China is still the ...", "China, which is the ..."."""
    words, text = setting.facts.words.firsts, setting.text
    verb = _copula(_forms(words), "$").search(text, 0, at)
    if verb is None:
        return None
    lead = text[: verb.start()].rstrip()
    relative = lead.split()[-1:] or [""]
    if relative[0] in words.which:
        lead = lead[: -len(relative[0])].rstrip()
        return _named(setting, len(lead[:-1]), bool(verb["past"])) if lead.endswith(",") else None
    found = _named(setting, len(_ACRONYM.sub("", lead)), bool(verb["past"]))
    return found if found and _opens_clause(setting, found.start) else None


def _fronted(setting: Setting, at: int, end: int) -> Holder | None:
    """ "As the world's largest producer, China has ...": the subject behind the comma."""
    text = setting.text
    lead = [t.group() for t in phrase.TOKEN.finditer(text, 0, at)]
    opens = bool(lead) and lead[-1].lower() in setting.facts.words.firsts.fronting
    comma = re.compile(r",\s+(?:the\s+)?(?=[A-Z])").match(text, end)
    if not opens or not (len(lead) == 1 or lead[-2] in _ENDS) or comma is None:
        return None
    stop = phrase.first_name(text, comma.end(), len(text))
    behind = re.compile(r"\s(\w+)").match(text, stop)
    verb = behind is not None and behind[1].islower() and behind[1] not in ("and", "or")
    return _named(setting, stop, False) if verb and text[:stop][-2:] not in ("'s", "’s") else None


def _beside(setting: Setting, at: int, end: int) -> Holder | None:
    """ "China, the ..., said": a name, and what it is set off by marks."""
    aside = _ASIDE.search(setting.text, 0, at)
    if aside is None or not _CLOSED.match(setting.text, end):
        return None
    found = _named(setting, len(_ACRONYM.sub("", setting.text[: aside.start()])), False)
    if found is None or _capital(setting, found):
        return None
    lead = [t.group() for t in phrase.TOKEN.finditer(setting.text, 0, found.start)]
    lead = lead[:-1] if lead and lead[-1].lower() == "the" else lead
    opening = len(lead) == 1 and lead[0].lower() in setting.prepositions  # "In China, the ..."
    listed = bool(lead) and lead[-1] in (",", "and", "or")
    return None if opening or listed else found


def _capital(setting: Setting, found: Holder) -> bool:
    """A capital: "Tokyo, the ..." may be the city or its government."""
    return any(s.end == found.end and s.form == "capital" for s in setting.sights)


def _behind(setting: Setting, end: int) -> Holder | None:
    """ "The world's largest producer is China."."""
    words, text = setting.facts.words.firsts, setting.text
    verb = _copula(_forms(words), "").match(text, end)
    if verb is None:
        return None
    stop = phrase.first_name(text, verb.end(), len(text))
    stop -= text[verb.end() : stop].endswith(".")
    plain = bool(_CLOSED.match(text, stop)) and text[verb.end() : verb.end() + 1].isupper()
    return _named(setting, stop, bool(verb["past"])) if plain else None


def _named(setting: Setting, end: int, past: bool) -> Holder | None:
    """The name that ends at `end`, by its entity's key if it is one."""
    text = setting.text
    end -= text[:end].endswith(("’", "'", "”", '"'))  # the end of a quotation
    start = setting.name_start(end)
    sight = next((s for s in setting.sights if s.end == end and s.start <= start < end), None)
    if sight and sight.form != "demonym":
        return Holder(sight.key, sight.start, end, past)
    dated = any(m.start - setting.span.start < end and start < m.end - setting.span.start
                for m in setting.times)  # fmt: skip
    if start >= end or dated or sight or _title(setting, text[start:end]):
        return None
    return Holder(text[start:end], start, end, past)


def _title(setting: Setting, name: str) -> bool:
    """ "The Prime Minister" is whoever holds the office."""
    offices = setting.facts.words.offices
    titles = {*offices.heads, *offices.modifiers, *offices.institutions}
    return not {word.lower() for word in name.split()} - titles - setting.rules.words.stop


def _opens_clause(setting: Setting, start: int) -> bool:
    """Whether a name is a subject: nothing but a clause's opening stands before it."""
    lead = [t.group() for t in phrase.TOKEN.finditer(setting.text, 0, start)]
    lead = lead[:-1] if lead and lead[-1].lower() == "the" else lead
    if not lead or lead[-1] in _ENDS or lead[-1].endswith((".", "’s", "'s")):
        return True
    return lead[-1].lower() in setting.facts.words.firsts.openers


@cache
def _copula(words: Copula, anchor: str) -> re.Pattern[str]:
    """A verb of being, with adverbs on both sides of it."""
    present, past, lightly = (_either(phrases) for phrases in words)
    adverbs = rf"(?:(?:{lightly}|\w+ly)\s+)*"
    verb = rf"(?:(?P<present>{present})|(?P<past>{past}))"
    return re.compile(rf"\s+{adverbs}{verb}\s+{adverbs}(?:(?:the|a|an)\s+)?{anchor}")


def _forms(words: Firsts) -> Copula:
    return words.present, words.past, words.lightly


def _either(phrases: tuple[str, ...]) -> str:
    return "|".join(re.escape(one) for one in sorted(phrases, key=lambda p: (-len(p), p)))
