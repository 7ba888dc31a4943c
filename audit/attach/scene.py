"""Of whom a document speaks: its main countries, the one that it is at home in, and its speakers'.

Home is the country in which things happen ("in Kazakhstan", "Kazakhstan's exports"); the partner is
rather the one that adjectives name ("British companies"). Both are guesses, and claims say so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from audit.attach.sentence import first_person, mentions_one, phrase_in
from audit.attach.speech import people
from audit.model import Document
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting

OUTLET = 2.0  # an outlet named after a country or its capital is at home there
OUTLET_NAMED = 0.5  # a country that its own press leaves out
TITLED = 2.0  # and as a place where things are as much as two
TITLE_WEIGHT = 3.0  # a country in the headline counts as much as three in the text
PLACE, NAME, OTHER = 1.0, 0.6, 0.4  # "in X" and "X's"; plain "X"; adjectives and capitals
INSIDE = ("in", "into", "across", "within", "throughout", "through")
_WORD = re.compile(r"[^\W\d_]+")
_DOMAIN = re.compile(r"[\w]\.([a-z]{2})(?:/.*)?\Z")
CURRENCY = 12  # letters behind a country's name within which a currency's ends
PLAIN = 2.0  # a home is plain if things are told of it twice, and twice as often as of any other
SPREAD = 2.0  # a partner is named this much more often than any third country


class Scene(Struct, frozen=True):
    """`home` and `partner` of a document, and which country each speaker is of."""

    home: str | None
    partner: str | None
    thing: str | None = None  # the one route, organisation or the like that it is about
    speakers: dict[str, str] = field(default_factory=dict)
    only: bool = False  # no third country is named: what is left out can be no other
    sure: bool = False  # home is plain: the outlet's own country, or the one things happen in
    countries: tuple[str, ...] = ()  # every country named, the most often named first

    def between(self, one: str, two: str) -> Scene:
        """The scene of two countries alone, as the total of a sum names them for its parts."""
        home, partner = (one, two) if self.home != two else (two, one)
        return replace(self, home=home, partner=partner, only=True)

    def of_speaker(self, speaker: str | None) -> Scene:
        """The scene as a speaker sees it: "our" is the speaker's own country."""
        own = self.speakers.get(speaker or "")
        if own is None or own == self.home:
            return self
        other = self.home if own == self.partner else self.partner
        partner = other if own in (self.home, self.partner) else None
        return replace(self, home=own, partner=partner)


def of(document: Document, rules: Rulebook) -> Scene:
    named: dict[str, float] = defaultdict(float)
    lived: dict[str, float] = defaultdict(float)
    things: Counter[str] = Counter()
    for text, weight in _texts(document):
        for sighting in rules.atlas.scan(text):
            if sighting.kind in ("country", "bloc") and not _of_money(text, sighting, rules):
                named[sighting.key] += weight
                lived[sighting.key] += _inside(text, sighting) * min(weight, TITLED)
            elif sighting.kind == "organisation":
                things[sighting.key] += int(weight)
    for key in _outlet(document, rules):
        lived[key] += OUTLET
        if len(named) == 1:  # of it and of whom else a paper leaves out
            named[key] += OUTLET_NAMED * (key not in named)
    for key in _others(document, rules):
        lived[key] -= PLACE
    if not named:  # "the government told today": that of the country whose press this is
        return Scene(next(iter(_outlet(document, rules)), None), None, only=True, sure=True)
    ordered = sorted(named, key=lambda key: -named[key])  # ties keep the order of first naming
    main, third = ordered[:2], named[ordered[2]] if len(ordered) > 2 else 0.0
    if len(main) == 2 and named[main[1]] < SPREAD * third:
        main = main[:1] if named[main[0]] >= SPREAD * third else []
    home = max(main, key=lambda key: (lived[key], -main.index(key)), default=None)
    partner = next((key for key in main if key != home), None)
    rest = max((lived[key] for key in named if key != home), default=0.0)
    sure = home is not None and lived[home] >= max(PLAIN, PLAIN * rest)
    thing = next((key for key, count in things.most_common(1) if count > 1), None)
    return Scene(
        home, partner, thing, _speakers(document, rules), len(named) == 2, sure, tuple(ordered)
    )


def _of_money(text: str, sighting: Sighting, rules: Rulebook) -> bool:
    """ "US dollars" are no mention of the United States."""
    behind = text[sighting.start : sighting.end + CURRENCY].lower().replace(".", "")
    return rules.lexicon.currency_names.after(_WORD.findall(behind), 0) is not None


def _outlet(document: Document, rules: Rulebook) -> list[str]:
    """Countries in the name of the outlet: "The Astana Times" is at home in Kazakhstan; that of a
    country's own agency, or of its domain: "primeminister.kz"."""
    outlet = (document.outlet or "").replace("-", " ")
    context = rules.words.context
    own = [context.agencies[w] for w in _WORD.findall(outlet.lower()) if w in context.agencies]
    domain = _DOMAIN.search(outlet)
    if domain and domain[1] not in context.worldwide_domains:
        code = context.domains.get(domain[1], domain[1].upper())
        own += [code] if rules.atlas.label(code) != code else []
    return [*own, *(s.key for s in rules.atlas.scan(outlet) if s.kind == "country")]


def _others(document: Document, rules: Rulebook) -> Iterator[str]:
    """Countries said to be "one of our partners": the one that speaks is another."""
    context = rules.words.context
    for span in document.sentences if mentions_one(document.text, context.partners) else ():
        text = document.quote(span.start, span.end)
        if phrase_in(text, context.partners) and first_person(text, context.first_person):
            named = {s.key for s in rules.atlas.scan(text) if s.kind == "country"}
            if len(named) == 1:
                yield named.pop()


def _texts(document: Document) -> Iterator[tuple[str, float]]:
    if document.title:
        yield document.title, TITLE_WEIGHT
    for part in document.parts:
        if part.kind == "body":
            yield document.quote(part.start, part.end), 1.0


def _inside(text: str, sighting: Sighting) -> float:
    """How far a country is named as the place where things are."""
    before = text[max(0, sighting.start - 30) : sighting.start].split()
    while before and before[-1].lower() in ("the", "republic", "of"):
        before.pop()
    possessive = text[sighting.end : sighting.end + 2] in ("'s", "’s")
    if possessive or (before and before[-1].lower() in INSIDE):
        return PLACE
    return NAME if sighting.form == "name" else OTHER


def _speakers(document: Document, rules: Rulebook) -> dict[str, str]:
    """Surname -> country, from titles: "Kazakhstan's Foreign Minister Yermek Kosherbayev"."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name, title in people(document.text, rules.words.context):
        for sighting in rules.atlas.scan(title):
            if sighting.kind == "country":
                votes[name][sighting.key] += 1
    return {name: found.most_common(1)[0][0] for name, found in votes.items()}
