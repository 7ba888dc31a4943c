"""What git says of files -> what the sources of the corpus were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from audit import git, read
from audit.config import Config

Places = Mapping[Path, str]  # where the file of a source lies
Was = dict[str, git.Change | None]  # by source; None: it was not in the corpus
Texts = Mapping[str, bytes | None]  # by source; None: there is none


def places(paths: Sequence[str], config: Config, held: read.Instead) -> dict[Path, str]:
    """Each source by where its file really lies, and a link by where it lies itself."""
    found = read.files(paths, config)
    links = [Path(source) for source in found.values() if Path(source).is_symlink()]
    found |= {link.parent.resolve() / link.name: link.as_posix() for link in links}
    return {Path(source).resolve(): source for source in held} | found


def sources(found: git.Difference, places: Places, paths: Sequence[str], config: Config) -> Was:
    """The sources that may not be as they were. One that is gone has the name that it had.

    What was moved into the corpus was not in it. Where the config changed as well, the corpus may
    have moved to the files: then it was.
    """
    was: Was = {}
    told = config.path.resolve() if config.path else None
    settled = all(change.now != told for change in found.changes if told)
    for change in found.changes:
        source = places.get(change.now) if change.now else None
        before = read.place(change.then, paths, config) if change.then else None
        if source is not None:
            moved_in = settled and before is None and _is_in(change, paths, config)
            was[source] = change if change.then and not moved_in else None
        elif before is not None:
            was[before] = change
    return was


def _is_in(change: git.Change, paths: Sequence[str], config: Config) -> bool:
    """Whether a renamed file is in the corpus by the folder where it is now."""
    if change.now is None or change.now == change.then:
        return False
    return read.place(change.now, paths, config) is not None


def unkept(found: git.Difference, places: Places, named: Sequence[str]) -> Was:
    """The files named that git does not keep: nobody can say what they held."""
    files = (Path(path).resolve() for path in named)
    return {places[real]: None for real in files if real in places and real not in found.kept}


def text(source: str, held: read.Instead) -> bytes | None:
    if source in held:
        return held[source]
    try:
        return Path(source).read_bytes()
    except OSError:
        return None  # it will be told as unreadable


def different(then: Texts, now: Texts) -> dict[str, bytes | None]:
    """Of what sources held, that of those which hold something else now, or are gone."""
    return {
        source: data
        for source, data in then.items()
        if (source in now or data is not None) and (data is None or now.get(source) != data)
    }
