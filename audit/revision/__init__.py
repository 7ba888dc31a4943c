"""The corpus as it was at a commit, and which findings are new since.

Only what is not as it was is looked at: all other sources say today what they said then, and what
a run extracted from them serves both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from audit import git, read
from audit.config import Config
from audit.focus import Items
from audit.model import Fault
from audit.revision import items, then
from audit.revision.known import marked

__all__ = ["Revision", "marked", "of"]


class Revision(Struct, frozen=True):
    """The sources that are not as they were."""

    name: str  # as it was asked for, and the commit
    instead: read.Instead  # what each of them held; None: it was not there
    changed: frozenset[str]  # of these, the sources that are there now
    fresh: Items  # of files that hold many articles, those that were not there ...
    gone: Items  # ... and those that are there no more

    def touches(self, source: str, item: int = 0) -> bool:
        """Whether a source, or an item of it, is not as it was."""
        few = self.fresh.get(source) if item else None
        return source in self.changed and (few is None or item in few)


def of(
    ref: str,
    paths: Sequence[str],
    config: Config,
    *,
    named: Sequence[str] = (),
    held: Mapping[str, bytes],
) -> Revision:
    """The corpus behind the paths as it was when HEAD and `ref` parted. Raises Fault.

    `held` is what sources hold now in place of what is on disk. A renamed file is taken to have
    had its name of today. What git does not keep, ignored or outside of its work tree, is taken to
    have been as it is, save the files `named`: these are what is asked about, and were not there.
    """
    places = then.places(paths, config, held)
    try:
        commit = git.fork(ref)
        if places and not any(commit.top in path.parents for path in places):
            raise Fault(f"no article lies in the repository {commit.top}")
        found = git.difference(commit, places.keys())
        was = then.unkept(found, places, named) | then.sources(found, places, paths, config)
        texts = git.contents(change for change in was.values() if change)
    except Fault as fault:
        raise Fault(f"--new-since {ref}: {fault}") from fault
    before = {source: texts.get(change) if change else None for source, change in was.items()}
    before = {source: then.text(source, {}) for source in held} | before
    now = {source: then.text(source, held) for source in places.values() if source in before}
    instead = then.different(before, now)
    changed = frozenset(read.name(source) for source in instead if source in now)
    fresh, gone = items.apart({s: (now[s], instead[s]) for s in changed & instead.keys()}, config)
    return Revision(_name(ref, commit.oid), instead, changed, fresh, gone)


def _name(ref: str, oid: str) -> str:
    return oid[:12] if oid.startswith(ref) else f"{ref} ({oid[:12]})"
