"""Dates that say when a text was published: front matter values, header lines, datelines."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from datetime import date, datetime

# Month names as newsrooms abroad write them in English datelines; `calendar` follows the C locale.
_MONTHS = {
    name.lower(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH = "|".join(sorted((name.title() for name in _MONTHS), key=len, reverse=True))
_ISO = r"(?P<iso>\d{4}-\d{2}-\d{2})"
_DOTS = r"(?P<dots>\d{1,2}\.\d{1,2}\.\d{4})"
_MDY = rf"(?P<m1>{_MONTH})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})"
_DMY = rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH})\.?,?\s+(?P<y2>\d{{4}})"
PATTERN = rf"(?:{_ISO}|{_DOTS}|{_MDY}|{_DMY})"
_DATE = re.compile(rf"\s*{PATTERN}", re.IGNORECASE)


def parse(value: object) -> date | None:
    """A date with day, month and year, from a TOML or YAML value or from words; else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = _DATE.match(value) if isinstance(value, str) else None
    return read(match) if match else None


def read(match: re.Match[str]) -> date | None:
    """The date in a match of PATTERN; None when no calendar has it (31 February)."""
    part = match.groupdict()
    try:
        if part["iso"]:
            return date.fromisoformat(part["iso"])
        if part["dots"]:
            day, month, year = map(int, part["dots"].split("."))
            return date(year, month, day)
        which = "1" if part["m1"] else "2"
        month = _MONTHS[part[f"m{which}"].lower()]
        return date(int(part[f"y{which}"]), month, int(part[f"d{which}"]))
    except ValueError:
        return None
