"""The waivers: `claim-audit-waivers.toml`, what is accepted and why.

[[waivers]]
check = "D302"                # narrowed by one at least of check, fingerprints, source, value
source = "news/2023-*.md"     # a glob; with it, or with `value`, the claims that are accepted
value = "$1.5 billion"        # the figure as it is written, or the number alone: 600
fingerprints = ["9f..."]      # alone: findings that assert nothing else
verdict = "explained"         # waive, explained, false, not-same, same, superseded
until = 2026-12-31            # the last day on which it counts
reason = "one counts firms, the other branches"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct

from audit.model import Fault, Finding

FILE = "claim-audit-waivers.toml"
Verdict = Literal["waive", "explained", "false", "not-same", "same", "superseded"]
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*[\"']?waivers[\"']?[ \t]*\]\]", re.MULTILINE)
_AT = re.compile(r"^\$(?:\.waivers)?(?:\[(?P<number>\d+)\])?(?:\.(?P<key>[\w-]+))?")


class Waiver(Struct, frozen=True, order=True, forbid_unknown_fields=True, omit_defaults=True):
    """One table of the file."""

    check: str | None = None
    fingerprints: tuple[str, ...] = ()
    source: str | None = None
    value: str | int | float | None = None
    verdict: Verdict = "waive"
    until: date | None = None
    reason: str = ""

    @property
    def has_reason(self) -> bool:
        return bool(self.reason.strip())

    def counts(self, today: date | None) -> bool:
        """Whether it may accept anything: with a reason, and up to its last day."""
        return self.has_reason and not self.expired(today)

    def expired(self, today: date | None) -> bool:
        return bool(self.until and today and self.until < today)

    @property
    def words(self) -> str:
        """What it is narrowed to, on one line."""
        named = (
            ("check", self.check),
            ("source", self.source),
            ("value", self.value),
            ("fingerprints", ", ".join(self.fingerprints)),
        )
        return "; ".join(f"{key} {value}" for key, value in named if value not in (None, ""))


class Placed(Struct, frozen=True, order=True):
    """A waiver and where it stands."""

    name: str  # of the file
    line: int
    waiver: Waiver


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    waivers: tuple[Waiver, ...] = ()


def read(text: str, name: str) -> tuple[Placed, ...]:
    """The waivers of a file. Raises Fault with file, line and what was expected."""
    try:
        raw: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise Fault(f"{name}:{line}: not valid TOML: {error}") from error
    try:
        waivers = msgspec.convert(raw, _File).waivers
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        at = where.strip("`")
        raise Fault(f"{name}:{_line(text, at)}: {what}; {_expected(at)}") from error
    lines = [*_lines(text), *[1] * len(waivers)]  # an inline array has no headers
    placed = tuple(Placed(name, line, one) for line, one in zip(lines, waivers, strict=False))
    for one in placed:
        if missing := _missing(one.waiver):
            raise Fault(f"{name}:{one.line}: expected {missing}")
    return placed


def _missing(one: Waiver) -> str:
    if not any((one.check, one.fingerprints, one.source, one.value is not None)):
        return "one of check, fingerprints, source, value"
    if one.verdict not in ("same", "not-same"):
        return ""
    if one.fingerprints and not one.check:
        return f"the check that the fingerprints are of, for verdict {one.verdict}"
    if not one.fingerprints and not one.source and one.value is None:
        return f"which claims, by fingerprints, source or value, for verdict {one.verdict}"
    return ""


def _expected(where: str) -> str:
    if where.endswith(".verdict"):
        return f"expected one of {', '.join(get_args(Verdict))}"
    if where.endswith(".until"):
        return "expected a day such as 2026-12-31"
    return f"expected [[waivers]] with the keys {', '.join(Waiver.__struct_fields__)}"


def _lines(text: str) -> Iterator[int]:
    return (text.count("\n", 0, found.start()) + 1 for found in _HEAD.finditer(text))


def _line(text: str, where: str) -> int:
    """The line that a msgspec path such as `$.waivers[2].until` points to, as near as it goes."""
    at, heads = _AT.match(where), list(_HEAD.finditer(text))
    if not at or not at["number"] or int(at["number"]) >= len(heads):
        return 1
    head = heads[int(at["number"])]
    key = (
        re.compile(rf"^[ \t]*[\"']?{re.escape(at['key'])}[\"']?[ \t]*=", re.M)
        if at["key"]
        else None
    )
    found = key.search(text, head.end()) if key else None
    return text.count("\n", 0, found.start() if found else head.start()) + 1


def of(finding: Finding, verdict: Verdict, reason: str, until: date | None = None) -> Waiver:
    """A waiver of all that a finding asserts; for `not-same`, of its smallest camp, which is then
    another thing than the rest."""
    prints = dict(zip((c.id for c in finding.claims), finding.fingerprints, strict=False))
    side = list(prints)[-1:]
    if len(finding.camps) > 1:
        side = list(finding.camps[-1].claims)
    apart = [prints[claim] for claim in side] if verdict == "not-same" else finding.fingerprints
    return Waiver(
        check=finding.code,
        fingerprints=tuple(sorted(set(apart))),
        verdict=verdict,
        until=until,
        reason=reason,
    )


def table(waiver: Waiver, about: str = "") -> str:
    """A waiver as it is appended to the file; `about` says in a comment what it is on."""
    comment = "".join(f"# {line}\n" for line in about.splitlines())
    fields = msgspec.to_builtins(waiver, builtin_types=(date,))
    lines = "".join(f"{key} = {_toml(value)}\n" for key, value in fields.items())
    return f"{comment}[[waivers]]\n{lines}"


def _toml(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    # A TOML string is written as one of JSON is, save for the delete character.
    return msgspec.json.encode(value).decode().replace("\x7f", "\\u007f")
