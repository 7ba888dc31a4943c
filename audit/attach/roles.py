"""Which country or organisation plays which part: owner and host are never swapped.

Roles are hard slots. One is filled, in this order: by the words around an entity of the sentence;
by the sentence before or the document's two main countries, said to be assumed; or it stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from audit.attach.fitting import (
    COUNTRIES,
    Roles,
    anothers,
    distance,
    from_scene,
    of_role,
    of_those,
    owners_of,
    said,
)
from audit.attach.pairs import of_two
from audit.attach.scene import Scene
from audit.attach.sentence import Sentence, first_person, phrase_in
from audit.model import Decision, How
from audit.rulebook.metrics import Metric

SIDES = ("host", "investor", "exporter", "importer", "origin", "destination")
HOME = ("host", "of", "exporter", "origin")  # what a text leaves out is its own country


OWNER = 8  # words before a rank in which "India is now his country's" stands
PAIR = 2  # roles of a rank that one country has with another


def of(
    sentence: Sentence,
    index: int,
    metric: Metric,
    scene: Scene,
    place: tuple[int, int] | None,
    carried: Sequence[tuple[str, str]] = (),
    near: frozenset[str] = frozenset(),
) -> Roles:
    """Role -> (entity key, how decided), for the roles that a metric asks for.

    `near` are the countries that the figure before is between: "exports reached" goes on with them.
    """
    if metric.kind == "rank" and _epithet(sentence, index):
        return {}
    if "pair" in metric.roles:
        return of_two(sentence, index, scene, place, near, carried)
    found = _by_words(sentence, index, metric, place)
    found = _turned(sentence, index, metric, found)
    found |= _by_possessive(sentence, index, metric, place, found)
    known = dict(carried)
    found = {r: one for r, one in found.items() if one[0] not in known.values() or r in known}
    for role, who in carried:
        if role not in found and who not in {key for key, _ in found.values()}:
            found[role] = (who, Decision(role, "inherited", "the sentence before"))
    words = range(len(sentence.words))
    contrast = any(of_those(sentence, index, i) for i in words if sentence.words[i].sighting)
    abroad = contrast or phrase_in(sentence.text, sentence.rules.words.context.to_all) is not None
    if abroad or (place and _worldwide(sentence, place, metric)):
        return found
    others = {key for i, _ in enumerate(sentence.words) for key in _actors(sentence, index, i)}
    if others - {who for who, _ in found.values()} - {scene.home, scene.partner}:
        return found  # a country is named that plays no part: the one left out may be it
    own = first_person(sentence.text, sentence.rules.words.context.first_person)
    sure = own or scene.only or scene.sure
    both = phrase_in(sentence.text, sentence.rules.words.context.two_sides)
    main = {scene.home, scene.partner}
    goes_on = not found and main <= near
    named = main <= {w.sighting.key for w in sentence.words if w.sighting}
    told: How = "inherited" if sure and (both or goes_on or named) else "assumed"
    of_both = bool(metric.sum_of) and goes_on  # "trade operations made up", behind that of two
    home: How = "inherited" if sure and not of_both else "assumed"
    return found | _by_scene(metric, found, scene, home, told)


def _by_words(
    sentence: Sentence, index: int, metric: Metric, place: tuple[int, int] | None
) -> Roles:
    scored = [
        (fit - distance(sentence, index, i, place), role, i)
        for i, word in enumerate(sentence.words)
        if word.sighting and not (word.sighting.form == "capital" and "of" in metric.roles)
        for role, form in metric.roles.items()
        if (fit := of_role(sentence, index, i, metric, role, form, place)) > 0
        and not anothers(metric, role, sentence, index, i, place)
    ]
    scored.sort(key=lambda one: (-one[0], one[1], one[2]))
    found = _filled(sentence, scored, frozenset())
    return _filled(sentence, scored, _own_blocs(found, sentence))


def _turned(sentence: Sentence, index: int, metric: Metric, found: Roles) -> Roles:
    """ "India is its second largest partner": whom a rank with a possessive is told of has the other
    role; who is meant by "its", the sentence need not say."""
    role = metric.possessive
    if metric.kind != "rank" or role not in found or len(metric.roles) != PAIR:
        return found
    at, context = sentence.place[index], sentence.rules.words.context
    lead = sentence.words[max(0, at - OWNER) : at]
    told = max((i for i, w in enumerate(lead) if w.text in context.superlatives.copulas), default=0)
    owners = {*context.pronouns, *context.first_person}
    subject = lead[told - 1].sighting if told else None
    owned = any(w.text in owners for w in lead[told:])
    if subject is None or not owned or subject.key != found[role][0]:
        return found
    other = next(one for one in metric.roles if one != role)
    turned = {other: found[role], role: found.get(other)}
    return {slot: (held[0], replace(held[1], slot=slot)) for slot, held in turned.items() if held}


def _by_possessive(
    sentence: Sentence,
    index: int,
    metric: Metric,
    place: tuple[int, int] | None,
    found: Roles,
) -> Roles:
    """ "Chad's imports", "Chad's exports grew, and imports fell": whose they are."""
    role = metric.possessive
    if place is None or role not in metric.roles or role in found:
        return {}
    owners = [sentence.words[i] for i in sorted(owners_of(metric, sentence, index, place))]
    named = {w.sighting.key: w for w in owners if w.sighting and w.sighting.kind in COUNTRIES}
    if len(named) != 1 or named.keys() & {who for who, _ in found.values()}:
        return {}
    key, word = next(iter(named.items()))
    return {role: (key, said(role, sentence, word))}


def _filled(
    sentence: Sentence, scored: Sequence[tuple[float, str, int]], banned: frozenset[str]
) -> Roles:
    """Each role to the entity that fits it best, each entity in one role; `banned` play none."""
    found: Roles = {}
    used = set(banned)
    for score, role, i in scored:
        word = sentence.words[i]
        assert word.sighting  # noqa: S101 - filtered above
        if score > 0 and role not in found and word.sighting.key not in used:
            found[role] = (word.sighting.key, said(role, sentence, word))
            used.add(word.sighting.key)
    return found


def _own_blocs(found: Roles, sentence: Sentence) -> frozenset[str]:
    """ "Germany, a partner in the EU": a country does not invest in, or sell to, what it is part of."""
    sides = [who for role, (who, _) in found.items() if role in SIDES]
    inside = {whole for who in sides for whole in sentence.rules.atlas.part_of(who)}
    return frozenset(inside.intersection(sides))


def _actors(sentence: Sentence, index: int, i: int) -> frozenset[str]:
    """Whom a figure may be of: a country, a region's possessive, an organisation's own country."""
    sighting = sentence.words[i].sighting
    if sighting is None:
        return frozenset()
    if sighting.kind == "organisation":
        return frozenset(k for k in sentence.rules.atlas.part_of(sighting.key) if len(k) == 2)
    if sighting.form == "capital":  # its figures are a city's, but not those of a clause before it
        behind = sentence.slice(sentence.mentions[index].end, sentence.words[i].start)
        return frozenset() if "," in behind else frozenset({sentence.words[i].text})
    possessive = sentence.possessive(i)
    acts = sighting.kind in COUNTRIES or (sighting.kind == "region" and possessive)
    return frozenset({sighting.key}) if acts else frozenset()


def _epithet(sentence: Sentence, index: int) -> bool:
    """ "Ties to the world's second-largest economy": a name for a country, not a claim about one."""
    lead = sentence.before(sentence.place[index], 4).replace("’", "'").split()
    if lead[-1:] != ["world's"]:
        return False
    governor = next((word for word in reversed(lead[:-1]) if word != "the"), "")
    if not governor:
        return True
    return governor in sentence.rules.words.context.prepositions and governor not in ("as", "among")


def _worldwide(sentence: Sentence, place: tuple[int, int], metric: Metric) -> bool:
    """ "Global investment", "the world's harvest" are no one country's; "among the world's top 50"
    may be."""
    lead = sentence.words[max(0, place[0] - 2) : place[1] + 1]
    wide = sentence.rules.words.context.worldwide
    owns = metric.kind != "rank"
    texts = (w.text.replace("’", "'") for w in lead)
    return any((text.removesuffix("'s") if owns else text) in wide for text in texts)


def _by_scene(metric: Metric, found: Roles, scene: Scene, how: How, partner: How) -> Roles:
    """Roles that the sentence leaves open, from the document's own two countries: how sure the one
    that a metric is at home in is, and how sure the other."""
    homes = (metric.home,) if metric.home else HOME
    used = {key for key, _ in found.values()}
    filled: Roles = {}
    for role, form in metric.roles.items():
        if form == "thing" and role not in found and scene.thing:
            filled[role] = (scene.thing, from_scene(role, "assumed"))
    main = [key for key in (scene.home, scene.partner) if key]
    if any(key not in main for key in used):
        main = main[:1]
    open_roles = [
        role for role, form in metric.roles.items() if role not in found and form == "country"
    ]
    for role in sorted(open_roles, key=lambda role: role not in homes):
        rest = [key for key in main if key not in used]
        if role not in homes and not scene.only:
            continue  # "exports rose" need not be to the other country of the text
        if role not in homes and len(rest) > 1:
            rest = rest[1:]
        if rest:
            filled[role] = (
                rest[0],
                from_scene(role, how if role in homes else partner if scene.only else "assumed"),
            )
            used.add(rest[0])
    return filled
