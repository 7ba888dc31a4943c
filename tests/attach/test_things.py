"""What an open number is of: names that no list knows, and how sure the text makes them."""

from __future__ import annotations

import pytest

from audit import attach, extract, read
from audit.model import ABOUT, Claim
from audit.rulebook import Rulebook


def said(text: str, rules: Rulebook) -> list[Claim]:
    return [
        claim
        for document in read.text("t", text)
        for claim in attach.claims(document, extract.mentions(document, rules.lexicon), rules)
    ]


@pytest.mark.parametrize(
    ("text", "quote", "thing", "how"),
    [
        ("Norvik Corp earned $4 million. Rivals envy Norvik.", "$4 million", "Norvik", "stated"),
        ("Rivals envy Norvik Corp. Norvik employs 450 people.", "450", "Norvik", "stated"),
        ("The capacity of Alder Stadium is 42,000 seats.", "42,000", "Alder Stadium", "stated"),
        ("The 3 km Lohne Bridge is closed.", "3 km", None, ""),
        ("He runs Alder Mill. He likes Alder Mill. The mill made 90 beds.", "90", "Alder Mill", "inherited"),
        ("He runs Alder Mill. He likes Alder Mill. It made 90 beds.", "90", "Alder Mill", "inherited"),
        ("He runs Alder Mill. He likes Alder Mill. Sales rose to $9 million.", "$9 million", "Alder Mill", "inherited"),
        ("He met Ann Moss of Alder Mill, of Berg and of Tofte. Sales hit $9 million.", "$9 million", None, ""),
        ("Floods killed 34 people. The floods go on.", "34", None, ""),
        ("On Monday in March some 120 seals were seen.", "120", None, ""),
    ],
)  # fmt: skip
def test_what_a_number_is_of(
    text: str, quote: str, thing: str | None, how: str, rules: Rulebook
) -> None:
    claims = {c.mention.text: c for c in said(text, rules)}
    assert dict(claims[quote].roles).get(ABOUT) == thing if quote in claims else thing is None
    decided = {d.slot: d.how for d in claims[quote].decided} if quote in claims else {}
    assert decided.get(ABOUT, "") == how


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Norvik Corp reported net profit of $4.2 million.", "Norvik Corp posted a net profit of $4.2 million."),
        ("The bank approved a loan of $250 million.", "The bank approved a $250 million loan."),
        ("The flood destroyed 8,500 houses.", "About 8,500 houses have been destroyed in the flood."),
        ("Revenue hit $31 billion.", "Revenue rose to $31 billion."),
    ],
)  # fmt: skip
def test_a_paraphrase_measures_the_same(one: str, two: str, rules: Rulebook) -> None:
    first, second = (said(text, rules)[0].terms for text in (one, two))
    assert set(first) >= set(second) or set(second) >= set(first)
    assert first
    assert second
