"""The file of waivers: what it may say, and the one line that says what is wrong with it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.gate import waivers
from audit.gate.waivers import Placed, Waiver
from audit.model import Fault

from .conftest import claim, finding, quarrel

FILE = """\
# What we know of.

[[waivers]]
check = "D302"
source = "news/2023-*.md"
reason = "[[waivers]] are [[for]] this"

[[ waivers ]]
value = "$1.5 billion"
verdict = "superseded"
until = 2026-12-31
reason = "revised"
"""


def test_read() -> None:
    one, two = waivers.read(FILE, "w.toml")
    reason = "[[waivers]] are [[for]] this"
    assert one == Placed("w.toml", 3, Waiver("D302", (), "news/2023-*.md", reason=reason))
    assert (two.line, two.waiver.verdict, two.waiver.until) == (8, "superseded", date(2026, 12, 31))
    assert waivers.read("", "w.toml") == ()
    (inline,) = waivers.read('waivers = [{check = "C101", reason = "x"}]', "w.toml")
    assert inline.line == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[waivers]\n", "w.toml:1: not valid TOML"),
        ('[[waivers]]\ncheck = "a"\nreason = \n', "w.toml:3: not valid TOML"),
        ("x = 1\n", "w.toml:1: Object contains unknown field `x`; expected [[waivers]] with the keys"),
        ('[[waivers]]\ncheck = "a"\nuntill = 2026-01-01\n', "w.toml:1: Object contains unknown field"),
        ('[[waivers]]\n\ncheck = "a"\n\nuntil = "soon"\n', "w.toml:5: Invalid"),
        ('[[waivers]]\ncheck = "a"\n[[waivers]]\ncheck = 5\n', "w.toml:4: Expected `str | null`"),
        ('[[waivers]]\ncheck = "a"\nverdict = "ok"\n', "w.toml:3: Invalid enum value 'ok'; expected one of waive,"),
        ('[[waivers]]\nfingerprints = "a"\n', "w.toml:2: Expected `array`"),
        ('[[waivers]]\nreason = "x"\n', "w.toml:1: expected one of check, fingerprints, source, value"),
        ('[[waivers]]\ncheck = "C101"\nverdict = "not-same"\n', "w.toml:1: expected which claims"),
        ('[[waivers]]\nfingerprints = ["a"]\nverdict = "same"\n', "w.toml:1: expected the check that"),
    ],
)  # fmt: skip
def test_mistakes_are_named_with_their_line(text: str, message: str) -> None:
    with pytest.raises(Fault) as raised:
        waivers.read(text, "w.toml")
    assert str(raised.value).startswith(message)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(WORDS, WORDS.filter(str.strip), st.sampled_from([None, date(2026, 1, 2)]), WORDS)
def test_what_is_appended_is_read_again(about: str, reason: str, until: date, source: str) -> None:
    one = Waiver("C101", ("a", "b"), source or None, "5", "explained", until, reason)
    comment = " ".join(about.split())
    text = waivers.table(one, "".join(c for c in comment if c.isprintable()))
    (read,) = waivers.read(text, "w.toml")
    assert read.waiver == one


def test_of_a_finding() -> None:
    a, b, c = claim("a.md", 5), claim("b.md", 9), claim("c.md", 9)
    one = quarrel(a, b, c)
    held = waivers.of(one, "explained", "why")
    assert (held.check, held.fingerprints) == ("C101", ("C101:5", "C101:9"))
    assert waivers.of(one, "not-same", "why").fingerprints == ("C101:9",)  # the last camp
    assert waivers.of(finding(a, b), "not-same", "why").fingerprints == ("C101:9",)
