"""Comments of a text, which are no part of what it says, and what they tell this tool.

    <!-- claim-audit: ignore[C101, D302] -- one counts firms, the other branches -->
    .. claim-audit: ignore[C101] -- a reStructuredText comment
    // claim-audit: ignore[C101] -- an AsciiDoc comment

On a line with text it covers that line, on a line of its own the block below it. `ignore-start`
covers all up to `ignore-end`, `ignore-file` everything, as does the key `claim-audit` of front
matter. Without checks in brackets, all are meant. `[sic]` covers the figure that it stands behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from audit.model import Ignore, Span

_MARK = "claim-audit:"
_HTML = re.compile(r"<!--(?P<text>.*?)-->", re.DOTALL)
_LINE = re.compile(rf"^[ \t]*(?:\.\.|//)[ \t]*(?P<text>{_MARK}[^\r\n]*)", re.MULTILINE)
_SIC = re.compile(r"\[sic\]", re.IGNORECASE)
_SAID = re.compile(
    r"(?P<verb>ignore(?:-start|-end|-file)?)\s*(?:\[(?P<codes>[^\]]*)\])?"
    r"(?:\s*--\s*(?P<reason>.*))?",
    re.DOTALL,
)
_SEEN = re.compile(r"[^\r\n]")
_NEWLINE = re.compile(r"[\r\n]")
_FILLED = re.compile(r"[^\s]")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?=\r|\n|\Z)")
_ENDS = " \t\r\n”’\"'»)"  # what may stand between a figure and `[sic]`
_EXPECTED = "was not understood; expected ignore, ignore-start, ignore-end or ignore-file"


class Comments(Struct, frozen=True):
    text: str  # the whole text, its comments as blanks: every offset and line stays
    spans: tuple[Span, ...]
    ignores: tuple[Ignore, ...]


class _Comment(Struct, frozen=True):
    start: int
    end: int
    said: str | None  # to this tool; None for any other comment


def read(
    text: str, directives: Iterable[tuple[int, str]] = (), line: int = 1, *, markup: bool = False
) -> Comments:
    """The comments of a text that begins on this line; `directives` are those of its front matter.

    With `markup`, all HTML comments are comments; else only those that speak to this tool, since
    plain text has none.
    """

    def at(offset: int) -> int:
        return line + text.count("\n", 0, offset)

    found = sorted(_found(text, markup), key=lambda one: one.start)
    marks = [match.span() for match in _SIC.finditer(text)]
    blank = _blanked(text, sorted([*((one.start, one.end) for one in found), *marks]))
    ignores = [_file(_parsed(said, at(offset))[1], blank) for offset, said in directives]
    ignores += _ignores([one for one in found if one.said is not None], blank, at)
    ignores += [_figure(blank, start, at(start)) for start, _ in marks]
    spans = tuple(Span(one.start, one.end) for one in found)
    return Comments(blank, spans, tuple(sorted(ignores)))


def within(found: Comments, start: int, end: int) -> tuple[tuple[Span, ...], tuple[Ignore, ...]]:
    """The comments in a stretch of the text, and what covers some of it."""

    def meets(one: Span | Ignore) -> bool:
        return one.start < end and start < one.end

    ignores = (one for one in found.ignores if one.scope == "file" or meets(one))
    return tuple(filter(meets, found.spans)), tuple(ignores)


def _found(text: str, markup: bool) -> Iterator[_Comment]:
    if "<!--" in text and (markup or _MARK in text):
        for match in _HTML.finditer(text):
            said = _said(match["text"])
            if markup or said is not None:
                yield _Comment(match.start(), match.end(), said)
    if _MARK in text:
        for match in _LINE.finditer(text):
            yield _Comment(match.start(), match.end(), _said(match["text"]))


def _said(comment: str) -> str | None:
    words = comment.strip()
    return words.removeprefix(_MARK).strip() if words.startswith(_MARK) else None


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in spans:
        first = max(at, start)
        pieces += [text[at:first], _SEEN.sub(" ", text[first:end])]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def _ignores(
    comments: Iterable[_Comment], blank: str, at: Callable[[int], int]
) -> Iterator[Ignore]:
    begun: list[Ignore] = []
    for one in comments:
        verb, ignore = _parsed(one.said or "", at(one.start))
        if verb == "ignore-start":
            begun.append(replace(ignore, start=one.end))
        elif verb == "ignore-end":
            alone = replace(ignore, fault="has no ignore-start before it")
            yield replace(begun.pop() if begun else alone, end=one.start)
        elif verb == "ignore-file":
            yield _file(ignore, blank)
        else:
            start, end = _reach(one, blank)
            yield replace(ignore, start=start, end=end)
    yield from (replace(one, end=len(blank), fault="is never ended") for one in begun)


def _parsed(said: str, line: int) -> tuple[str, Ignore]:
    """Verb, and what is to be ignored, not yet where."""
    match = _SAID.fullmatch(said)
    if not match:
        return "", Ignore(line, 0, 0, fault=f"({said}) {_EXPECTED}")
    codes = tuple(sorted(filter(None, re.split(r"[,\s]+", (match["codes"] or "").upper()))))
    return match["verb"], Ignore(line, 0, 0, codes, " ".join((match["reason"] or "").split()))


def _file(ignore: Ignore, blank: str) -> Ignore:
    return replace(ignore, start=0, end=len(blank), scope="file")


def _figure(blank: str, start: int, line: int) -> Ignore:
    """Of `[sic]`: no reason is asked for, it says itself that the figure stands so in the source."""
    end = len(blank[:start].rstrip(_ENDS))
    return Ignore(line, max(0, end - 1), end, reason="sic", scope="figure")


def _reach(comment: _Comment, blank: str) -> tuple[int, int]:
    """The line of a comment, or the block below one that stands alone."""
    start = max(blank.rfind("\n", 0, comment.start), blank.rfind("\r", 0, comment.start)) + 1
    below = _NEWLINE.search(blank, comment.end)
    end = below.start() if below else len(blank)
    if blank[start:end].strip():
        return start, end
    first = _FILLED.search(blank, end)
    if not first:
        return end, end
    last = _BLANK_LINE.search(blank, first.start())
    return first.start(), last.start() if last else len(blank)
