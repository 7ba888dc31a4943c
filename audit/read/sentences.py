"""Sentences of titles and bodies.

Lines are split before sentences, because no splitter treats one newline as a boundary and the
headers of feed pages would run into the text. Lines of hard-wrapped text, and those that a scraper
broke, are first put together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from audit.model import Part, Span
from audit.read import broken

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_MARKER = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+•>][ \t]+)+")  # headings, bullets, quotations
_WORD = re.compile(r"[ \t]*(\S+)")
_ABBREVIATED = re.compile(r"\d\s?[a-z]{2,5}\.\s*\Z")
# a word in small letters is no abbreviation, whatever the splitter takes it for: "17 per cent. Prices rose"
_ENDS = re.compile(r"(?<![\w.&-])([a-z]{3,})\.(\s+)(?=[A-Z“\"])")
_CUT_SHORT = frozenset(
    [
        "approx",
        "avg",
        "bln",
        "dept",
        "est",
        "excl",
        "feat",
        "incl",
        "max",
        "min",
        "mln",
        "nos",
        "pct",
        "resp",
        "thous",
        "thsd",
        "tln",
        "trln",
        "www",
    ]
)
_NEWLINES = frozenset({"\n", "\r\n", "\r"})
_WRAPPED = range(50, 121)  # widths that hands, editors and mail programs wrap at


def spans(text: str, offset: int, parts: Iterable[Part]) -> tuple[Span, ...]:
    """Spans of the sentences of a document's slice; `offset` is where the slice begins.

    A span has no blanks at its ends and crosses no part; `meta` parts have no sentences.
    """
    found: list[Span] = []
    for part in parts:
        if part.kind != "meta":
            for block in _blocks(text[part.start - offset : part.end - offset], part.start):
                found += _split(text, offset, block)
    return tuple(found)


def _split(text: str, offset: int, block: Span) -> Iterator[Span]:
    from nupunkt import sent_spans  # its model costs 10 ms: only when there is text

    whole = text[block.start - offset : block.end - offset]
    for start, end in _cut(whole, _joined(whole, sent_spans(whole))):
        sentence = whole[start:end]
        first = start + len(sentence) - len(sentence.lstrip())
        last = start + len(sentence.rstrip())
        if first < last:
            yield Span(block.start + first, block.start + last)


def _cut(whole: str, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, each ended where a word in small letters and a full stop stand before a capital."""
    for start, end in found:
        for last in _ENDS.finditer(whole, start, end):
            if last[1] not in _CUT_SHORT:
                yield start, last.start(2)
                start = last.end(2)
        yield start, end


def _joined(whole: str, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sentences, without the breaks behind an abbreviation: "25 mln. tons" goes on in lower case."""
    open_at: tuple[int, int] | None = None
    for start, end in found:
        follows = whole[start:end].lstrip()[:1].islower()
        if open_at and follows and _ABBREVIATED.search(whole[: open_at[1]]):
            open_at = (open_at[0], end)
            continue
        if open_at:
            yield open_at
        open_at = (start, end)
    if open_at:
        yield open_at


def _blocks(text: str, start: int) -> Iterator[Span]:
    """Paragraphs: a line each, or the lines that make one."""
    lines = [m for m in _LINE.finditer(text) if m.group().strip()]
    width = _width([len(m.group().rstrip()) for m in lines])
    block: Span | None = None
    going = False
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        marker = _MARKER.match(line.group())
        if block and before and not marker:
            going = _follows(text, before, line) and (
                _wrapped(before, line, width) or _broken(before, line, after, going)
            )
            if going:
                block = Span(block.start, start + line.end())
                continue
        if block:
            yield block
        block = Span(start + line.start() + (marker.end() if marker else 0), start + line.end())
        going = False
    if block:
        yield block


def _follows(text: str, before: re.Match[str], line: re.Match[str]) -> bool:
    """Whether no blank line lies between, and the line is no row of a table."""
    between = text[before.end() : line.start()]
    return between in _NEWLINES and not line.group().lstrip().startswith("|")


def _broken(
    before: re.Match[str], line: re.Match[str], after: re.Match[str] | None, going: bool
) -> bool:
    return broken.continued(before.group(), line.group(), after.group() if after else "", going)


def _width(lengths: list[int]) -> int:
    """The column at which the text is hard-wrapped; 0 when it is not, or only one line says so."""
    width = max(lengths, default=0)
    near = sum(length > 0.8 * width for length in lengths)
    return width if width in _WRAPPED and near > 1 else 0


def _wrapped(before: re.Match[str], line: re.Match[str], width: int) -> bool:
    """Whether a line was broken only because its next word did not fit."""
    word = _WORD.match(line.group())
    return 0 < width < len(before.group().rstrip()) + 1 + (len(word[1]) if word else 0)
