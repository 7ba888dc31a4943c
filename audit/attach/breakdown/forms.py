"""The patterns of lists, made once from the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from audit.attach.breakdown.shape import BOUNDARY
from audit.rulebook.words import Breakdown

_WORD = r"[^\W\d_][\w'’.&/-]*"
_NO_LIST = rf"(?:(?!\s[–—-]\s)[^:;~{BOUNDARY}])"  # a part is told in one clause


class Forms(Struct, frozen=True):
    """What may stand in the gaps: before a list, between its numbers and behind it."""

    colon: re.Pattern[str]  # leads to a list that is told to be the whole
    made: re.Pattern[str]  # "comprising"
    which: re.Pattern[str]  # leads to a list that may leave some out
    comma: re.Pattern[str]  # leads to a list without a word for it: "killed 23 people, nine in"
    them: re.Pattern[str]  # behind the first number of a list: "17 of them girls"
    whole: re.Pattern[str]  # before a total that its parts come after: "Of the 640 jobs,"
    anew: re.Pattern[str]  # leads to a list in a sentence of its own ...
    anew_of: re.Pattern[str]  # ... and behind its first number: "Nine of the victims"
    makeup: re.Pattern[str]  # leads to shares of one whole: "the mix is"
    number_first: re.Pattern[str]  # between two parts: "producers, nine"
    label_first: re.Pattern[str]  # "drawn", ", Belgium"
    label: re.Pattern[str]  # from a colon to the first number of such a list
    together: re.Pattern[str]  # between the last part and a total behind it
    in_all: re.Pattern[str]  # right behind a total
    of_all: re.Pattern[str]  # "lost 10 of their 46"
    lines: re.Pattern[str]  # from a total to the name of its first part, in one clause
    rest: re.Pattern[str]
    opens: re.Pattern[str]
    overlaps: re.Pattern[str]
    place: re.Pattern[str]
    halves: tuple[re.Pattern[str], ...]
    labels: re.Pattern[str]  # makes of a number behind it a name
    bare: re.Pattern[str]  # between a bare number and its parts: "rose to 640: 214 in"
    shared: re.Pattern[str]


@cache
def of(words: Breakdown) -> Forms:
    lead = rf"(?:(?:{_either(words.leads)})\s)*$"
    which, made, of = (_either(one) for one in (words.of_which, words.made_of, words.of))
    label = rf"(?P<label>{_WORD}(?:\s{_WORD}|\s[–—-]){{0,6}})"
    one = rf"(?:{_WORD}\s){{0,2}}"
    sums = rf"(?:{_either(words.for_a)})\s{one}(?:{_either(words.sums)})\s{one}(?:{of})"
    joined = rf"(?P<and>[,;]?\s(?:{_either(words.joins)}))|[,;]"
    halves = (_any(rf"\b(?:{_either(one)})\b") for one in words.halves)
    return Forms(
        colon=_any(rf"(?::|\s[–—-]|,?\s(?:{made}|{_either(words.comprising)}),?)\s{lead}"),
        made=_any(rf"\s(?:{made})\s{lead}"),
        which=_any(rf"[\s,(–—-](?:{which}),?\s{lead}"),
        comma=_any(rf",\s(?P<with>(?:{_either(words.led_by)})\s)?{lead}"),
        them=_any(rf"^\s(?:{which})\b"),
        whole=_any(rf"(?:^|[{BOUNDARY},;–—]\s?)(?:{of})\s(?:{_WORD}\s){{0,3}}$"),
        anew=_any(
            rf"{BOUNDARY}\s?(?P<which>(?:{which}),?\s)?(?P<are>(?:{_either(words.they_are)})\s)?{lead}"
        ),
        anew_of=_any(rf"^\s(?:{which}|{_either(words.of_named)})\b"),
        makeup=_any(rf"\b(?:{_either(words.makeup)})\b[^~;{BOUNDARY}]{{0,60}}\s{lead}"),
        number_first=_any(rf"^(?P<item>{_NO_LIST}{{0,120}}?)(?:{joined})\s{lead}"),
        label_first=_any(rf"^(?P<item>(?:\s{_WORD}){{0,3}})(?:{joined})\s{label}:?\s{lead}"),
        label=_any(rf"(?:(?::|\s[–—-])\s|{BOUNDARY}\s?){label}:?\s{lead}"),
        together=_any(
            rf"^{_NO_LIST}{{0,120}}?\b(?:{_either(words.together)}|{sums})\b{_NO_LIST}{{0,40}}$"
        ),
        in_all=_any(rf"^(?:\s{_WORD}){{0,3}}\s(?:{_either(words.in_all)})\b"),
        of_all=_any(rf"^(?P<item>(?:\s{_WORD}){{0,3}})\s(?:{_either(words.of_all)})\s{lead}"),
        lines=_any(rf"^[^,:;~{BOUNDARY}]{{1,120}}\s$"),
        rest=_any(rf"\b(?:{_either(words.rest)})\b"),
        opens=_any(rf"\b(?:{_either(words.opens)})(?!\w)"),
        overlaps=_any(rf"\b(?:{_either(words.overlaps)})\b"),
        place=_any(rf"\b(?P<place>{_either(words.places)})\b"),
        halves=tuple(halves),
        labels=_any(rf"\b(?:{_either(words.labels)})\.?\s{lead}"),
        bare=_any(rf"^(?::|\s[–—-])\s{lead}"),
        shared=_any(rf"\b(?:{_either(words.shared)})\b"),
    )


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _either(phrases: Iterable[str]) -> str:
    """One alternative for all of them, the longest first."""
    ordered = sorted(phrases, key=lambda one: (-len(one), one))
    return "|".join(re.escape(one) for one in ordered)
