"""Text -> words with offsets; only sentences in which a number or time word occurs are split."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.model import Document, Span
from audit.rulebook.lexicon import Lexicon

# One character for one, so that offsets stay: typographic apostrophes and hyphens to plain ones.
_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("‐", "-"),
    ("‑", "-"),
    ("İ", "i"),
    ("“", '"'),
    ("”", '"'),
    ("\u00ad", " "),
)

# Alternatives are tried left to right at each character; none can backtrack past its own digits
# (possessive groups), which keeps a megabyte of digits linear.
TOKEN = re.compile(
    r"""
    [0-9]{4}-[0-9]{2}-[0-9]{2}(?:t[0-9:.]++z?)?(?![0-9-])            # 2026-03-02
  | [0-9]{1,2}(?:\.[0-9]{1,2}\.|/[0-9]{1,2}/)[0-9]{4}(?![0-9])       # 26.02.2026
  | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?+(?![0-9])                      # 18:45
  | [0-9]{1,3}(?:\.[0-9]{3}){2,}+(?:,[0-9]++)?(?![0-9])              # 1.234.567,8
  | [0-9]++(?:\.[0-9]++){2,}+                                        # 10.3.1
  | [0-9]{1,3}(?:,[0-9]{3})++(?![0-9])(?:\.[0-9]++)?                 # 1,234,567.8
  | [0-9]{1,2}(?:,[0-9]{2}(?![0-9]))++,[0-9]{3}(?![0-9])(?:\.[0-9]++)?        # 12,34,567
  | [0-9]{1,3}(?:[\u00a0\u202f\u2009\ ][0-9]{3})++(?![0-9]|,[0-9])(?:\.[0-9]++)?  # 1 234 567
  | (?<![0-9.,])[0-9]++,[0-9]{1,2}(?![0-9,])                         # 1,3
  | [0-9]++(?:\.[0-9]++)?(?:e[+-]?[0-9]++(?!\w))?                    # 516 5.7 1e10
  | (?<![\w.])\.[0-9]++                                              # .08
  | [^\W\d_]++(?:'[^\W\d_]++)*+
  | \d++
  | [^\w\s]
  | _
    """,
    re.VERBOSE,
)
_NO_WORD = re.compile(r"[^\w]+")
_DIGIT = re.compile(r"\d")


class Sentence:
    """One sentence as words: lower case, with where each begins and ends in the decoded file."""

    __slots__ = (
        "ends",
        "plain",
        "published",
        "raw",
        "raw_base",
        "size",
        "span",
        "starts",
        "vocabulary",
        "words",
    )

    def __init__(self, document: Document, plain: str, span: Span) -> None:
        written = document.text if document.raw is None else document.raw
        self.raw, self.raw_base, self.plain, self.span = written, document.offset, plain, span
        self.published = document.published
        base = document.offset
        spans = [m.span() for m in TOKEN.finditer(plain, span.start - base, span.end - base)]
        self.words = [plain[start:end] for start, end in spans]
        self.starts = [start + base for start, _ in spans]
        self.ends = [end + base for _, end in spans]
        self.size = len(self.words)
        self.vocabulary = frozenset(self.words)  # for questions about the whole sentence

    def word(self, i: int) -> str:
        """The word at `i` in lower case, empty outside the sentence."""
        return self.words[i] if 0 <= i < self.size else ""

    def written(self, i: int) -> str:
        """The word at `i` as it stands in the file, empty outside the sentence."""
        if not 0 <= i < self.size:
            return ""
        return self.raw[self.starts[i] - self.raw_base : self.ends[i] - self.raw_base]

    def glued(self, i: int) -> bool:
        """Whether nothing stands between word `i` and the one before it."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def text(self, i: int, j: int) -> str:
        """The file's own characters from word `i` up to, not including, word `j`."""
        return self.raw[self.starts[i] - self.raw_base : self.ends[j - 1] - self.raw_base]

    def digits(self, i: int) -> bool:
        """Whether word `i` begins with a digit, or is a decimal such as .08."""
        word = self.word(i)
        return bool(word) and (word[0].isdecimal() or (word[0] == "." and len(word) > 1))

    def capital(self, i: int) -> bool:
        return self.written(i)[:1].isupper()


def plain(text: str) -> str:
    """Lower case and plain punctuation, character for character."""
    if not text.isascii():
        for fancy, ascii_one in _PLAIN:  # str.translate takes 70 ms a megabyte, this 2
            text = text.replace(fancy, ascii_one)
    return text.lower()


def sentences(document: Document, lexicon: Lexicon) -> Iterator[tuple[Sentence, list[int]]]:
    """Sentences in which something may be read, with the indices of the words to read from."""
    if not document.text:
        return
    lower = plain(document.text)
    if len(lower) != len(document.text):  # a letter whose lower case is longer
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in document.text)
    triggers, base = lexicon.triggers, document.offset
    for span in _spans(document):
        piece = lower[span.start - base : span.end - base]
        if _DIGIT.search(piece) or not triggers.isdisjoint(_NO_WORD.split(piece)):
            sentence = Sentence(document, lower, span)
            hits = [
                i
                for i, word in enumerate(sentence.words)
                if word in triggers or word[0].isdecimal() or (word[0] == "." and len(word) > 1)
            ]
            if hits:
                yield sentence, hits


def _spans(document: Document) -> list[Span]:
    """The sentences, and the stretches of text that no sentence covers."""
    spans, at = [], document.offset
    for sentence in document.sentences:
        if at < sentence.start:
            spans.append(Span(at, sentence.start))
        spans.append(sentence)
        at = max(at, sentence.end)
    if at < document.offset + len(document.text):
        spans.append(Span(at, document.offset + len(document.text)))
    return spans
