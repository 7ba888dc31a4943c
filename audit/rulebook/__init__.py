"""`rules/` read once into frozen objects: language, units, entities, metrics, check settings.

A user's project adds or overrides through further folders of the same shape; a file of the same
name in a later folder takes the place of the earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from audit.model import Fault
from audit.rulebook import (
    checks,
    compare,
    concepts,
    entities,
    events,
    facts,
    lexicon,
    metrics,
    words,
)
from audit.rulebook.checks import Settings
from audit.rulebook.compare import Likeness
from audit.rulebook.concepts import Concepts
from audit.rulebook.entities import Atlas
from audit.rulebook.events import Event
from audit.rulebook.facts import Facts
from audit.rulebook.frames import Frames
from audit.rulebook.lexicon import Lexicon
from audit.rulebook.metrics import Metric
from audit.rulebook.names import Names
from audit.rulebook.words import Vocabulary

LANGUAGE = "en"


class Rulebook(Struct, frozen=True):
    lexicon: Lexicon
    frames: Frames  # what two copies of one sentence share
    words: Vocabulary
    concepts: Concepts
    atlas: Atlas
    events: dict[str, Event]
    facts: Facts
    metrics: dict[str, Metric]
    of_two: dict[str, Metric]  # of one country with all -> the metric that it is with one partner
    names: Names  # the metrics' names, indexed for search in running text
    checks: Settings
    compare: Likeness


def folder() -> Path:
    """The rules that come with the package: beside it in a checkout, inside it when installed."""
    inside = Path(__file__).resolve().parent.parent / "_rules"
    return inside if inside.is_dir() else inside.parent.parent / "rules"


def load(extra: Sequence[Path] = ()) -> Rulebook:
    """The built-in rules with those of the `extra` folders on top. Raises Fault."""
    for path in extra:
        if not path.is_dir():
            raise Fault(f"{path}: expected a folder of rules (metrics/, lang/, checks.yaml)")
    folders = [folder(), *extra]
    vocabulary = words.read(
        _last(folders, f"lang/{LANGUAGE}.context.yaml"),
        _last(folders, f"lang/synonyms.{LANGUAGE}.yaml"),
    )
    found: dict[str, Metric] = {}
    for path in folders:
        if (path / "metrics").is_dir():
            found |= metrics.read(path / "metrics", found)
    read = lexicon.read(_last(folders, f"lang/{LANGUAGE}.yaml"), _last(folders, "units.txt"))
    return Rulebook(
        lexicon=read,
        frames=Frames(read),
        words=vocabulary,
        concepts=concepts.read(_last(folders, f"lang/{LANGUAGE}.concepts.yaml"), vocabulary),
        atlas=entities.read(*(path / "entities" for path in folders)),
        events=events.read(_last(folders, "events.yaml")),
        facts=facts.read(_last(folders, f"lang/{LANGUAGE}.facts.yaml")),
        metrics=found,
        of_two={
            whole: metric
            for metric in found.values()
            for role, whole in metric.without.items()
            if metric.roles.get(role) == "countries"
        },
        names=Names(found, vocabulary, LANGUAGE),
        checks=checks.read(_last(folders, "checks.yaml")),
        compare=compare.read(_last(folders, f"lang/{LANGUAGE}.compare.yaml")),
    )


def _last(folders: Sequence[Path], name: str) -> Path:
    return next(path / name for path in reversed(folders) if (path / name).exists())
