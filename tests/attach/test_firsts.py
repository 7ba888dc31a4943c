"""Firsts and superlatives: of what kind, within what, who holds them, since when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from audit import attach, extract, read
from audit.model import Claim
from audit.rulebook import Rulebook

Facts = Callable[[str], list[Claim]]
METRICS = ("fact:first", "fact:superlative")


@pytest.fixture(scope="session")
def firsts(rules: Rulebook) -> Facts:
    def found(text: str) -> list[Claim]:
        claims = [
            claim
            for one in read.text("a.md", text, date(2024, 5, 20))
            for claim in attach.claims(one, extract.mentions(one, rules.lexicon), rules)
        ]
        return [claim for claim in claims if claim.metric in METRICS]

    return found


HOLDERS = [
    ("China is the world's largest producer of tin.", "CN"),
    ("China is now by far the world’s single largest producer of tin.", "CN"),
    ("The United Kingdom remains the largest investor in Chile.", "GB"),
    ("Kenya, East Africa's largest economy, borrowed more.", "KE"),
    ("Chile (CHI), the world's largest copper producer, exported less.", "CL"),
    ("Chile, which is the world's largest copper producer, exported less.", "CL"),
    ("The world's largest producer of copper is Chile.", "CL"),
    ("The University of Bergen is the oldest university in Norway.", "University of Bergen"),
    ("Larsen & Sons Marine is the largest shipyard in Norway.", "Larsen & Sons Marine"),
    ("As the world's largest producer of tin, China sets the price.", "CN"),
    ("As the world's largest producer of tin, China's mines grew.", None),
    ("Signed as the world's largest deal, Chile and Peru gained.", None),
    ("Peru was the first country to recognise Latvia's independence.", "PE"),
    ("Maria Sandoval became the first woman president of Peru.", "Maria Sandoval"),
    # nobody that the words are sure of
    ("It is the world's largest producer of tin.", None),
    ("China could become the world's largest producer of tin.", None),
    ("China is not the world's largest producer of tin.", None),
    ("Japan and China are the largest producers of tin in Asia.", None),
    ("The economy of China is the largest economy in Asia.", None),
    ("In China, the world's largest producer of tin, prices fell.", None),
    ("If China is the world's largest producer of tin, prices will fall.", None),
    ("Ores of which China is the world's largest refiner are rare.", None),
    ("China is the world's largest producer of the metal.", None),
    ("China is the world's largest producer and exporter of tin.", None),
    ("China is the country's largest trading partner.", None),
    ("Tokyo, the world's largest city, grows.", None),  # the city, or its government?
    ("Peru, Chile, the world's largest producer of copper, and Kenya met.", None),
]


@pytest.mark.parametrize(("text", "holder"), HOLDERS)
def test_who_holds_it(text: str, holder: str | None, firsts: Facts) -> None:
    assert [c.subject for c in firsts(text)] in ([holder], [] if holder is None else [holder])


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Chile is the world's largest producer of tin.", ["world"]),
        ("Chile is the largest producer of tin on the planet.", ["world"]),
        ("Chile is South America's largest producer of tin.", ["South America"]),
        ("Chile is the largest producer of tin among ASEAN countries.", ["ASEAN"]),
        ("Chile is Norway's largest partner in South America.", ["NO", "South America"]),
        ("It is the Philippines' largest port.", ["PH"]),
        ("As Asia's largest port, it grew.", ["Asia"]),
        ("It is the country's largest port.", []),
        ("It is the largest port in Norway Bay.", None),
        ("It is the largest port in the US market.", None),
        ("It is the largest supplier of Norwegian fish.", None),
        ("It is the largest port.", None),
    ],
)
def test_within_what(text: str, scope: list[str] | None, firsts: Facts) -> None:
    found = [[key for _, key in c.roles] for c in firsts(text)]
    assert found == ([] if scope is None else [scope])


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose in the first quarter and the first half.",
        "The First Lady and the first secretary met on the first floor.",
        "First, trade grew. At first, nobody saw it. First of all, thanks.",
        "Norway is among the first countries in Europe to do so.",
        "Norway is one of the first countries in Europe to ban it.",
        "The first two countries in Europe signed.",
        "She made her first visit to Peru and its first students came.",
        "Chile is the world's second largest and Peru the world's third-largest producer.",
        "It is one of Asia's busiest ports and among the largest in the world.",
        "The two largest ports in Asia and Asia's largest ports grew.",
        "Brazil is the largest producer in South America after Chile.",
        "It is the longest in the world.",
        "Norway's top diplomat met China's leading officials.",
        "Chile was the first country in Europe's league.",
    ],
)
def test_none(text: str, firsts: Facts) -> None:
    assert firsts(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It is the world's oldest bank.", "oldest bank"),
        ("Chile is the largest country in South America by area.", "largest country"),
        ("Chile has been Norway's largest partner for 14 consecutive years.", "largest partner"),
        ("Norway's largest economy wants a larger role.", "largest economy"),
    ],
)
def test_kind(text: str, kind: str, firsts: Facts) -> None:
    assert [c.label for c in firsts(text)] == [f"superlative: {kind}"]


def test_measure(firsts: Facts) -> None:
    (claim,) = firsts("Chile is the largest country in South America by land area.")
    assert claim.definition == "land area"
    (claim,) = firsts("The largest investment in South America by Chilean firms failed.")
    assert claim.definition is None


def test_since(firsts: Facts) -> None:
    (claim,) = firsts("It was the first visit to Norway by a Chilean president since May 1994.")
    assert claim.filters == (("since", "1994"),)
    assert {"@NO", "@CL"} <= set(claim.terms)


@pytest.mark.parametrize(
    ("text", "as_of", "how"),
    [
        ("Chile is Peru's largest partner.", "2024-05-20", "inherited"),
        ("In 2019, Chile was Peru's largest partner.", "2019", "stated"),
        ("Chile became Peru's largest partner in 2019.", "2019", "stated"),
        ("Chile was Peru's largest partner.", None, None),
    ],
)
def test_when_it_holds(text: str, as_of: str | None, how: str | None, firsts: Facts) -> None:
    (claim,) = firsts(text)
    assert (claim.as_of.edtf if claim.as_of else None) == as_of
    assert next((d.how for d in claim.decided if d.slot == "as_of"), None) == how


@pytest.mark.parametrize(
    ("text", "status", "period"),
    [
        ("The inaugural Andes Water Forum was held in Lima in May 2019.", "done", "2019-05"),
        ("The inaugural Andes Water Forum took place in Lima in May 2019.", "done", "2019-05"),
        ("They held the first Andes Water Forum in May 2019.", "done", "2019-05"),
        ("They will hold the first Andes Water Forum in May 2025.", "planned", "2025-05"),
    ],
)
def test_when_the_first_was(text: str, status: str, period: str, firsts: Facts) -> None:
    (claim,) = firsts(text)
    assert claim.term is not None
    assert claim.term.status == status
    assert claim.period is not None
    assert claim.period.edtf == period
