"""What a figure is compared with: numbers and dates that are the base of a change."""

from __future__ import annotations

import re

from audit.attach.sentence import TIMES, Sentence, last_phrase, phrase_in
from audit.attach.timed import ADJACENT, EARLIER, NUMBERS

_RANGE = re.compile(r"\b(?:through|to|until|till)\b|[–—-]", re.IGNORECASE)
# "down 9 % from the record of 2022", "1.5 % on the level recorded in 2019"
_LEVEL = re.compile(
    r"(?:the|its|their)? ?(?:record|high|peak|level|levels|figure|figures)(?: \w+ed| seen)?(?: of| in)?"
)
BRACKET = 14  # words before a bracket in which a comparison begins
NEAR = 8  # words between a change and what it is counted from
HIGHER = ("more than", "less than", "higher than", "lower than", "above", "below")
OWN = 8  # words behind a number within which the next date, with no number between, is its own


def is_base_value(sentence: Sentence, index: int) -> bool:
    """Whether a number is what another is compared with: "from 53.8 billion", "against 40 million"."""
    mention = sentence.mentions[index]
    if mention.kind not in NUMBERS:
        return False
    if mention.change == "from" and (mention.direction or not mention.own_noun):
        return True  # "athletes from 14 countries" is no beginning
    if _in_the_bracket_of_a_base(sentence, index):
        return True
    if _percent_more(sentence, index) or _of_the_one_before(sentence, index):
        return True
    lead = sentence.before(sentence.place[index], 4).rstrip(" $€£¥")
    context = sentence.rules.words.context
    if lead.endswith(context.following) and _follows_another(sentence, index):
        return True
    found = last_phrase(lead, context.value_bases)
    if found is not None and found.group() == "from" and mention.own_noun:
        return False
    if found is not None and found.group() in context.beating:
        return _beaten(sentence, index, lead[: found.start()])
    return found is not None and lead[found.end() :].strip() in (
        "",
        "the",
        "a",
        "an",
        "about",
        "around",
        "some",
        "the record",
        "a record",
    )


def _percent_more(sentence: Sentence, index: int) -> bool:
    """ "36 percent more than $199 million": what the change is counted from, and no bound."""
    mention = sentence.mentions[index]
    before = sentence.mentions[index - 1] if index else None
    if mention.hedge not in ("more_than", "less_than") or before is None:
        return False
    gap = sentence.slice(before.end, mention.start).strip(" $€£¥")
    told = not gap or last_phrase(gap.lower() + " ", HIGHER) is not None
    return before.kind == "percent" and before.change == "by" and told and len(gap.split()) <= 2


def _of_the_one_before(sentence: Sentence, index: int) -> bool:
    """ "Exceeding the previous season's 48.4 million"."""
    lead = sentence.before(sentence.place[index], 3).rstrip(" $€£¥").replace("’", "'").split()
    return (
        lead[-1:] != [] and lead[-1].endswith("'s") and lead[-2:-1] in (["previous"], ["preceding"])
    )


def _beaten(sentence: Sentence, index: int, lead: str) -> bool:
    """ "Sold 5 million, exceeding the 4 million of 2022"; "with investments exceeding 7.5 billion" is
    held against nothing."""
    if not _follows_another(sentence, index):
        return False
    return lead.rstrip().endswith(",") or not lead.split() or lead.split()[-1][-1:].isdigit()


def _follows_another(sentence: Sentence, index: int) -> bool:
    """ "Reached 110.6 % after 111.9 % at the end of 2022": of one unit with the figure before it."""
    mention = sentence.mentions[index]
    last = next((m for m in reversed(sentence.mentions[:index]) if m.kind in NUMBERS), None)
    return last is not None and (last.kind, last.unit) == (mention.kind, mention.unit)


def _in_the_bracket_of_a_base(sentence: Sentence, index: int) -> bool:
    """ "In contrast to the first months of the year prior (2.35 billion)"."""
    at = sentence.place[index]
    gap = sentence.slice(sentence.words[at - 1].end, sentence.words[at].start) if at else ""
    lead = sentence.before(at, BRACKET).rstrip(" ($€£¥")
    found = last_phrase(lead, sentence.rules.words.context.contrasts) if "(" in gap else None
    return found is not None and not any(c in lead[found.end() :] for c in ",;(")


def own_date(sentence: Sentence, index: int) -> int | None:
    """The date that such a number gives itself: "compared to 333.7 million in the same months of
    2016". No other number stands between."""
    at = sentence.place[index]
    behind = (w.mention for w in sentence.words[at + 1 : at + 1 + OWN] if w.mention is not None)
    following = next(behind, None)
    if following is None:
        return None
    date = sentence.mentions[following]
    told = any(c.isdigit() for c in date.text) or last_phrase(date.text.lower(), EARLIER)
    return following if date.is_time and told else None


def is_base(sentence: Sentence, index: int) -> bool:
    """Whether a date is what a figure is compared with: "compared to 2021", "up 86 % on 2022"."""
    at = sentence.place[index]
    lead = sentence.before(at, 8)
    cues = sentence.rules.words.context.base_cues
    found = last_phrase(lead, cues)
    if found:
        cue, rest = found.group(), lead[found.end() :]
        ranging = cue == "from" and not lead[: found.start()].endswith("than ")
        if ranging and _RANGE.search(sentence.mentions[index].text):
            return False  # "fell by 16 % from January through July"
        if cue == "on" and sentence.mentions[index].kind == "date":
            return False  # "rose 5 percent on Monday" is when, "up 5 percent on 2022" is the base
        if len(cue.split()) > 1 or cue in ("versus", "against"):
            return not any(c.isdigit() for c in rest) and len(rest.split()) <= 5
        same = phrase_in(rest, sentence.rules.words.context.same_period)
        return (
            same is not None
            or rest.lstrip().startswith(("that of ", "that in ", "those of "))
            or _LEVEL.fullmatch(rest.strip()) is not None
            or rest.strip()
            in (
                "",
                "the",
                "the year",
                "that in",
                "that of",
                "in",
            )
        ) and _after_change(sentence, at, cue)
    return False


def _after_change(sentence: Sentence, at: int, cue: str) -> bool:
    """A bare "on", "over" or "from" marks a base only behind a change ("up 86 % on 2022")."""
    near = [w.mention for w in sentence.words[max(0, at - NEAR) : at] if w.mention is not None]
    last = [sentence.mentions[m] for m in near[-1:]]
    points = sentence.rules.lexicon.points
    moved = any(m.change == "by" for m in last)  # "an increase of $97 million from 2011"
    return (
        cue == "than"
        or moved
        or any(m.kind in ("percent", "number") or m.noun in points for m in last)
    )


def of_a_base(sentence: Sentence, at: int, date: int) -> bool:
    """ "68 %, down from 72.4 % in 2020", "killed 23, surpassing the 14 victims of 1997": the date is
    that of the number which ours is held against."""
    place = sentence.place[date]
    first = at + 1 if place > at else max(0, place - ADJACENT)
    between = (w.mention for w in sentence.words[first:place] if w.mention is not None)
    numbers = [m for m in between if sentence.mentions[m].kind in NUMBERS]
    leads = (sentence.before(sentence.place[m], 4).rstrip(" $€£¥") for m in numbers)
    bases = sentence.rules.words.context.value_bases
    held = any(last_phrase(lead, bases) is not None for lead in leads)
    before = (m for m in range(date) if sentence.place[m] != at)
    held = held or any(is_base_value(sentence, m) and own_date(sentence, m) == date for m in before)
    return held or any(_grown_on(sentence, m) for m in numbers)


def _grown_on(sentence: Sentence, index: int) -> bool:
    """ "An increase of 10 % on the 3.11 million recorded in 2021"."""
    at = sentence.place[index]
    lead = sentence.words[max(0, at - 3) : at]
    linked = any(w.text == "on" for w in lead[-2:])
    return linked and any(
        w.mention is not None and sentence.mentions[w.mention].kind == "percent" for w in lead
    )


def of_the_from(sentence: Sentence, index: int, date: int) -> bool:
    """In "from 142 billion in 2018 to 270 billion" the date is the first number's."""
    if date == 0 or date != index - 1 or sentence.mentions[date - 1].kind in TIMES:
        return False
    own, lead = (_word_before(sentence, i) for i in (index, date - 1))
    return (own, lead) == ("to", "from")


def _word_before(sentence: Sentence, index: int) -> str:
    words = sentence.before(sentence.place[index], 2).rstrip(" $€£¥").split()
    return words[-1] if words else ""
