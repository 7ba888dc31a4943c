"""What has come and gone since an earlier report."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from audit.model import Fault, Finding


class Told(Struct, frozen=True):
    """What is needed of a finding of the earlier report."""

    id: str
    code: str
    message: str
    fingerprints: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """A finding is the same when it rests on the same assertions."""
        return (self.code, *(sorted(self.fingerprints) or (self.id,)))


class _Report(Struct, frozen=True):
    schema_version: int
    findings: tuple[Told, ...]


class Since(Struct, frozen=True):
    name: str  # of the earlier report
    introduced: frozenset[str]  # ids of findings
    fixed: tuple[Told, ...]  # in the order of the earlier report
    unchanged: int


def read(path: Path) -> tuple[Told, ...]:
    """The findings of a JSON report. Raises Fault."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=_Report).findings
    except OSError as error:
        raise Fault(f"{path.as_posix()}: cannot be read: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise Fault(f"{path.as_posix()}: expected a JSON report of claim-audit: {error}") from error


def compared(name: str, old: Iterable[Told], new: Iterable[Finding]) -> Since:
    """Equal findings are counted, so that one of two alike may go and be seen to."""
    gone: dict[tuple[str, ...], list[Told]] = {}
    for one in old:
        gone.setdefault(one.key, []).append(one)
    introduced, unchanged = set(), 0
    for finding in new:
        same = gone.get(Told(finding.id, finding.code, "", finding.fingerprints).key)
        if same:
            same.pop(0)
            unchanged += 1
        else:
            introduced.add(finding.id)
    fixed = tuple(one for left in gone.values() for one in left)
    return Since(name, frozenset(introduced), fixed, unchanged)
