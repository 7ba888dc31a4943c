"""The corpus as it was at a commit: what its sources held then, and which findings are new since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from audit import focus, gate, git, read
from audit.config import Config
from audit.model import Claim, Fault, Finding, Result

Held = Mapping[str, bytes]  # what sources hold now in place of what is on disk
Sources = Mapping[Path, str]  # by where they lie


class Revision(Struct, frozen=True):
    """The sources that are not as they were; all others are."""

    name: str  # as it was asked for, and the commit
    instead: read.Instead  # what each of them held; None: it was not there
    changed: frozenset[str]  # of these, the sources that are there now


def of(
    ref: str, paths: Sequence[str], config: Config, *, named: Sequence[str] = (), held: Held
) -> Revision:
    """The corpus behind the paths as it was when HEAD and `ref` parted. Raises Fault.

    A renamed file is taken to have had its name of today. What git does not keep, ignored or
    outside of its work tree, is taken to have been as it is, save the files `named`: these are
    what is asked about, and were not there.
    """
    try:
        commit = git.fork(ref)
        sources = _sources(paths, config, held)
        if not any(commit.top in path.parents for path in sources):
            raise Fault(f"no article lies in the repository {commit.top}")
        found = git.difference(commit, sources.keys())
        then = dict(_strangers(named, sources, found)) | dict(_then(found, sources, paths, config))
        texts = git.contents(change for change in then.values() if change)
    except Fault as fault:
        raise Fault(f"--new-since {ref}: {fault}") from fault
    now = {source: held.get(source) for source in sources.values()}
    instead = _different({s: texts.get(c) if c else None for s, c in then.items()}, now)
    changed = frozenset(read.name(source) for source in instead if source in now)
    return Revision(f"{ref} ({commit.oid[:12]})", instead, changed)


def _sources(paths: Sequence[str], config: Config, held: Held) -> dict[Path, str]:
    """Each source by where its file really lies, and a link by where it lies itself."""
    found = read.files(paths, config)
    links = [Path(source) for source in found.values() if Path(source).is_symlink()]
    found |= {link.parent.resolve() / link.name: link.as_posix() for link in links}
    return {Path(source).resolve(): source for source in held} | found


def _then(
    found: git.Difference, sources: Sources, paths: Sequence[str], config: Config
) -> Iterator[tuple[str, git.Change | None]]:
    """What each source was; None where it was not in the corpus. One that is gone has its old name."""

    def place(path: Path) -> str | None:
        return read.place(path, paths, config)

    for change in found.changes:
        source = sources.get(change.now) if change.now else None
        before = place(change.then) if change.then else None
        if source is not None and change.now and change.then:
            moved_in = change.then != change.now and not before and place(change.now)
            yield source, None if moved_in else change
        elif source is not None:
            yield source, None
        elif before is not None:
            yield before, change


def _strangers(
    named: Sequence[str], sources: Sources, found: git.Difference
) -> Iterator[tuple[str, None]]:
    """The files named that git does not keep."""
    for real in map(Path.resolve, map(Path, named)):
        if real in sources and real not in found.kept:
            yield sources[real], None


def _different(then: read.Instead, now: Mapping[str, bytes | None]) -> read.Instead:
    """Without the sources that hold what they held, be it under another name."""
    fresh: dict[bytes, str] = {}
    instead = {source: data for source, data in then.items() if source in now or data is not None}
    for source in sorted(instead.keys() & now.keys()):
        data = _text(source, now)
        if data is not None and data == instead[source]:
            del instead[source]
        elif data is not None and instead[source] is None:
            fresh[data] = source
    for source in sorted(instead.keys() - now.keys()):
        moved = fresh.pop(instead[source] or b"", None)
        if moved is not None:
            del instead[source], instead[moved]
    return instead


def _text(source: str, now: Mapping[str, bytes | None]) -> bytes | None:
    held = now[source]
    if held is not None:
        return held
    try:
        return Path(source).read_bytes()
    except OSError:
        return None  # it will be told as unreadable


def marked(result: Result, past: Result, revision: Revision) -> Result:
    """The result with what was told before marked as known, and claims that were not there in front.

    `past` is the result at the revision, about the sources that it has in place of others. A
    finding on sources that are as they were is known.
    """
    known = frozenset(mark for one in past.findings for mark in one.fingerprints)
    said = {_said(claim) for claim in past.claims}

    def touched(finding: Finding) -> bool:
        return not revision.changed.isdisjoint(focus.sources(finding))

    def old(claim: Claim) -> bool:
        return claim.source not in revision.changed or _said(claim) in said

    told = (
        replace(one, status=gate.status(one, known) if touched(one) else "known")
        if one.status == "new"
        else one
        for one in focus.facing(result.findings, lambda claim: not old(claim))
    )
    return replace(result, findings=tuple(told))


def _said(claim: Claim) -> tuple[str, str, str]:
    return (claim.source, claim.quote, claim.mention.text)
