"""Sentences that lie in pieces: a scraper gave each link, name or raised letter a line of its own.

    In 2023, trade of
    Japan
    and
    Chile
    reached $7.1 billion
    , more than ever.

Judged by the look of the lines alone, in any language with small letters: a line that begins with
a small letter or a closing mark goes on, and what stands between an open line and one that goes
on belongs to both.
"""

from __future__ import annotations

import re

_CLOSED = re.compile(r"[.!?:;…|]['\"”’»)\]]*\s*\Z")  # ends like a sentence, or announces a list
_LABEL = re.compile(r"\s*[^\W\d][^.!?:]{0,40}:(?:\s|\Z)")  # "exports: 5"
_MARK = re.compile(r"\s*(?:[,;.)\]%]|['’]s\b)")
_DASH = re.compile(
    r"\s*[-–—/&]\s*\Z"
)  # alone on its line: the space behind a bullet is another thing
_OPEN = re.compile(
    r"(?:[,(\-–—/&]|\b[^\W\d_]{1,3})\s*\Z"
)  # "of", "the", "and": few nouns are as short
_SENTENCE = re.compile(r"[.!?]['\"”’)]? ")
_SHORT = 3  # letters of a word that stands alone and still goes on
_ENTRY = 3  # words from which a line may begin a sentence rather than name an entry of a menu
_INSERTED = 8  # words of a name or a linked phrase between two halves


def continued(before: str, line: str, after: str, going: bool) -> bool:
    """Whether `line` belongs to the sentence that the line `before` leaves open.

    `going` says that `before` itself went on an earlier line; `after` is the line behind, or "".
    """
    if _CLOSED.search(before):
        return False
    if _goes_on(line):
        begun = going or _may_begin(before) or _no_entry(line)
        return begun and (not _alone(line) or _goes_on(after))
    inserted = len(line.split()) <= _INSERTED and not _CLOSED.search(line) and _goes_on(after)
    return inserted and (going or bool(_OPEN.search(before) or _SENTENCE.search(before)))


def _goes_on(line: str) -> bool:
    small = line.lstrip()[:1].islower() and not _LABEL.match(line)
    return small or bool(_MARK.match(line) or _DASH.match(line))


def _may_begin(line: str) -> bool:
    """Items of a list begin small, entries of a menu have a word or two: neither goes on."""
    return len(line.split()) >= _ENTRY and not line.lstrip()[:1].islower()


def _no_entry(line: str) -> bool:
    """ ", its neighbour", "has grown by a third since.": no menu says so."""
    whole = len(line.split()) > _ENTRY and _CLOSED.search(line)
    return bool(whole or _MARK.match(line))


def _alone(line: str) -> bool:
    """One word, such as a tag below an article; "and" or "th" does not stand there by itself."""
    word = line.strip()
    return word.isalpha() and len(word) > _SHORT
