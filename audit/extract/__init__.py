"""Document -> mentions and rejections: every number and time expression of its text.

`mentions` walks the words of each sentence once. At each word that may begin a number or a time,
the readers are asked in turn: look-alikes first, then times, ranks, multiples, quantities.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge

from audit.extract import (
    borrowed,
    comments,
    multiples,
    quantities,
    ranges,
    ranks,
    rejects,
    scan,
    times,
)
from audit.extract.scan import Sentence
from audit.model import Document, Mention, Rejection
from audit.rulebook.lexicon import Lexicon

Found = Mention | Rejection


def mentions(document: Document, lexicon: Lexicon) -> Iterator[Found]:
    """Mentions and rejections sorted by start, not overlapping; offsets into the decoded file."""
    yield from merge(_said(document, lexicon), comments.rejections(document), key=_start)


def _start(found: Found) -> int:
    return found.start


def _said(document: Document, lexicon: Lexicon) -> Iterator[Found]:
    for sentence, hits in scan.sentences(document, lexicon):
        if _is_meta(document, sentence):
            yield from times.header(sentence, hits, lexicon)
        else:
            yield from borrowed.of(sentence, _sentence(sentence, hits, lexicon), lexicon)


def _is_meta(document: Document, sentence: Sentence) -> bool:
    start = sentence.span.start
    return any(part.kind == "meta" and part.start <= start < part.end for part in document.parts)


def _sentence(s: Sentence, hits: list[int], lexicon: Lexicon) -> list[Found]:
    done: list[Found] = []
    end = 0
    for i in hits:
        if i < end:
            continue
        found = _at(s, i, done, lexicon)
        if found is None:
            continue
        item, after = found
        if done and item.start < done[-1].end:
            item, after = _clipped(s, i)
        done.append(item)
        end = max(after, i + 1)
    return done


def _clipped(s: Sentence, i: int) -> tuple[Found, int]:
    """A reading that reached back into the one before it: the ledger keeps its own word."""
    return Rejection(s.starts[i], s.ends[i], s.written(i), "not read"), i + 1


def _at(s: Sentence, i: int, done: list[Found], lexicon: Lexicon) -> tuple[Found, int] | None:
    """What stands at word `i`, and the index of the word after it."""
    return (
        rejects.web(s, i, lexicon)
        or times.read(s, i, lexicon)
        or rejects.read(s, i, lexicon)
        or ranks.read(s, i, lexicon)
        or multiples.read(s, i, lexicon)
        or _quantity(s, i, done, lexicon)
        or _unread(s, i)
    )


def _quantity(s: Sentence, i: int, done: list[Found], lexicon: Lexicon) -> tuple[Found, int] | None:
    q = quantities.read(s, i, lexicon)
    if q is None or _of_a_name(s, i, done, lexicon):
        return None
    pair = ranges.range_from(s, q, lexicon)
    if pair:
        return quantities.joined(s, pair.a, pair.b, pair.b.j, lexicon), pair.b.j
    q = ranges.shared(s, q, lexicon)
    mention = quantities.mention(s, q, done, lexicon)
    both = ranges.both_bounds(s, q, mention, lexicon)
    if both:
        return both
    return times.dated(s, mention, q, lexicon), q.j


def _of_a_name(s: Sentence, i: int, done: list[Found], lexicon: Lexicon) -> bool:
    """Whether a scale stands behind what was no number, or behind the bracket of one that has it:
    "XQ20.6 billion", "T$208 (US$90) million" have none of its own."""
    last = done[-1] if done else None
    named = isinstance(last, Rejection) and last.end == s.ends[i - 1] and s.digits(i - 1)
    closed = isinstance(last, Mention) and last.kind == "money" and s.word(i - 1) == ")"
    return i > 0 and s.word(i) in lexicon.scales and (named or closed)


def _unread(s: Sentence, i: int) -> tuple[Found, int] | None:
    """The ledger's last line: digits that no reader took."""
    if not s.digits(i):
        return None
    return Rejection(s.starts[i], s.ends[i], s.written(i), "not read"), i + 1
