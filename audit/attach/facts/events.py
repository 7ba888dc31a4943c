"""Events: signed, opened, held, visited - as verbs, participles and nouns."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec.structs import replace

from audit.attach.facts import phrase
from audit.attach.facts.told import Status, Told
from audit.rulebook.facts import Cue, Event, FactWords

_PASSIVE = re.compile(
    r"\b(?P<plan>(?:will|to|would|should|may|could|can|must|might)\s+be\s|(?:is|are)\s+being\s)?"
    r"(?:(?:has|have|had)\s+been|was|were|is|are|been|be|being)?\s*"
    r"(?:also|recently|officially|formally|jointly|first|now|\w+ly)?\s*$"
)
_AUXILIARY = re.compile(
    r"\b(?:was|were|is|are|been|be|being)\s+(?:also|first|now|recently|\w+ly)?\s*$"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:also|recently|now|just|\w+ly)?\s*$")
_INFINITIVE = re.compile(r"\b(?:to|will|shall)\s+(?:also|jointly|soon|\w+ly)?\s*$")
_NUMBER = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d")
_PLACE = re.compile(r"\s(?:in|at|from|to|with)\s(?:the\s)?(?=[A-Z])")
_YEAR = re.compile(r"(?:19|20)\d\d")
NEAR = 4  # words before a noun of an event in which a word of planning makes it a plan
TAIL = 12  # words after a passive verb


def told(text: str, cue: Cue, words: FactWords, dates: Container[int] = ()) -> Told | None:
    """The event that the cue states, unless it is undone, counted or of no telling thing."""
    event = words.events[cue.what]
    lead = text[: cue.start]
    if _undone(lead, words):
        return None
    found = _FORMS[cue.form](text, cue, words, dates)
    if found is None or found.thing[0] >= found.thing[1]:
        return None
    if event.place and cue.form != "base":
        found = _to_place(found, text)
        if not found or _NUMBER.search(text, found.start, found.end):
            return None
    thing = text[slice(*found.thing)]
    return found if _telling(thing, event, words) else None


def _to_place(found: Told, text: str) -> Told | None:
    """A visit's thing is the place, to the last word of its name, and no word after it."""
    end = phrase.first_name(text, *found.thing)
    passive = found.thing[0] < found.cue.start
    thing = text[found.thing[0] : end]
    if not passive and not (thing[:1].isupper() or thing.startswith("the ")):
        return None
    return found if passive else replace(found, end=end, thing=(found.thing[0], end))


def _past(text: str, cue: Cue, words: FactWords, dates: Container[int]) -> Told | None:
    lead, event = text[: cue.start], words.events[cue.what]
    if lead.rstrip().endswith("newly"):
        return None
    if not lead.strip(' “"'):
        return _fronted(text, cue, words, dates)
    following = phrase.TOKEN.search(text, cue.end)
    if _AUXILIARY.search(lead):
        return _passive(text, cue, words)
    if following is None or following.group().lower() in words.after_participle:
        return None if event.subject else _participle(text, cue, words)
    perfect = _PERFECT.search(lead)
    start = perfect.start() if perfect else cue.start
    if event.subject and not perfect and following.group() in words.offices.heads:
        return None  # "the elected president"
    if event.subject:
        start = phrase.before(text, start, words)
    thing = _trim_left(text, cue.end), phrase.after(text, cue.end, words, dates)
    return Told(cue.what, "done", start, thing[1], thing, cue)


def _fronted(text: str, cue: Cue, words: FactWords, dates: Container[int]) -> Told | None:
    """ "Founded in 1949, the academy has ...": the subject behind the comma is the thing."""
    comma = text.find(",", cue.end)
    dated = any(at in dates for at in range(cue.end, comma))
    if not dated or words.events[cue.what].subject:
        return None
    start = _trim_left(text, comma + 1)
    end = phrase.after(text, start, words, dates)
    return Told(cue.what, "done", cue.start, end, (start, end), cue)


def _passive(text: str, cue: Cue, words: FactWords) -> Told | None:
    """ "A memorandum was signed between ...": the subject is the thing."""
    verb = _PASSIVE.search(text, 0, cue.start)
    at = verb.start() if verb else cue.start
    start = phrase.before(text, at, words)
    thing = start, len(text[:at].rstrip())
    end = _tail(text, cue.end, words, TAIL)
    status: Status = "planned" if verb and verb["plan"] else "done"
    if words.events[cue.what].subject:
        thing = start, end
    aside = text.find(" – ", start, at)
    if aside > 0:
        thing = start, aside
    return Told(cue.what, status, start, end, thing, cue)


def _participle(text: str, cue: Cue, words: FactWords) -> Told | None:
    """ "The agreement signed in 2024", "the meeting, hosted by X": the noun before is the thing."""
    lead = text[: cue.start].rstrip()
    if lead.endswith(","):
        stop = len(lead) - 1
        start, end = cue.start, _tail(text, cue.end, words, TAIL)
        return Told(cue.what, "done", start, end, (phrase.before(text, stop, words), stop), cue)
    start = phrase.before(text, cue.start, words)
    stop = len(lead)
    first = phrase.name_before(text, start, stop, words)
    end = _tail(text, cue.end, words, TAIL // 2)
    return Told(cue.what, "done", first, end, (first, stop), cue)


def _base(text: str, cue: Cue, words: FactWords, dates: Container[int]) -> Told | None:
    if not _INFINITIVE.search(text, 0, cue.start):
        return None
    thing = _trim_left(text, cue.end), phrase.after(text, cue.end, words, dates)
    return Told(cue.what, "planned", cue.start, thing[1], thing, cue)


def _gerund(text: str, cue: Cue, words: FactWords, dates: Container[int]) -> Told | None:
    lead = text[: cue.start].rstrip().lower()
    lead_in = next((p for p in words.preparing if lead.endswith(" " + p)), None)
    if lead_in is None:
        return None
    start = _adjectives(text, len(lead) - len(lead_in), words)
    thing = _trim_left(text, cue.end), phrase.after(text, cue.end, words, dates)
    return Told(cue.what, "planned", start, thing[1], thing, cue)


def _noun(text: str, cue: Cue, words: FactWords, dates: Container[int]) -> Told | None:
    start = _adjectives(text, cue.start, words)
    near = re.findall(r"[\w’'-]+", text[: cue.start].lower())[-NEAR:]
    status: Status = "planned" if words.plans & set(near) else "done"
    if " will " in text[: cue.start] or " to be " in text[: cue.start]:
        status = "planned"
    thing = _trim_left(text, cue.end), phrase.after(text, cue.end, words, dates)
    return Told(cue.what, status, start, thing[1], thing, cue)


_FORMS = {"past": _past, "base": _base, "gerund": _gerund, "noun": _noun}


def _undone(lead: str, words: FactWords) -> bool:
    """Whether a word just before denies the event; "-n't" in the data is the end of a word."""
    near = f" {' '.join(lead.lower().split()[-4:])} "
    return any((w[1:] if w[0] == "-" else f" {w}") + " " in near for w in words.undone)


def _telling(thing: str, event: Event, words: FactWords) -> bool:
    tokens = [t.lower().strip(".’'") for t in thing.split()]
    if not tokens or tokens[0] in words.pronouns or _NUMBER.search(thing):
        return False
    if tokens[0] == "the" and len(tokens) == 2 and thing.split()[1].islower():
        return False
    if event.subject:
        return phrase.names(thing) > 0
    own = _PLACE.split(thing, maxsplit=1)[0]
    return bool(event.things & set(tokens)) or (event.named and phrase.names(own) > 1)


def _adjectives(text: str, start: int, words: FactWords) -> int:
    """The start with the adjectives before it: "planned renewal", "his official visit"."""
    for token in reversed(list(re.finditer(r"[\w-]+", text[:start]))[-3:]):
        if token.group().lower() not in words.adjectives or text[token.end() : start].strip(" ,"):
            return start
        start = token.start()
    return start


def _trim_left(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip())


def _tail(text: str, start: int, words: FactWords, most: int) -> int:
    """The end of what follows a verb: place, time, participants; up to the end of the clause."""
    end, dated = start, False
    for token in list(phrase.TOKEN.finditer(text, start))[:most]:
        word, low = token.group(), token.group().lower()
        stops = low in words.stops and low not in words.after_participle
        if not word[0].isalnum() or stops or (dated and low not in words.links):
            break
        end, dated = token.end(), _YEAR.fullmatch(word) is not None
        if word.endswith(".") and len(word) > 3:
            break
    return phrase.trimmed(text, start, end, words)
