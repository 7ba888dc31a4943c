"""Whether a figure is said to be so, planned, forecast, aimed at, denied or conditional."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from audit.attach.sentence import Sentence, last_phrase, mentions_one, phrase_in
from audit.model import Decision, Modality, Period
from audit.rulebook.words import Vocabulary

ORDER: tuple[Modality, ...] = ("target", "forecast", "planned", "conditional")
AHEAD = ("forecast", "planned")  # moods that may stand behind the number: "4 million is expected"
BESIDE = ("with", "including")
DENIAL = 9  # words before the number in which a denial stands
AIM = 14  # words before a figure in which "to boost trade to" stands
DONE = 4  # words before that in which "helped" stands
AIMED = 3  # words between an aim and its figure
MONTH = 31
REACH = 60  # characters behind the number in which they may


def of(
    sentence: Sentence, index: int, period: Period | None, published: date | None
) -> tuple[Modality, Decision | None]:
    """The mood of a mention's clause, and the words that set it; "actual" without any.

    A period that was over when the text appeared is no forecast, whatever the tense.
    """
    over = bool(period and period.last and published and period.last < published)
    at = sentence.place[index]
    first, _ = sentence.clause(at)
    if (
        first and sentence.words[first].text in BESIDE
    ):  # "is to rise to 5 million, with 4 from Peru"
        first, _ = sentence.clause(first - 1)
    lead = sentence.slice(sentence.words[first].start, sentence.words[at].start)
    tail = sentence.slice(sentence.words[at].end, sentence.span.end)[:REACH].split(",")[0]
    context = sentence.rules.words.context
    aimed_at = (
        _noun_of_aim(lead, context.aims)
        or _followed_by_aim(sentence, at)
        or _which_aim(sentence, first)
    )
    if aimed_at:
        return "target", Decision("modality", "stated", aimed_at)
    if told := phrase_in(_up_to_the_next(sentence, index), context.expected_by):
        return "forecast", Decision("modality", "stated", told)
    moody = mentions_one(f"{lead} {tail}", _cues(sentence.rules.words))
    for mood in ORDER if moody else ():
        cues = context.modality.get(mood, [])
        found = last_phrase(lead, cues)
        past = mood in ("target", "planned") or (found and found.group().lower() in context.tenses)
        if found and found.group() == "May":  # the month
            continue
        if found and over and past and not (mood == "target" and _aims_at(lead[found.end() :])):
            continue
        done = mood == "planned" and phrase_in(
            lead[: found.start()] if found else "", context.past_verbs
        )
        if found and not done:
            return mood, Decision("modality", "stated", found.group())
        behind = phrase_in(tail, cues) if mood in AHEAD and not over else None
        if behind:
            return mood, Decision("modality", "stated", behind)
    if period and period.first is None and period.last and published and period.last > published:
        return "forecast", Decision("modality", "inherited", f"by {period.last}")
    so_far = phrase_in(sentence.text, context.until_now) is not None
    share = sentence.mentions[index].kind == "percent" and not so_far
    if period and share and _ahead(period, published):
        return "forecast", Decision("modality", "inherited", f"{period.edtf} was still to come")
    if aim := _aimed(sentence, index):
        return "target", Decision("modality", "stated", aim)
    return _denied(sentence, index)


@cache
def _cues(words: Vocabulary) -> tuple[str, ...]:
    return tuple(cue for mood in ORDER for cue in words.context.modality.get(mood, []))


def _up_to_the_next(sentence: Sentence, index: int) -> str:
    """What stands between a figure and the next: of "5.2 percent against the 5.4 percent economists
    expected" only the second was."""
    mentions = sentence.mentions[index + 1 :]
    end = next((m.start for m in mentions if not m.is_time), sentence.span.end)
    return sentence.slice(sentence.mentions[index].end, end)[:REACH].split(",")[0]


def _noun_of_aim(lead: str, aims: Sequence[str]) -> str | None:
    """ "Short of the annual target of": what was aimed at, whenever."""
    words = lead.lower().split()
    while words and words[-1] in ("about", "around", "some", "at", "least", "$", "€", "£"):
        words.pop()
    return words[-2] if words[-1:] == ["of"] and words[-2:-1] and words[-2] in aims else None


def _followed_by_aim(sentence: Sentence, at: int) -> str | None:
    """ "Missed its 5.5 % target"."""
    aims = sentence.rules.words.context.aims
    return next((w.text for w in sentence.words[at + 1 : at + 2] if w.text in aims), None)


def _which_aim(sentence: Sentence, first: int) -> str | None:
    """ "More than the government's forecast for 2023, which was 109.7 %"."""
    context = sentence.rules.words.context
    opened = " ".join(w.text for w in sentence.words[first : first + 2])
    if not first or opened not in context.which_was:
        return None
    start, _ = sentence.clause(first - 1)
    lead = [w.text for w in sentence.words[max(start, first - AIM) : first]]
    foreseen = (*context.aims, *context.foreseen)
    return next((word for word in reversed(lead) if word in foreseen), None)


def _aimed(sentence: Sentence, index: int) -> str | None:
    """ "To boost trade further to $2 billion", "a roadmap for bringing it to $2 billion": what is to be made
    of a figure is none yet; "helped to boost" is done."""
    context = sentence.rules.words.context
    at = sentence.place[index]
    first, _ = sentence.clause(at)
    texts = [w.text for w in sentence.words[max(first, at - AIM) : at]]
    for i, text in enumerate(texts):
        lead = [w for w in texts[:i] if not w.endswith("ly") and w not in ("further", "mutual")]
        done = set(lead[-DONE:]) & set(context.achieved)
        if text in context.raising and lead[-1:] == ["to"] and not done:
            return f"to {text}"
        if text in context.bringing and lead[-1:] and lead[-1] in context.towards:
            return f"{lead[-1]} {text}"
    return None


def _aims_at(between: str) -> bool:
    """Whether a figure stands right behind a word for an aim: "targeting $200 billion by 2020", told
    later, was none either; "targeted a convoy, killing two" aimed at no figure."""
    words = between.split()
    return len(words) <= AIMED and "by" not in words and "," not in between


def _ahead(period: Period, published: date | None) -> bool:
    """Whether most of a time of months was still to come when the text appeared."""
    if not (period.first and period.last and published):
        return False
    left = (period.last - max(published, period.first)).days
    return left > MONTH and 2 * left > (period.last - period.first).days


def _denied(sentence: Sentence, index: int) -> tuple[Modality, Decision | None]:
    lead = sentence.before(sentence.place[index], DENIAL)
    context = sentence.rules.words.context
    behind = sentence.slice(sentence.words[sentence.place[index]].end, sentence.span.end)[:REACH]
    words = phrase_in(lead, context.modality.get("denied", [])) or phrase_in(
        behind.split(",")[0].lower(), context.unreached
    )
    return ("denied", Decision("modality", "stated", words)) if words else ("actual", None)
