"""What narrows a metric where its name stands: "semiconductor exports", "trade in services".

A word right before the name, or behind "of", "in" or "for" right after it, that belongs to none of
the metric's own names makes the claim one about a part: a filter. So does being
the whole of which the number before is a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, takewhile

from audit.attach import nearness
from audit.attach.sentence import Sentence, Word, phrase_in
from audit.model import SOME, Mention
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Occurrence

LINKS = ("of", "in", "for", "from")
AHEAD = 3  # words of a narrowing phrase behind the name
OF_THEM = 6  # words before a figure in which it is told to be of some: "15 of them, valued at"
PLACED = ("from", "of", "in", "with", "to")  # before the place whose trade, visitors, output it is
SUBSETS = ("of them", "of these", "of those", "of which", "of whom")
OF_THE = {("of", w) for w in ("the", "them", "these", "those", "which", "all", "its", "whom")}
PAIR = 2
LED = 3  # words before a share in which "made up" stands
OF_SUM = 3  # words of "of the sum"
VERB = 3  # words before a number in which "include" stands
COUNTED = ("count", "number")
WORTH = ("worth", "valued", "totaling", "totalling")
AMOUNTS = ("money", "measure")


def of(
    sentence: Sentence, index: int, metric: Metric, name: Occurrence
) -> Iterator[tuple[str, str]]:
    """(axis, value) for each narrowing of this metric in this place."""
    names = sentence.rules.names
    own = names.stems(metric.key) | sentence.rules.words.harmless | names.axes(metric.key)
    behind = () if _of_fields(metric, sentence, name) else _behind(sentence, name, index)
    near = (*_before(sentence, name), *_inside(sentence, name), *behind)
    for word in (*near, *_object(sentence, name), *_worth(sentence, index)):
        wide = metric.kind == "rank" and word.text in sentence.rules.words.context.worldwide
        if word.norm not in own and not wide:
            yield ("of", word.norm)
    if city := _city(sentence, name):
        yield ("of", city)
    if part := province(sentence, index):
        yield ("part", part)
    if set(metric.roles) == {"of"} and (place := _unknown_place(sentence, index)):
        yield ("part", place)
    if metric.kind == "flow" and set(metric.roles) == {"host"} and (way := _way(sentence, index)):
        yield ("part", way)
    if _whole(sentence, index):
        yield ("part", "whole")
    level = sentence.mentions[index].kind != "percent" and set(metric.roles) in ({"of"}, {"host"})
    if level and _a_part(sentence, index):
        yield ("part", "share")
    if some := _of_some(sentence, index, name):
        yield ("of", some)
    if not nearness.falls_on(sentence, sentence.place[index], name):
        yield from subset(sentence, index, metric)
    yield from paces(sentence, index)


def paces(sentence: Sentence, index: int) -> Iterator[tuple[str, str]]:
    """ "Month on month it fell by 0.2 %": at which pace a rate is told."""
    if sentence.mentions[index].kind != "percent":
        return
    for pace, words in sentence.rules.words.context.paces.items():
        if any(phrase_in(text, words) for text in _own_clause(sentence, index)):
            yield ("pace", pace)


def _city(sentence: Sentence, name: Occurrence) -> str | None:
    """ "Exports from Istanbul", "Hamburg's imports": a city's are no country's; a capital may stand for
    a government, and a province has a part of its own."""
    lead = [w for w in sentence.words[max(0, name.first - PAIR) : name.first] if w.text != "s"]
    behind = sentence.words[name.last + 1 : name.last + 1 + PAIR]
    near = [*lead[-1:], *(behind[1:] if behind and behind[0].text in PLACED else [])]
    seen = (w.sighting for w in near if w.sighting and w.sighting.kind == "city")
    return next((city.key for city in seen if city.form != "capital"), None)


def province(sentence: Sentence, index: int) -> str | None:
    """ "Enterprises registered in the Mangistau region": of a part of the country."""
    pattern = _provinces(tuple(sentence.rules.words.context.provinces))
    found = pattern.match(sentence.text) or pattern.search(_clause(sentence, index))
    known = sentence.rules.atlas.scan(found[1]) if found else ()
    return found[1].strip().lower() if found and not known else None


def _unknown_place(sentence: Sentence, index: int) -> str | None:
    """ "In Quebec unemployment was 4.4 %", "5 % in Arosa": a place that is no country is rather a part
    of one."""
    words, at = sentence.words, sentence.place[index]
    behind = at + 1 if words[at + 1 : at + 2] and words[at + 1].text == "in" else 0
    for i in (0, behind):
        if words[i].text != "in":
            continue
        named = list(takewhile(lambda k: _is_name(sentence, k), range(i + 1, len(words))))
        if not named or i + 1 + len(named) == at:
            continue
        seen = words[named[0]].sighting
        gap = sentence.slice(words[named[-1]].end, words[min(len(words) - 1, named[-1] + 1)].start)
        owned = sentence.sighted(("country",))  # "in Europe unemployment in Spain was highest"
        if not owned and (seen is not None or "," not in gap):
            return " ".join(words[k].text for k in named)
    return None


def _is_name(sentence: Sentence, i: int) -> bool:
    word = sentence.words[i]
    written = sentence.slice(word.start, word.end)
    seen = word.sighting
    part = seen is None or (seen.kind in ("region", "city") and seen.form != "capital")
    plain = part and word.mention is None and word.text not in sentence.rules.words.stop
    joined = sentence.slice(sentence.words[i - 1].end, word.start) == " "
    return plain and joined and written[:1].isupper()


@cache
def _provinces(nouns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b[Ii]n (?:the )?((?:[A-Z][\w-]+ )+)(?:{'|'.join(nouns)})\b")


def _way(sentence: Sentence, index: int) -> str | None:
    """ "Transit from China to Europe": of one way through the country."""
    first, last = sentence.clause(sentence.place[index])
    seen = [i for i in range(first, last + 1) if sentence.words[i].sighting]
    led = {i: sentence.words[i - 1].text for i in seen if i}
    ways = (
        (i, j) for i in seen for j in seen if i < j and (led.get(i), led.get(j)) == ("from", "to")
    )
    return next((f"{sentence.words[i].norm} {sentence.words[j].norm}" for i, j in ways), None)


def _clause(sentence: Sentence, index: int) -> str:
    first, last = sentence.clause(sentence.place[index])
    return sentence.slice(sentence.words[first].start, sentence.words[last].end)


def _own_clause(sentence: Sentence, index: int) -> tuple[str, str]:
    """What stands in a number's clause behind the number before and up to the next: "rose to 85 % from
    a year earlier and by 3.5 % from the previous month"."""
    at = sentence.place[index]
    first, last = sentence.clause(at)
    rates = [
        i for i in range(first, last + 1) if (m := sentence.words[i].mention) is not None
        and i != at and sentence.mentions[m].kind == "percent"
    ]  # fmt: skip
    start = max(
        (sentence.words[i].end for i in rates if i < at), default=sentence.words[first].start
    )
    end = min((sentence.words[i].start for i in rates if i > at), default=sentence.words[last].end)
    word = sentence.words[at]
    return sentence.slice(start, word.start).lower(), sentence.slice(word.end, end).lower()


def subset(
    sentence: Sentence, index: int, metric: Metric | None = None
) -> Iterator[tuple[str, str]]:
    """ "Fifteen of them, valued at $3.9 billion, are running", "4,000 of the companies": a part of
    what was told."""
    behind = tuple(w.text for w in sentence.words[sentence.place[index] + 1 :][:PAIR])
    counted = sentence.mentions[index].kind in COUNTED
    if (
        (counted and behind in OF_THE)
        or _of_the_sum(sentence, index)
        or phrase_in(sentence.before(sentence.place[index], OF_THEM), SUBSETS)
        or (counted and (_included(sentence, index, metric) or _listed(sentence, index)))
    ):
        yield SOME


def _listed(sentence: Sentence, index: int) -> bool:
    """ "The memorandums include 12 in services": one of the parts, right behind the verb."""
    at, context = sentence.place[index], sentence.rules.words.context
    lead = [w.text for w in sentence.words[max(0, at - VERB) : at] if w.text not in context.hedging]
    return bool(lead) and lead[-1] in context.include


def _of_the_sum(sentence: Sentence, index: int) -> bool:
    """ "RM100 billion of the sum was obtained apart"."""
    behind = " ".join(w.text for w in sentence.words[sentence.place[index] + 1 :][:OF_SUM])
    return behind in sentence.rules.words.context.of_the_sum


def _included(sentence: Sentence, index: int, metric: Metric | None) -> bool:
    """ "358 block trains, including 146 with transit cargo and 212 with imports": parts of the first."""
    mention = sentence.mentions[index]
    lead = sentence.slice(sentence.span.start, mention.start).lower()
    told = phrase_in(lead, sentence.rules.words.context.including)
    opened = sentence.span.start + lead.rfind(told) if told else 0
    wholes = (m for m in sentence.mentions[:index] if m.kind in COUNTED and m.end <= opened)
    return any(
        (m.stated or 0) > (mention.stated or 0) and _alike(m, mention, metric, sentence)
        for m in wholes
    )


def _alike(one: Mention, other: Mention, metric: Metric | None, sentence: Sentence) -> bool:
    """Whether two numbers count one noun, or two that the metric counts, as far as they say."""
    nouns = {sentence.rules.words.norm(m.noun.split()[-1]) for m in (one, other) if m.noun}
    stems = sentence.rules.names.stems(metric.key) if metric else frozenset()
    return len(nouns) < PAIR or nouns <= stems


def _inside(sentence: Sentence, name: Occurrence) -> Iterator[Word]:
    """The content words between those of a name: "mutual agricultural trade"."""
    vocabulary = sentence.rules.words
    stems = set(vocabulary.terms(name.name))
    for i in range(name.first + 1, name.last):
        word, behind = sentence.words[i : i + 2]
        plain = word.mention is None and word.sighting is None and behind.norm in stems
        idle = (vocabulary.stop, vocabulary.verbs, vocabulary.context.prepositions)
        if plain and not any(word.text in words for words in idle):
            yield word


def _worth(sentence: Sentence, index: int) -> Iterator[Word]:
    """ "2,500 trucks worth $16 million were exported": the sum of these alone."""
    at = sentence.place[index]
    if at < PAIR or sentence.words[at - 1].text not in WORTH:
        return
    word = sentence.words[at - PAIR]
    plain = word.mention is None and word.sighting is None and not word.text.endswith("ed")
    if plain and word.text not in sentence.rules.words.stop:
        yield word


def _object(sentence: Sentence, name: Occurrence) -> Iterator[Word]:
    """What a verb of trade trades: "exported cement worth $5 million"."""
    context, vocabulary = sentence.rules.words.context, sentence.rules.words
    acts = {act for cues in context.roles.values() for act in cues.acts}
    if sentence.words[name.last].text not in acts:
        return
    start = name.last + 1
    seen = [w.sighting is not None for w in sentence.words[start + 1 : start + PAIR]]
    if any(seen) and sentence.words[start].text in PLACED:
        start += PAIR  # "exported to Chad aviation products worth $5 million"
    while start < len(sentence.words) and sentence.words[start].text in ("the", "some"):
        start += 1
    for word in sentence.words[start : start + AHEAD]:
        plain = word.mention is None and word.sighting is None
        idle = (vocabulary.stop, vocabulary.verbs, context.prepositions, context.hedging)
        if not plain or any(word.text in words for words in idle):
            return
        yield word


def _of_some(sentence: Sentence, index: int, name: Occurrence) -> str | None:
    """ "Exports of 64 new items worth $11 million": of what is counted behind the name."""
    if sentence.mentions[index].kind not in AMOUNTS:
        return None
    behind = sentence.words[name.last + 1 : name.last + 1 + PAIR]
    owned = behind[1:] if behind and behind[0].text == "of" else []
    inside = (w.mention for w in (*sentence.words[name.first : name.last], *owned))
    counted = (sentence.mentions[m] for m in inside if m is not None and m != index)
    nouns = (m.noun.split()[-1] for m in counted if m.kind in COUNTED and m.noun)
    return next(map(sentence.rules.words.norm, nouns), None)


def _before(sentence: Sentence, name: Occurrence) -> Iterator[Word]:
    """The content words that stand right before a name, nearest first."""
    vocabulary = sentence.rules.words
    for i in range(_spelled_out(sentence, name.first) - 1, -1, -1):
        word = sentence.words[i]
        plain = word.mention is None and word.sighting is None
        adverb = word.text.endswith("ly") or word.text in vocabulary.context.relative_adverbs
        if not plain or word.text in vocabulary.stop or word.text in vocabulary.verbs or adverb:
            return
        if sentence.barriers[i + 1] > sentence.barriers[i]:
            return
        if ":" in sentence.slice(word.end, sentence.words[i + 1].start):
            return
        yield word


def _spelled_out(sentence: Sentence, at: int) -> int:
    """Where a name begins that stands behind its own words: "regional gross domestic product (GDP)"."""
    word = sentence.words[at]
    letters = sentence.slice(word.start, word.end)
    lead = sentence.words[max(0, at - len(letters)) : at]
    bracket = lead and "(" in sentence.slice(lead[-1].end, word.start)
    spelled = "".join(w.text[:1] for w in lead) == word.text
    return at - len(letters) if bracket and spelled and letters.isupper() else at


def _behind(sentence: Sentence, name: Occurrence, index: int) -> Iterator[Word]:
    """The content words of an "of", "in", "for" or "from" phrase right behind a name."""
    following = sentence.words[name.last + 1 : name.last + 2 + AHEAD]
    if not following or following[0].text not in LINKS:
        return
    hedge = sentence.mentions[index].hedge_span
    joined, said = sentence.rules.words.context.within_phrases, False
    for word in following[1:]:
        if said and word.text in sentence.rules.words.stop and word.text not in joined:
            return  # "of understanding during the visit"
        said = said or word.text not in sentence.rules.words.stop
        if word.mention is not None or word.sighting is not None:
            return
        if hedge and hedge.start <= word.start < hedge.end:
            return  # "injecting in excess of $5 billion"
        if word.text in sentence.rules.words.verbs:
            return
        if word.text not in sentence.rules.words.stop:
            yield word


def _of_fields(metric: Metric, sentence: Sentence, name: Occurrence) -> bool:
    """ "Signed 20 agreements in energy, defence and industry", "in various sectors": what they deal
    with, and no part of them."""
    behind = sentence.words[name.last + 1 : name.last + 2 + AHEAD]
    if metric.kind != "set" or not behind or behind[0].text != "in":
        return False
    several = any("," in sentence.slice(a.end, b.start) for a, b in pairwise(behind[1:]))
    fields = sentence.rules.words.context.fields
    return several or any(w.text in fields for w in behind[1:4])


def _a_part(sentence: Sentence, index: int) -> bool:
    """ "Reached 87 GW, and made up 19 % of the country's capacity": a part, of which kind was told
    before."""
    verbs = sentence.rules.words.context.partition_verbs
    others = [m for m in sentence.mentions[index + 1 :] if not m.is_time]
    shares = list(takewhile(lambda m: m.kind == "percent", others))
    return any(
        sentence.slice(share.end, share.end + 4) == " of "
        and phrase_in(sentence.before(sentence.place[sentence.mentions.index(share)], LED), verbs)
        for share in shares
    )


def _whole(sentence: Sentence, index: int) -> bool:
    """Whether this is the set of which the number before is a part: "22 of the 36 minerals"."""
    if index == 0 or sentence.mentions[index].kind not in COUNTED:
        return False
    before = sentence.mentions[index - 1]
    between = sentence.slice(before.end, sentence.mentions[index].start).lower().split()
    return before.kind in COUNTED and between in (
        ["of"],
        ["of", "the"],
        ["out", "of"],
        ["out", "of", "the"],
        ["of", "all"],
    )
