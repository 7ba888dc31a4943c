"""Units and their dimensions, from a definition file in pint's format; currencies stand beside them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from audit.model import Fault

if TYPE_CHECKING:
    import pint

_NAMED = {"[length] ** 2": "[area]", "[length] ** 3": "[volume]"}
_PLAIN = {"[percent]": "percent", "[percentage_point]": "percentage_point"}
_CURRENCY = re.compile(r"[A-Z]{3}")
_DEFAULT = Path(__file__).parent.parent / "_rules" / "units.txt"  # where the wheel keeps it
_SOURCE = Path(__file__).parent.parent.parent / "rules" / "units.txt"  # where the checkout does


class Units(Struct, frozen=True):
    """A unit registry of our own. It is never given raw text, only keys of its definition file."""

    registry: pint.UnitRegistry[float]
    names: frozenset[str]

    def dimension(self, unit: str | None) -> str:
        """ "count", "money", "percent", a pint dimensionality such as "[mass]", or `a/b` of these."""
        if unit is None:
            return "count"
        top, slash, bottom = unit.partition("/")
        if slash:
            return f"{self.dimension(top)}/{self.dimension(bottom)}"
        if _CURRENCY.fullmatch(unit):
            return "money"
        if unit not in self.names:
            return unit
        found = str(self.registry.Unit(unit).dimensionality)
        return _PLAIN.get(found) or _NAMED.get(found, found)

    def factor(self, unit_from: str | None, unit_to: str | None) -> float | None:
        """What a number in `unit_from` is multiplied by to be in `unit_to`.

        None where the two cannot be compared: other dimensions, two currencies, or scales with
        different zero points (Celsius and Fahrenheit).
        """
        if unit_from == unit_to:
            return 1.0
        if unit_from is None or unit_to is None:
            return None
        if "/" in unit_from or "/" in unit_to:
            return self._ratio(unit_from.partition("/"), unit_to.partition("/"))
        if unit_from not in self.names or unit_to not in self.names:
            return None
        if not self.registry.Unit(unit_from).is_compatible_with(unit_to):
            return None
        zero, one = (self.registry.Quantity(x, unit_from).to(unit_to).magnitude for x in (0.0, 1.0))
        return None if abs(zero) > 1e-9 else float(one)

    def _ratio(self, a: tuple[str, str, str], b: tuple[str, str, str]) -> float | None:
        top, bottom = self.factor(a[0], b[0]), self.factor(a[2] or None, b[2] or None)
        return None if top is None or not bottom else top / bottom


@cache
def read(path: Path) -> Units:
    """The registry of a definition file. Raises Fault when pint cannot read it."""
    import pint  # 0.3 s: only where a unit must be converted

    try:
        registry: pint.UnitRegistry[float] = pint.UnitRegistry(None)
        registry.load_definitions(path.read_text(encoding="utf-8").splitlines())
        names = frozenset(str(name) for name in registry._units if str(name).isidentifier())
    except (OSError, pint.PintError, ValueError) as error:
        raise Fault(f"{path}: expected pint unit definitions ({error})") from error
    return Units(registry, names)


@cache
def dimension(unit: str | None) -> str:
    """`Units.dimension` over the units that come with the tool."""
    return read(_SOURCE if _SOURCE.exists() else _DEFAULT).dimension(unit)


@cache
def factor(unit_from: str | None, unit_to: str | None) -> float | None:
    """`Units.factor` over the units that come with the tool."""
    return read(_SOURCE if _SOURCE.exists() else _DEFAULT).factor(unit_from, unit_to)
