"""Which numbers a metric of the rulebook can take: by its unit, by the noun that is counted, as its growth."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from audit.attach.measured import changes
from audit.attach.sentence import TIMES, Sentence
from audit.model import Mention
from audit.rulebook import Rulebook
from audit.rulebook.metrics import Metric
from audit.rulebook.units import dimension

NO_NOUN = frozenset({"money", "rank", "ordinal", "percent", "duration", "date", "count"})


@cache
def physical(unit: str) -> str | None:
    """The dimension of a metric's unit, in words ("mass") or as a unit ("barrel/day")."""
    named = {
        "mass": "tonne",
        "length": "kilometer",
        "energy": "kilowatt_hour",
        "power": "megawatt",
        "area": "square_kilometer",
        "volume": "liter",
    }
    found = dimension(named.get(unit, unit))
    return found if unit in named or found != unit else None


def counted(sentence: Sentence, index: int) -> str | None:
    """The noun that a number counts, in normal form: "Russians" are people."""
    mention = sentence.mentions[index]
    if mention.noun is None or mention.noun_span is None:
        return None
    last = [w for w in sentence.words if w.start < mention.noun_span.end <= w.end]
    people = any(w.sighting and w.sighting.form == "demonym" for w in last)
    return sentence.rules.words.norm("person" if people else mention.noun.split()[-1])


def fit(
    metric: Metric, mention: Mention, head: str | None, rules: Rulebook, long: bool
) -> str | None:
    """The suffix with which a metric can take this mention: "", ".growth", ".change"; None if not."""
    if metric.kind == "cumulative" and not long:
        return None
    level = metric.kind == "share" or (metric.kind, metric.unit) == ("stock", "percent")
    if (level or metric.level) and changes(mention) and (metric.level or mention.change == "by"):
        return None  # "an 86 % increase in transit cargo" is no share of it
    if mention.kind == "percent" and metric.unit not in ("percent", "rank", "ordinal", "date"):
        own = any(m.growth_of == metric.key for m in rules.metrics.values())
        growth = changes(mention) and metric.kind not in ("set", "date", "ordinal") and not own
        return ".growth" if growth else None
    if not any(_unit_fits(unit, mention, head, rules) for unit in (metric.unit, *metric.also)):
        return None
    if metric.kind == "flow" and long and mention.period is None and _has_cumulative(metric, rules):
        return None
    added = mention.change == "by" and mention.direction is not None and metric.kind != "cumulative"
    return ".change" if added and metric.unit not in ("percent", "rank") else ""


def _unit_fits(unit: str, mention: Mention, head: str | None, rules: Rulebook) -> bool:
    plain = bare(mention)
    if unit == "money":
        return (mention.kind == "money" and not _each(mention)) or (
            plain and (mention.stated or 0) >= 1000
        )
    if unit == "rank":  # "the third investor" is a rank although it does not say "largest"
        return mention.kind in ("rank", "ordinal")
    if unit == "ordinal":  # "28th of April" counts nothing
        return (mention.kind == unit and mention.noun is not None) or _years(mention)
    if unit in ("percent", "duration"):
        return mention.kind == unit
    if unit == "date":
        return mention.kind in TIMES
    if unit == "count":
        return mention.noun is not None
    if wanted := physical(unit):
        return mention.kind == "measure" and dimension(yearly(mention).unit) == wanted
    if mention.kind == "measure" or mention.kind not in ("count", "number"):
        return mention.unit is not None and mention.unit == unit
    return plain or head == rules.words.norm(unit)


def _years(mention: Mention) -> bool:
    """ "30 years of diplomatic relations": the 30th anniversary."""
    return mention.kind == "duration" and mention.unit == "year" and mention.hedge == "exact"


def counted_off(mention: Mention, metric: Metric) -> Mention:
    """A number of years as the anniversary that it makes."""
    made = metric.unit == "ordinal" and _years(mention)
    return replace(mention, kind="ordinal", unit=None) if made else mention


def bare(mention: Mention) -> bool:
    return mention.unit is None and mention.own_noun is None and mention.kind in ("number", "count")


def _each(mention: Mention) -> bool:
    """Whether an amount is one for each of something: dollars a barrel, not dollars a year."""
    return "/" in (yearly(mention).unit or "")


def yearly(mention: Mention) -> Mention:
    """ "12 million tonnes a year" of a yearly thing are 12 million tonnes."""
    unit = mention.unit or ""
    return replace(mention, unit=unit.removesuffix("/year")) if unit.endswith("/year") else mention


def _has_cumulative(metric: Metric, rules: Rulebook) -> bool:
    return any(
        m.kind == "cumulative" and m.unit == metric.unit and m.roles == metric.roles
        for m in rules.metrics.values()
    )
