"""Whether a figure is said to be so, planned, forecast, aimed at, denied or conditional."""

from __future__ import annotations

from audit.attach.sentence import Sentence, phrase_in
from audit.model import Decision, Modality

ORDER: tuple[Modality, ...] = ("target", "forecast", "planned", "conditional")


def of(sentence: Sentence, index: int) -> tuple[Modality, Decision | None]:
    """The mood of a mention's clause, and the words that set it; "actual" without any."""
    at = sentence.place[index]
    first, _ = sentence.clause(at)
    start = sentence.words[first].start
    lead = sentence.slice(start, sentence.words[at].start)
    tail = sentence.slice(sentence.words[at].end, sentence.span.end)[:60].split(",")[0]
    cues = sentence.rules.words.context.modality
    for mood in ORDER:
        found = phrase_in(lead, cues.get(mood, []))
        found = found or (
            phrase_in(tail, cues.get(mood, [])) if mood in ("forecast", "planned") else None
        )
        if found:
            return mood, Decision("modality", "stated", found)
    mention = sentence.mentions[index]
    if mention.period and mention.period.first is None:
        return "actual", None
    denial = phrase_in(" ".join(lead.split()[-4:]), cues.get("denied", []))
    if denial:
        return "denied", Decision("modality", "stated", denial)
    return "actual", None
