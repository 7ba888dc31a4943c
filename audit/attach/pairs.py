"""The two countries of what is between them: trade, ties, flights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from audit.attach import rows
from audit.attach.fitting import (
    HYPHENS,
    NEAR_NAME,
    PLACES,
    RANKS,
    Roles,
    distance,
    fit,
    from_scene,
    gap_before,
    said,
)
from audit.attach.measured import changes
from audit.attach.scene import Scene
from audit.attach.sentence import Sentence, phrase_in
from audit.model import Decision, How

BOTH = 2
LEVEL = "the figure that it is the growth of"
SHARE = 6  # words between "28 % of" and "trade"
OFFICE = 3  # words behind "Saudi" in which "minister" stands
OF_ALL = 4  # words behind "trade" in which "with the whole world" stands
WITH = (["with"], ["between"], ["and"], ["to"], ["from"])
WITHIN = (["among"], ["within"], ["inside"], ["in"], ["across"])


def of_two(
    sentence: Sentence,
    index: int,
    scene: Scene,
    place: tuple[int, int] | None,
    near: frozenset[str] = frozenset(),
    carried: Sequence[tuple[str, str]] = (),
) -> Roles:
    """The two countries of a two-way thing, in no order; completed from the document. `near` are those
    of the figure before; `carried` those of the figure whose growth this is."""
    named = sentence.sighted(PLACES, *sentence.clause(sentence.place[index]))
    grown = len(carried) == BOTH and place is None and changes(sentence.mentions[index])
    if grown and named <= {who for _, who in carried}:
        return {r: (who, Decision(r.rstrip("2"), "inherited", LEVEL)) for r, who in carried}
    if place and (joined := compound(sentence, place)):
        return joined
    cues = sentence.rules.words.context.roles.get("pair")
    row = rows.places(sentence)
    strange = {one.word for m, one in row.items() if m != index} | _outranked(sentence)
    strange |= _of_another_trade(sentence, place) | _apart(sentence, index)
    seen = sorted(
        (distance(sentence, index, i, place) - fit(sentence, index, i, cues, "entity", place), i)
        for i, word in enumerate(sentence.words)
        if word.sighting and word.sighting.kind in PLACES and i not in strange
    )
    if place and (_with_all(sentence, place) or _inside(sentence, index)):
        return {}
    if place and (_of_one(sentence, index, place) or _shared(sentence, index, place)):
        return {}
    own = [i for _, i in seen if not _anothers(sentence, index, i)]
    own = [i for i in own if not _beyond(sentence, index, i, own)]
    others = [i for i in own if not _of_an_office(sentence, i)]
    own = others if len(_keys(sentence, others)) == BOTH else own
    keys = _keys(sentence, own or [i for _, i in seen if not _closed_off(sentence, index, i)])
    if own and len(keys) < BOTH:  # "Chad's trade with Oman is $2 billion, with Peru $3 billion"
        keys = _keys(sentence, [*own, *(i for _, i in seen if sentence.possessive(i))])
    main = [key for key in (scene.home, scene.partner) if key]
    if own and len(keys) == 1 and scene.home and next(iter(keys)) not in main:
        keys.setdefault(scene.home, from_scene("pair", "assumed"))  # one of a row of its partners
    both = phrase_in(sentence.text, sentence.rules.words.context.two_sides)
    goes_on = not near or set(main) <= near  # "trade exceeded", behind the trade of one with all
    with_whom = any(_with(sentence, i) for i in own) or (goes_on and bool(near or not keys))
    plain = scene.only and with_whom
    how: How = "inherited" if (both and len(main) == BOTH) or plain else "assumed"
    sure = bool(both) or scene.only or bool(keys) or len(main) == BOTH
    for key in main if sure else []:
        if len(keys) < 2 and (not keys or next(iter(keys)) in main):
            keys.setdefault(key, from_scene("pair", how))
    if len(keys) < 2:
        return {}
    one, two = sorted(keys.items())
    return {"pair": one, "pair2": two}


def _outranked(sentence: Sentence) -> set[int]:
    """ "The second partner of Chad after Peru", "overtook Peru to become the first": who only gives a
    rank its place."""
    if not any(m.kind in RANKS for m in sentence.mentions):
        return set()
    words, outranking = sentence.words, sentence.rules.words.context.outranking
    leads = {
        i: [w.text for w in words[max(0, i - 2) : i] if w.text != "the"] for i in range(len(words))
    }
    return {
        i for i, w in enumerate(words) if w.sighting and leads[i] and leads[i][-1] in outranking
    }


def _of_another_trade(sentence: Sentence, place: tuple[int, int] | None) -> set[int]:
    """ "Accounts for half of Chad's trade with Peru": those of the same thing named once more."""
    if place is None:
        return set()
    words = sentence.words
    own = {w.norm for w in words[place[0] : place[1] + 1]}
    found: set[int] = set()
    for i, word in enumerate(words):
        k = i - 2 - (words[i - 1].text == "the")
        linked = k > place[1] and words[k + 1].text == "with" and words[k].norm in own
        if word.sighting and linked:
            found |= {i, k - 1} if words[k - 1].sighting else {i}
    return found


def _apart(sentence: Sentence, index: int) -> set[int]:
    """ "A record since Peru's exit from the EU": of when, not between whom."""
    at, words = sentence.place[index], sentence.words
    since = next((i for i in range(at + 1, len(words)) if words[i].text == "since"), len(words))
    return {i for i in range(since + 1, len(words)) if words[i].sighting}


def _closed_off(sentence: Sentence, index: int, i: int) -> bool:
    """Whether a semicolon parts a country from the figure before it."""
    at = sentence.place[index]
    return i > at and ";" in sentence.slice(sentence.words[at].end, sentence.words[i].start)


def _with(sentence: Sentence, i: int) -> bool:
    """ "Trade with Chad": a partner, where "Chad's trade" may be that with all others."""
    lead = [w.text for w in sentence.words[max(0, i - 2) : i] if w.text != "the"]
    return lead[-1:] in WITH


def _keys(sentence: Sentence, places: Iterable[int]) -> dict[str, Decision]:
    """The first two countries at these words."""
    keys: dict[str, Decision] = {}
    for i in places:
        word = sentence.words[i]
        if word.sighting and len(keys) < BOTH:
            keys.setdefault(word.sighting.key, said("pair", sentence, word))
    return keys


def _anothers(sentence: Sentence, index: int, i: int) -> bool:
    """Whether a country stands with another figure of the kind: "Oman is second with $3 billion,
    followed by Chad with $1 billion"."""
    at = sentence.place[index]
    kind = sentence.mentions[index].kind
    if i < at:
        return _figures(sentence, i, at, kind)
    gap = sentence.slice(sentence.words[at].end, sentence.words[i].start).lower()
    linked = "between" in gap or not ("," in gap or _joined(gap, sentence))
    return _figures(sentence, at, i, kind) or (
        not linked and _figures(sentence, i, len(sentence.words), kind)
    )


def _of_an_office(sentence: Sentence, i: int) -> bool:
    """ "The Saudi foreign minister said": who tells, not between whom."""
    titles = sentence.rules.words.context.titles
    behind = sentence.words[i + 1 : i + 1 + OFFICE]
    gap = sentence.slice(sentence.words[i].end, behind[-1].start) if behind else ""
    return "," not in gap and any(w.text in titles for w in behind)


def _beyond(sentence: Sentence, index: int, i: int, own: Sequence[int]) -> bool:
    """ "Chad has signed agreements with Oman on a tour by which it leans less on Peru": behind the one
    with whom the first named has them, a country is none of the two."""
    at = sentence.place[index]
    if i < at or _closed_off(sentence, index, i):
        return i > at
    partners = [k for k in own if k < i and sentence.words[max(0, k - 1)].text == "with"]
    return any(k < partners[-1] for k in own) if partners else False


def _joined(gap: str, sentence: Sentence) -> bool:
    return any(word in sentence.rules.words.context.joiners for word in gap.split())


def _figures(sentence: Sentence, low: int, high: int, kind: str) -> bool:
    """Whether a figure of a kind that is no change and no base stands between two words."""
    inside = (w.mention for w in sentence.words[low + 1 : high] if w.mention is not None)
    return any(
        sentence.mentions[m].kind == kind and sentence.mentions[m].change is None for m in inside
    )


def _of_one(sentence: Sentence, index: int, place: tuple[int, int]) -> bool:
    """ "Chad's foreign trade turnover": with all others, where the clause names one country alone
    and nobody with whom."""
    context = sentence.rules.words.context
    abroad = {w.text for w in sentence.words[max(0, place[0] - 1) : place[1] + 1]}
    if abroad.isdisjoint(context.foreign):
        return False
    first, last = sentence.clause(sentence.place[index])
    named = sentence.sighted(PLACES, min(first, place[0]), last)
    return len(named) == 1 and phrase_in(sentence.text, context.two_sides) is None


def _shared(sentence: Sentence, index: int, place: tuple[int, int]) -> bool:
    """ "ASEAN made up 28 % of the kingdom's trade of 55 billion": of which a share is told is no trade
    of the two."""
    near = range(max(0, place[0] - SHARE), place[0])
    percents = [
        i for i in near if (m := sentence.words[i].mention) is not None and m != index
        and sentence.mentions[m].kind == "percent"
    ]  # fmt: skip
    return bool(percents) and sentence.words[percents[-1] + 1].text == "of"


def partner(sentence: Sentence, place: tuple[int, int]) -> bool:
    """ "Chad's foreign trade turnover with Oman" is that of the two, whatever it is called."""
    behind = sentence.words[place[1] + 1 : place[1] + 1 + OF_ALL]
    linked = next((i for i, w in enumerate(behind[:BOTH]) if w.text == "with"), None)
    named = behind[linked + 1 : linked + 1 + BOTH] if linked is not None else []
    return any(w.sighting is not None and w.sighting.kind == "country" for w in named)


def _with_all(sentence: Sentence, place: tuple[int, int]) -> bool:
    """ "Its trade with the whole world": no two countries'."""
    behind = [w.text for w in sentence.words[place[1] + 1 : place[1] + 1 + OF_ALL]]
    wide = sentence.rules.words.context.worldwide
    return behind[:1] == ["with"] and any(text in wide for text in behind)


def _inside(sentence: Sentence, index: int) -> bool:
    """ "Trade among Central Asian countries": of a region with itself, where its clause names no
    country."""
    first, last = sentence.clause(sentence.place[index])
    places = [
        i
        for i in range(first, last + 1)
        if (sighting := sentence.words[i].sighting) and sighting.kind in PLACES
    ]
    if not places or any(_is_country(sentence, i) for i in places):
        return False
    lead = [w.text for w in sentence.words[first : places[0]] if w.text != "the"]
    return lead[-1:] in WITHIN


def _is_country(sentence: Sentence, i: int) -> bool:
    sighting = sentence.words[i].sighting
    return sighting is not None and sighting.kind == "country"


def compound(sentence: Sentence, place: tuple[int, int]) -> Roles:
    """The pair that is written as one word inside a name or right before it: "Peru-Chile trade"."""
    words = sentence.words
    for i in range(place[1] - 1, max(place[0] - NEAR_NAME, 0) - 1, -1):
        one, two = words[i].sighting, words[i + 1].sighting
        if not one or not two or one.key == two.key or not {one.kind, two.kind} <= PLACES:
            continue
        if i + 1 <= place[1] and gap_before(sentence, i).strip() in HYPHENS:
            (a, left), (b, right) = sorted(((one.key, words[i]), (two.key, words[i + 1])))
            return {
                "pair": (a, said("pair", sentence, left)),
                "pair2": (b, said("pair2", sentence, right)),
            }
    return {}
