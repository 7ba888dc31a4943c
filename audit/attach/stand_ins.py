"""Descriptions that stand for a country: "the country", "the island nation", "the Andean republic".

Which country it is: the only one of the text that lies in the region named; else the subject of the
sentence so far, or of the one before; else the country that the text is at home in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from audit.attach.scene import Scene
from audit.model import How
from audit.rulebook import Rulebook
from audit.rulebook.entities import Sighting

LONGEST = 3  # words between the article and the noun
GOVERNED = 12  # characters before a name in which a preposition may stand


def of(
    text: str, sightings: Sequence[Sighting], before: Sequence[str], scene: Scene, rules: Rulebook
) -> dict[Sighting, How]:
    """The descriptions in a sentence; `before` are the subjects of the sentence before it."""
    context = rules.words.context
    found: dict[Sighting, How] = {}
    for match in _pattern(tuple(context.country_nouns)).finditer(text):
        inner = match["inner"].lower().split()
        if any(word in context.no_stand_ins for word in inner):
            continue
        inside = [s for s in sightings if match.start() <= s.start and s.end <= match.end()]
        if any(s.kind != "region" for s in inside):
            continue
        led = [s for s in sightings if s.end <= match.start()]
        who = _which(text, inside, led, before, scene, rules)
        if who:
            found[Sighting(match.start(), match.end(), who[0], "country", "name")] = who[1]
    return found


def _which(
    text: str,
    regions: Sequence[Sighting],
    led: Sequence[Sighting],
    before: Sequence[str],
    scene: Scene,
    rules: Rulebook,
) -> tuple[str, How] | None:
    if regions:
        inside = [k for k in scene.countries if regions[0].key in rules.atlas.part_of(k)]
        return (inside[0], "inherited") if len(inside) == 1 else None
    theirs = {s.key for s in led if s.form == "demonym"}  # "Italian firms operate in the country"
    before = [key for key in before if key not in theirs]
    here = list(dict.fromkeys(subjects(text, led, rules)))
    if len(here) == 1:
        return here[0], "inherited"
    last = before[0] if len(before) == 1 and not here else None
    if last:
        return last, "inherited" if last == scene.home else "assumed"
    home = scene.home if scene.home not in theirs else scene.partner
    if home is None or home in theirs:
        return None
    return home, "inherited" if scene.sure and not here and home == scene.home else "assumed"


def subjects(text: str, sightings: Sequence[Sighting], rules: Rulebook) -> Iterator[str]:
    """Countries that no preposition governs: whom a sentence speaks of."""
    for s in sightings:
        lead = text[max(0, s.start - GOVERNED) : s.start].lower().split()
        while lead and lead[-1] in ("the", "of", "republic"):
            lead.pop()
        governed = lead and lead[-1].strip(",;") in rules.words.context.prepositions
        if s.kind == "country" and s.form == "name" and not governed:
            yield s.key


@cache
def _pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    heads = "|".join(map(re.escape, nouns))
    inner = rf"(?:[\w-]+ ){{0,{LONGEST}}}?"
    return re.compile(rf"\b[Tt]he (?P<inner>{inner})(?:{heads})(?![\w-])")
