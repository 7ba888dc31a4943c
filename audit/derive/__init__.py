"""claims -> claims that follow from them, each with its proof.

A rule is a module of this folder with RULE and `derive(known, rulebook)`; it follows a relation that
a metric file declares. Derived values carry their intervals outward and name the stated claims that
they came from. At most two rules are put one behind the other, and nothing is derived that would
stand beside a claim it came from: no value supports itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from audit.derive.known import Known
from audit.model import Claim
from audit.rulebook import Rulebook

DEPTH = 2


@cache
def rules() -> tuple[ModuleType, ...]:
    found = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    return tuple(sorted((m for m in found if hasattr(m, "RULE")), key=lambda m: str(m.RULE)))


def claims(claims: Iterable[Claim], rulebook: Rulebook) -> Iterator[Claim]:
    """Derived claims of one document, in no particular order, each slot and proof once."""
    known = Known(claims)
    for _ in range(DEPTH):
        step = [c for rule in rules() for c in rule.derive(known, rulebook)]
        fresh = known.fresh(step)
        if not fresh:
            return
        yield from fresh
        known = known.with_derived(fresh)
