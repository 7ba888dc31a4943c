"""What people decided of findings: `claim-audit-decisions.jsonl`, one decision a line, sorted.

    {"check":"C101","fingerprints":["9f...","c1..."],"decision":"false","reason":"two funds","about":"..."}

A decision is on all that a finding asserts, whatever files it stands in by now: the same finding is
never asked about twice, and one that has a new side is another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from audit.model import Fault, Finding

FILE = "claim-audit-decisions.jsonl"
Choice = Literal["real", "explained", "false", "not-same", "waive"]
Key = tuple[str, tuple[str, ...]]
_ABOUT = 200  # characters


class Decision(Struct, frozen=True, order=True, omit_defaults=True, forbid_unknown_fields=True):
    """A line of the file."""

    check: str
    fingerprints: tuple[str, ...]  # sorted
    decision: Choice
    reason: str = ""
    about: str = ""

    @property
    def key(self) -> Key:
        return (self.check, self.fingerprints)


class Given(Struct, frozen=True):
    """A decision as the HTML report exports it."""

    finding: str
    fingerprints: tuple[str, ...]
    decision: Choice
    reason: str = ""


class _Export(Struct, frozen=True):
    schema_version: Literal[1]
    decisions: tuple[Given, ...]


_decode = msgspec.json.Decoder(Decision).decode


def key(finding: Finding) -> Key:
    return (finding.code, tuple(sorted(finding.fingerprints)))


def of(finding: Finding, choice: Choice, reason: str = "") -> Decision:
    about = " ".join(finding.message.split())[:_ABOUT].encode("utf-8", "replace").decode()
    return Decision(*key(finding), choice, " ".join(reason.split()), about)


def read(text: str, name: str) -> dict[Key, Decision]:
    """The decisions of a file. Raises Fault with file, line and what was expected."""
    found = {}
    for number, line in enumerate(text.split("\n"), 1):
        try:
            one = _decode(line) if line.strip() else None
        except (msgspec.MsgspecError, UnicodeError) as error:
            what = "expected an object with check, fingerprints and decision"
            raise Fault(f"{name}:{number}: {what}: {error}") from error
        if one:
            found[one.key] = one
    return found


def text(decisions: Mapping[Key, Decision]) -> str:
    return "".join(f"{msgspec.json.encode(one).decode()}\n" for one in sorted(decisions.values()))


def exported(raw: bytes, name: str) -> tuple[Given, ...]:
    """The decisions that a reader of the HTML report exported. Raises Fault."""
    try:
        return msgspec.json.decode(raw, type=_Export).decisions
    except msgspec.MsgspecError as error:
        what = "expected the decisions that the HTML report exports"
        raise Fault(f"{name}: {what}: {error}") from error


def applied(
    given: Iterable[Given], findings: Iterable[Finding]
) -> tuple[list[tuple[Finding, Given]], list[Given]]:
    """Each decision with the finding that it is on, and those on none that is there now.

    By id while the articles are as they were, else by what the finding asserts.
    """
    every = list(findings)
    by_id = {one.id: one for one in every}
    by_prints = {tuple(sorted(one.fingerprints)): one for one in reversed(every)}
    found, lost = [], []
    for one in given:
        prints = tuple(sorted(one.fingerprints))
        same = by_id.get(one.finding)
        if same is None or tuple(sorted(same.fingerprints)) != prints:
            same = by_prints.get(prints)
        if same:
            found.append((same, one))
        else:
            lost.append(one)
    return found, lost


class Precision(Struct, frozen=True, order=True):
    """How often a check was right, of what was decided."""

    check: str
    real: int
    explained: int
    false: int  # those that are not of the same thing are among them

    @property
    def precision(self) -> float:
        """The share that is real, 0..1."""
        return self.real / (self.real + self.explained + self.false)

    @property
    def alarms(self) -> float:
        """The share that is a false alarm, 0..1."""
        return self.false / (self.real + self.explained + self.false)


def precision(decisions: Iterable[Decision]) -> list[Precision]:
    """By check. To waive says nothing of whether the finding is right."""
    by: dict[str, Counter[str]] = {}
    for one in decisions:
        by.setdefault(one.check, Counter())[one.decision] += 1
    return [
        Precision(check, n["real"], n["explained"], n["false"] + n["not-same"])
        for check, n in sorted(by.items())
        if n.total() > n["waive"]
    ]
