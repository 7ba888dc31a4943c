"""Metric files: one thing that articles repeat, how it is named, and what must hold of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct, field

from audit.model import Fault
from audit.rulebook import source

MetricKind = Literal[
    "stock", "flow", "cumulative", "rate", "share", "rank", "ordinal", "date", "set", "status"
]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    kind: MetricKind
    unit: str
    names: dict[str, list[str]]
    examples: list[dict[str, Any]]
    label: str | None = None
    also: list[str] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, list[str]] = field(default_factory=dict)
    filters: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    splits: list[str] = field(default_factory=list)
    never: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    band_per_year: float | None = None
    home: str | None = None
    possessive: str | None = None
    without: dict[str, str] = field(default_factory=dict)
    growth_of: str | None = None
    level: bool = False
    share_of: str | None = None
    part: str | None = None
    shared_by: str | None = None
    part_of: str | None = None
    counts_from: str | None = None
    sum_of: list[str] = field(default_factory=list)
    product_of: list[str] = field(default_factory=list)


class Metric(Struct, frozen=True):
    """One metric. `names` and `never` are plain words of one language each, never regexes."""

    key: str  # the file's name without its ending
    label: str
    kind: MetricKind
    unit: str  # "money", "percent", "rank", "ordinal", "date", "duration", a counted noun, a pint unit
    also: tuple[str, ...]  # other units in which it is told: tonnes a year, barrels a day
    names: dict[str, tuple[str, ...]]
    roles: dict[str, str]  # role -> "country" | "entity" | "countries" (an unordered pair)
    definitions: dict[str, tuple[str, ...]]  # near-synonyms that are not the same thing
    filters: dict[str, dict[str, tuple[str, ...]]]  # axis -> value -> words
    splits: tuple[str, ...]  # axes that make two things: the reserves of tin, of zinc
    never: tuple[str, ...]  # words whose presence in the clause rules the metric out
    needs: tuple[str, ...]  # at least one of these words must stand in the clause
    possessive: str | None  # the role of a country in the possessive right before the name
    without: dict[str, str]  # role -> the metric that it is where no one plays that role
    home: str | None  # the role that a document's own country fills when no country is named
    band_per_year: float | None  # a yearly change up to this fraction is no news
    growth_of: str | None
    level: bool  # a percentage of something: what it rose by is none of it
    share_of: str | None  # the metric of the whole that this is a share of ...
    part: str | None  # ... that of the part which the share measures ...
    shared_by: str | None  # ... and the role whose holders divide the whole among them
    part_of: str | None  # a value of this metric cannot exceed one of that
    counts_from: str | None  # a date metric that the ordinals of this one count from
    sum_of: tuple[str, ...]
    product_of: tuple[str, ...]  # the value for each, and the number of them
    examples: tuple[dict[str, Any], ...]
    path: str


def read(folder: Path, known: Mapping[str, Metric] = MappingProxyType({})) -> dict[str, Metric]:
    """Every `*.yaml` of a folder, by key; they may name `known` ones. Raises Fault with file, line."""
    metrics = {path.stem: _metric(path) for path in sorted(folder.glob("*.yaml"))}
    for metric in metrics.values():
        named = (
            metric.growth_of,
            metric.share_of,
            metric.part,
            metric.part_of,
            metric.counts_from,
            *metric.sum_of,
            *metric.product_of,
            *metric.without.values(),
        )
        for other in filter(None, named):
            if other not in metrics and other not in known:
                raise Fault(f"{metric.path}:1: names the metric `{other}`, and no file defines it")
    return metrics


def _metric(path: Path) -> Metric:
    file = source.read(path, _File)
    if not any(example.get("none") for example in file.examples) or all(
        example.get("none") for example in file.examples
    ):
        raise Fault(f"{path}:1: expected an example that matches and one with `none: true`")
    return Metric(
        key=path.stem,
        label=file.label or path.stem.replace("_", " "),
        kind=file.kind,
        unit=file.unit,
        also=tuple(file.also),
        names={
            language: tuple(dict.fromkeys(one for name in names for one in _worded(name)))
            for language, names in file.names.items()
        },
        roles=file.roles,
        definitions={key: tuple(words) for key, words in file.definitions.items()},
        filters={
            axis: {value: tuple(words) for value, words in values.items()}
            for axis, values in file.filters.items()
        },
        splits=tuple(file.splits),
        never=tuple(file.never),
        needs=tuple(file.needs),
        home=file.home,
        possessive=file.possessive,
        without=file.without,
        band_per_year=file.band_per_year,
        growth_of=file.growth_of,
        level=file.level,
        share_of=file.share_of,
        part=file.part,
        shared_by=file.shared_by,
        part_of=file.part_of,
        counts_from=file.counts_from,
        sum_of=tuple(file.sum_of),
        product_of=tuple(file.product_of),
        examples=tuple(file.examples),
        path=str(path),
    )


def _worded(name: str) -> Iterator[str]:
    """ "mined|extracted tin" is two names; what differs in one word is written down once."""
    yield from (" ".join(words) for words in product(*(word.split("|") for word in name.split())))
