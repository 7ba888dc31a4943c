"""Multiples in one word: "doubled", "sixfold", "twice the"."""

from __future__ import annotations

from audit.extract import directions, hedges
from audit.extract.scan import Sentence
from audit.model import Direction, Mention, Rejection, Span
from audit.rulebook.lexicon import Lexicon


def read(s: Sentence, i: int, lexicon: Lexicon) -> tuple[Mention | Rejection, int] | None:
    """The multiple at word `i` ("6-fold" counts too), and the word index after it."""
    word, end = s.words[i], i + 1
    value = lexicon.multiples.get(word)
    if value is None:
        at = end + 1 if s.word(end) == "-" else end
        digits = s.digits(i) and s.word(at) == "fold"
        if not digits or not word.replace(".", "").isdecimal():
            return None
        value, end = float(word), at + 1
    if word in lexicon.twice_words and not _compares(s, i, end, lexicon):
        return _rejected(s, i, end, "adverb"), end
    return _mention(s, i, end, float(value), lexicon), end


def _compares(s: Sentence, i: int, end: int, lexicon: Lexicon) -> bool:
    """ "Twice the size", "will double", but not "met twice", "double standards"."""
    if s.word(end) == "as":
        return not s.capital(end + 1)
    return s.word(end) in lexicon.twice_before or (
        s.word(i - 1) in lexicon.twice_after and s.words[i] not in ("twice", "thrice")
    )


def _rejected(s: Sentence, i: int, j: int, reason: str) -> Rejection:
    return Rejection(s.starts[i], s.ends[j - 1], s.text(i, j), reason)


def _mention(s: Sentence, i: int, j: int, value: float, lexicon: Lexicon) -> Mention:
    hedge = hedges.before(s, i, False, lexicon)
    bound = hedge.hedge if hedge else "exact"
    way = _way(s, i, j, lexicon)
    high = None if bound in ("more_than", "at_least") else value
    low = None if bound in ("less_than", "at_most") else value
    return Mention(
        start=s.starts[i], end=s.ends[j - 1], kind="number", text=s.text(i, j), stated=value,
        low=low, high=high, low_open=bound == "more_than", high_open=bound == "less_than",
        hedge=bound, direction=way, change="by" if way else None, noun="times", step=1.0, granule=1.0,
        hedge_span=Span(s.starts[hedge.i], s.ends[hedge.j - 1]) if hedge else None,
    )  # fmt: skip


def _way(s: Sentence, i: int, j: int, lexicon: Lexicon) -> Direction | None:
    """ "Doubled" says it itself, "2.5-fold" by the verb before ("grew 2.5-fold")."""
    if s.words[i] in lexicon.multiples_up:
        return "up"
    if s.words[i] in lexicon.multiples_down:
        return "down"
    move = directions.of(s, i, j, (), lexicon)
    return move.direction if move and move.change == "by" else None
