"""When two facts are of one event: they have one name, or the two sentences are one."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from audit.model import Claim, days_apart
from audit.rulebook import Rulebook

NAMED = 3  # shared terms from which a thing is this one and not one of its kind
ALIKE = 0.75  # share of the shorter name's terms that the longer one has too
MONTH = 31  # days between two papers within which one sentence tells of one event
SAME_FRAME = 90  # ratio at which two sentences are one but for the date
# a run of capitalised words with the small ones inside it: "Roadmap on Rural Roads"
RUN = r"[^\W\d_a-z][\w’'&-]*(?:\s(?:(?:of|for|and|the|on|in)\s){0,2}[^\W\d_a-z][\w’'&-]*)*"
NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]*|\d[\d.,]*")


def proper(claim: Claim) -> bool:
    """Whether the thing has a name, not only a kind: two capitals behind its first word."""
    words = claim.label.partition(": ")[2].split()[1:]
    return sum(word[0].isupper() for word in words) > 1


def one_thing(a: Claim, b: Claim, alike: float = ALIKE) -> bool:
    left, right = set(a.terms), set(b.terms)
    shared = len(left & right)
    least = min(len(left), len(right))
    return proper(a) and proper(b) and shared >= max(NAMED, alike * least)


def apart(a: Claim, b: Claim) -> bool:
    """Whether the claims stand in different documents."""
    return (a.source, a.item) != (b.source, b.item)


def named_alike(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether two things have one proper name, whatever common words stand beside it.

    Places and the kind of thing are no name: there are many flights between two cities.
    """
    names = _names(a, rules)
    own = names - set(rules.words.terms(" ".join(rules.facts.words.events[_what(a)].things)))
    return one_thing(a, b) and names == _names(b, rules) and bool(own - _places(a, rules))


def sole(a: Claim, b: Claim, rules: Rulebook) -> bool:
    """Whether the thing is one that these countries have one of: an embassy, independence."""
    if (a.subject, a.object) != (b.subject, b.object):
        return False
    known = sum(key is not None for key in (a.subject, a.object))
    only = rules.facts.words.events[_what(a)].sole
    both = set(_thing(a).lower().split()) & set(_thing(b).lower().split())
    return any(known >= countries for thing, countries in only.items() if thing in both)


def one_sentence(a: Claim, b: Claim) -> bool:
    """Whether two papers of one month tell it in one sentence that only the date tells apart."""
    if days_apart(a.published, b.published) > MONTH:
        return False
    one, two = undated(a), undated(b)
    same = sorted(NAME.findall(one)) == sorted(NAME.findall(two))
    return same and fuzz.ratio(one, two) >= SAME_FRAME


def written(claim: Claim, slot: str = "period") -> bool:
    """Whether the sentence gives a time with its year: "on Tuesday" counts from the day of the text,
    which archives renew."""
    when = claim.as_of if slot == "as_of" else claim.period
    if when is None or when.first is None or when.last is None:
        return False
    words = [d.words for d in claim.decided if d.slot == slot and d.how == "stated"]
    return any(str(when.first.year) in said for said in words)


def printed_again(a: Claim, b: Claim) -> bool:
    """Whether one sentence stands in papers of two days with the same words for its date: "today"
    is still the day of the first."""
    return dated(a) == dated(b) and fuzz.ratio(undated(a), undated(b)) >= SAME_FRAME


def dated(claim: Claim) -> list[str]:
    """The words for the date of the fact."""
    return [d.words.lower() for d in claim.decided if d.slot == "period"]


def undated(claim: Claim) -> str:
    """The sentence without the date of the fact."""
    base = claim.sentence.start if claim.sentence else 0
    spans = (d.span for d in claim.decided if d.slot == "period" and d.span)
    text = claim.quote
    for span in spans:
        text = f"{text[: span.start - base]} {text[span.end - base :]}"
    return text


def _what(claim: Claim) -> str:
    return claim.metric.removeprefix("fact:")


def _thing(claim: Claim) -> str:
    return claim.label.partition(": ")[2]


def _places(claim: Claim, rules: Rulebook) -> set[str]:
    thing = _thing(claim)
    return set(rules.words.terms(" ".join(thing[s.start : s.end] for s in rules.atlas.scan(thing))))


def _names(claim: Claim, rules: Rulebook) -> set[str]:
    """The terms of capitalised words and numbers; articles are no terms."""
    return set(rules.words.terms(" ".join(NAME.findall(_thing(claim)))))
