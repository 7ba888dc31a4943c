"""How well the words around an entity put it into a role of a metric: a preposition, a verb whose
subject it is, a possessive or an adjective before the thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.attach import rows
from audit.attach.measured import changes
from audit.attach.sentence import Sentence, Word
from audit.attach.timed import NUMBERS
from audit.model import SETTING, Decision, How, Span
from audit.rulebook.entities import Sighting
from audit.rulebook.metrics import Metric
from audit.rulebook.words import RoleCues

ACTS, CUE, POSSESSIVE, ADJECTIVE, SUBJECT, LOOSE = 3.2, 3.0, 2.8, 2.6, 2.4, 0.8
OWNER = 3.1
PER_NUMBER = 4.0  # an entity behind the next number belongs to that one
PER_NUMBER_BEFORE = 0.3  # "from Azerbaijan up by 342 % and those from Kazakhstan up by 92 %"
BRACKET = 6.0  # "Singapore (2.7 percent)"
NEAR_NAME = 3  # words within which an adjective belongs to the name of the metric
COUNTRIES = frozenset({"country", "bloc"})
PLACES = COUNTRIES | {"region"}
PLACED = frozenset(
    {"in", "at", "near", "to", "into", "from"}
)  # what stands here of a city is the city
HYPHENS = frozenset("-–—/")
FRONT = frozenset({"with", "at", "boasting", "having", "home"})
VISITED = ("origin", "destination")
BY_WHOM = (["to"], ["into"], ["by"])  # "Chadian investments attracted to Peru": not by Chad
LEADERS = (["led", "by"], ["headed", "by"], ["topped", "by"])  # who had most of it, not all
RANKS = ("ordinal", "rank")  # "the first to invest"
SHARE = "share"
REACH = 8  # words between an entity and the verb whose subject it is
Roles = dict[str, tuple[str, Decision]]


def of_role(
    sentence: Sentence,
    index: int,
    i: int,
    metric: Metric,
    role: str,
    form: str,
    place: tuple[int, int] | None,
) -> float:
    """How well an entity fits one role of a metric: as the subject of a verb it has no other, and in a
    row of figures one that is another's fits none."""
    row = rows.places(sentence)
    own = row.get(index)
    if own and own.word == i:
        return BRACKET if _of_role(sentence, index, own.led, metric, role, form, place) else 0.0
    if any(i == other.word for other in row.values()):
        return 0.0
    if "partner" in metric.roles and metric.unit == "money" and _one_of_two(sentence, i):
        return 0.0
    return _of_role(sentence, index, i, metric, role, form, place)


def _one_of_two(sentence: Sentence, i: int) -> bool:
    """ "Chad-Peru trade": whose surplus, and with whom, it does not say."""
    words = sentence.words
    return any(
        0 <= k < len(words) - 1
        and words[k].sighting is not None
        and words[k + 1].sighting is not None
        and gap_before(sentence, k) in HYPHENS  # "OTTAWA - Canada" is a dateline
        for k in (i - 1, i)
    )


def _of_role(
    sentence: Sentence,
    index: int,
    i: int,
    metric: Metric,
    role: str,
    form: str,
    place: tuple[int, int] | None,
) -> float:
    cues = sentence.rules.words.context.roles
    seen = sentence.words[i].sighting
    if seen and seen.form == "capital" and role in VISITED:
        return 0.0  # "London received 20 million tourists" is the city
    acting = [r for r in metric.roles if r in cues and _acts(sentence, i, cues[r])]
    if acting:
        fits = _of_form(sentence.words[i].sighting, form, cues[role]) if role in acting else False
        return ACTS if fits else 0.0
    found = fit(sentence, index, i, cues.get(role), form, place)
    # "amid war in Togo, Ghana's growth": whose it is stands right before it
    return OWNER if found == POSSESSIVE and role == "of" else found


def _acts(sentence: Sentence, i: int, cues: RoleCues) -> bool:
    """Whether an entity, or what it is an adjective of, is the subject of one of a role's verbs:
    "Peru received", "companies from Chile have invested", "Chinese nationals visited"."""
    words, known = sentence.words, sentence.rules.words.context
    adjective = _adjective(words[i]) or sentence.possessive(i)
    for j in range(i + 1, min(len(words), i + REACH)):
        if sentence.barriers[j] > sentence.barriers[i] and words[j].text not in known.relatives:
            return False
        if ":" in sentence.slice(words[j - 1].end, words[j].start):
            return False  # "the first in Chad: export revenues"
        mention = words[j].mention
        counted = mention is not None and sentence.mentions[mention].kind not in RANKS
        if words[j].sighting or (counted and j > i + 1):
            return False
        led = adjective and j == i + 1
        by_whom = [w.text for w in words[j + 1 : j + 2]] in BY_WHOM
        passive = adjective and by_whom and words[j].text.endswith("ed")
        if not led and not passive and _act(words[j : j + 3], cues):
            return True
        if words[j].text == "to" and _act(words[j + 1 : j + 4], cues):
            return True  # "were among the first to invest"
        if words[j].text in known.prepositions:
            return False
    return False


def _act(words: Sequence[Word], cues: RoleCues) -> bool:
    text = " ".join(w.text for w in words)
    return any(text == act or text.startswith(act + " ") for act in cues.acts)


def said(role: str, sentence: Sentence, word: Word) -> Decision:
    words = sentence.slice(word.start, word.end)
    return Decision(role, word.stands or "stated", words, Span(word.start, word.end))


def fit(
    sentence: Sentence,
    index: int,
    i: int,
    cues: RoleCues | None,
    form: str,
    place: tuple[int, int] | None,
) -> float:
    """How well the words around an entity put it in a role."""
    sighting = sentence.words[i].sighting
    if cues is None or sighting is None or not _of_form(sighting, form, cues):
        return 0.0
    lead = [w.text for w in sentence.words[max(0, i - 3) : i]]
    while lead and lead[-1] in ("the", "republic", "of") and lead[-1] not in cues.before:
        lead.pop()
    if i == sentence.place[index] - 1 and "(" in gap_before(sentence, i):
        return BRACKET
    if i < sentence.place[index] and cues.subject and _relative(sentence, index, i):
        return BRACKET
    before = next((w for w in reversed(lead) if w != "the"), "")
    if before == "with" and _goes_on_acting(sentence, i):
        if sighting.form == "capital":
            return 0.0
        before = ""
    at = sentence.place[index]
    behind = sentence.words[at + 1].text if i > at else ""
    if before == behind == "from" and before in cues.before and i - at <= 3:
        return BRACKET  # "2 million from Russia and 2.5 million from India"
    counts = sentence.mentions[index].kind == "count"  # "the sixth investor of Peru" is of none
    if "between" not in cues.before and _between(sentence, i):
        return 0.0
    if before == "of" and counts and _of_counted(sentence, index, i):
        return ACTS if cues.adjective else 0.0
    possessive = sentence.possessive(i)
    if possessive and _of_a_body(sentence, i):
        return 0.0
    if sighting.form == "capital" and before in PLACED:
        return 0.0  # "registered in London" is no country
    owns = possessive or _modifies(sentence, i)
    if lead[-2:] in LEADERS:
        return 0.0
    if before in cues.before and (not owns or before == "into" or _houses(sentence, i)):
        return CUE
    if cues.subject and _fronted(sentence, at, i):
        return ACTS
    firsts = (at, place[0]) if place else (at,)
    if possessive or sighting.form in ("demonym", "code"):
        close = any(0 < first - i <= NEAR_NAME for first in firsts) or (
            place is not None and place[0] <= i <= place[1]
        )
        close = close or _in_noun(sentence, index, i)
        if _in_noun(sentence, index, i) and cues.adjective:
            return BRACKET  # "Turkish firms work there, and 100 Qatari companies here"
        if close and (cues.adjective or (possessive and cues.subject)):
            return POSSESSIVE if possessive else ADJECTIVE
    governed = before in sentence.rules.words.context.prepositions
    if cues.subject and i < at and not governed and not possessive and sighting.form != "demonym":
        return SUBJECT
    alone = sighting.form != "capital" and len(sentence.sighted(PLACES)) == 1
    return LOOSE if alone and (cues.subject or cues.adjective) else 0.0


def _goes_on_acting(sentence: Sentence, i: int) -> bool:
    """ "With Chad suffering a deficit": it is the subject, and no one's partner."""
    following = [w.text for w in sentence.words[i + 1 : i + 2]]
    return any(word.endswith("ing") for word in following)


def _of_a_body(sentence: Sentence, i: int) -> bool:
    """ "China's CATL has invested": a company is not its country."""
    if i + 1 >= len(sentence.words):
        return False
    word = sentence.words[i + 1]
    written = sentence.slice(word.start, word.end)
    gap = sentence.slice(sentence.words[i].end, word.start)
    return (
        word.sighting is None and len(written) > 1 and written.isupper() and gap in ("'s ", "’s ")
    )


def _modifies(sentence: Sentence, i: int) -> bool:
    """ "Inflow of Dutch capital": what the preposition governs is the noun behind the adjective."""
    following = sentence.words[i + 1 : i + 2]
    sighting = sentence.words[i].sighting
    code = sighting is not None and sighting.form == "code"  # "the volume of US investment"
    if not (code or _adjective(sentence.words[i])) or not following:
        return False
    word = following[0]
    touches = not sentence.slice(sentence.words[i].end, word.start).strip(" -")
    idle = sentence.rules.words.stop | sentence.rules.words.verbs
    return touches and word.mention is None and word.text not in idle


def _adjective(word: Word) -> bool:
    """ "Russian", not "Russians"."""
    plural = word.text.endswith("s") and not word.text.endswith("ss")
    return word.sighting is not None and word.sighting.form == "demonym" and not plural


def _between(sentence: Sentence, i: int) -> bool:
    """Whether an entity is one of "between A and B": both sides of one thing, neither its owner."""
    lead = [w for w in sentence.words[max(0, i - 5) : i] if w.text != "the"]
    if lead and lead[-1].text == "and":
        del lead[-1]
        while lead and lead[-1].sighting:
            del lead[-1]
    return bool(lead) and lead[-1].text == "between"


def _fronted(sentence: Sentence, at: int, i: int) -> bool:
    """ "With a population of 1.2 billion, India is ...": the subject right behind the phrase that
    holds the number and opens the sentence."""
    words, verbs = sentence.words, sentence.rules.words.verbs
    if not at < i or words[0].text not in FRONT or any(w.text in verbs for w in words[:at]):
        return False
    behind = sentence.slice(words[at].end, words[i].start)
    return behind.endswith((", ", ", the ")) and behind.count(",") == 1


def _of_counted(sentence: Sentence, index: int, i: int) -> bool:
    """ "1,800 citizens of Mongolia": the entity stands right behind the counted noun."""
    noun = sentence.mentions[index].noun_span
    gap = sentence.slice(noun.end, sentence.words[i].start).split() if noun else []
    return gap in (["of"], ["of", "the"])


def _in_noun(sentence: Sentence, index: int, i: int) -> bool:
    """ "120 UK companies": the entity stands inside the counted noun phrase."""
    noun = sentence.mentions[index].noun_span
    return noun is not None and noun.start <= sentence.words[i].start < noun.end


def anothers(
    metric: Metric,
    role: str,
    sentence: Sentence,
    index: int,
    i: int,
    place: tuple[int, int] | None,
) -> bool:
    """ "Indonesia's largest investor" is not Indonesia: such a metric says whose its possessive is. Nor are
    imports of "361 billion, but those from China 25 % more" from China."""
    if of_those(sentence, index, i) or (
        place and metric.part_of and _of_the_flow_before(sentence, i, place[0])
    ):
        return True
    if place and metric.shared_by and _not_of_share(sentence, i, role == metric.shared_by, place):
        return True
    if metric.possessive is None or place is None:
        return False
    owners = owners_of(metric, sentence, index, place)
    return bool(owners) and (i in owners) != (role == metric.possessive)


def _of_the_flow_before(sentence: Sentence, i: int, first: int) -> bool:
    """ "China put exports to India at 90 billion and imports at 14": whom the first goes to, the second
    does not."""
    lead = [w.text for w in sentence.words[max(0, i - 2) : i] if w.text != "the"]
    parted = i < first and sentence.between(i, first, NUMBERS) > 0
    return parted and lead[-1:] in (["to"], ["from"])


def of_those(sentence: Sentence, index: int, i: int) -> bool:
    """Whether a name stands behind "those from", and that behind the figure: of the figure that follows."""
    lead = [w.text for w in sentence.words[max(0, i - 3) : i] if w.text != "the"]
    return i > sentence.place[index] + 2 and lead[-2:-1] in (["those"], ["that"])


def _not_of_share(sentence: Sentence, i: int, holds: bool, place: tuple[int, int]) -> bool:
    """ "Peru's share in Chile's trade", "the share of Peru in it": who stands before the name or right
    behind "share of" holds the share, who stands in the name does not."""
    holders = {k for k in range(len(sentence.words)) if _share_of(sentence, k)}
    if not holders and sentence.words[place[0]].text == SHARE:
        lead = range(max(0, place[0] - 2), place[0])
        holders = {k for k in lead if sentence.words[k].sighting and sentence.possessive(k)}
    if holders:
        return (i in holders) != holds
    return holds and place[0] < i < place[1]


def _share_of(sentence: Sentence, i: int) -> bool:
    lead = [w.text for w in sentence.words[max(0, i - 3) : i] if w.text != "the"]
    word = sentence.words[i]
    plain = word.sighting is not None and word.sighting.form == "name"
    return plain and not sentence.possessive(i) and lead[-2:] == [SHARE, "of"]


def owners_of(metric: Metric, sentence: Sentence, index: int, place: tuple[int, int]) -> set[int]:
    """Entities in the possessive before a name; before the rank itself where it gives a scope and
    no role: "ASEAN's second-largest economy", but "Kenya's economy is the largest"."""
    at = sentence.place[index]
    reach, end = (NEAR_NAME + 2, place[1]) if metric.possessive in metric.roles else (2, at)
    near = range(max(0, end - reach), end)
    near = (
        near if len(sentence.sighted(PLACES)) > 1 else range(end)
    )  # "Chad's exports grew, and imports reached"
    return {k for k in near if sentence.words[k].sighting and sentence.possessive(k)}


def _relative(sentence: Sentence, index: int, i: int) -> bool:
    """ "Singapore, which invested ..." and "Indonesia, the 16th biggest economy": the entity right
    before is the subject of what follows; not so in "visited Chad, which is 7 % more"."""
    if i + 1 >= len(sentence.words):
        return False
    auxiliaries = sentence.rules.words.context.auxiliaries
    said = any(w.text in auxiliaries for w in sentence.words[i + 2 : i + 3])
    if said and changes(sentence.mentions[index]):
        return False
    following, comma = sentence.words[i + 1].text, gap_before(sentence, i).strip() == ","
    return following in sentence.rules.words.context.relatives or (comma and following == "the")


def gap_before(sentence: Sentence, i: int) -> str:
    """What stands between a word and the next."""
    return sentence.slice(sentence.words[i].end, sentence.words[i + 1].start)


def _of_form(sighting: Sighting | None, form: str, cues: RoleCues) -> bool:
    """ "country" takes countries and blocs, "thing" anything else, "entity" whatever there is."""
    if sighting is None:
        return False
    kind = sighting.kind
    if form == "country":
        return kind in COUNTRIES or (cues.regions and kind == "region")
    return form == "entity" or kind not in PLACES


def _houses(sentence: Sentence, i: int) -> bool:
    """Whether a possessive stands for the country itself: "into Kazakhstan's economy"."""
    following = {word.text for word in sentence.words[i + 1 : i + 4]}
    return not following.isdisjoint(sentence.rules.words.context.place_nouns)


def distance(sentence: Sentence, index: int, i: int, place: tuple[int, int] | None) -> float:
    at = sentence.place[index]
    anchors = [at, *(place or ())]
    per = PER_NUMBER if i > at else PER_NUMBER_BEFORE
    again = index + 1 in sentence.converted and at <= i and sentence.place[index + 1] < i
    beyond = per * (sentence.between(at, i, NUMBERS) - again)
    return beyond + float(min(0.03 * abs(i - a) + 0.3 * sentence.barrier(i, a) for a in anchors))


def from_scene(role: str, how: How) -> Decision:
    return Decision(role, how, SETTING)
