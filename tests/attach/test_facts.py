"""What a sentence states without a number: events, offices, firsts, lists."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from audit import attach, extract, pipeline, read, rulebook
from audit.model import Claim, Fault
from audit.rulebook import facts as file
from audit.rulebook import source

RULES = rulebook.load()


def facts(text: str, published: date | None = date(2024, 5, 20)) -> list[Claim]:
    found = [
        claim
        for document in read.text("example", text, published)
        for claim in attach.claims(document, extract.mentions(document, RULES.lexicon), RULES)
    ]
    return [claim for claim in found if claim.term]


def told(text: str) -> list[tuple[str, str, str]]:
    return [(c.term.what, c.term.status, c.mention.text) for c in facts(text) if c.term]


EVENTS = [
    (
        "Norway and Chile signed a Treaty on the Protection of Glaciers.",
        ("signed", "done", "signed a Treaty on the Protection of Glaciers"),
    ),
    (
        "A memorandum was signed between Uppsala University and the city.",
        ("signed", "done", "A memorandum was signed between Uppsala University and the city"),
    ),
    (
        "The Fisheries Partnership Agreement signed in 2021 is still in force.",
        ("signed", "done", "Fisheries Partnership Agreement signed in 2021"),
    ),
    (
        "They noted preparations for signing the Baltic Power Agreement.",
        ("signed", "planned", "preparations for signing the Baltic Power Agreement"),
    ),
    (
        "The planned renewal of the Lima Declaration on Forests was welcomed.",
        ("signed", "planned", "planned renewal of the Lima Declaration on Forests"),
    ),
    (
        "The bank will open a branch in Porto next year.",
        ("opened", "planned", "open a branch in Porto"),
    ),
    (
        "Ghent University has opened a campus in Incheon.",
        ("opened", "done", "has opened a campus in Incheon"),
    ),
    (
        "Three clinics – North Gate, Old Mill and Lake Side – have been opened in Malmo.",
        None,
    ),
    (
        "A seminar on soil health was held in Zagreb.",
        ("held", "done", "A seminar on soil health was held in Zagreb"),
    ),
    (
        "The session will be held in Quito in June.",
        None,
    ),
    (
        "An energy session will be held in Quito in June.",
        ("held", "planned", "An energy session will be held in Quito in June"),
    ),
    (
        "He spoke during his official visit to Peru.",
        ("visited", "done", "during his official visit to Peru"),
    ),
    (
        "The initial public offering of Delta Foods on the Oslo Exchange in 2022 went well.",
        ("listed", "done", "initial public offering of Delta Foods on the Oslo Exchange"),
    ),
    (
        "Founded in 1949, the Lagos Academy of Letters has members everywhere.",
        ("established", "done", "Founded in 1949, the Lagos Academy of Letters"),
    ),
    (
        "A seminar on soil health took place in Zagreb.",
        ("held", "done", "A seminar on soil health took place in Zagreb"),
    ),
    (
        "They welcomed the recent establishment of the River Basin Council on water use.",
        ("established", "done", "recent establishment of the River Basin Council"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), EVENTS, ids=[text[:40] for text, _ in EVENTS])
def test_events(text: str, wanted: tuple[str, str, str] | None) -> None:
    found = [one for one in told(text) if one[0] not in ("office", "members")]
    if wanted is None:
        assert all(one[1] != "planned" for one in found)
    else:
        assert wanted in found


@pytest.mark.parametrize(
    "text",
    [
        "She opened the door and a window.",
        "They have not signed the agreement.",
        "The two firms didn't sign the deal.",
        "The ministers failed to sign the treaty.",
        "The company signed 12 agreements.",  # a number is a claim of its own
        "The talks were held in a warm atmosphere.",  # which talks?
        "It was held.",
        "The country is one of the world's largest producers of tin.",
        "They are the world's largest economies.",  # several are no first
        "Markets such as Peru, Chile and Bolivia recovered.",  # examples, not members
        "Minister Haugen spoke.",  # a surname alone
        "The Minister of Economic Development spoke.",
        "The Chief Executive Officer resigned.",
        "The tide will open in time.",
        "They won’t fight on Chilean soil.",  # no victory
        "Opened the door, he did in 1949.",
        "The Secretary of the Instituto Ribeira Norte agreed.",  # a body, no person
    ],
)
def test_no_fact(text: str) -> None:
    assert told(text) == []


OFFICES = [
    ("Norway's Minister of Fisheries Kari Haugen spoke.", "Kari Haugen", "NO"),
    ("Deputy Foreign Minister Pavel Dvorak spoke.", "Pavel Dvorak", None),
    (
        "Talks were led by the Speaker of the House of Peers Sir Alan Whitlock.",
        "Alan Whitlock",
        None,
    ),
    ("The Secretary-General of the Rhine Commission, Elke van Dam, agreed.", "Elke van Dam", None),
    ("Ana Prieto, director of the Andean Soil Institute, agreed.", "Ana Prieto", None),
    ("Prime Minister of Latvia, Janis Ozols, agreed.", "Janis Ozols", "LV"),
    ("Ambassador of Chile to Norway Rosa Fuentes agreed.", "Rosa Fuentes", "CL"),
    ("President Marek Horak of Slovakia agreed.", "Marek Horak", "SK"),
]


@pytest.mark.parametrize(("text", "holder", "country"), OFFICES)
def test_offices(text: str, holder: str, country: str | None) -> None:
    found = [c for c in facts(text) if c.metric == "fact:office"]
    assert [(dict(c.roles)["holder"], c.subject) for c in found] == [(holder, country)]


def test_two_offices_in_one_sentence() -> None:
    text = "Energy Minister Olga Brandt and Chairman of the Polar Society Nils Aker were there."
    holders = [dict(c.roles)["holder"] for c in facts(text) if c.roles]
    assert holders == ["Olga Brandt", "Nils Aker"]


def test_office_of_an_ally_is_not_of_the_first_country() -> None:
    (claim,) = facts("Ida Holm, the Prime Minister of US ally Iceland, arrives on Monday.")
    assert claim.subject is None


def test_the_same_holder_is_told_once_in_a_document() -> None:
    text = "Foreign Minister Pavel Dvorak came. Foreign Minister Pavel Dvorak left."
    assert len(facts(text)) == 1


def test_superlative_ends_at_its_own_thing() -> None:
    found = told("We are the world's largest producer of cork and rank third in olives.")
    assert found == [("superlative", "done", "world's largest producer of cork")]


@pytest.mark.parametrize(
    ("text", "wanted", "hedge"),
    [
        (
            "Schools, including North Gate, Old Mill and Lake Side, took part.",
            "North Gate, Old Mill and Lake Side",
            "at_least",
        ),
        (
            "The schools – North Gate, Old Mill and Lake Side – took part.",
            "North Gate, Old Mill and Lake Side",
            "exact",
        ),
        (
            "Schools such as North Gate, Old Mill, Lake Side and others took part.",
            "North Gate, Old Mill, Lake Side and others",
            "at_least",
        ),
    ],
)
def test_lists_are_open_unless_closed_by_dashes(text: str, wanted: str, hedge: str) -> None:
    assert [(c.mention.text, c.mention.hedge) for c in facts(text)] == [(wanted, hedge)]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("It has five offices: Oslo, Bergen, Lima and Quito.", 4, 4),
        ("It has three divisions: mining, shipping, research and development.", 3, 4),
        ("It works in four areas: trade and investment, energy, and education.", 3, 4),
        ("He came three times (1991, 1994 and 2000).", 3, 3),
        ("There are two halls (the Museum Hall and the Hall of Arts and Crafts) here.", None, None),
        ("It works in nine countries: Chile, Peru and others.", None, None),
        ("Eight firms in three lands (Chile, Peru and Ghana) agreed.", 3, 3),
        ("It plans three lines: from Lima to Quito; and from Oslo to Bergen and Lima.", 2, 3),
    ],
)
def test_lists_behind_a_count(text: str, least: int | None, most: int | None) -> None:
    found = [c for c in facts(text) if c.mention.low is not None]
    assert [(c.mention.low, c.mention.high) for c in found] == ([(least, most)] if least else [])


def test_a_country_is_a_term_whatever_its_code() -> None:
    found = facts("India opened an embassy in Norway in 1952.")
    assert {"@IN", "@NO"} <= set(found[0].terms)


def test_so_many_years_ago_is_a_date_give_or_take() -> None:
    (claim,) = facts("The Bergen Institute of Marine Research was established 17 years ago.")
    assert claim.period is not None
    assert claim.period.edtf == "2006/2008"
    assert {d.how for d in claim.decided if d.slot == "period"} == {"inherited"}


def test_offsets_hold_and_the_term_of_a_paper_is_no_date() -> None:
    text = "The two sides signed a Plan on Rural Roads for 2026 in Lima on 3 May 2024."
    (claim,) = facts(text)
    assert text[claim.start : claim.end] == claim.mention.text
    assert claim.period is None or claim.period.edtf == "2024-05-03"


# ------------------------------------------------------------------ checks


def findings(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    documents = [
        one
        for i, (text, day) in enumerate(texts)
        for one in read.text(f"{i}", text, date.fromisoformat(day))
    ]
    result = pipeline.analyse(documents, RULES)
    return [(f.code, f.severity) for f in result.findings if any(c.term for c in f.claims)]


HELD = "The Danube Water Security Forum was held in {} on 3 May 2024."
FRAME = (
    "The dinner in the old town hall was hosted by French Foreign Minister {} on Monday evening."
)


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        pytest.param(
            ((HELD.format("Norway"), "2024-05-04"), (HELD.format("Chile"), "2024-05-04")),
            [("C105", "warning")],
            id="one event in two countries",
        ),
        pytest.param(
            ((HELD.format("Kazakhstan"), "2024-05-04"), (HELD.format("Almaty"), "2024-05-04")),
            [],
            id="a city lies in its country",
        ),
        pytest.param(
            (
                ("A forum on water was held in Norway on 3 May 2024.", "2024-05-04"),
                ("A forum on water was held in Chile on 3 May 2024.", "2024-05-04"),
            ),
            [],
            id="events without a name may be two",
        ),
        pytest.param(
            (
                ("Norwegian Prime Minister Kari Haugen spoke.", "2024-05-04"),
                ("Danish Prime Minister Kari Haugen spoke.", "2024-05-06"),
            ),
            [("C105", "warning")],
            id="one person at the head of two countries",
        ),
        pytest.param(
            (
                ("Deputy Foreign Minister Pavel Dvorak spoke.", "2024-05-04"),
                ("Foreign Minister Pavel Dvorak spoke.", "2024-05-05"),
            ),
            [("C105", "warning")],
            id="deputy or not",
        ),
        pytest.param(
            (
                ("Acting Foreign Minister Pavel Dvorak spoke.", "2024-05-04"),
                ("Minister of Foreign Affairs Pavel Dvorak spoke.", "2024-05-05"),
            ),
            [],
            id="titles worded apart",
        ),
        pytest.param(
            (
                ("Prime Minister Olga Brandt spoke.", "2024-05-04"),
                ("Finance Minister Olga Brandt spoke.", "2024-05-05"),
            ),
            [],
            id="two portfolios may be held at once",
        ),
        pytest.param(
            (
                (FRAME.format("Luc Morel"), "2024-05-04"),
                (FRAME.format("Anne Petit"), "2024-05-04"),
            ),
            [("C105", "warning")],
            id="one sentence with two holders",
        ),
        pytest.param(
            (
                (FRAME.format("Luc Morel"), "2024-05-04"),
                ("In 1998 French Foreign Minister Anne Petit refused.", "2024-05-04"),
            ),
            [],
            id="a predecessor told as history",
        ),
        pytest.param(
            (
                (
                    "The planned renewal of the Lima Declaration on Forests was praised.",
                    "2024-05-04",
                ),
                ("They signed the Lima Declaration on Forests.", "2024-05-06"),
            ),
            [("D308", "info")],
            id="planned and signed",
        ),
        pytest.param(
            (
                ("The firm will open an office in Porto.", "2024-05-04"),
                ("The bank opened an office in Porto.", "2024-05-06"),
            ),
            [],
            id="things without a name are not one thing",
        ),
    ],
)
def test_findings(texts: tuple[tuple[str, str], ...], wanted: list[tuple[str, str]]) -> None:
    assert findings(*texts) == wanted


def test_a_bad_file_is_one_line_with_its_place(tmp_path: Path) -> None:
    original = rulebook.folder() / "lang" / "en.facts.yaml"
    text = original.read_text(encoding="utf-8").replace(
        "    single: true", "    single: perhaps", 1
    )
    (tmp_path / "en.facts.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Fault, match=r"en\.facts\.yaml:\d+: Expected `bool`"):
        file.read(tmp_path / "en.facts.yaml")
    assert source.read(original, file.FactWords).lists.least > 1
