"""Publication dates above and at the start of a text."""

from datetime import date

import pytest

from audit.read import dates, header

MARCH = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-03-02", MARCH),
        ("2026-03-02T10:00:00Z", MARCH),
        ("March 2, 2026", MARCH),
        ("2 March 2026", MARCH),
        ("Mar. 2, 2026", MARCH),
        ("2nd March, 2026", MARCH),
        ("02.03.2026", MARCH),
        ("Sept 2, 2026", date(2026, 9, 2)),
        ("31 February 2026", None),
        ("February 26", None),
        ("March 2026", None),
        ("spring", None),
        (MARCH, MARCH),
        (20260302, None),
        (None, None),
    ],
)
def test_dates(words: object, day: date | None) -> None:
    assert dates.parse(words) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LONDON, March 2, 2026 (Agency) - Trade grew.", MARCH),
        ("LONDON, March 2, 2026 /Agency/ -- Trade grew.", MARCH),
        ("TASHKENT, Uzbekistan, 2 March 2026. Trade grew.", MARCH),
        ("Paris, France--(Agency Corp. - March 2, 2026) - Trade grew.", MARCH),
        ("Paris (Agency, 2 March 2026) — Trade grew.", MARCH),
        ("ASTANA, Kazakhstan, February 26. Trade grew.", None),
        ("LONDON. AGENCY - Trade grew in March 2026.", None),
        ("In Paris, March 2, 2026 was a Monday.", None),
        ("Trade grew (to 5 bn) until March 2, 2026.", None),
    ],
)
def test_datelines(text: str, day: date | None) -> None:
    assert header.dateline(text, 0, len(text)) == day


@pytest.mark.parametrize(
    ("text", "end", "day"),
    [
        (" date 2026-03-02 Trade grew.", 17, MARCH),
        ("date: 2026-03-02\nTrade grew.", 17, MARCH),
        ("\ndate 2 March 2026\r\nTrade grew.", 20, MARCH),
        ("date palms grew by 5 %.", 0, None),
        ("Trade grew.", 0, None),
        ("Title: Trade\nDate: 2026-03-02\n\nTrade grew.", 30, MARCH),
        ("Source: said to be close to the talks", 0, None),
    ],
)
def test_header_lines(text: str, end: int, day: date | None) -> None:
    found = header.read(text, 0)
    assert (found.end, found.published) == (end, day)


def test_keys_give_title_and_outlet_and_the_title_is_a_part() -> None:
    text = "Title: Trade hits 5 bn\nOutlet: The Gazette\n\nBody."
    found = header.read(text, 0)
    assert (found.title, found.outlet) == ("Trade hits 5 bn", "The Gazette")
    titles = [text[p.start : p.end] for p in found.parts if p.kind == "title"]
    assert titles == ["Trade hits 5 bn"]
