"""Open metrics: what no rule names is measured by its counted noun and the words that govern it."""

from __future__ import annotations

from audit.attach.measured import Measure, changes
from audit.attach.sentence import TIMES, Sentence
from audit.model import Decision, Span

OPEN_REACH = 7  # words of the governing phrase of an open metric


def of(sentence: Sentence, index: int) -> Measure | None:
    """Counted noun, its modifiers and the governing words, in normal form."""
    mention, vocabulary = sentence.mentions[index], sentence.rules.words
    at = sentence.place[index]
    first, last = sentence.clause(at)
    noun = vocabulary.terms(mention.noun) if mention.noun else ()
    after = _phrase_after(sentence, at, last, mention.noun_span)
    lead = [w for w in sentence.words[first:at] if w.mention is None and w.sighting is None]
    content = [w for w in lead if w.text not in vocabulary.stop][-OPEN_REACH:]
    verb = next((w.norm for w in reversed(content) if w.text in vocabulary.verbs), None)
    subject = tuple(w.norm for w in content if w.text not in vocabulary.verbs)
    terms = (*noun, *after, *((verb,) if verb else ())) if noun else (*subject, *after)
    if not terms:
        return None
    label = mention.noun or " ".join(w.text for w in content) or " ".join(after)
    unique = tuple(sorted(set(terms)))
    kind = {"rank": "rank", "ordinal": "ordinal", "percent": "rate"}.get(mention.kind, "stock")
    kind = "date" if mention.kind in TIMES else kind
    suffix = ".growth" if mention.kind == "percent" and changes(mention) else ""
    decision = Decision("metric", "stated", label, mention.noun_span)
    return Measure("open:" + " ".join(unique) + suffix, kind, label, unique, decision)


def _phrase_after(sentence: Sentence, at: int, last: int, noun: Span | None) -> tuple[str, ...]:
    """Content words behind the number and its noun, up to a verb, a number or a boundary."""
    vocabulary = sentence.rules.words
    found: list[str] = []
    start = next(
        (i for i in range(at + 1, last + 1) if not noun or sentence.words[i].start >= noun.end),
        last + 1,
    )
    for word in sentence.words[start : min(last + 1, start + OPEN_REACH)]:
        if (
            word.mention is not None
            or word.text in vocabulary.verbs
            or sentence.barrier(at, sentence.words.index(word)) > 0
        ):
            break
        if word.sighting is None and word.text not in vocabulary.stop:
            found.append(word.norm)
    return tuple(found)
