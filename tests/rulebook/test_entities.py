"""What the atlas sees in a sentence, and what it must not see."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from audit.model import Fault
from audit.rulebook import entities

RULES = Path(__file__).resolve().parents[2] / "rules" / "entities"


@pytest.fixture(scope="module")
def atlas() -> entities.Atlas:
    return entities.read(RULES)


SEEN = [
    ("Britain traded with Kazakhstan.", ["GB", "KZ"]),
    ("The U.K. and the U.S. agreed; the UK signed.", ["GB", "US", "GB"]),
    ("He told us that the US would join us.", ["US"]),
    ("Kazakh-British and UK-Uzbekistan talks", ["KZ", "GB", "GB", "UZ"]),
    ("KAZAKHSTAN AND UZBEKISTAN SIGN", ["KZ", "UZ"]),
    ("An Emirati fund, a Chinese bank and Kazakhstani miners", ["AE", "CN", "KZ"]),
    ("Kazakhs and Americans met Britons.", ["KZ", "US", "GB"]),
    ("Nigeria, Nigerien traders and Niger", ["NG", "NE", "NE"]),
    ("They polish silver; the Polish firm sells china to China.", ["PL", "CN"]),
    ("a turkey farm in Turkey, called Türkiye at home", ["TR", "TR"]),
    ("Indiana and Jordanian visitors in Jordan", ["JO", "JO"]),
    ("Guinea pig trade; Guinea, Guinea-Bissau and Papua New Guinea", ["GN", "GW", "PG"]),
    ("an Isle of Man firm, a man of means", ["IM"]),
    ("Romania, Oman and Omani ports", ["RO", "OM", "OM"]),
    ("South Korea, North Korea and South Korean ships", ["KR", "KP", "KR"]),
    ("The Democratic Republic of the Congo is not the Republic of the Congo.", ["CD", "CG"]),
    ("the People's Republic of China", ["CN"]),
    ("Côte d’Ivoire and Cote d'Ivoire", ["CI", "CI"]),
    ("paid 3 billion US dollars and 5 million Australian dollars", []),
    ("US$4 billion, or 20 billion Chinese yuan (RMB)", []),
    ("South Korean won fell while Turkey won the match", ["TR"]),
    ("American real estate", ["US"]),
    ("New Mexico, the South China Sea and the Indian Ocean", []),
    ("The Astana Times and the Washington Post wrote of Peru.", ["PE"]),
    (
        "South American and Latin American ports",
        ["South America", "Latin America and the Caribbean"],
    ),
    ("Central Asian states, the CA5+UK format", ["Central Asia", "CA5", "GB"]),
    ("The EU's trade with ASEAN in EUR", ["EU", "ASEAN"]),
    ("Almaty hosts the Astana International Financial Centre (AIFC).", ["Almaty", "AIFC", "AIFC"]),
    ("IMF and World Bank data", ["IMF", "World Bank"]),
    (
        "the Trans-Caspian International Transport Route (TITR)",
        ["Middle Corridor", "Middle Corridor"],
    ),
    ("English common law", []),
    ("a road from Laos; Lao farmers", ["LA", "LA"]),
    ("a Congolese miner", []),  # of which Congo, the word does not say
]


@pytest.mark.parametrize(("text", "keys"), SEEN, ids=[row[0][:40] for row in SEEN])
def test_keys_seen(atlas: entities.Atlas, text: str, keys: list[str]) -> None:
    assert [sighting.key for sighting in atlas.scan(text)] == keys


@pytest.mark.parametrize(
    ("text", "word", "key", "kind", "form"),
    [
        ("Astana and London have built a dialogue", "Astana", "KZ", "country", "capital"),
        ("talks between Beijing and Washington, D.C.", "Beijing", "CN", "country", "capital"),
        ("The Kremlin denied it", "Kremlin", "RU", "country", "capital"),
        ("the UAE’s exports", "UAE", "AE", "country", "code"),
        ("Kazakhstan’s exports", "Kazakhstan", "KZ", "country", "name"),
        ("Kazakhstan's exports", "Kazakhstan", "KZ", "country", "name"),
        ("Uzbek gas", "Uzbek", "UZ", "country", "demonym"),
        ("Singapore grew", "Singapore", "SG", "country", "name"),
        ("Scotland voted", "Scotland", "Scotland", "region", "name"),
        ("rates set by OPEC+ today", "OPEC+", "OPEC+", "bloc", "code"),
        ("the London Stock Exchange", "London Stock Exchange", "London Stock Exchange", "organisation", "name"),
    ],
)  # fmt: skip
def test_kind_form_and_span(
    atlas: entities.Atlas, text: str, word: str, key: str, kind: str, form: str
) -> None:
    first = atlas.scan(text)[0]
    assert (text[first.start : first.end], first.key, first.kind, first.form) == (
        word,
        key,
        kind,
        form,
    )


@pytest.mark.parametrize(
    ("key", "inside", "outside"),
    [
        ("KZ", {"Central Asia", "CA5", "Asia", "EAEU"}, {"EU", "KZ"}),
        ("Almaty", {"KZ", "Central Asia"}, {"UZ"}),
        ("AIFC", {"KZ"}, {"GB"}),
        ("DE", {"EU", "G7", "Europe", "NATO"}, {"Asia"}),
        ("GB", {"Europe", "G7", "NATO"}, {"EU"}),
        ("NO", {"NATO", "Scandinavia"}, {"EU"}),
        ("VN", {"ASEAN", "South-eastern Asia"}, {"Central Asia"}),
        ("nowhere", set(), {"Asia"}),
    ],
)
def test_part_of(atlas: entities.Atlas, key: str, inside: set[str], outside: set[str]) -> None:
    whole = atlas.part_of(key)
    assert inside <= whole
    assert not outside & whole


def test_labels(atlas: entities.Atlas) -> None:
    assert [atlas.label(key) for key in ("GB", "HK", "EU", "Almaty", "x")] == [
        "United Kingdom", "Hong Kong", "European Union", "Almaty", "x",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("countries:\n  ZX: {names: [Zed]}\n", "ZX"),
        ("blocs:\n  Three:\n    members: [KZ, QQ]\n", "QQ"),
        ("blocs:\n  Three:\n    member: [KZ]\n", "unknown field `member`"),
        ("cities: [Almaty]\n", "e.yaml:1"),
    ],
)
def test_bad_file_is_one_clear_line(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "e.yaml").write_text(text)
    with pytest.raises(Fault, match=message) as caught:
        entities.read(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_later_folder_adds_and_overrides(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("organisations:\n  Acme Metals: {codes: [UN]}\n")
    seen = entities.read(RULES, tmp_path).scan("Acme Metals, known as UN, sells to Peru")
    assert [sighting.key for sighting in seen] == ["Acme Metals", "Acme Metals", "PE"]


def test_a_name_is_a_name_before_it_is_a_people(atlas: entities.Atlas) -> None:
    assert [s.form for s in atlas.scan("Laos, Lao")] == ["name", "demonym"]


def test_sightings_lie_apart_and_in_order(atlas: entities.Atlas) -> None:
    text = " ".join(row[0] for row in SEEN)
    seen = atlas.scan(text)
    assert all(a.end <= b.start for a, b in pairwise(seen))
    assert list(seen) == sorted(seen)
