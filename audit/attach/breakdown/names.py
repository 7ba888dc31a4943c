"""A count and the closed list of its names: "five countries: Kenya, Ghana, Togo, Mali and Benin"."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from audit.attach.sentence import Sentence
from audit.model import LISTED, Claim, Decision, Span
from audit.rulebook.words import Breakdown

REACH = 400  # characters behind a count
COUNTS = range(2, 41)
_BLANK = re.compile(r"\s")
_GLUE = "_"  # for the blanks of a name that the rulebook knows: "Trinidad_and_Tobago" is one


class _Forms(Struct, frozen=True):
    counted: re.Pattern[str]  # from a count to the end of its list
    parted: re.Pattern[str]  # between two names


def names(claim: Claim, sentence: Sentence) -> Decision | None:
    """The names that are told right behind a count as all that it counts; None if there are none."""
    mention = claim.mention
    counts = mention.kind in ("count", "number") and mention.stated in COUNTS
    if not counts or mention.hedge != "exact" or mention.unit is not None:
        return None
    context = sentence.rules.words.context
    forms = _forms(tuple(context.particles), context.breakdown)
    begin = mention.end - sentence.span.start
    match = forms.counted.match(_glued(sentence), begin, begin + REACH)
    if match is None or sentence.rules.words.verbs & {*match["noun"].lower().split()}:
        return None
    told = [one.replace(_GLUE, " ").rstrip(".") for one in forms.parted.split(match["names"])]
    first, last = match.span("names")
    return Decision(LISTED, "stated", "; ".join(told), Span(begin + first, begin + last))


def _glued(sentence: Sentence) -> str:
    """The text with each name that the rulebook knows in one piece; offsets stay as they are."""
    text = sentence.text
    for sight in sentence.sightings:
        name = _BLANK.sub(_GLUE, text[sight.start : sight.end])
        text = text[: sight.start] + name + text[sight.end :]
    return text


@cache
def _forms(particles: tuple[str, ...], words: Breakdown) -> _Forms:
    joins = "|".join(map(re.escape, words.joins))
    small = "|".join(map(re.escape, [*particles, *words.articles]))
    word = r"[^\W\d_a-z][\w’'.&-]*"
    name = rf"(?:(?:{small})\s)*{word}(?:\s(?:(?:{small})\s)*{word})*"
    intro = rf"(?::|\s[–—-]|,?\s(?:{'|'.join(map(re.escape, [*words.namely, *words.copulas]))}):?)"
    several = rf"(?P<names>{name}(?:,\s{name})*,?\s(?:{joins})\s{name})"
    closed = rf"(?=[.;:)!?]|\s[–—-]\s|,\s[a-z]|\s[a-z]|$)(?!,?\s(?:{joins}|{'|'.join(map(re.escape, words.goes_on))})\b)"
    return _Forms(
        counted=re.compile(
            rf"(?P<noun>(?:\s[a-z][\w-]*){{1,3}})(?:{intro}\s|\s\((?=[^()]*\))){several}{closed}"
        ),
        parted=re.compile(rf",?\s(?:{joins})\s|,\s"),
    )
