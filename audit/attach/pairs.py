"""The two countries of what is between them: trade, ties, flights."""

from __future__ import annotations

from audit.attach.fitting import (
    NEAR_NAME,
    PLACES,
    Roles,
    distance,
    fit,
    from_scene,
    gap_before,
    said,
)
from audit.attach.scene import Scene
from audit.attach.sentence import Sentence, phrase_in
from audit.model import Decision, How

HYPHENS = frozenset("-–—/")
BOTH = 2
OF_ALL = 4  # words behind "trade" in which "with the whole world" stands
WITHIN = (["among"], ["within"], ["inside"], ["in"], ["across"])


def of_two(sentence: Sentence, index: int, scene: Scene, place: tuple[int, int] | None) -> Roles:
    """The two countries of a two-way thing, in no order; completed from the document."""
    if place and (joined := compound(sentence, place)):
        return joined
    cues = sentence.rules.words.context.roles.get("pair")
    near = sorted(
        (distance(sentence, index, i, place) - fit(sentence, index, i, cues, "entity", place), i)
        for i, word in enumerate(sentence.words)
        if word.sighting and word.sighting.kind in PLACES
    )
    if place and (_with_all(sentence, place) or _inside(sentence, index)):
        return {}
    keys: dict[str, Decision] = {}
    for _, i in near:
        word = sentence.words[i]
        if word.sighting and len(keys) < 2:
            keys.setdefault(word.sighting.key, said("pair", sentence, word))
    main = [key for key in (scene.home, scene.partner) if key]
    both = phrase_in(sentence.text, sentence.rules.words.context.two_sides)
    how: How = "inherited" if (both and len(main) == 2) or scene.only else "assumed"
    sure = bool(both) or scene.only or bool(keys) or len(main) == BOTH
    for key in main if sure else []:
        if len(keys) < 2 and (not keys or next(iter(keys)) in main):
            keys.setdefault(key, from_scene("pair", how))
    if len(keys) < 2:
        return {}
    one, two = sorted(keys.items())
    return {"pair": one, "pair2": two}


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
