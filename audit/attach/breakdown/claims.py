"""The claims of a list: a part knows its total, and a bare number is of the list's kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from audit.attach.breakdown.told import Breakdown
from audit.attach.measured import Measure
from audit.attach.sentence import Sentence
from audit.model import EVERY_PART, LISTED, PART, Claim, Decision, Mention, Span

WORDS = 4  # that name a part
REACH = 60  # characters of the words before or behind a list
_LABEL = re.compile(r"[^,;:.–—]*\Z")
_CLAUSE = re.compile(r"[^,;:.()–—]*(?:\([^()]*\)|\))?")


def marked(claim: Claim, told: Sequence[Breakdown], sentence: Sentence) -> Claim:
    """The claim with the totals that it is a part of."""
    of = [_part_of(one, sentence) for one in told if _holds(one.parts, claim)]
    return replace(claim, decided=tuple(sorted({*claim.decided, *of}))) if of else claim


def _part_of(one: Breakdown, sentence: Sentence) -> Decision:
    slot = EVERY_PART if one.whole else PART
    span = Span(one.total.start, one.total.end) if one.total else None
    return Decision(slot, "stated", _words(one, sentence), span)


def _words(one: Breakdown, sentence: Sentence) -> str:
    """The list as written: with the label of its first part, and to the end of the clause of its last."""
    first, last = one.parts[0].start, one.parts[-1].end
    lead = sentence.slice(max(sentence.span.start, first - REACH), first)
    label = _LABEL.search(lead)
    start = first - len(label[0].lstrip()) if label and one.labelled else first
    if one.total and one.total.end <= first:
        noun = one.total.noun_span
        start = max(start, one.total.end, noun.end if noun and noun.end <= first else 0)
    behind = _CLAUSE.match(sentence.slice(last, min(last + REACH, sentence.span.end)))
    words = " ".join(sentence.slice(start, last + (behind.end() if behind else 0)).split())
    return words if words.count("(") == words.count(")") else words.removesuffix(")")


def missing(
    told: Sequence[Breakdown],
    found: Sequence[Claim],
    before: Sequence[Claim],
    sentence: Sentence,
) -> Iterator[tuple[int, Measure]]:
    """The numbers of lists that no words of their own measure: they are of the list's kind, which
    a total in the sentence before may give."""
    known = {claim.start for claim in found}
    place = {mention.start: index for index, mention in enumerate(sentence.mentions)}
    for one in told:
        every = (*filter(None, [one.total]), *one.parts)
        like = next((c for c in (*found, *before) if _holds(every, c)), None)
        for mention in every:
            index = place.get(mention.start)
            if like and index is not None and mention.start not in known:
                known.add(mention.start)
                yield index, _measure(like, sentence, mention, part=mention is not one.total)


def _measure(like: Claim, sentence: Sentence, mention: Mention, *, part: bool) -> Measure:
    said = Decision("metric", "inherited", LISTED)
    filters = (("part", _name(sentence, mention)),) if part else ()
    metric = like.metric if like.metric.startswith("open:") else f"open:{' '.join(like.terms)}"
    return Measure(metric, like.kind, like.label, like.terms, said, None, filters)


def _name(sentence: Sentence, mention: Mention) -> str:
    """What follows a part, up to the next number."""
    later = [m.start for m in sentence.mentions if m.start >= mention.end]
    words = sentence.slice(mention.end, min([*later, sentence.span.end]))
    return " ".join(sentence.rules.words.terms(words)[:WORDS]) or mention.text


def _holds(mentions: Sequence[Mention], claim: Claim) -> bool:
    return any((m.start, m.end) == (claim.start, claim.end) for m in mentions)
