"""Front matter: a block of YAML (`---`) or TOML (`+++`) at the very start of a file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from audit.model import Fault, Part
from audit.read import dates
from audit.read.header import Header
from audit.rulebook import source

_BLOCK = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<body>.*?)^(?P=fence)[ \t]*(?:\r\n|\n|\r|\Z)",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(
    r"^title[ \t]*[:=][ \t]*(?P<mark>[\"']?)(?P<value>.*?)(?P=mark)[ \t]*\r?$", re.M
)
_KEY = "claim-audit"
_PLACE = re.compile(rf"^[\"']?{_KEY}[\"']?[ \t]*[:=]", re.MULTILINE)
_DATES = ("date", "published", "pubdate", "publish_date")


def read(text: str) -> Header:
    """Title, outlet and date of the block. Raises ValueError with line and reason if it is broken.

    The block is a `meta` part, but for the value of `title`, which is a `title` part.
    """
    block = _BLOCK.match(text)
    if not block:
        return Header(0)
    fields = _toml(block) if block["fence"] == "+++" else _yaml(block)
    if not isinstance(fields, Mapping):  # a rule above a paragraph, not front matter
        return Header(0)
    published = next((day for key in _DATES if (day := dates.parse(fields.get(key)))), None)
    return Header(
        block.end(),
        _parts(text, block),
        _text(fields, "title"),
        _text(fields, "source") or _text(fields, "outlet") or _text(fields, "publisher"),
        published,
        "front matter" if published else None,
        _text(fields, "language") or _text(fields, "lang"),
        tuple(_directives(fields.get(_KEY), text, block)),
    )


def _directives(value: object, text: str, block: re.Match[str]) -> Iterator[tuple[int, str]]:
    """What the key `claim-audit` says: a text, or a list of them."""
    at = _PLACE.search(text, block.start("body"), block.end("body"))
    for one in value if isinstance(value, list) else () if value is None else (value,):
        yield (at.start() if at else 0), str(one)


def _text(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    return str(value) if isinstance(value, str | int | float) and str(value).strip() else None


def _toml(block: re.Match[str]) -> object:
    try:
        return tomllib.loads("\n" + block["body"].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"front matter is not valid TOML: {error}") from error


def _yaml(block: re.Match[str]) -> object:
    try:
        return source.parse("\n" + block["body"], object, "front matter, line ")
    except Fault as fault:
        raise ValueError(str(fault).replace("line :", "line ", 1)) from fault


def _parts(text: str, block: re.Match[str]) -> tuple[Part, ...]:
    title = _TITLE.search(text, block.start("body"), block.end("body"))
    if not title or title["value"] in {"", ">", "|", ">-", "|-"}:
        return (Part(0, block.end(), "meta"),)
    first, last = title.span("value")
    return (Part(0, first, "meta"), Part(first, last, "title"), Part(last, block.end(), "meta"))
