"""The counted noun phrase after a number, and its normal form: "88 British companies" -> british company."""

from __future__ import annotations

from audit.extract.scan import Sentence
from audit.rulebook.lexicon import Lexicon

LONGEST = 6  # words; longer runs are not one noun phrase


def phrase(s: Sentence, j: int, one: bool, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """Normal form, first word, and word after the noun phrase that begins at word `j`."""
    if s.word(j) == "-" and s.glued(j) and s.glued(j + 1):
        j += 1
    if s.digits(j) and s.word(j + 1) == "-" and s.glued(j + 1) and s.word(j + 3).isalpha():
        j += 3  # "4 million 60-kg bags"
    if s.word(j) == "of":
        j = _owned(s, j + 1, lexicon)
    end = _end(s, j, one, lexicon)
    if end <= j or (end == j + 1 and s.word(j) in lexicon.time_adverbs):
        return None
    words = [word.removesuffix("'s").removesuffix("'") for word in s.words[j:end]]
    words[-1] = singular(words[-1], lexicon)
    return " ".join(words).replace(" - ", "-"), j, end


def _owned(s: Sentence, j: int, lexicon: Lexicon) -> int:
    """Past the owners of "of the", "of its 36", "of Kazakhstan's most important"."""
    while s.word(j) in lexicon.owners or s.word(j).endswith("'s"):
        j += 1
    return j + 1 if s.digits(j) or s.word(j) in lexicon.digits else j


def _end(s: Sentence, j: int, one: bool, lexicon: Lexicon) -> int:
    at, cut = j, 0
    while at < s.size and at - j < LONGEST:
        word = s.words[at]
        if word == "-" and at > j and s.glued(at) and s.glued(at + 1):
            at += 2 if s.digits(at + 1) else 1  # COVID-19 cases
            continue
        if not word[0].isalpha() or (
            word in lexicon.noun_stops and not _narrows(s, at, j, lexicon)
        ):
            break
        if at > j and (word in lexicon.digits or word in lexicon.tens):
            break
        if at > j and _is_adverb(word):
            break
        if at > j and not cut and word.endswith(("ed", "ing")) and len(word) > 4:
            cut = at
        at += 1
        if plural(word, lexicon) and not (one and at - j == 1 and s.word(j - 1) == "one"):
            following = s.word(at)
            joins = word in lexicon.plural_modifiers and following.isalpha()
            joins = joins or _compound(s, at, lexicon)
            if not joins or following in lexicon.noun_stops:
                cut = 0
                break
    if cut:  # no plural came: "12 page document labelled ..." ends before its participle
        return cut
    return at - 1 if at > j and s.words[at - 1] == "-" else at


def _narrows(s: Sentence, at: int, j: int, lexicon: Lexicon) -> bool:
    """ "238 registered guests": a participle that opens the phrase and has its plural behind it."""
    following = s.word(at + 1)
    held = following not in lexicon.noun_stops and plural(following, lexicon)
    return at == j and s.words[at] in lexicon.noun_participles and held


def _compound(s: Sentence, at: int, lexicon: Lexicon) -> bool:
    """ "Measles cases": a plural behind a plural is its head, unless an object shows it for a verb
    ("19 fouls proves it")."""
    word = s.word(at)
    noun = word.isalpha() and plural(word, lexicon)
    return noun and s.word(at + 1) not in lexicon.object_openers


def _is_adverb(word: str) -> bool:
    """After a first word, -ly ends a noun phrase."""
    return word.endswith("ly") and len(word) > 4 and word not in ("family", "supply", "assembly")


def plural(word: str, lexicon: Lexicon) -> bool:
    if word in lexicon.plurals:
        return True
    return (
        len(word) > 3 and word[-1] == "s" and not word.endswith(("'s", *lexicon.singular_endings))
    )


def singular(word: str, lexicon: Lexicon) -> str:
    """Singular of a plural noun; other words as they are."""
    if word in lexicon.plurals:
        return lexicon.plurals[word]
    if not plural(word, lexicon):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]
