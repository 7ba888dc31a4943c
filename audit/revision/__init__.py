"""The corpus as it was at a commit.

Only what is not as it was is looked at: all other sources say today what they said then, and what
a run extracted from them serves both.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from audit import git, read
from audit.config import Config
from audit.focus import Items
from audit.model import Fault
from audit.revision import items, then

__all__ = ["Revision", "of"]


class Revision(Struct, frozen=True):
    """The sources that are not as they were."""

    name: str  # as it was asked for, and the commit
    instead: read.Instead  # what each of them held; None: it was not there
    fresh: Items  # of files that hold many articles, those that were not there ...
    gone: Items  # ... and those that are there no more


def of(
    ref: str,
    paths: Sequence[str],
    config: Config,
    *,
    named: Sequence[str] = (),
    held: read.Instead,
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
        corpus = (*read.expanded(paths), *paths)
        was = then.unkept(found, places, named) | then.sources(found, places, corpus, config)
        texts = git.contents(change for change in was.values() if change)
    except Fault as fault:
        raise Fault(f"--new-since {ref}: {fault}") from fault
    before = {source: texts.get(change) if change else None for source, change in was.items()}
    before = {source: then.text(source, {}) for source in held} | before
    now = {source: then.text(source, held) for source in places.values() if source in before}
    instead = then.different(before, now)
    pairs = {source: (now[source], text) for source, text in instead.items() if source in now}
    return Revision(_name(ref, commit.oid), instead, *items.apart(pairs, config))


def _name(ref: str, oid: str) -> str:
    """For one line of a report."""
    return oid[:12] if oid.startswith(ref) else f"{' '.join(ref.split())} ({oid[:12]})"
